// SPDX-License-Identifier: GPL-2.0-or-later
// json_parse.h - JSON from archives: limited before it is parsed, repaired where that is possible.
#pragma once

#include "archive/base/result.h"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace indexer {

/// Reads one JSON value. Bytes that are no UTF-8 are decoded as the text they most likely are,
/// halves of surrogate pairs become U+FFFD. Fails with article_unreadable for malformed JSON, for
/// numbers nobody can hold, beyond limits::json_levels levels or a million values. Of keys given
/// twice the last counts. Strings may hold NUL.
archive::Result<nlohmann::json> parse_json(std::string_view text);

/// Finds where one JSON value after another ends in text that comes piece by piece; looks at
/// brackets and strings only.
class JsonBrackets {
public:
    /// Goes through `text` and stops behind the byte that closes the outermost bracket. The number
    /// of bytes it took; closed() tells whether the value ended there.
    std::size_t take(std::string_view text);

    bool closed() const { return closed_; }

    std::size_t levels() const { return levels_; }  ///< open now
    std::size_t deepest() const { return deepest_; }
    std::size_t values() const { return values_; }  ///< about how many, nested ones included

private:
    std::size_t levels_ = 0;
    std::size_t deepest_ = 0;
    std::size_t values_ = 0;
    bool in_string_ = false;
    bool escaped_ = false;
    bool closed_ = false;
};

}  // namespace indexer
