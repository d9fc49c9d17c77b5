// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/article_body.h"

#include "archive/base/text.h"
#include "indexer/extract/extract.h"
#include "indexer/readers/file_bytes.h"
#include "indexer/readers/record_values.h"
#include "indexer/readers/xml_scan.h"

#include <algorithm>
#include <array>

namespace indexer {

namespace {

bool begins_line(std::string_view tag) {
    constexpr std::array<std::string_view, 17> tags{
        "p",  "br", "div", "li", "ul", "ol",    "h1",         "h2",        "h3",
        "h4", "h5", "h6",  "tr", "td", "table", "blockquote", "figcaption"};
    return std::find(tags.begin(), tags.end(), tag) != tags.end();
}

/// Whether a tag of text follows its '<': its name, and behind it the end or an attribute.
bool is_tag(std::string_view behind) {
    constexpr std::array<std::string_view, 30> tags{
        "p",    "br",         "div",   "h1",      "h2",      "h3",     "h4",     "ul",
        "ol",   "li",         "a",     "b",       "em",      "i",      "span",   "html",
        "body", "blockquote", "table", "article", "section", "figure", "strong", "img",
        "sup",  "sub",        "u",     "small",   "hr",      "pre"};
    constexpr std::size_t longest_name = 10;
    constexpr std::string_view blanks = " \t\r\n";
    const auto skip_blanks = [&] {
        behind.remove_prefix(std::min(behind.find_first_not_of(blanks), behind.size()));
    };
    if (behind.starts_with('/')) behind.remove_prefix(1);
    const auto end = behind.substr(0, longest_name + 1).find_first_of(" \t\r\n/>");
    if (end == std::string_view::npos) return false;
    const auto name = archive::ascii_lower(behind.substr(0, end));
    if (std::find(tags.begin(), tags.end(), name) == tags.end()) return false;
    behind.remove_prefix(end);
    skip_blanks();
    if (behind.starts_with('>') || behind.starts_with("/>")) return true;
    constexpr std::size_t longest_attribute = 40;
    const auto attribute = behind.substr(0, longest_attribute + 1).find_first_of(" \t\r\n=<>/\"'");
    return attribute != std::string_view::npos && attribute > 0 && behind[attribute] == '=';
}

bool is_unseen(std::string_view tag) {
    return tag == "script" || tag == "style";
}

}  // namespace

bool has_markup(std::string_view text) {
    // Print read by a machine has a "<I" here and there, which is no tag, and sometimes a "<p>"
    // that a program put between two of its pages: what reads tags would swallow the page.
    constexpr std::size_t bytes_a_tag = 4096;
    const auto wanted = text.size() / bytes_a_tag + 1;
    std::size_t tags = 0;
    for (auto at = text.find('<'); at != std::string_view::npos && tags < wanted;
         at = text.find('<', at + 1)) {
        if (is_tag(text.substr(at + 1))) ++tags;
    }
    return tags == wanted;
}

archive::Result<archive::Article> article_from_body(const std::string& body,
                                                    const std::string& url) {
    if (body.empty()) return archive::Article();
    if (has_markup(body)) return article_from_html(body, url);
    return article_from_text(body);
}

std::string lines_of_markup(std::string_view markup) {
    MemoryBytes bytes{std::string(markup)};
    XmlScanner scanner(bytes);
    XmlToken token;
    std::string text;
    std::string line;
    std::size_t unseen = 0;
    const auto end_line = [&] {
        const std::string clean = clean_line(line);
        line.clear();
        if (clean.empty()) return;
        if (!text.empty()) text += '\n';
        text += clean;
    };
    for (scanner.next(token); token.kind != XmlToken::Kind::finish; scanner.next(token)) {
        const std::string tag = archive::ascii_lower(token.name);
        if (token.kind == XmlToken::Kind::text) {
            if (unseen == 0) line += token.text;
        } else if (is_unseen(tag)) {
            if (token.kind == XmlToken::Kind::end)
                unseen = 0;
            else if (!token.closed)
                unseen = 1;
        } else if (begins_line(tag)) {
            end_line();
        }
    }
    end_line();
    return text;
}

std::string plain_line(std::string_view markup) {
    const auto reference = markup.find('&');
    const bool references = reference != std::string_view::npos
                            && markup.find(';', reference) != std::string_view::npos
                            && markup.find('<') == std::string_view::npos;
    return clean_line(references || has_markup(markup) ? lines_of_markup(markup) : markup);
}

}  // namespace indexer
