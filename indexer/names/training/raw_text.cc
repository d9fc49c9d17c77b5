// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/names/training/raw_text.h"

#include "archive/base/files.h"
#include "archive/base/text.h"

#include <nlohmann/json.hpp>

namespace indexer {

namespace {

constexpr std::string_view opening = "(\"'`[{<";
constexpr std::string_view closing = ")\"'`]}>,;:!?";
constexpr std::size_t longest_sentence = 200;  // words; tables go on without a full stop

bool is_capital(char c) {
    return c >= 'A' && c <= 'Z';
}

/// Whether "word." is an abbreviation rather than the end of a sentence: "Mr.", "U.S.", "Sen.".
bool abbreviates(std::string_view word) {
    return word.size() <= 4 && (is_capital(word[0]) || word.find('.') != word.size() - 1);
}

/// Cuts what stands between blanks into words; whether a sentence may end behind them.
bool cut_words(std::string_view piece, std::vector<std::string_view>& words) {
    while (!piece.empty() && opening.find(piece[0]) != std::string_view::npos) {
        words.push_back(piece.substr(0, 1));
        piece.remove_prefix(1);
    }
    std::vector<std::string_view> behind;
    bool ends = false;
    while (!piece.empty()) {
        const char last = piece.back();
        const bool full_stop = last == '.' && !abbreviates(piece);
        if (full_stop || last == '!' || last == '?') ends = true;
        std::size_t cut = full_stop || closing.find(last) != std::string_view::npos ? 1 : 0;
        if (piece.size() > 2 && (piece.ends_with("'s") || piece.ends_with("'S"))) cut = 2;
        if (cut == 0) break;
        behind.push_back(piece.substr(piece.size() - cut));
        piece.remove_suffix(cut);
    }
    if (!piece.empty()) words.push_back(piece);
    words.insert(words.end(), behind.rbegin(), behind.rend());
    return ends;
}

}  // namespace

void for_each_sentence(std::string_view text, const SentenceSink& sink) {
    std::vector<std::string_view> words;
    const auto flush = [&] {
        if (!words.empty()) sink(words);
        words.clear();
    };
    for (const auto line : archive::split(text, '\n')) {
        if (archive::trimmed(line).empty()) flush();
        for (const auto piece : archive::split(line, ' ')) {
            const auto bare = archive::trimmed(piece);
            if (bare.empty()) continue;
            if (cut_words(bare, words) || words.size() >= longest_sentence) flush();
        }
    }
    flush();
}

void for_each_sentence_of_file(const std::string& path, std::size_t every,
                               const SentenceSink& sink) {
    const archive::Mapping file(path);
    std::size_t number = 0;
    std::string_view rest = file.bytes();
    while (!rest.empty()) {
        const auto end = rest.find('\n');
        const auto line = rest.substr(0, end);
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
        if (number++ % every != 0) continue;
        const auto article = nlohmann::json::parse(line, nullptr, false);
        if (!article.is_object() || !article.contains("body")) continue;
        for_each_sentence(article["body"].get_ref<const std::string&>(), sink);
    }
}

}  // namespace indexer
