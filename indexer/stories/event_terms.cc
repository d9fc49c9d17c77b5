// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/stories/event_terms.h"

#include "archive/base/files.h"
#include "archive/base/fold.h"
#include "archive/base/text.h"
#include "archive/index/word_letters.h"
#include "indexer/analysis/month_names.h"
#include "indexer/extract/line_shape.h"
#include "indexer/stories/common_terms.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace indexer {

namespace {

using archive::Article;
using archive::EventSignature;

/// What an article says of one word.
struct Telling {
    int weight = 0;
    int inside = 0;  ///< times with a capital where no sentence begins
    int small = 0;   ///< times without
    std::uint32_t letters = 0;
    bool weekday = false;
    bool common = false, judged = false;
};

/// The words of an article by their hashes. One a thread: it keeps its memory.
class Words {
public:
    struct Word {
        std::uint32_t hash = 0;
        Telling telling;
    };

    /// A very long article leaves no table behind that every short one after it would clear.
    void clear() {
        if (slots_.size() > usual_slots) slots_ = {};
        std::fill(slots_.begin(), slots_.end(), 0U);
        words_.clear();
    }
    /// What is said of a word, and whether it is met for the first time. Valid until the next call.
    std::pair<Telling&, bool> find(std::uint32_t hash) {
        if (slots_.size() < (words_.size() + 1) * 2) grow();
        auto& slot = slots_[slot_of(hash)];
        const bool first = slot == 0;
        if (first) {
            words_.push_back({hash, {}});
            slot = static_cast<std::uint32_t>(words_.size());
        }
        return {words_[slot - 1].telling, first};
    }
    auto begin() const { return words_.begin(); }
    auto end() const { return words_.end(); }

private:
    static constexpr std::size_t usual_slots = 4096;

    std::size_t slot_of(std::uint32_t hash) const {
        const std::size_t mask = slots_.size() - 1;
        std::size_t slot = hash & mask;
        while (slots_[slot] != 0 && words_[slots_[slot] - 1].hash != hash) slot = (slot + 1) & mask;
        return slot;
    }
    void grow() {
        slots_.assign(std::max<std::size_t>(slots_.size() * 2, usual_slots / 4), 0);
        for (std::size_t at = 0; at < words_.size(); ++at)
            slots_[slot_of(words_[at].hash)] = static_cast<std::uint32_t>(at + 1);
    }

    std::vector<Word> words_;           ///< in the order they are met
    std::vector<std::uint32_t> slots_;  ///< number in words_, from 1; 0 in empty ones
};

constexpr int in_headline = 4, in_lead = 2;
constexpr std::size_t lead_bytes = 600;
constexpr std::size_t most_bytes =
    4'000;  ///< of the body: what comes later is no more of the event
constexpr std::size_t longest_headline = 400;
constexpr std::size_t time_bytes = 1'500;    ///< in which weekdays are those of the event
constexpr std::uint32_t long_word = 7;       ///< letters of a word that tells something
constexpr std::uint32_t hashed_letters = 7;  ///< of a word: what follows is its inflexion

std::string as_utf8(char32_t point) {
    std::string text;
    archive::append_utf8(text, point);
    return text;
}

/// Puts the words of a text together, one by one.
class WordCollector {
public:
    explicit WordCollector(Words& words) : words_(words) {}

    /// `weight` counts for the first `first_bytes`, one for the rest.
    void read(std::string_view text, int weight, std::size_t first_bytes, bool sentence_inside) {
        opens_ = !sentence_inside;
        // "STORM ALVA TEARS ROOFS OFF" does not say which of its words are names.
        capitals_tell_ = sentence_inside || !all_capitalised(archive::cut(text, longest_headline));
        const auto stand_at = [&](std::size_t at) {
            weight_ = at < first_bytes ? weight : 1;
            tells_time_ = at < time_bytes;
        };
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t begin = at;
            at = take_ascii(text, at);
            if (at > begin) {
                stand_at(at - 1);
                continue;
            }
            const auto byte = static_cast<unsigned char>(text[at]);
            const char32_t point =
                byte < 0x80 ? (++at, char32_t{byte}) : archive::next_code_point(text, at);
            stand_at(begin);
            take(point);
        }
        end();
        previous_ = 0;
    }

    std::uint8_t weekdays() const { return weekdays_; }

    /// Whether it reads like sentences: a table of prices tells of no event, however many names are
    /// in it. Scripts without small letters always do.
    bool prose() const { return with_case_ == 0 || small_ * 3 >= all_; }

private:
    /// Takes the letters and digits of ASCII from `at` on; returns where they end.
    std::size_t take_ascii(std::string_view text, std::size_t at) {
        char folded = archive::folded_byte(text[at]);
        if (folded == 0) return at;
        if (letters_ == 0 && !cut_) {
            capital_ = text[at] != folded;
            lower_ = !capital_ && folded >= 'a';
        }
        do {
            if (!cut_) {
                digits_ = digits_ && archive::is_ascii_digit(folded);
                ++letters_;
                word_.append(folded);
            }
        } while (++at < text.size() && (folded = archive::folded_byte(text[at])) != 0);
        return at;
    }

    /// Any other character.
    void take(char32_t point) {
        const auto code = static_cast<UChar32>(point);
        const bool ascii = point < 0x80;
        const bool letter = !ascii && (u_isalnum(code) != 0 || point == 0x2019);
        if (!letter && point != '\'') {
            end();
            if (point == '.' || point == '!' || point == '?' || point == '\n' || point == ':'
                || point == '"' || point == 0x201C || point == 0x2026)
                opens_ = true;
            previous_ = 0;
            return;
        }
        if (!ascii && is_word_alone(code)) {
            end();
            if (previous_ != 0) {
                constexpr std::uint32_t counts_as = 7;
                count(as_utf8(previous_) + as_utf8(point), counts_as, false);
            }
            previous_ = point;
            return;
        }
        if (point == '\'' || point == 0x2019) {
            if (letters_ > 0) cut_ = true;  // "Kim's" is Kim
            return;
        }
        if (cut_) return;
        if (letters_ == 0) {
            capital_ = u_isupper(code) != 0;
            lower_ = u_islower(code) != 0;
        }
        digits_ = false;
        ++letters_;
        word_.append(as_utf8(static_cast<char32_t>(u_foldCase(code, U_FOLD_CASE_DEFAULT))));
    }

    static bool is_word_alone(UChar32 code) {
        if (code < 0x0E00) return false;
        UErrorCode status = U_ZERO_ERROR;
        const auto script = uscript_getScript(code, &status);
        return script == USCRIPT_HAN || script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA
               || script == USCRIPT_THAI || script == USCRIPT_LAO || script == USCRIPT_KHMER
               || script == USCRIPT_MYANMAR;
    }

    void end() {
        if (letters_ > 0) {
            if (!digits_) count(word_.text(), letters_, capital_ && !opens_);
            opens_ = false;
            ++all_;
            small_ += lower_ ? 1 : 0;
            with_case_ += lower_ || capital_ ? 1 : 0;
        }
        word_.clear();
        letters_ = 0;
        capital_ = cut_ = lower_ = false;
        digits_ = true;
    }

    void count(std::string_view word, std::uint32_t letters, bool name) {
        constexpr std::uint32_t shortest_name = 3, shortest_word = 5, longest_weekday = 12;
        if (letters < (name ? shortest_name : shortest_word)) return;
        const auto [telling, first] =
            words_.find(static_cast<std::uint32_t>(archive::checksum_of(beginning(word))));
        if (first && tells_time_ && letters >= shortest_word && letters <= longest_weekday) {
            if (const auto weekday = weekday_named(word)) {
                weekdays_ = static_cast<std::uint8_t>(weekdays_ | 1U << *weekday);
                telling.weekday = true;
            }
        }
        if (!telling.judged && (name || letters >= long_word || weight_ >= in_headline)) {
            telling.common = is_common_term(word);
            telling.judged = true;
        }
        telling.weight += weight_;
        telling.letters = std::max(telling.letters, letters);
        if (!capitals_tell_) return;
        if (name)
            ++telling.inside;
        else if (!capital_)
            ++telling.small;
    }

    static std::string_view beginning(std::string_view word) {
        if (word.size() <= hashed_letters) return word;
        std::size_t at = 0;
        for (std::uint32_t letters = 0; at < word.size() && letters < hashed_letters; ++letters)
            archive::next_code_point(word, at);
        return word.substr(0, at);
    }

    Words& words_;
    archive::Letters word_;
    std::uint32_t letters_ = 0;
    char32_t previous_ = 0;
    int weight_ = 1;
    bool tells_time_ = true, capitals_tell_ = true, lower_ = false;
    std::size_t all_ = 0, small_ = 0, with_case_ = 0;  ///< words
    bool capital_ = false, cut_ = false, digits_ = true, opens_ = true;
    std::uint8_t weekdays_ = 0;
};

struct Chosen {
    double weight = 0;
    std::uint32_t hash = 0;
    bool name = false;
    bool common = false;
    bool leading = false;
};

/// The heaviest first.
bool heavier(const Chosen& left, const Chosen& right) {
    return left.weight != right.weight ? left.weight > right.weight : left.hash < right.hash;
}

/// Leaves the heaviest.
void keep_heaviest(std::vector<Chosen>& chosen, std::size_t count) {
    count = std::min(chosen.size(), count);
    std::partial_sort(chosen.begin(), chosen.begin() + static_cast<std::ptrdiff_t>(count),
                      chosen.end(), heavier);
    chosen.resize(count);
}

/// Marks up to `most` of the heaviest of a kind; returns how many.
int mark_heaviest(std::vector<Chosen>& chosen, bool names, bool common, int most) {
    int marked = 0;
    for (auto& each : chosen) {
        if (each.common != common || each.name != names || marked == most) continue;
        each.leading = true;
        ++marked;
    }
    return marked;
}

/// Marks what the article is about: three names, where it has any that are not common, and the
/// country or city.
void mark_leading(std::vector<Chosen>& chosen) {
    constexpr int most = 3;
    if (mark_heaviest(chosen, true, false, most) == 0) mark_heaviest(chosen, false, false, most);
    mark_heaviest(chosen, true, true, 1);
}

}  // namespace

EventSignature event_signature(const Article& article) {
    thread_local Words words;
    words.clear();
    WordCollector collector(words);
    if (article.title_basis != archive::TitleBasis::lead)
        collector.read(article.title, in_headline, article.title.size(), false);
    collector.read(article.standfirst, in_lead, article.standfirst.size(), false);
    const std::string body = archive::body_text(article);
    collector.read(archive::cut(body, most_bytes), in_lead, lead_bytes, false);
    for (const auto& entity : article.entities) {
        if (entity.found) continue;  // its words were just read
        collector.read(archive::folded_words(entity.name), in_lead, entity.name.size(), true);
    }

    if (!collector.prose()) return {};
    constexpr double weight_if_common = 0.4;
    std::vector<Chosen> names;
    std::vector<Chosen> others;
    for (const auto& [hash, telling] : words) {
        if (telling.weekday) continue;
        const bool name = telling.inside > telling.small;
        const bool said_first = telling.weight >= in_headline;
        if (!name && telling.letters < long_word && !said_first) continue;
        const double weight = telling.weight * (telling.common ? weight_if_common : 1.0);
        (name ? names : others).push_back({weight, hash, name, telling.common, false});
    }
    constexpr std::size_t most_names = EventSignature::kept / 2;
    keep_heaviest(names, EventSignature::kept - std::min(others.size(), most_names));
    keep_heaviest(others, EventSignature::kept - names.size());
    std::vector<Chosen> chosen = std::move(names);
    chosen.insert(chosen.end(), others.begin(), others.end());
    mark_leading(chosen);
    std::sort(chosen.begin(), chosen.end(),
              [](const Chosen& left, const Chosen& right) { return left.hash < right.hash; });
    EventSignature signature;
    signature.count = static_cast<std::uint8_t>(chosen.size());
    signature.weekdays = collector.weekdays();
    for (std::size_t i = 0; i < chosen.size(); ++i) {
        const auto bit = std::uint32_t{1} << i;
        signature.terms[i] = chosen[i].hash;
        if (chosen[i].name) signature.names |= bit;
        if (chosen[i].leading) signature.leading |= bit;
        if (chosen[i].common) signature.common |= bit;
    }
    return signature;
}

}  // namespace indexer
