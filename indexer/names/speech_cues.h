// SPDX-License-Identifier: GPL-2.0-or-later
// speech_cues.h - The verbs of saying of a sentence, each with whoever is its subject.
//
//   Lee met Minister Bo Chu and said "..."     said, Lee
//   "...," KCNA quoted Lee as saying           quoted, Lee via KCNA
//   "...," according to Lee                    according, Lee
//
// What stands in quotation marks is passed over.
#pragma once

#include "archive/model/quote.h"
#include "indexer/names/spoken_text.h"

#include <cstdint>
#include <vector>

namespace indexer {

/// A verb of saying outside quotation marks, with its subject.
struct Cue {
    std::uint32_t verb = 0;  ///< token
    archive::QuoteBasis basis = archive::QuoteBasis::verb_before;
    Speaker speaker;
    Speaker via;  ///< of "KCNA quoted Kim as saying"
};

/// Looks at one sentence after the other of a text that must outlive it.
class SpeechCues {
public:
    explicit SpeechCues(const SpokenText& spoken) : spoken_(spoken) {}

    /// Finds the cues among tokens, whole quotations and what stands around them.
    void find(std::uint32_t begin, std::uint32_t end);

    /// In order.
    const std::vector<Cue>& all() const { return cues_; }

    /// The first cue behind a quotation that belongs to it, of agencies or of anybody else; null
    /// when there is none.
    const Cue* behind(const QuotedWords& quote, bool agencies) const;
    /// The last cue before a quotation, likewise.
    const Cue* before(const QuotedWords& quote, bool agencies) const;

private:
    void find_at(std::uint32_t verb);
    std::uint32_t clause_begin(std::uint32_t verb) const;
    Speaker subject_before(std::uint32_t verb, std::uint32_t from) const;
    Speaker named_behind(std::uint32_t at) const;

    const SpokenText& spoken_;
    std::uint32_t begin_ = 0;  ///< of the sentence
    std::uint32_t end_ = 0;
    std::vector<Cue> cues_;
};

}  // namespace indexer
