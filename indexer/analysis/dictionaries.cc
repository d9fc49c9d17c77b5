// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/analysis/dictionaries.h"

#include "archive/base/files.h"
#include "archive/base/text.h"
#include "archive/index/normaliser.h"

#include <hunspell/hunspell.hxx>
#include <unicode/uchar.h>

#include <array>
#include <atomic>
#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <string>

namespace indexer {

namespace {

constexpr std::string_view folder = "/usr/share/hunspell/";
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
/// bit being the answer. A word has four slots side by side to lie in, and pushes out another when
/// all are taken.
class Answers {
public:
    std::optional<bool> find(std::uint64_t key) const {
        for (std::size_t at = first_slot(key), end = at + ways; at < end; ++at) {
            const auto slot = slots_[at].load(std::memory_order_relaxed);
            if ((slot | 1U) == (key | 1U)) return (slot & 1U) != 0;
        }
        return std::nullopt;
    }
    void keep(std::uint64_t key, bool known) {
        const auto slot = (key & ~std::uint64_t{1}) | (known ? 1U : 0U);
        const std::size_t first = first_slot(key);
        std::size_t at = first + (key >> 62U);
        for (std::size_t way = first; way < first + ways; ++way) {
            if (slots_[way].load(std::memory_order_relaxed) == 0) at = way;
        }
        slots_[at].store(slot, std::memory_order_relaxed);
    }

private:
    static constexpr std::size_t slots = std::size_t{1} << 18U;
    static constexpr std::size_t ways = 4;
    static std::size_t first_slot(std::uint64_t key) { return (key >> 1U) % (slots / ways) * ways; }
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

/// Hunspell is not made for threads: it is asked under the lock.
struct Dictionary::Books {
    struct Book {
        std::unique_ptr<Hunspell> words;
        bool latin_1 = false;
    };
    std::vector<Book> books;
    std::mutex lock;

    bool have(const std::string& word) {
        for (auto& book : books) {
            const auto written = book.latin_1 ? in_latin_1(word) : word;
            if (written && book.words->spell(*written)) return true;
        }
        return false;
    }
    bool have_in_any_case(const std::string& word) { return have(word) || have(as_name(word)); }
};

Dictionary::Dictionary(std::string_view language, std::unique_ptr<Books> books)
    : salt_(archive::checksum_of(language)), sharp_s_(language == "de"), books_(std::move(books)) {}

Dictionary::~Dictionary() = default;

bool Dictionary::looked_up(std::string_view word) const {
    if (word.empty() || word.size() > longest_word) return false;
    const std::string composed = archive::composed(word);
    const std::lock_guard hold(books_->lock);
    if (books_->have_in_any_case(composed)) return true;
    constexpr std::string_view sharp_s = "\u00DF";
    if (!sharp_s_) return false;
    if (composed.find("ss") != std::string::npos
        && books_->have_in_any_case(with_each(composed, "ss", sharp_s)))
        return true;
    return composed.find(sharp_s) != std::string::npos
           && books_->have_in_any_case(with_each(composed, sharp_s, "ss"));
}

bool Dictionary::knows(std::string_view word, std::uint64_t& key) const {
    key = archive::checksum_of(word) ^ salt_;
    if (const auto kept = answers().find(key)) return *kept;
    const bool known = looked_up(word);
    answers().keep(key, known);
    return known;
}

bool Dictionary::knows(std::string_view word) const {
    std::uint64_t key = 0;
    return knows(word, key);
}

const Dictionary* dictionary_of(std::string_view language) {
    // Reading a dictionary sets tables that all of hunspell 1.7.1 shares: one at a time.
    static std::mutex lock;
    static std::map<std::string_view, std::unique_ptr<Dictionary>> read;
    for (const auto& row : languages) {
        if (row.code != language) continue;
        const std::lock_guard hold(lock);
        const auto found = read.find(row.code);
        if (found != read.end()) return found->second.get();
        auto books = std::make_unique<Dictionary::Books>();
        for (const auto& files : row.spellings) {
            for (const auto file : files) {
                const auto path = std::string(folder) + std::string(file);
                if (file.empty() || !std::filesystem::exists(path + ".aff")
                    || !std::filesystem::exists(path + ".dic"))
                    continue;
                auto words =
                    std::make_unique<Hunspell>((path + ".aff").c_str(), (path + ".dic").c_str());
                const bool latin_1 = words->get_dict_encoding() == "ISO8859-1";
                if (!latin_1 && words->get_dict_encoding() != "UTF-8") continue;
                books->books.push_back({std::move(words), latin_1});
                break;
            }
        }
        auto& kept = read[row.code];
        if (!books->books.empty()) kept.reset(new Dictionary(row.code, std::move(books)));
        return kept.get();
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
