// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/likely_values.h"

#include "archive/base/fold.h"
#include "archive/base/text.h"
#include "archive/search/letter_edits.h"
#include "archive/search/name_resolution.h"

#include <unicode/uloc.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>

namespace archive {

namespace {

using Number = NameNumbers::Number;

/// The columns that a filter looks in; none for what is kept in no list.
std::vector<schema::Names> columns_of(const schema::Field& field) {
    if (field.names) return {*field.names};
    if (field.matching != schema::Matching::name) return {};
    return {schema::Names::person, schema::Names::org, schema::Names::place};
}

/// Whether an article has the value, under any of its names.
bool is_held(const ArchiveFacts& facts, schema::Names column, std::string_view written) {
    const auto& names = facts.names(column);
    const auto keys = entity_type_of(column)
                          ? resolve_name(facts.aliases(), schema::name(column), written)
                          : std::vector{NameNumbers::key_of(column, written)};
    return std::any_of(keys.begin(), keys.end(), [&](const std::string& key) {
        const auto number = names.find(key);
        return number && names.articles(*number) > 0;
    });
}

/// What the language of a code is called in the language of another, folded.
std::string language_name(const std::string& code, const std::string& in) {
    std::array<UChar, 100> name{};
    UErrorCode status = U_ZERO_ERROR;
    const auto size = uloc_getDisplayLanguage(code.c_str(), in.c_str(), name.data(),
                                              static_cast<int32_t>(name.size()), &status);
    if (U_FAILURE(status) != 0) return {};
    std::string utf8;
    icu::UnicodeString(name.data(), size).toUTF8String(utf8);
    return folded_words(utf8);
}

/// Whether people call the language of a code so: "German", "Deutsch", "deu", "de-AT".
bool is_called(const std::string& code, std::string_view written) {
    const auto name = folded_words(written);
    if (name == folded_words(uloc_getISO3Language(code.c_str()))) return true;
    if (name.starts_with(code + ' ')) return true;
    return name == language_name(code, "en") || name == language_name(code, code);
}

std::vector<Number> languages_called(const NameNumbers& names, std::string_view written) {
    std::vector<Number> found;
    for (Number number = 0; number < names.size(); ++number) {
        if (is_called(ascii_lower(names.label(number)), written)) found.push_back(number);
    }
    return found;
}

/// The values at the smallest distance from `written`, two slips at most.
std::vector<Number> nearly_spelled(const NameNumbers& names, const std::string& wanted,
                                   DeadlineWatch& watch) {
    constexpr std::size_t short_value = 4;
    constexpr std::uint32_t work_of_a_comparison = 8;
    std::size_t best = code_points(wanted) <= short_value ? 1 : 2;
    LetterEdits slips(wanted, best);
    std::vector<Number> found;
    for (Number number = 0; number < names.size(); ++number) {
        const auto key = names.key(number);
        const auto longer = std::max(key.size(), wanted.size());
        constexpr std::size_t most_bytes_apart = 8;  // two letters of four bytes
        if (longer - std::min(key.size(), wanted.size()) > most_bytes_apart) continue;
        watch.tick(work_of_a_comparison);
        const auto distance = slips.to(key);
        if (distance > best) continue;
        if (distance < best) found.clear();
        best = distance;
        found.push_back(number);
    }
    return found;
}

}  // namespace

std::vector<LikelyValue> likely_values(const ArchiveFacts& facts, const schema::Field& field,
                                       std::string_view written, std::size_t most,
                                       DeadlineWatch& watch) {
    const auto columns = columns_of(field);
    const bool held = std::any_of(columns.begin(), columns.end(), [&](schema::Names column) {
        return is_held(facts, column, written);
    });
    std::vector<LikelyValue> found;
    if (held) return found;
    const auto add = [&](const NameNumbers& names, const std::vector<Number>& numbers) {
        for (const auto number : numbers) {
            if (names.articles(number) == 0 || !names.is_shown(number)) continue;
            found.push_back(
                {names.value(number), std::string(names.label(number)), names.articles(number)});
        }
    };
    for (const auto column : columns) {
        const auto& names = facts.names(column);
        if (column == schema::Names::language) {
            add(names, languages_called(names, written));
            continue;
        }
        std::vector<Number> begun;
        for (const auto& one : names.begun_with(written)) begun.push_back(one.number);
        add(names, begun);
    }
    for (const auto column : columns) {
        if (!found.empty()) break;
        const auto& names = facts.names(column);
        add(names, nearly_spelled(names, NameNumbers::key_of(column, written), watch));
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const LikelyValue& left, const LikelyValue& right) {
                         return left.articles > right.articles;
                     });
    if (found.size() > most) found.resize(most);
    return found;
}

}  // namespace archive
