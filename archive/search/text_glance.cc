// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/text_glance.h"

#include <algorithm>
#include <optional>

namespace archive {

namespace {

bool is_letter_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// Numbers may go on over a blank: "10 000".
bool has_number(const std::vector<std::string>& forms) {
    return std::any_of(forms.begin(), forms.end(), [](const std::string& form) {
        return !form.empty() && form.front() >= '0' && form.front() <= '9';
    });
}

char lowered(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\r';
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_ascii(char c) {
    return static_cast<unsigned char>(c) < 0x80;
}

bool first_is_less(const std::string& left, const std::string& right) {
    return left.front() < right.front();
}

/// The place that every match leads over and whose shortest form is longest: long words are rare.
std::optional<std::uint16_t> needed_place(const WordPattern& pattern) {
    std::optional<std::uint16_t> needed;
    std::size_t longest = 0;
    for (std::uint16_t place = 0; place < pattern.length; ++place) {
        std::size_t shortest = std::string::npos;
        for (const auto& edge : pattern.edges) {
            if (edge.from > place || edge.to <= place) continue;
            for (const auto* forms : {&edge.words, &edge.stems}) {
                for (const auto& form : *forms) shortest = std::min(shortest, form.size());
            }
            for (const auto& foreign : edge.foreign) {
                for (const auto& stem : foreign.stems) shortest = std::min(shortest, stem.size());
            }
        }
        if (shortest == std::string::npos || (needed && shortest <= longest)) continue;
        longest = shortest;
        needed = place;
    }
    return needed;
}

}  // namespace

TextGlance::TextGlance() {
    for (std::size_t byte = 0; byte < bytes_.size(); ++byte) {
        const auto c = static_cast<char>(byte);
        if (is_letter_or_digit(c)) bytes_[byte] = in_word;
        if (!is_ascii(c)) bytes_[byte] = begins_wanted;  // who knows what it is
    }
}

bool TextGlance::add(const PlacePattern& pattern) {
    if (pattern.quoted || pattern.nodes.size() != 1
        || pattern.nodes.front().kind != PlaceNode::Kind::words)
        return false;
    const auto& words = pattern.nodes.front().words;
    if (words.zones.lead) return false;
    for (const auto& edge : words.edges) {
        if (has_number(edge.words) || has_number(edge.stems)) return false;
    }
    const auto place = needed_place(words);
    if (!place) return true;  // no form of some word: nothing matches
    longest_ = std::max<std::size_t>(longest_, words.length);
    const auto begin_with = [&](const std::string& form) -> std::optional<std::size_t> {
        if (form.empty() || !is_ascii(form.front())) return std::nullopt;
        const char first = form.front();
        bytes_[static_cast<unsigned char>(first)] |= begins_wanted;
        if (first >= 'a' && first <= 'z')
            bytes_[static_cast<unsigned char>(first - 'a' + 'A')] |= begins_wanted;
        return static_cast<std::size_t>(first);
    };
    const auto add_stems = [&](const std::vector<std::string>& stems) {
        for (const auto& stem : stems) {
            const auto first = begin_with(stem);
            if (!first) continue;
            stems_[*first] = true;
            beginnings_.add(stem.front(), WordBeginnings::any);
        }
    };
    for (const auto& edge : words.edges) {
        if (edge.from > *place || edge.to <= *place) continue;
        for (const auto& word : edge.words) {
            if (!begin_with(word)) continue;
            words_.push_back(word);
            beginnings_.add(word.front(), word.size() > 1 ? word[1] : WordBeginnings::any);
        }
        add_stems(edge.stems);
        for (const auto& foreign : edge.foreign) add_stems(foreign.stems);
    }
    std::stable_sort(words_.begin(), words_.end(), first_is_less);
    return true;
}

/// Whether what begins at `at` may be a word that is looked for: it goes on like one, or breaks off
/// where another sign may still lead on, as in "U.S." or "self-defence".
bool TextGlance::may_begin(std::string_view text, std::size_t at) const {
    if (!is_ascii(text[at])) return true;
    const auto first = static_cast<unsigned char>(lowered(text[at]));
    if (stems_[first]) return true;
    const auto [begin, end] = std::equal_range(
        words_.begin(), words_.end(), std::string(1, static_cast<char>(first)), first_is_less);
    return std::any_of(begin, end, [&](const std::string& word) {
        for (std::size_t i = 1; i < word.size(); ++i) {
            if (at + i >= text.size()) return false;
            const char c = text[at + i];
            if (is_blank(c) || c == '\n') return false;
            if (!is_letter_or_digit(c)) return true;
            if (lowered(c) != word[i]) return false;
        }
        return true;
    });
}

/// What stands between blanks around `at`, with as many such runs before and behind it as a match
/// may have words there.
TextGlance::Stretch TextGlance::around(std::string_view text, std::size_t at) const {
    const auto has_word = [&](std::size_t from, std::size_t to) {
        return std::any_of(text.begin() + static_cast<std::ptrdiff_t>(from),
                           text.begin() + static_cast<std::ptrdiff_t>(to), is_letter_or_digit);
    };
    const auto run_begin = [&](std::size_t from) {
        while (from > 0 && !is_blank(text[from - 1]) && text[from - 1] != '\n') --from;
        return from;
    };
    const auto run_end = [&](std::size_t from) {
        while (from < text.size() && !is_blank(text[from]) && text[from] != '\n') ++from;
        return from;
    };
    Stretch stretch{run_begin(at), run_end(at)};
    for (std::size_t words = 1; words < longest_ && stretch.begin > 0;) {
        if (!is_blank(text[stretch.begin - 1])) break;
        const auto end = stretch.begin - 1;
        stretch.begin = run_begin(end);
        if (has_word(stretch.begin, end)) ++words;
    }
    for (std::size_t words = 1; words < longest_ && stretch.end < text.size();) {
        if (!is_blank(text[stretch.end])) break;
        const auto begin = stretch.end + 1;
        stretch.end = run_end(begin);
        if (has_word(begin, stretch.end)) ++words;
    }
    return stretch;
}

/// Adds the stretch around `at` when a wanted word may begin there. A word begins behind anything
/// but a letter or digit, or where the one follows the other.
void TextGlance::look_at(std::string_view text, std::size_t at, std::vector<Stretch>& found) const {
    if ((bytes_[static_cast<unsigned char>(text[at])] & begins_wanted) == 0) return;
    if (at > 0 && (bytes_[static_cast<unsigned char>(text[at - 1])] & in_word) != 0
        && !is_digit(text[at - 1]))
        return;
    if (!may_begin(text, at)) return;
    const auto stretch = around(text, at);
    if (!found.empty() && stretch.begin <= found.back().end)
        found.back().end = std::max(found.back().end, stretch.end);
    else
        found.push_back(stretch);
}

std::vector<TextGlance::Stretch> TextGlance::stretches(std::string_view text) const {
    std::vector<Stretch> found;
    beginnings_.for_each_in(text, [&](std::size_t at) { look_at(text, at, found); });
    return found;
}

}  // namespace archive
