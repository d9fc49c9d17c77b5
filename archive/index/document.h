// SPDX-License-Identifier: GPL-2.0-or-later
// document.h - What the index keeps of one article, ready for the writer of a segment.
//
// Everything about an article that needs its words is worked out here, once, by many threads: terms
// for the postings, tokens for the forward store, values for the columns. The writer only numbers
// and stores them. Readers that need the way back from a position to the text (marks, snippets) cut
// the stored article again with for_each_token(), which is what wrote the tokens.
#pragma once

#include "archive/index/indexed_text.h"
#include "archive/index/landmarks.h"
#include "archive/index/quote_positions.h"
#include "archive/index/schema.h"
#include "archive/index/word_terms.h"
#include "archive/model/article.h"
#include "archive/model/date.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace archive {

/// One token to be written, in reading order.
struct DocumentToken {
    TokenKind kind = TokenKind::word;
    ZoneKind zone = ZoneKind::body;  ///< the zone it is in; of a zone token, the one that begins
    std::uint8_t span = 1;           ///< words covered: 1, or 2 and more for a joined word
    std::uint32_t word = 0;          ///< words and joined words: index into Document::words

    friend bool operator==(const DocumentToken&, const DocumentToken&) = default;
};

/// A posting of the document. At most 245 bytes with its prefix, without NUL.
struct Term {
    std::string text;       ///< with its schema::prefix
    std::uint32_t wdf = 1;  ///< how often it counts
    WordPlaces places = 0;  ///< of a word: stored with the count

    friend bool operator==(const Term&, const Term&) = default;
};

/// A quotation that has words in the index.
struct DocumentQuote {
    PositionSpan words;
    Quote quote;

    friend bool operator==(const DocumentQuote&, const DocumentQuote&) = default;
};

/// One article as the index takes it. A plain value that owns all it holds.
struct Document {
    std::string id;  ///< of the article

    std::vector<Term> terms;            ///< in no order; a prefixed one that comes twice adds up
    std::vector<std::string> words;     ///< of the tokens: sorted by bytes, each once
    std::vector<DocumentToken> tokens;  ///< all zones but header, furniture too
    std::vector<DocumentQuote> quotes;  ///< in reading order
    Landmarks landmarks;

    DayNumber first_day = 0;  ///< 0 when undated
    DayNumber last_day = 0;   ///< 0 when undated
    Precision precision = Precision::none;
    Certainty certainty = Certainty::none;
    DayNumber updated = 0;            ///< first day of the updated date, 0 when there is none
    std::uint32_t words_in_body = 0;  ///< plain words in body zones
    std::uint32_t length = 0;    ///< sum of the wdf of plain words, joined ones left out: for BM25
    std::uint32_t unlisted = 0;  ///< occurrences of its stems, and of its words by their places
    std::uint32_t has = 0;       ///< presence_bits()
    bool has_furniture = false;
    bool altered = false;  ///< machine-altered wording
    bool cut = false;      ///< longer than limits::indexed_bytes: the rest can't be found

    /// Values by schema::Names as the article writes them, in its order, each once (what differs in
    /// case, accents or punctuation only is one; the first spelling stays).
    std::array<std::vector<std::string>, schema::names_columns> names;

    const std::vector<std::string>& values(schema::Names column) const {
        return names[static_cast<std::size_t>(column)];
    }
    /// The text of a word or joined word.
    std::string_view text(const DocumentToken& token) const { return words[token.word]; }
};

/// Makes documents of articles. One a thread: it keeps stemmers and buffers from article to
/// article.
class DocumentMaker {
public:
    DocumentMaker();
    ~DocumentMaker();
    DocumentMaker(DocumentMaker&&) noexcept;
    DocumentMaker& operator=(DocumentMaker&&) noexcept;

    /// Never fails: what is too long is cut or left out, and flagged.
    Document make(const Article& article);

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// The posting of an exact value, such as "H:the straits times" of the source "The Straits Times":
/// the prefix and the value folded, cut to what the index takes. Empty when nothing is left of the
/// value. Documents and queries must both use it.
std::string exact_term(std::string_view prefix, std::string_view value);

}  // namespace archive
