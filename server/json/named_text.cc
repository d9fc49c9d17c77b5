// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/json/named_text.h"

#include "archive/base/text.h"
#include "server/json/parts.h"

#include <algorithm>

namespace server {

namespace {

/// Shorter names are found by chance, but for capitals: "US", "EU".
constexpr std::size_t shortest = 3;
constexpr std::size_t shortest_in_capitals = 2;

bool is_capital(char letter) {
    return letter >= 'A' && letter <= 'Z';
}

bool worth_finding(std::string_view form) {
    return form.size() >= shortest
           || (form.size() >= shortest_in_capitals
               && std::all_of(form.begin(), form.end(), is_capital));
}

/// Whether a word goes on with this character: letters of the scripts that part words by blanks.
bool continues_a_word(char32_t point) {
    if (point < 0x80) {
        return (point >= '0' && point <= '9') || (point >= 'a' && point <= 'z')
               || (point >= 'A' && point <= 'Z');
    }
    return (point >= 0xc0 && point <= 0x24f) || (point >= 0x370 && point <= 0x5ff);
}

bool word_ends_before(std::string_view text, std::size_t at) {
    if (at == 0) return true;
    std::size_t begin = at - 1;
    while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xc0U) == 0x80U) --begin;
    return !continues_a_word(archive::next_code_point(text, begin));
}

bool word_ends_at(std::string_view text, std::size_t at) {
    return at == text.size() || !continues_a_word(archive::next_code_point(text, at));
}

}  // namespace

NamesInText::NamesInText(const std::vector<archive::KnownName>& names) {
    for (const auto& name : names) {
        for (const auto& form : name.forms) {
            if (worth_finding(form)) names_.push_back({form, name.id});
        }
    }
}

std::vector<NamesInText::Found> NamesInText::find(std::string_view text) const {
    std::vector<Found> all;
    for (const auto& name : names_) {
        for (auto at = text.find(name.text); at != std::string_view::npos;
             at = text.find(name.text, at + name.text.size())) {
            const auto end = at + name.text.size();
            if (word_ends_before(text, at) && word_ends_at(text, end))
                all.push_back({at, end, &name});
        }
    }
    std::sort(all.begin(), all.end(), [](const Found& left, const Found& right) {
        return left.begin != right.begin ? left.begin < right.begin : left.end > right.end;
    });
    std::vector<Found> apart;
    for (const auto& found : all) {
        if (apart.empty() || found.begin >= apart.back().end) apart.push_back(found);
    }
    return apart;
}

std::vector<NamedSegment> NamesInText::named(const archive::MarkedParagraph& paragraph) const {
    const auto found = names_.empty() ? std::vector<Found>{} : find(plain_text(paragraph));
    std::vector<NamedSegment> segments;
    auto name = found.begin();
    std::size_t begin = 0;  // of the segment, in the paragraph
    for (const auto& segment : paragraph) {
        const auto end = begin + segment.text.size();
        for (std::size_t at = begin; at < end;) {
            while (name != found.end() && name->end <= at) ++name;
            const bool inside = name != found.end() && name->begin <= at;
            auto stop = end;
            if (name != found.end()) stop = std::min(end, inside ? name->end : name->begin);
            segments.push_back({{segment.text.substr(at - begin, stop - at), segment.hit},
                                inside ? name->name->id : std::string()});
            at = stop;
        }
        begin = end;
    }
    return segments;
}

}  // namespace server
