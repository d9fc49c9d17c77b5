// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/page_source.h"

#include "archive/base/limits.h"
#include "archive/base/text.h"
#include "indexer/extract/page_tags.h"

#include <algorithm>

namespace indexer {

namespace {

constexpr std::size_t most_attributes = 256;

bool letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool white(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\f' || c == '/';
}

/// One tag of the markup.
struct MarkupTag {
    std::size_t end = 0;  ///< behind its '>'
    std::size_t attributes = 0;
    bool opens = true;
    bool empty = false;  ///< "<br/>"
    Tag tag = Tag::other;
    std::string name;
};

/// The tag at html[at], which is '<' and a letter or "</" and a letter.
MarkupTag tag_at(std::string_view html, std::size_t at) {
    MarkupTag tag;
    std::size_t i = at + 1;
    if (html[i] == '/') {
        tag.opens = false;
        ++i;
    }
    constexpr std::size_t longest_name = 24;
    const std::size_t name_at = i;
    while (i < html.size() && !white(html[i]) && html[i] != '>' && html[i] != '<') ++i;
    tag.name = archive::ascii_lower(html.substr(name_at, std::min(i - name_at, longest_name)));
    tag.tag = tag_named(tag.name);
    char quote = 0;
    bool between = true;
    constexpr std::size_t longest_quotation = 1U << 20;  // pages keep settings in attributes
    const std::size_t stop = std::min(html.size(), at + longest_quotation);
    for (; i < stop; ++i) {
        const char c = html[i];
        if (quote != 0) {
            if (c == quote) quote = 0;
            continue;
        }
        if (c == '>') {
            tag.empty = i > at && html[i - 1] == '/';
            tag.end = i + 1;
            return tag;
        }
        if ((c == '"' || c == '\'') && i > at && html[i - 1] == '=') {
            quote = c;
        } else if (white(c)) {
            between = true;
        } else if (between) {
            ++tag.attributes;
            between = false;
        }
    }
    // a quotation that never ends: up to the first '>'
    const auto close = html.find('>', at);
    tag.end = close == std::string_view::npos ? html.size() : close + 1;
    tag.attributes = most_attributes + 1;
    return tag;
}

bool has_no_end_tag(Tag tag, std::string_view name) {
    return tag == Tag::br || tag == Tag::hr || tag == Tag::meta || tag == Tag::link
           || tag == Tag::input || tag == Tag::base || tag == Tag::embed || name == "img"
           || name == "source" || name == "wbr" || name == "area" || name == "col"
           || name == "param" || name == "track";
}

/// p, li and the like end where the next begins: they do not add up to levels.
bool ends_by_itself(Tag tag) {
    return tag == Tag::p || tag == Tag::li || tag == Tag::dt || tag == Tag::dd || tag == Tag::td
           || tag == Tag::th || tag == Tag::tr || tag == Tag::option;
}

std::size_t raw_text_end(std::string_view html, std::size_t at, const std::string& name) {
    for (at = html.find("</", at); at != std::string_view::npos; at = html.find("</", at + 2)) {
        if (archive::ascii_lower(html.substr(at + 2, name.size())) == name) return at;
    }
    return html.size();
}

}  // namespace

bool PageSource::too_costly() const {
    // 500,000 tags parse in half a second; 400,000 end tags under 20,000 levels took ten (2026-11)
    constexpr std::size_t most_tags = 500'000;
    constexpr std::size_t most_steps = 100'000'000;
    return start_tags > most_tags || end_tags * (levels + 1) > most_steps;
}

PageSource look_over(std::string_view html) {
    PageSource source;
    std::size_t level = 0;
    std::size_t kept_from = 0;
    bool cut = false;
    for (std::size_t at = html.find('<'); at != std::string_view::npos && at + 1 < html.size();
         at = html.find('<', at)) {
        if (html.substr(at, 4) == "<!--") {
            const auto close = html.find("-->", at + 4);
            if (close == std::string_view::npos) break;
            source.shortened += html.substr(kept_from, at - kept_from);
            at = close + 3;
            kept_from = at;
            cut = true;
            continue;
        }
        const bool closes = html[at + 1] == '/' && at + 2 < html.size() && letter(html[at + 2]);
        if (!closes && !letter(html[at + 1])) {
            ++at;
            continue;
        }
        const auto tag = tag_at(html, at);
        if (tag.end - at > archive::limits::html_tag_bytes || tag.attributes > most_attributes) {
            source.shortened += html.substr(kept_from, at - kept_from);
            source.shortened += (tag.opens ? "<" : "</") + tag.name + '>';
            kept_from = tag.end;
            cut = true;
        }
        if (!tag.opens) {
            ++source.end_tags;
            if (level > 0) --level;
        } else {
            ++source.start_tags;
            if (!tag.empty && !has_no_end_tag(tag.tag, tag.name) && !ends_by_itself(tag.tag)) {
                source.levels = std::max(source.levels, ++level);
            }
        }
        const auto written = html.substr(at, tag.end - at);
        at = tag.end;
        const bool raw = tag.tag == Tag::script || tag.tag == Tag::style;
        if (!raw || !tag.opens || tag.empty) continue;
        at = raw_text_end(html, at, tag.name);
        if (archive::ascii_lower(written).find("json") != std::string::npos) continue;
        source.shortened += html.substr(kept_from, tag.end - kept_from);
        kept_from = at;
        cut = true;
    }
    if (cut) source.shortened += html.substr(kept_from);
    return source;
}

}  // namespace indexer
