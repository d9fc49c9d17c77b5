// SPDX-License-Identifier: GPL-2.0-or-later
// token_scan.h - Walks the tokens of an article and stops at words that may be wanted.
//
//     WantedWords wanted;
//     wanted.add(number);                         of the segment's lexicon
//     TokenScan scan(segment.tokens(docid), wanted);
//     for (Token token; scan.next(token);) …      wanted words, joined words, and now and then
//     another
//
// What is told of a word is what TokenWalk tells.
#pragma once

#include "archive/index/token_stops.h"
#include "archive/index/tokens.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace archive {

/// Words by their numbers, as a scan knows them: by what their bytes begin with.
class WantedWords {
public:
    WantedWords();
    void add(std::uint32_t number);
    const FirstBytes& first_bytes() const { return first_bytes_; }

private:
    FirstBytes first_bytes_;
};

/// Of one document. Damaged bytes end it early, they never read outside.
class TokenScan {
public:
    /// Both outlive it.
    TokenScan(std::string_view tokens, const WantedWords& wanted,
              ComparedBy by = ComparedBy::whatever_is_fastest);

    enum class Met : std::uint8_t {
        end,
        word,    ///< that may be wanted, or a joined one
        border,  ///< of a paragraph or zone: `token` is where it ends, in the zone behind it
    };

    /// Moves to the next word or border.
    Met meet(Token& token) {
        for (;;) {
            if (stop_ == found_.count && !look_on()) return Met::end;
            const auto stop = stops_[stop_++];
            const auto* at = stretch_ + stop.at;
            if (at < behind_) continue;  // an operand
            const auto words = numbers_before_ + stop.before - other_numbers_;
            token = {0, words + gaps_, 1, zone_, paragraph_};
            switch (*at) {
                case token_codes::paragraph:
                    other_numbers_ += 1;
                    begin_paragraph(words, paragraph_gap);
                    return Met::border;
                case token_codes::zone:
                    if (at + 1 == end_) return Met::end;
                    behind_ = at + 2;
                    other_numbers_ += 2;
                    begin_paragraph(words, zone_gap);
                    token.zone = zone_ = static_cast<ZoneKind>(at[1]);
                    return Met::border;
                case token_codes::joined: return joined(at, token) ? Met::word : Met::end;
                default:
                    token.word = read_token_number(at, end_) - token_codes::first_word;
                    return Met::word;
            }
        }
    }

    /// Moves to the next word and says whether there is one.
    bool next(Token& token) {
        for (;;) {
            const auto met = meet(token);
            if (met != Met::border) return met == Met::word;
        }
    }

private:
    bool look_on();
    bool joined(const unsigned char* at, Token& token);
    void begin_paragraph(std::uint32_t words, std::uint32_t gap) {
        if (words == words_before_) return;  // no word in the last one
        words_before_ = words;
        gaps_ += gap;
        ++paragraph_;
    }

    const FirstBytes& wanted_;
    const ComparedBy by_;
    const unsigned char* stretch_;  ///< whose stops are at hand
    const unsigned char* stretch_end_;
    const unsigned char* const end_;
    const unsigned char* behind_;       ///< the operands of the last code
    TokenStops found_;                  ///< in the stretch
    std::size_t stop_ = 0;              ///< the next of them
    std::uint32_t numbers_before_ = 0;  ///< that end before the stretch
    std::uint32_t other_numbers_ = 0;   ///< that are no words of the text, so far
    std::uint32_t words_before_ = 0;    ///< the paragraph
    std::uint32_t gaps_ = 0;            ///< positions without words, so far
    std::uint32_t paragraph_ = 0;
    ZoneKind zone_ = ZoneKind::body;
    bool begins_ = true;  ///< whether a number begins with the stretch
    std::array<TokenStop, longest_stretch> stops_;
};

}  // namespace archive
