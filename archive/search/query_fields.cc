// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/query_fields.h"

#include "archive/base/fold.h"
#include "archive/base/text.h"
#include "archive/search/query_dates.h"
#include "archive/search/query_numbers.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace archive {

namespace {

using enum ErrorCode;
using Kind = Token::Kind;
using schema::Matching;

constexpr std::array<std::string_view, 3> certainties{"stated", "inferred", "none"};

constexpr std::array<std::string_view, 1> qualities{"altered"};

/// One field with its value, on the way to a node.
struct FieldValue {
    const Token& field;
    Token value;
    std::string name;  ///< of the field

    Span span(const TypedText& typed) const { return typed.span(field.begin, value.end); }
};

/// The names of `known` nearest to `value`, best first, at most three.
std::vector<std::string_view> nearest(std::string_view value,
                                      std::span<const std::string_view> known) {
    constexpr std::size_t farthest = 3;
    std::vector<std::pair<std::size_t, std::string_view>> found;
    for (const auto name : known) {
        const auto distance = edit_distance(value, name, farthest);
        if (distance <= farthest && distance < value.size()) found.emplace_back(distance, name);
    }
    std::sort(found.begin(), found.end());
    std::vector<std::string_view> names;
    for (const auto& [distance, name] : found) {
        if (names.size() < 3) names.push_back(name);
    }
    return names;
}

/// Refuses a value that is none of `known`.
void refuse_value(const FieldValue& clause, std::span<const std::string_view> known,
                  QueryFaults& faults) {
    auto offered = nearest(ascii_lower(clause.value.text), known);
    if (offered.empty()) offered.assign(known.begin(), known.end());
    std::string names;
    for (const auto name : offered) names += (names.empty() ? "" : ", ") + std::string(name);
    faults.refuse(
        query_unknown_field,
        clause.name + ": does not know " + in_quotes(clause.value.text)
            + (offered.size() < known.size() ? "; the nearest are " : "; it takes ") + names,
        clause.value.begin, clause.value.end, clause.name + ":" + std::string(offered.front()));
}

void refuse_empty(const Token& field, std::size_t end, QueryFaults& faults) {
    const std::string name(field.field->name);
    faults.refuse(query_empty_value, in_quotes(name + ":") + " needs a value right after the colon",
                  field.begin, end, std::string(field.field->example));
}

QueryPointer date_from(const FieldValue& clause, const TypedText& typed, QueryFaults& faults,
                       DayNumber today) {
    auto date = read_date(clause.name, trimmed(clause.value.text), today);
    if (date) return query_of(std::move(*date), clause.span(typed));

    // a value typed bare stands in the text as the reader of dates saw it, so that its part at
    // fault can be pointed at; of a quoted or escaped one the whole is
    Error error = date.error();
    const Span whole = typed.span(clause.value.begin, clause.value.end);
    Place& place = *error.place;
    place.parameter = "q";
    if (typed.between(clause.value.begin, clause.value.end) == clause.value.text) {
        place.start += whole.start;
        place.end += whole.start;
    } else {
        place.start = whole.start;
        place.end = whole.end;
        place.found = std::string(typed.between(clause.value.begin, clause.value.end));
    }
    faults.refuse(std::move(error));
    return nullptr;
}

QueryPointer certainty_from(const FieldValue& clause, const TypedText& typed, QueryFaults& faults) {
    if (const auto certainty = certainty_named(ascii_lower(clause.value.text)))
        return query_of(CertaintyQuery{*certainty}, clause.span(typed));
    refuse_value(clause, certainties, faults);
    return nullptr;
}

QueryPointer presence_from(const FieldValue& clause, const TypedText& typed, QueryFaults& faults) {
    const std::string value = ascii_lower(clause.value.text);
    const auto known = schema::presences();
    if (std::find(known.begin(), known.end(), value) != known.end())
        return query_of(FilterQuery{clause.name, value}, clause.span(typed));
    refuse_value(clause, known, faults);
    return nullptr;
}

QueryPointer number_from(const FieldValue& clause, const TypedText& typed, QueryFaults& faults) {
    auto number = read_number(clause.name, trimmed(clause.value.text));
    if (number) return query_of(std::move(*number), clause.span(typed));
    const auto& place = number.error().place;
    faults.refuse(number.error().code, number.error().message, clause.value.begin, clause.value.end,
                  place ? place->hint : std::string(clause.field.field->example));
    return nullptr;
}

QueryPointer quality_from(const FieldValue& clause, const TypedText& typed, QueryFaults& faults) {
    const std::string value = ascii_lower(clause.value.text);
    if (value == qualities.front())
        return query_of(FilterQuery{clause.name, value}, clause.span(typed));
    refuse_value(clause, qualities, faults);
    return nullptr;
}

}  // namespace

bool is_zone(const schema::Field& field) {
    return field.matching == Matching::zone || field.matching == Matching::furniture;
}

Where zone_of(const schema::Field& field) {
    if (field.matching == Matching::furniture) return Where::furniture;
    if (field.name == "headline") return Where::headline;
    if (field.name == "lead") return Where::lead;
    if (field.name == "caption") return Where::caption;
    return Where::body;
}

QueryPointer read_field(const Token& field, QueryLexer& lexer, const TypedText& typed,
                        QueryFaults& faults, DayNumber today) {
    const Matching matching = field.field->matching;
    const bool literal = matching == Matching::name && lexer.take('=');
    FieldValue clause{field, lexer.next_value(), std::string(field.field->name)};
    const Token& value = clause.value;
    if (value.kind == Kind::open) {
        faults.refuse(query_empty_value,
                      in_quotes(clause.name + ":")
                          + " takes one value; for several, repeat it with OR between",
                      field.begin, value.end, "(" + clause.name + ":… OR " + clause.name + ":…)");
    } else if (value.kind == Kind::nothing || folded(value.text).empty()) {
        refuse_empty(field, value.end, faults);
    }
    if (faults.refused()) return nullptr;

    switch (matching) {
        case Matching::date:
        case Matching::added: return date_from(clause, typed, faults, today);
        case Matching::certainty: return certainty_from(clause, typed, faults);
        case Matching::presence: return presence_from(clause, typed, faults);
        case Matching::name:
            return query_of(NameQuery{clause.name, std::string(trimmed(value.text)), literal},
                            clause.span(typed));
        case Matching::exact:
        case Matching::host:
        case Matching::identity:
        case Matching::group:
            return query_of(FilterQuery{clause.name, std::string(trimmed(value.text))},
                            clause.span(typed));
        case Matching::number: return number_from(clause, typed, faults);
        case Matching::quality: return quality_from(clause, typed, faults);
        case Matching::zone:
        case Matching::furniture:
        case Matching::speech: break;  // words follow: never asked for
    }
    return nullptr;
}

bool read_furniture(Token& field, QueryLexer& lexer, QueryFaults& faults) {
    const Token value = lexer.next_value();
    if (value.kind == Kind::nothing || value.kind == Kind::open) {
        refuse_empty(field, value.begin, faults);
    } else if (ascii_lower(value.text) != "furniture") {
        const auto* zone = schema::field_named(ascii_lower(value.text));
        faults.refuse(
            query_unknown_field, "in: knows furniture only, not " + in_quotes(value.text),
            value.begin, value.end,
            zone != nullptr && is_zone(*zone) ? std::string(zone->name) + ":" : "in:furniture");
    }
    field.end = value.end;
    return !faults.refused();
}

}  // namespace archive
