// SPDX-License-Identifier: GPL-2.0-or-later
// query_size.h - Counts what a query is made of while it is read, and refuses it beyond the limits.
#pragma once

#include "archive/search/query_faults.h"

#include <cstddef>
#include <string_view>

namespace archive {

/// Each call says whether the query may go on; else query_too_complex is reported, with the bytes
/// from `begin` to `end` as the place.
class QuerySize {
public:
    explicit QuerySize(QueryFaults& faults) : faults_(faults) {}

    bool add_terms(std::size_t count, std::size_t begin, std::size_t end);
    bool add_wildcards(std::size_t count, std::size_t begin, std::size_t end);
    bool add_phrase(std::size_t words, std::size_t begin, std::size_t end);

    /// A NEAR, ADJ or SAME.
    bool add_join(std::size_t begin, std::size_t end);

    /// A level of brackets, until leave().
    bool enter(std::size_t begin, std::size_t end);
    void leave() { --levels_; }

private:
    bool fits(std::size_t count, std::size_t limit, std::string_view has_more_than,
              std::string_view what, std::size_t begin, std::size_t end);

    QueryFaults& faults_;
    std::size_t terms_ = 0;
    std::size_t wildcards_ = 0;
    std::size_t joins_ = 0;
    std::size_t levels_ = 0;
};

}  // namespace archive
