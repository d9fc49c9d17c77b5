// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/stories/event_terms.h"

#include "archive/base/files.h"
#include "archive/base/fold.h"
#include "archive/base/text.h"
#include "archive/index/word_letters.h"
#include "indexer/analysis/month_names.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <string>
#include <unordered_map>
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
};

using Words = std::unordered_map<std::uint32_t, Telling>;

constexpr int in_headline = 4, in_lead = 2;
constexpr std::size_t lead_bytes = 600;
constexpr std::size_t most_bytes =
    24'000;  ///< of the body: what comes later is no more of the event

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
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t begin = at;
            const auto byte = static_cast<unsigned char>(text[at]);
            const char32_t point =
                byte < 0x80 ? (++at, char32_t{byte}) : archive::next_code_point(text, at);
            weight_ = begin < first_bytes ? weight : 1;
            take(point);
        }
        end();
        previous_ = 0;
    }

    std::uint8_t weekdays() const { return weekdays_; }

private:
    void take(char32_t point) {
        const auto code = static_cast<UChar32>(point);
        const bool ascii = point < 0x80;
        const bool letter = ascii ? archive::folded_byte(static_cast<char>(point)) != 0
                                  : u_isalnum(code) != 0 || point == 0x2019;
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
        if (letters_ == 0) capital_ = ascii ? point >= 'A' && point <= 'Z' : u_isupper(code) != 0;
        digits_ = digits_ && ascii && archive::is_ascii_digit(static_cast<char>(point));
        ++letters_;
        if (ascii)
            word_.append(archive::folded_byte(static_cast<char>(point)));
        else
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
        }
        word_.clear();
        letters_ = 0;
        capital_ = cut_ = false;
        digits_ = true;
    }

    void count(std::string_view word, std::uint32_t letters, bool name) {
        constexpr std::uint32_t shortest_name = 3, shortest_word = 5, longest_weekday = 12;
        if (letters < (name ? shortest_name : shortest_word)) return;
        const auto [found, first] =
            words_.try_emplace(static_cast<std::uint32_t>(archive::checksum_of(word)));
        auto& telling = found->second;
        if (first && letters >= shortest_word && letters <= longest_weekday) {
            if (const auto weekday = weekday_named(word)) {
                weekdays_ = static_cast<std::uint8_t>(weekdays_ | 1U << *weekday);
                telling.weekday = true;
            }
        }
        telling.weight += weight_;
        telling.letters = letters;
        if (name)
            ++telling.inside;
        else if (!capital_)
            ++telling.small;
    }

    Words& words_;
    archive::Letters word_;
    std::uint32_t letters_ = 0;
    char32_t previous_ = 0;
    int weight_ = 1;
    bool capital_ = false, cut_ = false, digits_ = true, opens_ = true;
    std::uint8_t weekdays_ = 0;
};

struct Chosen {
    int weight = 0;
    std::uint32_t hash = 0;
    bool name = false;
};

}  // namespace

EventSignature event_signature(const Article& article) {
    constexpr std::size_t usual_words = 512;
    Words words(usual_words);
    WordCollector collector(words);
    if (article.title_basis != archive::TitleBasis::lead)
        collector.read(article.title, in_headline, article.title.size(), false);
    collector.read(article.standfirst, in_lead, article.standfirst.size(), false);
    const std::string body = archive::body_text(article);
    collector.read(archive::cut(body, most_bytes), in_lead, lead_bytes, false);
    for (const auto& entity : article.entities)
        collector.read(archive::folded_words(entity.name), in_lead, entity.name.size(), true);

    constexpr int a_name = 3;
    constexpr std::uint32_t long_word = 7;
    std::vector<Chosen> chosen;
    for (const auto& [hash, telling] : words) {
        if (telling.weekday) continue;
        const bool name = telling.inside > telling.small;
        const bool said_first = telling.weight >= in_headline;
        if (!name && telling.letters < long_word && !said_first) continue;
        chosen.push_back({telling.weight * (name ? a_name : 1), hash, name});
    }
    const auto count = std::min(chosen.size(), EventSignature::kept);
    std::partial_sort(chosen.begin(), chosen.begin() + static_cast<std::ptrdiff_t>(count),
                      chosen.end(), [](const Chosen& left, const Chosen& right) {
                          return left.weight != right.weight ? left.weight > right.weight
                                                             : left.hash < right.hash;
                      });
    chosen.resize(count);
    std::sort(chosen.begin(), chosen.end(),
              [](const Chosen& left, const Chosen& right) { return left.hash < right.hash; });
    EventSignature signature;
    signature.count = static_cast<std::uint8_t>(count);
    signature.weekdays = collector.weekdays();
    for (std::size_t i = 0; i < count; ++i) {
        signature.terms[i] = chosen[i].hash;
        if (chosen[i].name) signature.names |= std::uint32_t{1} << i;
    }
    return signature;
}

}  // namespace indexer
