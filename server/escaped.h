// SPDX-License-Identifier: GPL-2.0-or-later
// escaped.h - Text of articles and users made safe to stand in HTML and XML.
#pragma once

#include <string>
#include <string_view>

namespace server {

/// `text` for the content or an attribute of HTML and XML: & < > " ' are escaped, control
/// characters that XML 1.0 forbids are left out, malformed UTF-8 becomes U+FFFD.
std::string markup_escaped(std::string_view text);

}  // namespace server
