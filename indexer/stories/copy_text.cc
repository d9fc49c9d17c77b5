// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/stories/copy_text.h"

#include "archive/base/files.h"
#include "archive/base/text.h"
#include "archive/index/shingles.h"
#include "archive/index/word_letters.h"

#include <unicode/uchar.h>

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

std::uint32_t hash_of(std::u32string_view word) {
    return hash_of(std::string_view(reinterpret_cast<const char*>(word.data()),
                                    word.size() * sizeof(word[0])));
}

/// 0 to 9 in any script; -1 for what is no digit.
int digit_value(char32_t point) {
    if (point < 0x80) return point >= '0' && point <= '9' ? static_cast<int>(point - '0') : -1;
    return u_isdigit(static_cast<UChar32>(point)) != 0
               ? u_charDigitValue(static_cast<UChar32>(point))
               : -1;
}

}  // namespace

std::vector<std::uint32_t> figures_in(std::string_view text) {
    // With what is inside them: "3.5", "2-1", "30/11". Separators of thousands do not count, so
    // that outlets may write them as they like; nor does the script of the digits.
    std::vector<std::uint32_t> found;
    std::string figure;
    char mark = 0;  // behind the last digit
    const auto end = [&] {
        if (!figure.empty()) found.push_back(hash_of(figure));
        figure.clear();
        mark = 0;
    };
    for (std::size_t at = 0; at < text.size();) {
        const auto value = digit_value(archive::next_code_point(text, at));
        if (value < 0) {
            const char byte = text[at - 1];
            const bool inside = !figure.empty() && mark == 0
                                && std::string_view(".,/:-").find(byte) != std::string_view::npos;
            if (inside)
                mark = byte;
            else
                end();
            continue;
        }
        if (mark != 0 && mark != ',') figure += mark;
        mark = 0;
        figure += static_cast<char>('0' + value);
    }
    end();
    settle(found);
    return found;
}

std::vector<std::uint32_t> names_in(std::string_view text) {
    std::vector<std::uint32_t> found;
    bool sentence_begins = true;
    std::u32string word;
    bool capital = false;
    const auto end = [&] {
        if (word.empty()) return;
        if (capital && !sentence_begins && word.size() > 2) found.push_back(hash_of(word));
        sentence_begins = false;
        word.clear();
    };
    for (std::size_t at = 0; at < text.size();) {
        const char32_t point = archive::next_code_point(text, at);
        const auto code = static_cast<UChar32>(point);
        if (point < 0x80 ? archive::folded_byte(static_cast<char>(point)) != 0
                         : u_isalnum(code) != 0) {
            if (word.empty()) capital = u_isupper(code) != 0;
            word += static_cast<char32_t>(u_foldCase(code, U_FOLD_CASE_DEFAULT));
            continue;
        }
        end();
        constexpr std::u32string_view ends = U".!?\n:\"\u201C\u201E\u00AB\u00BB";
        sentence_begins = sentence_begins || ends.find(point) != std::u32string_view::npos;
    }
    end();
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
