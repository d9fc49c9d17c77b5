// SPDX-License-Identifier: GPL-2.0-or-later
// quote.h - Words that an article gives in quotation marks, and who said them.
//
//   "We will rebuild the pier," Lee said, according to Coastline.
//    zone and bytes             speaker "person ann lee", read from "Lee"; via "org coastline"
//
// Speakers are name keys, as in entity.h: which id a key belongs to is settled when a question is
// asked.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace archive {

/// How the speaker was found. On disk: append, never renumber.
enum class QuoteBasis : std::uint8_t {
    none = 0,     ///< nobody was found
    passed_on,    ///< "KCNA quoted Kim as saying"
    verb_after,   ///< '"...," Kim said'
    verb_before,  ///< 'Kim said: "..."'
    according,    ///< "according to Kim"
    named,        ///< the one named before it in the sentence
    continued,    ///< the speaker of the quotation before
    signed_by     ///< '"..." - Kim'
};
inline constexpr std::size_t quote_bases = 8;

std::string_view name(QuoteBasis basis);

struct Quote {
    std::uint32_t zone = 0;    ///< index into Article::zones
    std::uint32_t begin = 0;   ///< bytes in the zone's text, the marks included
    std::uint32_t end = 0;     ///< exclusive
    std::string speaker;       ///< name key: "person kim jong un"; empty when nobody was found
    std::string speaker_text;  ///< the words it was read from: "Kim", "he"; may be empty
    std::string via;           ///< name key of the agency that passed it on, or empty
    QuoteBasis basis = QuoteBasis::none;
    std::uint8_t confidence = 0;  ///< per cent: how often speakers found so are right

    friend bool operator==(const Quote&, const Quote&) = default;
};

}  // namespace archive
