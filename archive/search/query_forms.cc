// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/query_forms.h"

#include "archive/base/limits.h"
#include "archive/base/text.h"
#include "archive/search/query_numbers.h"
#include "archive/search/wildcards.h"

#include <algorithm>

namespace archive {

namespace {

using enum ErrorCode;

constexpr std::size_t npos = std::string::npos;

/// A number from 1 to `most`; 0 for anything else.
std::uint16_t number_up_to(std::size_t most, std::string_view text) {
    const auto number = whole_number(text);
    return number && *number <= most ? static_cast<std::uint16_t>(*number) : std::uint16_t{0};
}

NearQuery::Kind kind_of(Operator operation) {
    if (operation == Operator::same) return NearQuery::Kind::same;
    return operation == Operator::in_order ? NearQuery::Kind::adjacent : NearQuery::Kind::near;
}

/// What is too short about an open word, as the end of a sentence; empty when nothing is.
std::string short_of(std::string_view word) {
    const std::string least = std::to_string(limits::wildcard_letters) + " letters ";
    if (letters_beside_wildcards(word) == 0) {
        return "stands beside letters of its word; scripts that put no blanks between words need "
               "none";
    }
    if (word.find('*') != npos) {
        const auto before = word.substr(0, word.find('*'));
        return letters_beside_wildcards(before) < limits::wildcard_letters
                   ? "needs at least " + least + "before it"
                   : "";
    }
    return letters_beside_wildcards(word) < limits::wildcard_letters
               ? "needs at least " + least + "beside it"
               : "";
}

}  // namespace

Distance read_distance(const TypedRun& run, Operator operation, QueryFaults& faults) {
    Distance distance{kind_of(operation)};
    const auto slash = run.text.find('/');
    const auto number = slash == npos ? run.text.find_first_of("0123456789") : slash + 1;
    if (operation == Operator::same || number == npos) return distance;
    distance.words = number_up_to(limits::near_words, std::string_view(run.text).substr(number));
    if (distance.words == 0) {
        faults.refuse(query_bad_number,
                      in_quotes(run.text) + " needs a number of words from 1 to "
                          + std::to_string(limits::near_words),
                      run.begin, run.end,
                      run.text.substr(0, slash == npos ? number : slash) + "/10");
    }
    return distance;
}

std::uint8_t take_edits(TypedRun& word, QueryFaults& faults) {
    constexpr std::size_t short_word = 5;
    const auto tilde = word.find('~');
    if (tilde == npos || word.text.find('/') < tilde) return 0;
    const std::string typed = word.text;
    const std::string number = typed.substr(tilde + 1);
    const bool plain = word.escaped.find('\1', tilde) == npos;
    word.shorten(tilde);
    if (plain && number.empty()) {
        std::size_t letters = 0;
        for (const auto& one : words_of(word.text)) {
            if (one.span == 1) letters += code_points(one.text);
        }
        return letters <= short_word ? 1 : 2;
    }
    if (plain && (number == "1" || number == "2")) return number == "1" ? 1 : 2;
    faults.refuse(query_bad_number, in_quotes(typed) + ": ~ takes 1 or 2 edits, or no number",
                  word.begin, word.end, word.text + "~");
    return 0;
}

bool read_wildcards(TypedRun& run, Stretch stretch, const TypedText& typed, QueryFaults& faults) {
    if (stretch == Stretch::word && query_text::looks_like_url(run.text)) return false;
    std::string text = run.text;
    bool open = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '*' && text[at] != '?') continue;
        const auto beside = letters_beside(text, at);
        // Behind the last letter "?" asks a question, unless a star says otherwise: "halibut?*".
        const bool goes_on = beside.after || beside.star;
        const bool between = goes_on && (stretch == Stretch::word || beside.before);
        if (run.escaped[at] == '\0' && (text[at] == '*' || between)) {
            open = true;
        } else {
            text[at] = stretch == Stretch::word ? ';' : ' ';
        }
    }
    if (open || stretch == Stretch::phrase) run.text = text;
    if (!open) return false;
    for (const auto& word : open_words_of(run.text)) {
        if (word.span > 1 || !has_wildcard(word.text)) continue;
        const auto fault = short_of(word.text);
        if (fault.empty()) continue;
        faults.refuse(query_short_wildcard,
                      in_quotes(typed.between(run.begin, run.end)) + ": a wildcard " + fault,
                      run.begin, run.end);
        return false;
    }
    return true;
}

std::uint16_t read_slop(std::string_view number, std::size_t phrase_begin, std::size_t end,
                        QueryFaults& faults) {
    const auto words = number_up_to(limits::near_words, number);
    if (words == 0) {
        faults.refuse(query_bad_number,
                      in_quotes("~" + std::string(number))
                          + " after a phrase needs a number of words from 1 to "
                          + std::to_string(limits::near_words),
                      phrase_begin, end);
    }
    return words;
}

std::optional<std::uint16_t> read_times(const TypedRun& run, std::size_t colon,
                                        QueryFaults& faults) {
    constexpr std::string_view prefix = "atleast";
    const std::string name = ascii_lower(std::string_view(run.text).substr(0, colon));
    if (!name.starts_with(prefix)) return std::nullopt;
    const auto digits = std::string_view(name).substr(prefix.size());
    if (digits.find_first_not_of("0123456789") != npos) return std::nullopt;
    const auto times = number_up_to(limits::mentions, digits);
    if (times == 0) {
        faults.refuse(query_bad_number,
                      in_quotes(name) + " needs a number of mentions from 1 to "
                          + std::to_string(limits::mentions),
                      run.begin, run.begin + colon + 1, "atleast3:");
    }
    return times;
}

}  // namespace archive
