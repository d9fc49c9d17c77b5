// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/query_size.h"

#include "archive/base/limits.h"

#include <string>

namespace archive {

bool QuerySize::fits(std::size_t count, std::size_t limit, std::string_view has_more_than,
                     std::string_view what, std::size_t begin, std::size_t end) {
    if (count > limit) {
        faults_.refuse(ErrorCode::query_too_complex,
                       std::string(has_more_than) + " more than " + std::to_string(limit) + " "
                           + std::string(what),
                       begin, end);
    }
    return !faults_.refused();
}

bool QuerySize::add_terms(std::size_t count, std::size_t begin, std::size_t end) {
    terms_ += count;
    return fits(terms_, limits::query_terms, "the query has", "terms", begin, end);
}

bool QuerySize::add_wildcards(std::size_t count, std::size_t begin, std::size_t end) {
    wildcards_ += count;
    return fits(wildcards_, limits::query_wildcards, "the query has", "wildcards and fuzzy words",
                begin, end);
}

bool QuerySize::add_phrase(std::size_t words, std::size_t begin, std::size_t end) {
    return fits(words, limits::phrase_words, "a phrase has", "words", begin, end);
}

bool QuerySize::add_join(std::size_t begin, std::size_t end) {
    return fits(++joins_, limits::query_joins, "the query has", "of NEAR, ADJ and SAME", begin,
                end);
}

bool QuerySize::enter(std::size_t begin, std::size_t end) {
    return fits(++levels_, limits::query_levels, "the query is nested", "levels deep", begin, end);
}

}  // namespace archive
