// SPDX-License-Identifier: GPL-2.0-or-later
// target.h - The address of a request, taken apart and decoded.
//
//     /api/v1/articles/b3k7q2m9x4t1c8va?q=%22self+defence%22&plain=1
//
// becomes the segments "api", "v1", "articles", "b3k7q2m9x4t1c8va" and two parameters. A path is
// cut before it is decoded, so that "%2F" inside a name is a letter of that name. Decoding is
// strict: what two readers could understand in two ways is refused.
#pragma once

#include "archive/base/result.h"
#include "server/guard/limits.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace server {

/// One `name=value` of a query, decoded. A name without "=" has an empty value.
struct Parameter {
    std::string name;   ///< valid UTF-8
    std::string value;  ///< valid UTF-8

    bool operator==(const Parameter&) const = default;
};

/// An address as the routes read it.
struct Target {
    std::string raw;                    ///< as it came, without blanks and control characters
    std::string path;                   ///< decoded, starts with "/"
    std::vector<std::string> segments;  ///< decoded parts between the slashes; "/" has one, empty
    std::vector<Parameter> parameters;  ///< in the order given
};

/// Replaces "%41" by "A"; with `plus_is_space` also "+" by a space. Fails with request_malformed
/// for an escape that is not two hexadecimal digits and for bytes that are not UTF-8.
archive::Result<std::string> percent_decoded(std::string_view text, bool plus_is_space);

/// Writes `text` so that it can stand in a query or between two slashes: all but letters, digits
/// and "-._~" is escaped.
std::string percent_encoded(std::string_view text);

/// The opposite of reading: "/path" and its parameters, encoded, in the order given.
std::string address_of(std::string_view path, std::span<const Parameter> parameters);

/// Reads "/path?query". Fails with request_malformed for an address in another form, with
/// request_target_too_long above a limit, with query_bad_encoding when the bytes of `q` are not
/// UTF-8 text.
archive::Result<Target> read_target(std::string_view raw, const GuardLimits& limits);

}  // namespace server
