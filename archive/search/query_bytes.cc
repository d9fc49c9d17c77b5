// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/query_bytes.h"

#include "archive/base/limits.h"
#include "archive/base/text.h"
#include "archive/search/query_faults.h"

#include <string>

namespace archive {

using enum ErrorCode;

std::optional<Error> fault_of_bytes(std::string_view text) {
    if (text.size() > limits::query_bytes) return too_long(text, "the query", text.size());
    for (std::size_t at = 0, point = 0; at < text.size(); ++point) {
        const std::size_t begin = at;
        const char32_t here = next_code_point(text, at);
        const bool control = here < 0x20 || (here >= 0x7f && here < 0xa0);
        const std::string_view bytes = text.substr(begin, at - begin);
        if (!control && (here != 0xfffd || bytes == "\xef\xbf\xbd")) continue;
        const std::string found = escaped(bytes);
        return Error{query_bad_encoding,
                     control ? in_quotes(found) + " is a control character"
                             : in_quotes(found) + " is not UTF-8",
                     {},
                     Place{"q", point, point + 1, found, {}}};
    }
    return std::nullopt;
}

Error too_long(std::string_view text, std::string_view what, std::size_t bytes) {
    return {query_too_long,
            std::string(what) + " has " + std::to_string(bytes) + " bytes; at most "
                + std::to_string(limits::query_bytes) + " are taken",
            {},
            Place{"q", 0, code_points(text), std::string(cut(text, 40)), {}}};
}

}  // namespace archive
