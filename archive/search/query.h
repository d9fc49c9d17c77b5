// SPDX-License-Identifier: GPL-2.0-or-later
// query.h - What a query means, as a tree of plain values.
//
// The parser builds it, the printer writes it back, the compiler turns it into Xapian's own tree.
// It knows nothing of an index: `parse(print(q)) == q` is tested on generated queries. Spans count
// Unicode code points of the typed text.
#pragma once

#include "archive/base/error.h"
#include "archive/model/date.h"

#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace archive {

/// Code points of the typed text, end exclusive. Spans do not take part in comparing queries.
struct Span {
    std::size_t start = 0;
    std::size_t end = 0;
    friend bool operator==(const Span&, const Span&) { return true; }
};

/// The zone that words are looked for in. `text` is everything but furniture.
enum class Where : std::uint8_t { text, headline, lead, body, caption, furniture };

/// How one word matches.
enum class Form : std::uint8_t {
    stemmed,  ///< any form of the word, British or American
    quoted,   ///< a word of a phrase: as written, British or American
    exact,    ///< =word: this form only
};

/// One typed word; the cutter may make several of it ("self-defence").
struct WordQuery {
    std::string text;  ///< as typed, without operators
    Form form = Form::stemmed;
    Where where = Where::text;
    friend bool operator==(const WordQuery&, const WordQuery&) = default;
};

/// Words with letters left open: ukrain*, p?tin. Any of the forms that the archive holds.
struct PatternQuery {
    std::string text;  ///< as typed: '*' is any letters or none, '?' a single one
    Where where = Where::text;
    friend bool operator==(const PatternQuery&, const PatternQuery&) = default;
};

/// Words spelled nearly so: puttin~. The first letter stays.
struct FuzzyQuery {
    std::string text;        ///< as typed, without the "~"
    std::uint8_t edits = 1;  ///< letters wrong, missing, too many or swapped with the next: 1 or 2
    Where where = Where::text;
    friend bool operator==(const FuzzyQuery&, const FuzzyQuery&) = default;
};

/// Words in this order, next to each other, or near each other in any.
struct PhraseQuery {
    std::string text;  ///< between the quotation marks, as typed, blanks trimmed; '*' and '?' as in
                       ///< PatternQuery
    Where where = Where::text;
    Form form = Form::quoted;  ///< or exact: ="night boat"
    std::uint16_t within = 0;  ///< "a b"~5: at most so many words apart, in any order; 0: next to
                               ///< each other as written
    friend bool operator==(const PhraseQuery&, const PhraseQuery&) = default;
};

/// @person, @org, @place: any name of that type.
struct AnyNameQuery {
    std::string field;  ///< "person", "org" or "place"
    friend bool operator==(const AnyNameQuery&, const AnyNameQuery&) = default;
};

/// Metadata: source, site, author, section, agency, lang, tag, id, story, event, quality, has,
/// lacks.
struct FilterQuery {
    std::string field;  ///< the field's name, never its alias
    std::string value;  ///< as typed
    friend bool operator==(const FilterQuery&, const FilterQuery&) = default;
};

/// person: org: place: entity:
struct NameQuery {
    std::string field;
    std::string value;     ///< a name, or an id such as "person:kim-jong-un"
    bool literal = false;  ///< ="…": no aliases
    friend bool operator==(const NameQuery&, const NameQuery&) = default;
};

enum class DateBasis : std::uint8_t { published, updated, added };

/// A span of days; open at either end.
struct DateQuery {
    std::string field;  ///< "date", "since", "after", "until", "before", "added", "updated"
    std::string value;  ///< as typed: "2024-06..2024-11"; relative ones as the days they stand for,
                        ///< so that "7d" is kept as "2024-11-24..2024-11-30"
    DateBasis basis = DateBasis::published;
    DayNumber first = first_day_ever;  ///< inclusive
    DayNumber last = last_day_ever;    ///< inclusive
    friend bool operator==(const DateQuery&, const DateQuery&) = default;
};

struct CertaintyQuery {
    Certainty certainty = Certainty::stated;
    friend bool operator==(const CertaintyQuery&, const CertaintyQuery&) = default;
};

/// words: and copies:, from `least` to `most`, both included.
struct NumberQuery {
    std::string field;
    std::string value;  ///< as typed: "500", ">500", "200..800"
    std::uint32_t least = 0;
    std::uint32_t most = open_end;
    static constexpr std::uint32_t open_end = std::numeric_limits<std::uint32_t>::max();
    friend bool operator==(const NumberQuery&, const NumberQuery&) = default;
};

struct Query;
using QueryPointer = std::shared_ptr<const Query>;  ///< trees are immutable and may share branches

struct NotQuery {
    QueryPointer operand;
    friend bool operator==(const NotQuery&, const NotQuery&);
};

/// Two operands or more.
struct AndQuery {
    std::vector<QueryPointer> operands;
    friend bool operator==(const AndQuery&, const AndQuery&);
};
struct OrQuery {
    std::vector<QueryPointer> operands;
    friend bool operator==(const OrQuery&, const OrQuery&);
};

/// Two things that stand near each other: words of any form, phrases, names of a type, any of such
/// (OrQuery), or again two that are near.
struct NearQuery {
    enum class Kind : std::uint8_t {
        near,      ///< NEAR/5: at most `words` words on or back; neighbours are 1 apart
        adjacent,  ///< ADJ/5: the same, `left` first
        same,      ///< SAME: in one paragraph
    };
    Kind kind = Kind::near;
    std::uint16_t words = 10;  ///< 10 for `same`, which has no number
    QueryPointer left, right;
    friend bool operator==(const NearQuery&, const NearQuery&);
};

/// atleast3:ukraine: an article mentions it so often. The operand is one that NearQuery takes.
struct AtLeastQuery {
    std::uint16_t times = 1;
    QueryPointer operand;
    friend bool operator==(const AtLeastQuery&, const AtLeastQuery&);
};

/// said:x: inside quotation marks.
struct SaidQuery {
    std::string speaker;   ///< the name as typed; empty for anyone
    bool literal = false;  ///< said:="…": no aliases
    QueryPointer operand;  ///< words, phrases, and what joins them
    friend bool operator==(const SaidQuery&, const SaidQuery&);
};

/// Every article: the empty query.
struct EverythingQuery {
    friend bool operator==(const EverythingQuery&, const EverythingQuery&) = default;
};

struct Query {
    std::variant<EverythingQuery, WordQuery, PatternQuery, FuzzyQuery, PhraseQuery, AnyNameQuery,
                 FilterQuery, NameQuery, DateQuery, CertaintyQuery, NumberQuery, NotQuery, AndQuery,
                 OrQuery, NearQuery, AtLeastQuery, SaidQuery>
        node;
    Span span;
    friend bool operator==(const Query&, const Query&) = default;
};

/// A repair that the parser made.
struct Warning {
    ErrorCode code;
    std::string detail;  ///< a sentence for people
    Span span;
};

/// What the parser hands over.
struct ParsedQuery {
    QueryPointer root;              ///< never null
    std::vector<Warning> warnings;  ///< in typed order
    DayNumber today = 0;            ///< what relative dates were counted from
};

/// A tree of one node more.
template <typename Node>
QueryPointer query_of(Node node, Span span = {}) {
    return std::make_shared<const Query>(Query{std::move(node), span});
}

/// What matches all of `operands`: nested conjunctions become one, EverythingQuery is left out, one
/// operand stays itself, none is EverythingQuery. How the filters of a request join a typed query.
QueryPointer all_of(const std::vector<QueryPointer>& operands);

/// What matches any of `operands`, one or more: nested alternatives become one.
QueryPointer any_of(const std::vector<QueryPointer>& operands);

}  // namespace archive
