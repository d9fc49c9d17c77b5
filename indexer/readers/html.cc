// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/html.h"

#include "archive/base/text.h"
#include "indexer/extract/extract.h"
#include "indexer/extract/saved_pages.h"
#include "indexer/readers/exports/press_exports.h"
#include "indexer/readers/file_bytes.h"
#include "indexer/readers/whole_article.h"

#include <algorithm>
#include <array>

namespace indexer {

namespace {

/// Removes one comment, processing instruction or declaration at the beginning of `text`; a
/// declaration's name goes to `document`. False when there is none.
bool drop_declaration(std::string_view& text, std::string& document) {
    const auto drop_to = [&](std::string_view end) {
        const auto found = text.find(end);
        text.remove_prefix(found == std::string_view::npos ? text.size() : found + end.size());
    };
    if (text.starts_with("<!--")) {
        drop_to("-->");
    } else if (text.starts_with("<?")) {
        drop_to(">");
    } else if (text.starts_with("<!")) {
        const std::string lower = archive::ascii_lower(text.substr(0, 64));
        constexpr std::string_view doctype = "<!doctype";
        if (lower.starts_with(doctype)) {
            const auto name = archive::trimmed(std::string_view(lower).substr(doctype.size()));
            document = name.substr(0, name.find_first_of(" \t\r\n>["));
        }
        drop_to(">");
    } else {
        return false;
    }
    text = archive::trimmed(text);
    return true;
}

/// Tags that only pages have; those of newspaper formats are others, or need a closer look.
bool is_html_tag(std::string_view tag) {
    constexpr std::array<std::string_view, 36> tags{
        "html",   "head", "body",  "title",  "meta",    "link",    "script", "style",  "base",
        "p",      "br",   "div",   "span",   "h1",      "h2",      "h3",     "h4",     "ul",
        "ol",     "li",   "table", "center", "article", "section", "main",   "header", "nav",
        "figure", "img",  "font",  "strong", "em",      "i",       "b",      "hr",     "noscript"};
    return std::find(tags.begin(), tags.end(), tag) != tags.end();
}

/// Text with a page's paragraphs in it, though it begins with none of its tags.
bool has_paragraph_tags(std::string_view head) {
    const std::string lower = archive::ascii_lower(head);
    constexpr std::size_t enough = 3;
    std::size_t count = 0;
    for (const std::string_view tag : {"<p>", "</p>", "<br>", "<br/>", "<br />", "</div>"}) {
        for (auto at = lower.find(tag); at != std::string::npos; at = lower.find(tag, at + 1)) {
            if (++count == enough) return true;
        }
    }
    return false;
}

}  // namespace

std::string first_tag(std::string_view head) {
    if (head.starts_with("\xef\xbb\xbf")) head.remove_prefix(3);
    head = archive::trimmed(head);
    std::string document;
    while (drop_declaration(head, document)) {
    }
    if (!document.empty()) return document;
    if (head.size() < 2 || head[0] != '<') return {};
    const auto end = head.find_first_of(" \t\r\n/><", 1);
    std::string tag = archive::ascii_lower(head.substr(1, std::min(end, head.size()) - 1));
    const bool letter = !tag.empty() && tag[0] >= 'a' && tag[0] <= 'z';
    return letter && tag.size() < 64 ? tag : std::string();
}

bool HtmlReader::recognises(std::string_view head) const {
    const std::string tag = first_tag(head);
    if (!tag.empty()) return is_html_tag(tag);
    return has_paragraph_tags(head);
}

void HtmlReader::read(Bytes& bytes, const Origin& origin, const RecordSink& sink) const {
    // Styles and menus may hide from the head what a page is.
    constexpr std::size_t looked_over = 1U << 20;
    auto beginning = read_first(bytes, looked_over);
    const auto* press = page_export(beginning);
    PrecededBytes page(std::move(beginning), bytes);
    if (press != nullptr) {
        read_export(*press, page, origin, sink);
        return;
    }
    read_whole_article(page, origin, name(), sink, [&](std::string_view text) {
        const std::string saved = origin.url.empty() ? saved_address(text) : std::string();
        const auto& url = origin.url.empty() ? saved : origin.url;
        return article_from_html(text, original_address(url), origin.latest);
    });
}

}  // namespace indexer
