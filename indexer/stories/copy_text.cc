// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/stories/copy_text.h"

#include "archive/base/files.h"
#include "archive/base/text.h"
#include "archive/index/shingles.h"
#include "archive/index/word_letters.h"

#include <algorithm>
#include <string>

namespace indexer {

namespace {

void settle(std::vector<std::uint32_t>& set) {
    std::sort(set.begin(), set.end());
    set.erase(std::unique(set.begin(), set.end()), set.end());
}

std::uint32_t hash_of(std::string_view text) {
    return static_cast<std::uint32_t>(archive::checksum_of(text));
}

}  // namespace

std::vector<std::uint32_t> figures_in(std::string_view text) {
    // With what is inside them: "3.5", "2-1", "30/11". Separators of thousands do not count, so
    // that outlets may write them as they like.
    std::vector<std::uint32_t> found;
    std::string figure;
    const auto digit_at = [&](std::size_t at) {
        return at < text.size() && archive::is_ascii_digit(text[at]);
    };
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (!digit_at(at)) continue;
        figure.clear();
        for (; digit_at(at)
               || (at < text.size() && std::string_view(".,/:-").find(text[at]) != std::string::npos
                   && digit_at(at + 1));
             ++at) {
            if (text[at] != ',') figure += text[at];
        }
        found.push_back(hash_of(figure));
    }
    settle(found);
    return found;
}

std::vector<std::uint32_t> names_in(std::string_view text) {
    std::vector<std::uint32_t> found;
    bool sentence_begins = true;
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (archive::folded_byte(text[at]) == 0 && byte < 0x80) {
            sentence_begins = sentence_begins || byte == '.' || byte == '!' || byte == '?'
                              || byte == '\n' || byte == ':' || byte == '"';
            ++at;
            continue;
        }
        std::size_t end = at;
        while (end < text.size()
               && (archive::folded_byte(text[end]) != 0
                   || static_cast<unsigned char>(text[end]) >= 0x80))
            ++end;
        const bool capital = text[at] >= 'A' && text[at] <= 'Z';
        if (capital && !sentence_begins && end - at > 2)
            found.push_back(hash_of(archive::ascii_lower(text.substr(at, end - at))));
        sentence_begins = false;
        at = end;
    }
    settle(found);
    return found;
}

CopyText copy_text(const archive::Article& article) {
    constexpr float sure = 0.9F;
    CopyText text;
    text.text = archive::text_of_copy(article);
    text.words = archive::word_hashes(text.text);
    text.long_runs = archive::shingles(text.words, archive::long_run);
    text.signature = archive::copy_signature(text.words, text.long_runs);
    if (article.published.certainty == archive::Certainty::stated)
        text.published = article.published.span;
    text.misread = article.quality.ocr && *article.quality.ocr < sure;
    return text;
}

}  // namespace indexer
