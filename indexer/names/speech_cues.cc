// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/names/speech_cues.h"

#include "indexer/names/speech_words.h"

#include <algorithm>

namespace indexer {

using archive::QuoteBasis;

namespace {

/// How far from its verb a speaker is looked for, in words.
constexpr std::uint32_t farthest = 40;

}  // namespace

/// Where the clause of a verb begins.
std::uint32_t SpeechCues::clause_begin(std::uint32_t verb) const {
    auto at = verb;
    while (at > begin_ && verb - at < farthest) {
        const auto& token = spoken_[at - 1];
        if (spoken_.quoted(at - 1) || token.sign == Sign::semicolon
            || token.sign == Sign::full_stop)
            break;
        --at;
    }
    return at;
}

/// Who does what the verb says, looked for on its left.
Speaker SpeechCues::subject_before(std::uint32_t verb, std::uint32_t from) const {
    auto at = verb;  // behind the word looked at
    const auto skip = [&] {
        // "Ann Lee (D-Northport) said"
        if (at > from && spoken_[at - 1].sign == Sign::close_bracket) {
            constexpr std::uint32_t longest_bracket = 10;
            auto open = at - 1;
            while (open > from && at - open < longest_bracket
                   && spoken_[open].sign != Sign::open_bracket)
                --open;
            if (spoken_[open].sign == Sign::open_bracket) at = open;
        }
        while (at > from
               && (between_subject_and_verb(spoken_.low(at - 1))
                   || spoken_.low(at - 1).ends_with("ly")))
            --at;
    };
    skip();
    // "Lee on Friday said"
    if (at > from + 1 && spoken_[at - 1].capital && !spoken_.speaks(at - 1)
        && (spoken_.low(at - 2) == "on" || spoken_.speaks(at - 2))) {
        at -= spoken_.low(at - 2) == "on" ? 2U : 1U;
        skip();
    }
    if (at <= from) return {};
    const auto left = spoken_.low(at - 1);
    const bool participle = spoken_.low(verb).ends_with("ing");
    if (left == "who" || left == "that" || left == "which") {
        for (auto back = at - 1; back > from; --back) {
            if (spoken_.speaks(back - 1)) return spoken_.speaker_at(back - 1);
        }
        return {};
    }
    if (const auto next = spoken_.speaker_at(at - 1); next.there() && !participle) {
        if (next.pronoun || !spoken_.governed(next.begin, from, false)) return next;
        // "Lee of the Port Authority said"
        auto back = next.begin;
        while (back > from && !leads_aside(spoken_.low(back - 1))) --back;
        const bool hangs_on = back > from + 1 && spoken_.speaks(back - 2);
        return hangs_on ? spoken_.speaker_at(back - 2) : Speaker{};
    }
    if (spoken_[at - 1].sign == Sign::comma || participle) {
        if (const auto named = spoken_.first_acting(from, at, true); named.there()) return named;
        return spoken_.first_acting(from, at, false);
    }
    if (joins_verbs(left)) return spoken_.first_acting(from, at, false);
    // "KCNA news agency said", "Port Authority officials said"
    constexpr std::uint32_t words_of_title = 3;
    for (auto back = at; back > from && at - back < words_of_title; --back) {
        if (spoken_[back - 1].sign != Sign::none || leads_aside(spoken_.low(back - 1))) break;
        if (!spoken_.speaks(back - 1)) continue;
        const auto near = spoken_.speaker_at(back - 1);
        const bool office =
            !spoken_.person_at(back - 1) && !spoken_.governed(near.begin, from, false);
        return office ? near : Speaker{};
    }
    return {};
}

/// Who is named from `at` on: of "said the mayor, Ann Lee of Northport" Ann Lee.
Speaker SpeechCues::named_behind(std::uint32_t at) const {
    constexpr std::uint32_t words = 12;
    Speaker last;
    bool comma = false;
    for (auto here = at; here < end_ && here - at < words; ++here) {
        if (spoken_.quoted(here)) break;
        const auto& token = spoken_[here];
        if (const auto speaker = spoken_.speaker_at(here); speaker.there()) {
            if (speaker.pronoun) {
                if (here == at) return speaker;
                break;
            }
            if (spoken_.possessed(speaker.end)) {
                here = speaker.end;
                continue;
            }
            last = speaker;
            here = speaker.end - 1;
            continue;
        }
        const bool ends = token.sign == Sign::full_stop || token.sign == Sign::semicolon
                          || token.sign == Sign::colon || says(token.low) || leads_aside(token.low)
                          || joins_verbs(token.low);
        if (token.sign == Sign::comma && !last.there() && !comma) {
            comma = true;
            continue;
        }
        if (ends) break;
    }
    return last;
}

void SpeechCues::find_at(std::uint32_t verb) {
    const auto word = spoken_.low(verb);
    const auto begin = clause_begin(verb);
    if (word == "according") {
        if (verb + 2 >= end_ || spoken_.low(verb + 1) != "to") return;
        const auto speaker = named_behind(verb + 2);
        if (speaker.there()) cues_.push_back({verb, QuoteBasis::according, speaker, {}});
        return;
    }
    if (!says(word) || spoken_.names(verb)) return;
    const bool after_quote = verb > begin_
                             && (spoken_.quoted(verb - 1)
                                 || (verb > begin_ + 1 && spoken_.quoted(verb - 2)
                                     && (spoken_[verb - 1].sign == Sign::comma
                                         || spoken_[verb - 1].sign == Sign::dash)));
    if (spoken_[verb].capital && verb != begin_ && !after_quote) return;
    const bool participle = word.ends_with("ing");
    if (!after_quote && verb > begin) {
        const auto left = spoken_.low(verb - 1);
        if (determiner(left) || (leads_aside(left) && !participle)) return;
    }
    bool passive = false;
    if (turns_round(word)) {
        for (auto at = verb; at > begin && between_subject_and_verb(spoken_.low(at - 1)); --at)
            passive = passive || form_of_be(spoken_.low(at - 1));
    }
    if (word == "quoted") {
        const auto subject = after_quote ? Speaker{} : subject_before(verb, begin);
        if (passive) {
            if (subject.there()) cues_.push_back({verb, QuoteBasis::passed_on, subject, {}});
            return;
        }
        const auto speaker = named_behind(verb + 1);
        if (speaker.there()) cues_.push_back({verb, QuoteBasis::passed_on, speaker, subject});
        return;
    }
    if (passive) return;
    const auto basis = QuoteBasis::verb_before;
    if (after_quote) {
        if (const auto behind = named_behind(verb + 1); behind.there())
            cues_.push_back({verb, basis, behind, {}});
        return;
    }
    if (const auto subject = subject_before(verb, begin); subject.there())
        cues_.push_back({verb, basis, subject, {}});
}

void SpeechCues::find(std::uint32_t begin, std::uint32_t end) {
    constexpr std::size_t most = 64;
    begin_ = begin;
    end_ = end;
    cues_.clear();
    for (auto at = begin_; at < end_ && cues_.size() < most; ++at) {
        if (spoken_.quoted(at)) {
            at = std::min(spoken_.quote_end(at), end_) - 1;
        } else if (spoken_[at].sign == Sign::none) {
            find_at(at);
        }
    }
}

const Cue* SpeechCues::behind(const QuotedWords& quote, bool agencies) const {
    for (const auto& cue : cues_) {
        if (cue.verb < quote.end || cue.verb >= end_) continue;
        if (cue.verb - quote.end > farthest) return nullptr;
        for (auto at = quote.end; at < cue.verb; ++at) {
            if (spoken_.quoted(at)) return nullptr;
        }
        if (spoken_.agency(cue.speaker) == agencies) return &cue;
    }
    return nullptr;
}

const Cue* SpeechCues::before(const QuotedWords& quote, bool agencies) const {
    const Cue* last = nullptr;
    for (const auto& cue : cues_) {
        if (cue.verb >= quote.begin) break;
        if (quote.begin - cue.verb > 2 * farthest) continue;
        if (spoken_.agency(cue.speaker) == agencies) last = &cue;
    }
    return last;
}

}  // namespace indexer
