// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/line_signatures.h"

#include "archive/base/text.h"
#include "indexer/analysis/agencies.h"
#include "indexer/extract/line_shape.h"

#include <algorithm>
#include <array>

namespace indexer {

namespace {

/// What stands in front of a picture's source at the end of a caption.
constexpr std::array<std::string_view, 6> source_dashes{" \u2014 ", " \u2013 ", " - ",
                                                        " | ",      ".\u2014",  ".\u2013"};

constexpr std::array<std::string_view, 5> picture_kinds{" pic", " photo", " file", " file photo",
                                                        " File Photo"};

/// Sources of pictures that are no agencies.
constexpr std::array<std::string_view, 13> picture_makers{
    "X",   "Facebook", "File",    "File photo", "Handout", "EPA",        "Twitter",
    "APP", "Getty",    "Pixabay", "Instagram",  "Photo",   "Screengrab",
};

/// "The cranes stood idle. \u2014 Coastline": behind a whole sentence and a long dash, one to three
/// words with capitals are a source, even one nobody has heard of.
bool signs_sentence(std::string_view before, std::string_view source) {
    constexpr std::size_t most_words = 3;
    const auto sentence = stripped(before);
    if (sentence.empty() || std::string_view(".!?").find(sentence.back()) == std::string_view::npos)
        return false;
    const auto words = archive::split(source, ' ');
    return words.size() <= most_words
           && std::all_of(words.begin(), words.end(), [](std::string_view word) {
                  return !word.empty() && word[0] >= 'A' && word[0] <= 'Z';
              });
}

}  // namespace

std::string_view picture_source(std::string_view line) {
    constexpr std::size_t longest = 420;
    constexpr std::size_t longest_source = 48;  // with its dash
    constexpr std::size_t shortest_caption = 10;
    if (line.size() >= longest) return {};
    if (line.size() < shortest_caption) return {};
    const auto tail = line.substr(
        std::max(shortest_caption, line.size() - std::min(line.size(), longest_source)));
    std::size_t first = 0;  // of the source behind the last dash
    for (const auto dash : source_dashes) {
        const auto at = tail.rfind(dash);
        if (at != std::string_view::npos) first = std::max(first, at + dash.size());
    }
    if (first == 0) return {};
    auto source = stripped(tail.substr(first));
    while (!source.empty() && source.back() == '.') source.remove_suffix(1);
    if (source.empty()) return {};
    const auto head = source.substr(0, source.find('/'));
    for (const auto kind : picture_kinds) {
        if (head.size() > kind.size() && head.substr(head.size() - kind.size()) == kind) {
            return source;
        }
    }
    const bool known =
        !agency_named(head).empty()
        || std::find(picture_makers.begin(), picture_makers.end(), head) != picture_makers.end();
    if (known) return source;
    for (const std::string_view dash : {" \u2014 ", " \u2013 "}) {
        const auto at = line.rfind(dash);
        if (at != std::string_view::npos
            && signs_sentence(line.substr(0, at), stripped(line.substr(at + dash.size())))) {
            return source;
        }
    }
    return {};
}

std::string_view agency_signature(std::string_view line) {
    constexpr std::size_t longest = 48;
    if (line.size() > longest) return {};
    for (const std::string_view opening : {"\u2014", "\u2013", "--", "-", "(", "["}) {
        if (line.starts_with(opening)) {
            line.remove_prefix(opening.size());
            break;
        }
    }
    line = stripped(line);
    while (!line.empty() && (line.back() == ')' || line.back() == ']' || line.back() == '.')) {
        line.remove_suffix(1);
    }
    return agency_named(line);
}

}  // namespace indexer
