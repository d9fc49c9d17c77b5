// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/escaped.h"

#include "archive/base/text.h"

namespace server {
namespace {

/// U+FFFE and U+FFFF are Unicode, but no characters of XML.
constexpr std::string_view no_characters[] = {"\xef\xbf\xbe", "\xef\xbf\xbf"};

}  // namespace

std::string markup_escaped(std::string_view text) {
    if (!archive::is_utf8(text)) return markup_escaped(archive::to_valid_utf8(text));
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            case '\'': out += "&#39;"; break;
            case '\t':
            case '\n':
            case '\r': out += c; break;
            default: {
                const auto three = text.substr(i, 3);
                if (three == no_characters[0] || three == no_characters[1]) {
                    i += 2;
                } else if (static_cast<unsigned char>(c) >= 0x20) {
                    out += c;
                }
            }
        }
    }
    return out;
}

}  // namespace server
