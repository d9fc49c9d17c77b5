// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/sgml_elements.h"

#include "archive/base/text.h"
#include "indexer/extract/page_text.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <utility>

namespace indexer {

namespace {

constexpr std::size_t most_elements = 10'000;
constexpr std::size_t most_levels = 32;
constexpr std::size_t longest_name = 32;

bool name_byte(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.'
           || c == '-' || c == '_';
}

std::string capitals(std::string_view text) {
    std::string upper(text);
    for (char& c : upper) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    }
    return upper;
}

struct SgmlTag {
    std::string name;
    std::string_view attributes;
    std::size_t first = 0;
    std::size_t last = 0;
    bool closing = false;
};

/// The next tag from `at` on, which moves behind it. "<SRD>" inside words is one to us as well: it
/// is never closed and holds nothing.
bool next_tag(std::string_view text, std::size_t& at, SgmlTag& tag) {
    for (at = text.find('<', at); at != std::string_view::npos; at = text.find('<', at + 1)) {
        auto begin = at + 1;
        tag.closing = begin < text.size() && text[begin] == '/';
        if (tag.closing) ++begin;
        auto end = begin;
        while (end < text.size() && end - begin < longest_name && name_byte(text[end])) ++end;
        if (end == begin || end == text.size()) continue;
        constexpr std::size_t longest_tag = 1'000;
        const auto close = text.substr(end, longest_tag).find_first_of("<>");
        if (close == std::string_view::npos || text[end + close] != '>') continue;
        tag.name = capitals(text.substr(begin, end - begin));
        tag.attributes = text.substr(end, close);
        tag.first = at;
        tag.last = at = end + close + 1;
        return true;
    }
    return false;
}

/// Entities that wire collections use and HTML does not know.
constexpr std::array<std::pair<std::string_view, std::string_view>, 14> wire_entities{
    {{"&hyph;", "-"},
     {"&blank;", " "},
     {"&equals;", "="},
     {"&plus;", "+"},
     {"&percnt;", "%"},
     {"&dollar;", "$"},
     {"&ast;", "*"},
     {"&lsqb;", "["},
     {"&rsqb;", "]"},
     {"&lowbar;", "_"},
     {"&num;", "#"},
     {"&commat;", "@"},
     {"&AMP;", "&"},
     {"&UR;", " "}}};

void put_wire_entities(std::string& text) {
    if (text.find('&') == std::string::npos) return;
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto rest = std::string_view(text).substr(at);
        const auto* const found =
            rest.front() != '&'
                ? wire_entities.end()
                : std::find_if(wire_entities.begin(), wire_entities.end(),
                               [&](const auto& entity) { return rest.starts_with(entity.first); });
        if (found == wire_entities.end()) {
            out += rest.front();
            ++at;
        } else {
            out += found->second;
            at += found->first.size();
        }
    }
    text = std::move(out);
}

}  // namespace

std::vector<SgmlElement> sgml_elements(std::string_view record) {
    std::vector<SgmlElement> elements;
    std::vector<std::size_t> open;
    const auto close = [&](std::size_t until, std::size_t inside_end, std::size_t last) {
        // Elements inside that were never closed end where this one does.
        while (open.size() > until) {
            auto& element = elements[open.back()];
            const auto begin = static_cast<std::size_t>(element.inside.data() - record.data());
            element.inside = record.substr(begin, inside_end - begin);
            element.last = open.size() == until + 1 ? last : inside_end;
            open.pop_back();
        }
    };
    SgmlTag tag;
    for (std::size_t at = 0; next_tag(record, at, tag);) {
        if (tag.closing) {
            for (auto level = open.size(); level > 0; --level) {
                if (elements[open[level - 1]].name != tag.name) continue;
                close(level - 1, tag.first, tag.last);
                break;
            }
        } else if (elements.size() < most_elements && open.size() < most_levels) {
            open.push_back(elements.size());
            elements.push_back({std::move(tag.name), tag.attributes, record.substr(tag.last),
                                tag.first, tag.last});
        }
    }
    close(0, record.size(), record.size());
    return elements;
}

const SgmlElement* find_element(const std::vector<SgmlElement>& elements,
                                std::initializer_list<std::string_view> names) {
    for (const auto name : names) {
        const auto found = std::find_if(elements.begin(), elements.end(),
                                        [&](const auto& each) { return each.name == name; });
        if (found != elements.end()) return &*found;
    }
    return nullptr;
}

std::string_view sgml_attribute(std::string_view attributes, std::string_view name) {
    const std::string upper = capitals(attributes);
    for (auto at = upper.find(name); at != std::string::npos; at = upper.find(name, at + 1)) {
        const auto end = at + name.size();
        if (at == 0 || name_byte(upper[at - 1]) || end >= upper.size() || upper[end] != '=')
            continue;
        auto value = attributes.substr(end + 1);
        if (value.starts_with('"') || value.starts_with('\'')) {
            const char quote = value.front();
            value.remove_prefix(1);
            return value.substr(0, value.find(quote));
        }
        return value.substr(0, value.find_first_of(" \t\r\n/>"));
    }
    return {};
}

std::string sgml_text(std::string_view inside) {
    std::string bare;
    bare.reserve(inside.size());
    SgmlTag tag;
    std::size_t behind = 0;
    for (std::size_t at = 0; next_tag(inside, at, tag); behind = at) {
        bare += inside.substr(behind, tag.first - behind);
        if (tag.name == "P" || tag.name == "BR" || tag.name == "D") bare += '\n';
    }
    bare += inside.substr(behind);
    put_wire_entities(bare);
    // What is left of angle brackets are signs of the text: they must not be taken for tags.
    std::string safe;
    safe.reserve(bare.size());
    for (const char c : bare) {
        if (c == '<') {
            safe += "&lt;";
        } else {
            safe += c;
        }
    }
    std::string text = text_without_tags(safe);
    std::erase_if(text, [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7F;
    });
    return text;
}

}  // namespace indexer
