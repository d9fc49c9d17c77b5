// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/analysis/altered_wording.h"

#include "archive/base/text.h"
#include "archive/index/terms.h"
#include "indexer/analysis/dictionaries.h"
#include "indexer/analysis/plain_words.h"
#include "indexer/analysis/strange_words.h"

#include <algorithm>

namespace indexer {

namespace {

using archive::Article;

constexpr std::size_t read_bytes = 32U << 10;

/// An article is altered when so many different long words are unknown, and such a share of all.
constexpr std::size_t fewest_unknown = 6;
constexpr double least_share = 0.08;

bool enough(std::size_t unknown, std::size_t looked_at) {
    return unknown >= fewest_unknown
           && static_cast<double>(unknown) >= least_share * static_cast<double>(looked_at);
}

/// No program exchanged words before there were any; what is older is full of old spelling and of
/// what scanners misread.
bool is_old(const archive::Date& published) {
    static const auto first_programs = archive::span_of(2000)->first;
    return published.certainty == archive::Certainty::stated && published.span.last != 0
           && published.span.last < first_programs;
}

/// Languages that have letters beyond a to z in some words of a hundred; a text without was typed
/// on another keyboard, and misspells those words.
bool writes_accents(std::string_view language) {
    return language != "en";
}

/// The words of the body, and what is known of the text from their letters alone.
struct Text {
    std::vector<PlainWord> words;
    std::size_t capitals = 0;
    std::size_t accents = 0;
};

Text words_of_body(const Article& article) {
    Text text;
    std::size_t left = read_bytes;
    for (const auto& zone : article.zones) {
        if (zone.kind != archive::ZoneKind::body || left == 0) continue;
        const auto read = archive::cut(zone.text, left);
        left -= read.size();
        constexpr std::size_t bytes_a_word = 5;
        text.words.reserve(text.words.size() + read.size() / bytes_a_word);
        for_each_plain_word(read, [&text](const PlainWord& word) {
            text.capitals += word.capital ? 1 : 0;
            text.accents += word.ascii ? 0 : 1;
            text.words.push_back(word);
        });
    }
    return text;
}

/// Whether enough is left when each kind of word that is right all the same was taken out.
bool seems_altered(StrangeWords& strange) {
    const auto enough_left = [&strange] { return enough(strange.count(), strange.looked_at()); };
    if (!enough_left()) return false;
    strange.take_out_known();
    if (!enough_left() || strange.short_words_are_strange()) return false;
    strange.keep_among_known();
    if (!enough_left()) return false;
    strange.take_out_joined();
    if (!enough_left()) return false;
    strange.keep_built_around_others();
    return enough_left();
}

std::vector<std::string> folded_as_terms(const std::vector<std::string_view>& words) {
    std::vector<std::string> folded;
    for (const auto word : words) {
        archive::for_each_word(
            word, [&folded](const archive::Word& term) { folded.emplace_back(term.text); });
    }
    return folded;
}

}  // namespace

UnknownWords unknown_words(const Article& article) {
    if (article.quality.ocr || is_old(article.published)) return {};
    const auto* const dictionary = dictionary_of(article.language);
    if (dictionary == nullptr) return {};
    const auto text = words_of_body(article);
    constexpr std::size_t capitals_in = 50;  // words; a text without capitals hides its names
    if (text.capitals * capitals_in < text.words.size()) return {};
    constexpr std::size_t accents_in = 100;
    if (writes_accents(article.language) && text.accents * accents_in < text.words.size())
        return {};

    StrangeWords strange(
        text.words, *dictionary,
        article.language == "en" ? StrangeWords::Letters::ascii : StrangeWords::Letters::any);
    UnknownWords found;
    found.looked_at = static_cast<std::uint32_t>(strange.looked_at());
    if (seems_altered(strange)) found.words = folded_as_terms(strange.texts());
    return found;
}

bool is_altered(const UnknownWords& unknown,
                const std::function<bool(std::string_view)>& known_elsewhere) {
    if (!enough(unknown.words.size(), unknown.looked_at)) return false;
    if (!known_elsewhere) return true;
    const auto known = static_cast<std::size_t>(
        std::count_if(unknown.words.begin(), unknown.words.end(), known_elsewhere));
    return enough(unknown.words.size() - known, unknown.looked_at);
}

}  // namespace indexer
