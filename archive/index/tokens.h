// SPDX-License-Identifier: GPL-2.0-or-later
// tokens.h - The forward store: the words of an article in reading order, by their numbers.
//
// Phrases, zones and marks are settled here instead of in Xapian's position table, which is five
// times larger. The words of a document are varints: 0 begins a paragraph, 1 and a byte begin a
// zone of that kind, 2, a span and a number are a joined word over the last `span` positions
// ("selfdefence" over self, defence), everything else is the number of a word plus 3. Positions
// count words from first_position; a new paragraph leaves a gap of paragraph_gap, a new zone one of
// zone_gap, so that no phrase crosses.
#pragma once

#include "archive/model/article.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace archive {

inline constexpr std::uint32_t paragraph_gap = 20;
inline constexpr std::uint32_t zone_gap = 100;

namespace token_codes {
inline constexpr std::uint32_t paragraph = 0;
inline constexpr std::uint32_t zone = 1;
inline constexpr std::uint32_t joined = 2;
inline constexpr std::uint32_t first_word = 3;
}  // namespace token_codes

/// The varint at `at`, before `end`, and moves behind it: for loops that run over every word of
/// many articles. Guessing its length takes 1.4 ns a byte over the press releases, working it out
/// without a branch 2.3 (November 2026, a busy machine).
inline std::uint32_t read_token_number(const unsigned char*& at, const unsigned char* end) {
    std::uint32_t value = *at++;
    if (value < 0x80) return value;
    value &= 0x7FU;
    for (unsigned shift = 7; at < end && shift < 35; shift += 7) {
        const std::uint32_t byte = *at++;
        value |= (byte & 0x7FU) << shift;
        if (byte < 0x80) break;
    }
    return value;
}

/// Appends codes to the bytes of one document.
class TokenEncoder {
public:
    explicit TokenEncoder(std::string& bytes) : bytes_(bytes) {}
    void paragraph();
    void zone(ZoneKind kind);
    void word(std::uint32_t number);
    void joined(std::uint8_t span, std::uint32_t number);

private:
    void varint(std::uint32_t value);
    std::string& bytes_;
};

/// One word met while walking a document.
struct Token {
    std::uint32_t word = 0;      ///< its number in the segment
    std::uint32_t position = 0;  ///< of the word, or of the first part of a joined one
    std::uint8_t span = 1;       ///< positions covered
    ZoneKind zone = ZoneKind::body;
    std::uint32_t paragraph = 0;  ///< counts from 0 over the whole document, zones begin a new one
};

/// Walks the tokens of one document. Damaged bytes end the walk early, they never read outside.
class TokenWalk {
public:
    explicit TokenWalk(std::string_view bytes) : bytes_(bytes) {}

    /// Moves to the next word and says whether there is one.
    bool next(Token& token) {
        while (at_ < bytes_.size()) {
            const std::uint32_t code = varint();
            switch (code) {
                case token_codes::paragraph: begin_paragraph(paragraph_gap); break;
                case token_codes::zone:
                    if (at_ == bytes_.size()) return false;
                    zone_ = static_cast<ZoneKind>(bytes_[at_++]);
                    begin_paragraph(zone_gap);
                    break;
                case token_codes::joined: {
                    const std::uint32_t span = varint();
                    const std::uint32_t word = varint();
                    if (span == 0 || span > position_) return false;
                    token = {word, position_ - span, static_cast<std::uint8_t>(span), zone_,
                             paragraph_};
                    return true;
                }
                default:
                    token = {code - token_codes::first_word, position_++, 1, zone_, paragraph_};
                    empty_ = false;
                    return true;
            }
        }
        return false;
    }

private:
    std::uint32_t varint() {
        std::uint32_t value = 0;
        for (unsigned shift = 0; at_ < bytes_.size() && shift < 35; shift += 7) {
            const auto byte = static_cast<unsigned char>(bytes_[at_++]);
            value |= (std::uint32_t{byte} & 0x7FU) << shift;
            if (byte < 0x80) break;
        }
        return value;
    }
    void begin_paragraph(std::uint32_t gap) {
        if (!empty_) {
            position_ += gap;
            ++paragraph_;
        }
        empty_ = true;
    }

    std::string_view bytes_;
    std::size_t at_ = 0;
    std::uint32_t position_ = 0;
    std::uint32_t paragraph_ = 0;
    ZoneKind zone_ = ZoneKind::body;
    bool empty_ = true;  ///< no word yet in this paragraph
};

}  // namespace archive
