// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/analysis/dictionaries.h"

#include "archive/base/files.h"
#include "archive/base/text.h"
#include "archive/index/normaliser.h"
#include "indexer/analysis/affixed_words.h"

#include <hunspell/hunspell.hxx>
#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <filesystem>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace indexer {

namespace {

constexpr std::string_view folder = "/usr/share/hunspell/";
constexpr std::string_view sharp_s = "\u00DF";
constexpr std::size_t longest_word = 100;  // bytes; what hunspell takes

/// Spellings of a language, all of which are right. A spelling is the first of its files that is
/// installed.
struct Language {
    std::string_view code;
    std::array<std::array<std::string_view, 2>, 2> spellings;
};

/// Languages whose dictionaries tell clean articles from altered ones; docs/stories.md has the
/// figures. Danish, Dutch, Norwegian and Swedish write compounds that theirs do not have.
constexpr std::array<Language, 6> languages{{
    {"de", {{{"de_DE_frami", "de_DE"}, {}}}},
    {"en", {{{"en_US"}, {"en_GB"}}}},
    {"es", {{{"es_ES"}, {}}}},
    {"fr", {{{"fr", "fr_FR"}, {}}}},
    {"it", {{{"it_IT"}, {}}}},
    {"pt", {{{"pt_PT"}, {"pt_BR"}}}},
}};

/// Answers to what was asked before, of all languages. A slot holds the hash of a word, its lowest
/// bits being the answer. A word has four slots side by side to lie in, and pushes out another when
/// all are taken.
class Answers {
public:
    using Answer = Dictionary::Answer;

    std::optional<Answer> find(std::uint64_t key) const {
        for (std::size_t at = first_slot(key), end = at + ways; at < end; ++at) {
            const auto slot = slots_[at].load(std::memory_order_relaxed);
            if ((slot | answer_bits) == (key | answer_bits) && (slot & used) != 0)
                return static_cast<Answer>(slot & (answer_bits >> 1U));
        }
        return std::nullopt;
    }
    void keep(std::uint64_t key, Answer answer) {
        const auto slot = (key & ~answer_bits) | used | static_cast<std::uint64_t>(answer);
        const std::size_t first = first_slot(key);
        std::size_t at = first + (key >> 62U);
        for (std::size_t way = first; way < first + ways; ++way) {
            const auto held = slots_[way].load(std::memory_order_relaxed);
            if (held == 0 || (held | answer_bits) == (key | answer_bits)) at = way;
        }
        slots_[at].store(slot, std::memory_order_relaxed);
    }

private:
    static constexpr std::uint64_t answer_bits = 7, used = 4;
    static constexpr std::size_t slots = std::size_t{1} << 18U;
    static constexpr std::size_t ways = 4;
    static std::size_t first_slot(std::uint64_t key) { return (key >> 3U) % (slots / ways) * ways; }
    std::vector<std::atomic<std::uint64_t>> slots_ = std::vector<std::atomic<std::uint64_t>>(slots);
};

Answers& answers() {
    static Answers kept;
    return kept;
}

/// With its first letter a capital.
std::string as_name(std::string_view word) {
    std::size_t behind = 0;
    const auto first = archive::next_code_point(word, behind);
    std::string name;
    archive::append_utf8(name, static_cast<char32_t>(u_toupper(static_cast<UChar32>(first))));
    return name += word.substr(behind);
}

/// ISO 8859-1, or nothing for a word with other characters.
std::optional<std::string> in_latin_1(std::string_view word) {
    std::string bytes;
    for (std::size_t at = 0; at < word.size();) {
        const auto point = archive::next_code_point(word, at);
        if (point > 0xFF) return std::nullopt;
        bytes += static_cast<char>(point);
    }
    return bytes;
}

std::string with_each(std::string_view word, std::string_view what, std::string_view by) {
    std::string changed;
    std::size_t at = 0;
    for (auto next = word.find(what); next != std::string_view::npos; next = word.find(what, at)) {
        changed += word.substr(at, next - at);
        changed += by;
        at = next + what.size();
    }
    return changed += word.substr(at);
}

}  // namespace

/// Hunspell is not made for threads: it is asked, and made, under the lock.
struct Dictionary::Books {
    struct Book {
        std::string path;  ///< without ".aff" and ".dic"
        AffixedWords lines;
        std::unique_ptr<Hunspell> words;  ///< null until it is asked for the first time

        /// As its files are written; nothing when they cannot hold it.
        std::optional<std::string> written(const std::string& word) const {
            return lines.latin_1() ? in_latin_1(word) : word;
        }
    };
    std::vector<Book> books;
    std::mutex lock;

    void read() {
        // Reading a dictionary sets tables that all of hunspell 1.7.1 shares: one at a time.
        static std::mutex reading;
        for (auto& book : books) {
            if (book.words) continue;
            const std::lock_guard hold(reading);
            book.words = std::make_unique<Hunspell>((book.path + ".aff").c_str(),
                                                    (book.path + ".dic").c_str());
        }
    }
    bool have(const std::string& word) {
        return std::any_of(books.begin(), books.end(), [&](Book& book) {
            const auto written = book.written(word);
            return written && book.words->spell(*written);
        });
    }
    bool have_in_any_case(const std::string& word) { return have(word) || have(as_name(word)); }

    bool list(const std::string& word) const {
        return std::any_of(books.begin(), books.end(), [&](const Book& book) {
            const auto written = book.written(word);
            return written && book.lines.have(*written);
        });
    }
    bool decide(const std::string& word) const {
        return std::all_of(books.begin(), books.end(),
                           [&](const Book& book) { return book.lines.decides(word); });
    }
    bool list_in_any_case(const std::string& word) const {
        return list(word) || list(as_name(word));
    }
};

Dictionary::Dictionary(std::string_view language, std::unique_ptr<Books> books)
    : salt_(archive::checksum_of(language)), sharp_s_(language == "de"), books_(std::move(books)) {}

Dictionary::~Dictionary() = default;

/// Asks hunspell.
bool Dictionary::looked_up(std::string_view word) const {
    if (word.empty() || word.size() > longest_word) return false;
    const std::string composed = archive::composed(word);
    const std::lock_guard hold(books_->lock);
    books_->read();
    if (books_->have_in_any_case(composed)) return true;
    if (!sharp_s_) return false;
    if (composed.find("ss") != std::string::npos
        && books_->have_in_any_case(with_each(composed, "ss", sharp_s)))
        return true;
    return composed.find(sharp_s) != std::string::npos
           && books_->have_in_any_case(with_each(composed, sharp_s, "ss"));
}

bool Dictionary::two_spellings(std::string_view word) const {
    return sharp_s_
           && (word.find("ss") != std::string_view::npos
               || word.find(sharp_s) != std::string_view::npos);
}

Dictionary::Answer Dictionary::listed(std::string_view word, std::uint64_t& key) const {
    key = archive::checksum_of(word) ^ salt_;
    if (const auto kept = answers().find(key)) return *kept;
    auto answer = Answer::unknown;
    if (!word.empty() && word.size() <= longest_word) {
        const std::string composed = archive::composed(word);
        if (books_->list_in_any_case(composed))
            answer = Answer::known;
        else if (two_spellings(composed) || !books_->decide(composed))
            answer = Answer::unlisted;
    }
    answers().keep(key, answer);
    return answer;
}

bool Dictionary::lists(std::string_view word, std::uint64_t& key) const {
    return listed(word, key) == Answer::known;
}

bool Dictionary::knows(std::string_view word, std::uint64_t& key) const {
    const auto answer = listed(word, key);
    if (answer != Answer::unlisted) return answer == Answer::known;
    const bool known = looked_up(word);
    answers().keep(key, known ? Answer::known : Answer::unknown);
    return known;
}

bool Dictionary::knows(std::string_view word) const {
    std::uint64_t key = 0;
    return knows(word, key);
}

/// The dictionary of what is installed for a language; null when nothing is.
std::unique_ptr<Dictionary> Dictionary::installed(std::string_view language) {
    const auto* const row =
        std::find_if(languages.begin(), languages.end(),
                     [&](const Language& each) { return each.code == language; });
    auto books = std::make_unique<Books>();
    for (const auto& files : row->spellings) {
        for (const auto file : files) {
            const auto path = std::string(folder) + std::string(file);
            if (file.empty() || !std::filesystem::exists(path + ".aff")
                || !std::filesystem::exists(path + ".dic"))
                continue;
            AffixedWords lines(path);
            if (!lines.latin_1() && lines.encoding() != "UTF-8") continue;
            books->books.push_back({path, std::move(lines), nullptr});
            break;
        }
    }
    if (books->books.empty()) return nullptr;
    return std::unique_ptr<Dictionary>(new Dictionary(row->code, std::move(books)));
}

const Dictionary* dictionary_of(std::string_view language) {
    // While one is read, those of other languages are asked.
    struct Place {
        std::once_flag once;
        std::unique_ptr<Dictionary> dictionary;
    };
    static std::array<Place, languages.size()> shelf;
    for (std::size_t at = 0; at < languages.size(); ++at) {
        if (languages[at].code != language) continue;
        auto& place = shelf[at];
        std::call_once(place.once, [&] { place.dictionary = Dictionary::installed(language); });
        return place.dictionary.get();
    }
    return nullptr;
}

std::vector<std::string_view> languages_with_dictionary() {
    std::vector<std::string_view> codes;
    codes.reserve(languages.size());
    for (const auto& row : languages) codes.push_back(row.code);
    return codes;
}

}  // namespace indexer
