// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/wordpress.h"

#include "archive/base/text.h"

#include <algorithm>
#include <set>
#include <vector>

namespace indexer {

namespace {

constexpr std::string_view name_letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_-";

/// "[caption id=1]", "[/caption]", "[dropcap]" at the beginning of `text`.
struct ShortCode {
    std::string name;  ///< empty when there is none
    bool closes = false;
    bool has_values = false;
    std::size_t size = 0;
};

ShortCode short_code(std::string_view text) {
    constexpr std::size_t longest = 1'000;
    ShortCode code;
    const auto end = text.substr(0, longest).find(']');
    if (end == std::string_view::npos) return code;
    auto inside = text.substr(1, end - 1);
    code.closes = inside.starts_with('/');
    if (code.closes) inside.remove_prefix(1);
    const auto name_end = std::min(inside.find_first_not_of(name_letters), inside.size());
    const auto rest = inside.substr(name_end);
    if (!rest.empty() && rest[0] != ' ' && rest[0] != '/') return code;
    code.has_values = rest.find('=') != std::string_view::npos;
    code.name = archive::ascii_lower(inside.substr(0, name_end));
    code.size = end + 1;
    return code;
}

/// Names that some "[/name]" closes.
std::set<std::string> closed_codes(std::string_view text) {
    std::set<std::string> names;
    for (auto at = text.find("[/"); at != std::string_view::npos; at = text.find("[/", at + 1)) {
        const auto code = short_code(text.substr(at));
        if (!code.name.empty()) names.insert(code.name);
    }
    return names;
}

/// Short codes out, captions to figures. Brackets that are none ("[sic]") stay.
std::string without_short_codes(std::string_view text) {
    const auto closed = closed_codes(text);
    std::string html;
    for (std::size_t at = 0; at < text.size();) {
        const auto mark = std::min(text.find('[', at), text.size());
        html += text.substr(at, mark - at);
        if (mark == text.size()) break;
        const auto code = short_code(text.substr(mark));
        const bool is_code = !code.name.empty()
                             && (code.closes || code.has_values || closed.contains(code.name)
                                 || code.name.find('_') != std::string::npos
                                 || code.name == "gallery" || code.name == "more");
        if (!is_code) {
            html += '[';
            at = mark + 1;
            continue;
        }
        if (code.name == "caption" || code.name == "wp_caption") {
            html += code.closes ? "</figcaption></figure>\n\n" : "\n\n<figure><figcaption>";
        }
        at = mark + code.size;
    }
    return html;
}

}  // namespace

bool is_wordpress_item(const XmlNode& item) {
    const XmlNode type = item.child("post_type");
    return type
           && (type.prefix() == "wp"
               || type.space().find("wordpress.org/export") != std::string_view::npos);
}

std::string why_no_post(const XmlNode& item) {
    const std::string type = item.child("post_type").line();
    if (type != "post") return "no post but of type " + (type.empty() ? "unknown" : type);
    const std::string status = item.child("status").line();
    if (status != "publish") return "a post that is not published: " + status;
    return {};
}

std::string html_of_post(std::string_view written) {
    const std::string text = without_short_codes(written);
    const std::string lower = archive::ascii_lower(text);
    if (lower.find("<p>") != std::string::npos || lower.find("<p ") != std::string::npos) {
        return text;
    }
    std::string html = "<p>";
    bool blank = false;
    for (const auto line : archive::split(text, '\n')) {
        if (archive::trimmed(line).empty()) {
            blank = true;
            continue;
        }
        if (blank && html.size() > 3)
            html += "</p>\n<p>";
        else if (html.size() > 3)
            html += '\n';
        blank = false;
        html += line;
    }
    return html + "</p>";
}

std::string shown_author(const XmlNode& channel, const std::string& login) {
    for (const auto& author : channel.children("author")) {
        if (author.child("author_login").line() != login) continue;
        const std::string name = author.child("author_display_name").line();
        if (!name.empty() && name != login) return name;
        const std::string both = author.child("author_first_name").line() + ' '
                                 + author.child("author_last_name").line();
        const auto full = archive::trimmed(both);
        return full.empty() ? login : std::string(full);
    }
    return login;
}

}  // namespace indexer
