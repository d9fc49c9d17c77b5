// SPDX-License-Identifier: GPL-2.0-or-later
// schema.h - What an article looks like inside the index: prefixes, columns, fields.
//
// The only place that knows them. Dates are not terms: they are columns of day numbers by docid, so
// a range is a window of docids and two comparisons. Changing a prefix, a column, the normaliser or
// a file format makes old indexes wrong in silence: raise `version`.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace archive::schema {

/// Written into every manifest; a reader accepts its own number only.
inline constexpr int version = 10;

/// What terms start with. All but `stem` and `id` end with ':', so that prefix and word can't run
/// together. Words have none. docs/schema.md says what each holds. Some stand in plans only: of
/// stems the postings are those of their words (stem_words.h), ids and fields that have a value are
/// columns.
namespace prefix {
inline constexpr std::string_view stem = "Z";  ///< words stemmed by the article's language
inline constexpr std::string_view capitals =
    "XU:";  ///< written in capitals or with dots: "us", "who"
inline constexpr std::string_view headline = "S:", headline_stem = "ZS:";
inline constexpr std::string_view lead = "XI:", lead_stem = "ZXI:";
inline constexpr std::string_view caption = "XC:", caption_stem = "ZXC:";
inline constexpr std::string_view furniture = "XF:", furniture_stem = "ZXF:";
inline constexpr std::string_view entity = "XE:";  ///< name key: "XE:person kim jong un"
inline constexpr std::string_view quoted = "XQ:", quoted_stem = "ZXQ:";
inline constexpr std::string_view speaker = "XV:";  ///< name key of who speaks in a quotation
inline constexpr std::string_view source = "H:";
inline constexpr std::string_view site = "XH:";
inline constexpr std::string_view author = "A:";
inline constexpr std::string_view section = "XSEC:";
inline constexpr std::string_view language = "L:";
inline constexpr std::string_view agency = "XA:";
inline constexpr std::string_view tag = "K:";
inline constexpr std::string_view id = "Q";            ///< the 16 characters of the article's id
inline constexpr std::string_view presence = "XHAS:";  ///< name of a field that has a value
}  // namespace prefix

/// Columns that hold words from a dictionary, any number an article. On disk: append, never
/// renumber.
enum class Names : std::uint8_t {
    source,
    section,
    language,
    author,
    agency,
    tag,
    person,
    org,
    place
};
inline constexpr std::size_t names_columns = 9;

/// File stem of a names column: "source".
std::string_view name(Names column);

/// How a field of the query language is matched.
enum class Matching : std::uint8_t {
    zone,       ///< words and phrases within one kind of zone
    furniture,  ///< in:furniture
    exact,      ///< metadata, case and accents folded, under `prefix`
    host,       ///< the source's host by label, under `prefix`
    name,       ///< a person, organisation, place or any of them
    date,       ///< a span of publication days
    added,      ///< when it entered or changed in the index
    certainty,  ///< how the date is known
    presence,   ///< has: and lacks:
    identity,   ///< id:
    number,     ///< words:, copies:
    group,      ///< story:, event:
    quality,    ///< quality:
    speech,     ///< words inside quotation marks
};

/// One searchable field, as users, parser, index, API and page know it.
struct Field {
    std::string_view name;   ///< what the user types before the colon
    std::string_view alias;  ///< another name for it, or empty: "title" for headline
    Matching matching;
    std::string_view prefix;     ///< of its terms; empty when it has none
    std::optional<Names> names;  ///< the column it is counted over, if any
    bool parameter;              ///< whether it is also a parameter of the API
    bool facet;                  ///< whether the API counts it
    std::string_view help;       ///< one line for the page and docs/query-language.md
    std::string_view example;
};

/// All fields, in the order they are documented.
std::span<const Field> fields();

/// By name or alias, exact and in lower case; null when there is none.
const Field* field_named(std::string_view name);

/// What has: and lacks: can ask for.
std::span<const std::string_view> presences();

/// Those of them that an article has by itself: date author byline section agency tag url language
/// standfirst caption credit person org place headline (stated), external_id. In the column `has`
/// each is the bit of its place here. The others lie elsewhere: copies and event change without the
/// article, and whether there is a quote is known where the quotations are kept.
std::span<const std::string_view> article_presences();

/// The fields nearest to a mistyped name, best first, at most three.
std::array<std::string_view, 3> nearest_fields(std::string_view name);

}  // namespace archive::schema
