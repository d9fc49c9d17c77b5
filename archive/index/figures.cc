// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/figures.h"

#include <algorithm>
#include <cstdint>

namespace archive {

namespace {

bool digit_at(std::string_view text, std::size_t at) {
    return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

std::size_t digits_end(std::string_view text, std::size_t at) {
    while (digit_at(text, at)) ++at;
    return at;
}

bool three_digits(std::string_view text, std::size_t at) {
    return digits_end(text, at) == at + 3;
}

enum class Mark : std::uint8_t { none, comma, point, apostrophe, blank };

struct Separator {
    Mark mark = Mark::none;
    std::size_t bytes = 0;
};

Separator separator_at(std::string_view text, std::size_t at) {
    if (at >= text.size()) return {};
    switch (text[at]) {
        case ',': return {Mark::comma, 1};
        case '.': return {Mark::point, 1};
        case '\'': return {Mark::apostrophe, 1};
        default: break;
    }
    const auto rest = text.substr(at);
    if (rest.starts_with("\u00A0")) return {Mark::blank, 2};
    if (rest.starts_with("\u202F") || rest.starts_with("\u2009")) return {Mark::blank, 3};
    if (rest.starts_with("\u2019")) return {Mark::apostrophe, 3};
    return {};
}

bool more_digits_after(std::string_view text, std::size_t at, Mark mark) {
    const auto separator = separator_at(text, at);
    return separator.mark == mark && digit_at(text, at + separator.bytes);
}

void append(Figure& figure, std::string_view text) {
    const auto size = std::min(text.size(), figure.digits.size() - figure.size);
    std::copy_n(text.begin(), size,
                figure.digits.begin() + static_cast<std::ptrdiff_t>(figure.size));
    figure.size += size;
}

/// Takes ".14" or ",14" at the end of the figure.
void take_decimals(Figure& figure, std::string_view text, Mark mark) {
    if (!more_digits_after(text, figure.end, mark)) return;
    const std::size_t begin = figure.end + 1;
    const std::size_t end = digits_end(text, begin);
    if (more_digits_after(text, end, Mark::point)) return;
    append(figure, ".");
    append(figure, text.substr(begin, end - begin));
    figure.end = end;
}

}  // namespace

Figure figure_at(std::string_view text, std::size_t at) {
    Figure figure;
    figure.end = digits_end(text, at);
    append(figure, text.substr(at, figure.end - at));

    const bool in_list = at >= 2 && digit_at(text, at - 2);
    if (in_list && text[at - 1] == '.') return figure;  // the 11 of 30.11.2024
    const auto separator = separator_at(text, figure.end);
    if (separator.mark == Mark::none) return figure;

    const bool may_begin = figure.size <= 3 && text[at] != '0'
                           && !(in_list && text[at - 1] == ',' && separator.mark == Mark::comma);
    constexpr std::size_t most_groups =
        8;  // a longer run is a table, and would be read again and again
    std::size_t end = figure.end;
    for (std::size_t groups = 0; may_begin && groups < most_groups; ++groups) {
        const auto next = separator_at(text, end);
        if (next.mark != separator.mark || !three_digits(text, end + next.bytes)) break;
        end += next.bytes + 3;
    }
    if (end == figure.end) {
        take_decimals(figure, text, Mark::point);
        return figure;
    }
    if (more_digits_after(text, end, separator.mark)) return figure;
    for (std::size_t group = figure.end; group < end;) {
        group += separator_at(text, group).bytes;
        append(figure, text.substr(group, 3));
        group += 3;
    }
    figure.end = end;
    if (separator.mark != Mark::point) take_decimals(figure, text, Mark::point);
    if (figure.end == end && separator.mark != Mark::comma)
        take_decimals(figure, text, Mark::comma);
    return figure;
}

std::size_t spaced_groups(std::string_view text, std::size_t at) {
    constexpr std::size_t most = 3;
    std::size_t groups = 0;
    while (groups <= most && at < text.size() && text[at] == ' ' && three_digits(text, at + 1)) {
        at += 4;
        ++groups;
    }
    if (groups > most || more_digits_after(text, at, Mark::comma)
        || more_digits_after(text, at, Mark::point))
        return 0;
    return groups;
}

}  // namespace archive
