// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/names/quotation_marks.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace indexer {

namespace {

/// Words that begin with an apostrophe of their own; sorted.
constexpr std::array<std::string_view, 9> shortened{"bout", "cause", "em",  "n",   "round",
                                                    "til",  "till",  "tis", "twas"};

/// Finds the quotations of one article, from its beginning to its end.
class Marks {
public:
    explicit Marks(const NameText& text)
        : text_(text), count_(static_cast<std::uint32_t>(text.tokens().size())) {}

    /// Also what stands in single marks.
    std::vector<QuotedWords> all() { return find(true); }
    std::vector<QuotedWords> in_double_marks() { return find(false); }

    bool single(const QuotedWords& quote) const {
        return text_[quote.begin].sign == Sign::apostrophe;
    }

private:
    std::vector<QuotedWords> find(bool singles) {
        std::vector<QuotedWords> quotes;
        for (std::uint32_t at = 0; at < count_; ++at) {
            QuotedWords quote{at, at, false};
            switch (text_[at].sign) {
                case Sign::straight:
                case Sign::opening: quote = double_from(at); break;
                case Sign::apostrophe:
                    if (singles && opens(at)) quote = single_from(at);
                    break;
                default: break;
            }
            if (quote.end == at) continue;
            quotes.push_back(quote);
            at = quote.end - 1;
        }
        return quotes;
    }

    bool same_paragraph(std::uint32_t at, std::uint32_t other) const {
        return other < count_
               && text_.sentence_of(at).paragraph == text_.sentence_of(other).paragraph;
    }

    QuotedWords double_from(std::uint32_t at) const {
        QuotedWords quote{at, at + 1, false};
        while (!quote.closed && same_paragraph(at, quote.end)) {
            const auto sign = text_[quote.end].sign;
            quote.closed = sign == Sign::straight || sign == Sign::closing;
            ++quote.end;
        }
        return quote;
    }

    /// Whether a single mark stands before a word, apart from the word before: not "'90s", "'em".
    bool opens(std::uint32_t at) const {
        const auto mark = text_[at].text;
        if (mark != "'" && mark != "\xE2\x80\x98" && mark != "`") return false;
        if (!text_[at].spaced || at + 1 >= count_ || text_[at + 1].spaced) return false;
        const auto& word = text_[at + 1];
        const bool number = word.text[0] >= '0' && word.text[0] <= '9';
        return word.sign == Sign::none && !number
               && !std::binary_search(shortened.begin(), shortened.end(), word.low);
    }

    enum class Close : std::uint8_t { no, doubtful, yes };

    /// Whether an apostrophe ends what a single mark began; doubtful in "the ports' owners" and
    /// "goin' home".
    Close closes(std::uint32_t at) const {
        const auto& mark = text_[at];
        if (mark.sign != Sign::apostrophe || mark.spaced) return Close::no;
        const auto before = text_[at - 1].sign;
        if (before == Sign::comma || before == Sign::full_stop) return Close::yes;
        const bool word_follows = same_paragraph(at, at + 1) && text_[at + 1].sign == Sign::none;
        if (word_follows && !text_[at + 1].spaced) return Close::no;
        const auto low = text_[at - 1].low;
        const bool own = word_follows && (low.ends_with("s") || low.ends_with("in"));
        return own ? Close::doubtful : Close::yes;
    }

    /// Empty when nothing closes it: then it was an apostrophe.
    QuotedWords single_from(std::uint32_t at) {
        if (at < none_closes_before_) return {at, at, false};
        bool doubtful = false;
        auto end = at + 1;
        for (; same_paragraph(at, end); ++end) {
            const auto close = closes(end);
            const auto before = text_[end - 1].sign;
            const bool sure = before == Sign::comma || before == Sign::full_stop;
            if (close == Close::yes && (!doubtful || sure)) return {at, end + 1, true};
            doubtful = doubtful || close == Close::doubtful;
        }
        // Had a later mark of the paragraph an end, then so had this one, but for doubtful ones.
        none_closes_before_ = end;
        return {at, at, false};
    }

    const NameText& text_;
    const std::uint32_t count_;
    std::uint32_t none_closes_before_ = 0;  ///< so that a paragraph of apostrophes is read once
};

}  // namespace

std::vector<QuotedWords> quoted_words(const NameText& text) {
    Marks marks(text);
    auto quotes = marks.all();
    const auto singles = static_cast<std::size_t>(
        std::count_if(quotes.begin(), quotes.end(),
                      [&](const QuotedWords& quote) { return marks.single(quote); }));
    return singles == 0 || 2 * singles > quotes.size() ? quotes : marks.in_double_marks();
}

}  // namespace indexer
