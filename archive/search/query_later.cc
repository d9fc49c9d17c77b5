// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/query_later.h"

#include "archive/base/limits.h"
#include "archive/base/text.h"
#include "archive/search/query_numbers.h"

#include <algorithm>

namespace archive {

namespace {

using enum ErrorCode;

constexpr std::size_t npos = std::string::npos;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool in_near_range(std::string_view text) {
    const auto words = whole_number(text);
    return words && *words >= 1 && *words <= limits::near_words;
}

std::string not_yet(std::string_view found, std::string_view form) {
    return in_quotes(found) + ": " + std::string(form) + " not part of this version yet";
}

/// What may stand before and after a wildcard: letters and digits, in any script.
bool is_letter(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
           || static_cast<unsigned char>(c) >= 0x80;
}

std::size_t letters(std::string_view text) {
    std::size_t count = 0;
    for (const char c : text) {
        const bool continues = (static_cast<unsigned char>(c) & 0xc0U) == 0x80U;
        if (is_letter(c) && !continues) ++count;
    }
    return count;
}

/// Letters that stand directly before byte `at`.
std::size_t letters_before(std::string_view text, std::size_t at) {
    std::size_t begin = at;
    while (begin > 0 && is_letter(text[begin - 1])) --begin;
    return letters(text.substr(begin, at - begin));
}

/// Words with a wildcard in the whole text, so that the ninth is refused for what it is.
std::size_t wildcards_in(std::string_view text) {
    std::size_t count = 0;
    bool counted = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == ' ') counted = false;
        if (text[at] == '\\') {
            ++at;
        } else if (!counted && (text[at] == '*' || text[at] == '?')
                   && letters_before(text, at) > 0) {
            counted = true;
            ++count;
        }
    }
    return count;
}

void refuse_wildcard_form(const TypedText& typed, const TypedRun& run, std::string_view form,
                          QueryFaults& faults) {
    const auto found = typed.between(run.begin, run.end);
    if (wildcards_in(typed.bytes()) > limits::query_wildcards) {
        faults.refuse(
            query_too_complex,
            "the query has more than " + std::to_string(limits::query_wildcards) + " wildcards",
            run.begin, run.end);
    } else {
        faults.refuse(query_not_yet, not_yet(found, form), run.begin, run.end);
    }
}

void refuse_short(std::string_view found, const TypedRun& run, std::string_view where,
                  QueryFaults& faults) {
    faults.refuse(query_short_wildcard,
                  in_quotes(found) + ": a wildcard needs at least "
                      + std::to_string(limits::wildcard_letters) + " letters " + std::string(where),
                  run.begin, run.end);
}

}  // namespace

void refuse_proximity(const TypedText& typed, std::size_t begin, std::size_t end, bool has_left,
                      bool has_right, QueryFaults& faults) {
    const std::string found(typed.between(begin, end));
    const auto slash = found.find('/');
    if (slash != npos && !in_near_range(std::string_view(found).substr(slash + 1))) {
        return faults.refuse(query_bad_number,
                             in_quotes(found) + " needs a number of words from 1 to "
                                 + std::to_string(limits::near_words),
                             begin, end, found.substr(0, slash) + "/10");
    }
    if (!has_left || !has_right) {
        return faults.refuse(
            query_missing_operand,
            in_quotes(found) + " has nothing on its " + (has_left ? "right" : "left") + " side",
            begin, end);
    }
    faults.refuse(query_not_yet,
                  not_yet(found, found == "SAME" ? "words in the same paragraph are"
                                                 : "words at a distance are"),
                  begin, end, "AND");
}

bool refuse_fuzzy(const TypedRun& word, QueryFaults& faults) {
    const auto tilde = word.find('~');
    // "http://host/~name" is an address
    if (tilde == npos || word.text.find('/') < tilde) return false;
    const std::string edits = word.text.substr(tilde + 1);
    const std::string base = word.text.substr(0, tilde);
    if (!edits.empty() && edits != "1" && edits != "2") {
        faults.refuse(query_bad_number,
                      in_quotes(word.text) + ": ~ takes 1 or 2 edits, or no number", word.begin,
                      word.end, base + "~");
    } else {
        faults.refuse(query_not_yet, not_yet(word.text, "words spelled nearly so are"), word.begin,
                      word.end, base);
    }
    return true;
}

bool refuse_wildcard(const TypedText& typed, const TypedRun& word, QueryFaults& faults) {
    if (query_text::looks_like_url(word.text)) return false;
    const auto star = word.find('*');
    const auto mark = word.find('?');
    if (star == npos && (mark == npos || letters(word.text) == 0)) return false;
    const auto found = typed.between(word.begin, word.end);
    if (star != npos && letters_before(word.text, star) < limits::wildcard_letters) {
        refuse_short(found, word, "before it", faults);
    } else if (letters(word.text) < limits::wildcard_letters) {
        refuse_short(found, word, "beside it", faults);
    } else {
        refuse_wildcard_form(typed, word, "wildcards are", faults);
    }
    return true;
}

bool refuse_wildcard_in_phrase(const TypedText& typed, const TypedRun& phrase,
                               QueryFaults& faults) {
    const auto star = phrase.find('*');
    if (star == npos) return false;
    if (letters_before(phrase.text, star) < limits::wildcard_letters) {
        refuse_short(typed.between(phrase.begin, phrase.end), phrase, "before it", faults);
    } else {
        refuse_wildcard_form(typed, phrase, "wildcards in phrases are", faults);
    }
    return true;
}

void refuse_slop(std::string_view digits, std::size_t phrase_begin, std::size_t end,
                 QueryFaults& faults) {
    const std::string found = "~" + std::string(digits);
    if (!in_near_range(digits)) {
        faults.refuse(query_bad_number,
                      in_quotes(found) + " after a phrase needs a number of words from 1 to "
                          + std::to_string(limits::near_words),
                      phrase_begin, end);
    } else {
        faults.refuse(query_not_yet, not_yet(found, "words at a distance in any order are"),
                      phrase_begin, end);
    }
}

bool refuse_at_least(const TypedRun& run, std::size_t colon, QueryFaults& faults) {
    const std::string name = ascii_lower(std::string_view(run.text).substr(0, colon));
    constexpr std::string_view prefix = "atleast";
    if (name.compare(0, prefix.size(), prefix) != 0) return false;
    const std::string_view digits = std::string_view(name).substr(prefix.size());
    if (!std::all_of(digits.begin(), digits.end(), is_digit)) return false;
    const auto mentions = whole_number(digits);
    const std::size_t end = run.begin + colon + 1;
    if (!mentions || *mentions == 0) {
        faults.refuse(query_bad_number, in_quotes(name) + " needs a number of mentions from 1 on",
                      run.begin, end, "atleast3:");
    } else {
        faults.refuse(query_not_yet, not_yet(name + ":", "a number of mentions is"), run.begin,
                      end);
    }
    return true;
}

bool refuse_type(const TypedRun& word, QueryFaults& faults) {
    if (!word.plain()) return false;
    const std::string name = ascii_lower(word.text);
    if (name != "@person" && name != "@org" && name != "@place") return false;
    faults.refuse(query_not_yet, not_yet(word.text, "names of a type are"), word.begin, word.end);
    return true;
}

void refuse_later_field(std::string_view field, std::size_t begin, std::size_t end,
                        QueryFaults& faults) {
    faults.refuse(query_not_yet, not_yet(std::string(field) + ":", "this field is"), begin, end);
}

}  // namespace archive
