// SPDX-License-Identifier: GPL-2.0-or-later
// query_faults.h - Collects what is wrong with a query while it is read.
//
// Lexer and parser report here and go on; nobody unwinds. The first refusal is the one that counts:
// after it the lexer hands out the end of the text, so that the parser comes to rest by itself.
#pragma once

#include "archive/search/query_text.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace archive {

class QueryFaults {
public:
    /// `typed` must outlive this. With `strict`, warnings refuse.
    QueryFaults(const TypedText& typed, bool strict) : typed_(typed), strict_(strict) {}

    /// Reports a repair of the bytes from `begin` to `end`; `hint` is the repaired form.
    void warn(ErrorCode code, std::string detail, std::size_t begin, std::size_t end,
              std::string hint = {});

    /// Refuses the query for the bytes from `begin` to `end`; only the first refusal is kept.
    void refuse(ErrorCode code, std::string message, std::size_t begin, std::size_t end,
                std::string hint = {});

    /// Refuses with an error whose place is already that of the whole query.
    void refuse(Error error);

    bool refused() const { return error_.has_value(); }
    const std::optional<Error>& error() const { return error_; }

    /// In typed order.
    std::vector<Warning> warnings() const;

private:
    const TypedText& typed_;
    bool strict_;
    std::optional<Error> error_;
    std::vector<Warning> warnings_;
};

/// Brings warnings into the order of their places in the text.
void sort_as_typed(std::vector<Warning>& warnings);

/// `text` between quotation marks, for messages; as it is when it has some already.
std::string in_quotes(std::string_view text);

}  // namespace archive
