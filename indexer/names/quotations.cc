// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/names/quotations.h"

#include "indexer/names/speech_cues.h"
#include "indexer/names/speech_words.h"
#include "indexer/names/spoken_text.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace indexer {

namespace {

using archive::Quote;
using archive::QuoteBasis;

constexpr auto nobody = Speaker::nobody;

/// A sentence, with whole quotations even where full stops stand in them.
struct Frame {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::size_t first_quote = 0;
    std::size_t last_quote = 0;  ///< exclusive
};

std::uint8_t confidence(QuoteBasis basis) {
    switch (basis) {
        case QuoteBasis::none: return 0;
        case QuoteBasis::passed_on:
        case QuoteBasis::verb_after: return 95;
        case QuoteBasis::verb_before:
        case QuoteBasis::according: return 90;
        case QuoteBasis::named: return 60;
        case QuoteBasis::continued: return 85;
        case QuoteBasis::signed_by: return 95;
    }
    return 0;
}

/// Works through one article, sentence by sentence.
class Speech {
public:
    Speech(const NameText& text, const LinkedNames& linked)
        : spoken_(text, linked), cues_(spoken_) {
        he_or_she_.assign(linked.names.size(), Address::unknown);
    }

    std::vector<Quote> find() {
        Frame frame;
        while (next_frame(frame)) read(frame);
        return std::move(found_);
    }

private:
    enum class Address : std::uint8_t { unknown, he, she };

    bool next_frame(Frame& frame);
    bool goes_on(std::uint32_t end) const;
    void read(const Frame& frame);

    Speaker chosen(const QuotedWords& quote, QuoteBasis& basis) const;
    Speaker signature(const QuotedWords& quote) const;
    bool speech(const QuotedWords& quote) const;
    bool only_quotes(const Frame& frame) const;
    std::uint32_t settle_pronoun(const Frame& frame, const Speaker& pronoun);
    void remember(const Frame& frame);
    void remember_subject(std::uint32_t name);
    void give(Quote& quote, const Speaker& speaker, QuoteBasis basis, const Frame& frame);

    const SpokenText spoken_;
    SpeechCues cues_;  ///< of the frame
    std::vector<Quote> found_;

    std::uint32_t at_ = 0;  ///< token where the next frame begins
    std::size_t quote_ = 0;

    std::vector<Address> he_or_she_;       ///< by name
    std::vector<std::uint32_t> subjects_;  ///< of sentences before, the last one last
    std::uint32_t last_speaker_ = nobody;  ///< name
    std::uint32_t last_paragraph_ = 0;     ///< where it was last read
    bool left_open_ = false;               ///< the quotation before had no closing mark
};

/// Whether the sentence that ends with a quotation goes on behind it: '"Who?" Lee asked.'
bool Speech::goes_on(std::uint32_t end) const {
    if (end >= spoken_.size() || spoken_.paragraph(end) != spoken_.paragraph(end - 1)
        || spoken_.quoted(end))
        return false;
    if (end < 2 || !spoken_.quoted(end - 1)) return false;
    const auto stop = spoken_[end - 2].text;
    if (stop == "?" || stop == "!" || spoken_[end].sign == Sign::dash) return true;
    // '"So it is." Lee said.'
    const auto speaker = spoken_.speaker_at(end);
    if (!speaker.there() || speaker.end + 1 >= spoken_.size()) return false;
    return says(spoken_.low(speaker.end)) && spoken_[speaker.end + 1].sign == Sign::full_stop;
}

bool Speech::next_frame(Frame& frame) {
    constexpr std::uint32_t longest = 3'000;
    const auto count = spoken_.size();
    if (at_ >= count) return false;
    frame = {at_, at_, quote_, quote_};
    for (bool over = false; !over; ++frame.end) {
        const auto at = frame.end;
        if (quote_ < spoken_.quotes().size() && spoken_.quotes()[quote_].begin == at) ++quote_;
        const auto& sentence = spoken_.sentence_of(at);
        const bool inside = spoken_.quoted(at) && at + 1 < spoken_.quote_end(at);
        over = at + 1 >= count || spoken_.paragraph(at + 1) != sentence.paragraph
               || (at + 1 == sentence.end && !inside && !goes_on(at + 1))
               || (!inside && at - frame.begin >= longest);
    }
    frame.last_quote = quote_;
    at_ = frame.end;
    return true;
}

/// Whether next to nothing stands outside the quotations.
bool Speech::only_quotes(const Frame& frame) const {
    constexpr int most_words = 2;
    int words = 0;
    for (auto at = frame.begin; at < frame.end; ++at) {
        if (spoken_.quoted(at)) {
            at = std::min(spoken_.quote_end(at), frame.end) - 1;
        } else if (spoken_[at].sign == Sign::none && ++words > most_words) {
            return false;
        }
    }
    return true;
}

/// Who stands under a quotation: '"Never again." - Ann Lee'.
Speaker Speech::signature(const QuotedWords& quote) const {
    const auto at = quote.end;
    const auto count = spoken_.size();
    if (!quote.closed || at + 1 >= count
        || spoken_.paragraph(at + 1) != spoken_.paragraph(quote.begin)
        || spoken_[at].sign != Sign::dash || !spoken_.person_at(at + 1))
        return {};
    const auto speaker = spoken_.speaker_at(at + 1);
    const bool ends = speaker.end >= count
                      || spoken_.paragraph(speaker.end) != spoken_.paragraph(at)
                      || spoken_[speaker.end].sign != Sign::none;
    return ends ? speaker : Speaker{};
}

/// Whether the words are likely to be said, rather than a name or term in marks: "The Lion Man".
bool Speech::speech(const QuotedWords& quote) const {
    constexpr std::uint32_t many_tokens = 10;
    if (quote.end - quote.begin >= many_tokens || !spoken_[quote.begin + 1].capital) return true;
    const auto sign = spoken_[quote.end - (quote.closed ? 2 : 1)].sign;
    return sign == Sign::full_stop || sign == Sign::comma;
}

Speaker Speech::chosen(const QuotedWords& quote, QuoteBasis& basis) const {
    if (const auto signer = signature(quote); signer.there()) {
        basis = QuoteBasis::signed_by;
        return signer;
    }
    const auto last = quote.closed && quote.end - quote.begin > 2 ? spoken_[quote.end - 2].text
                                                                  : std::string_view();
    const bool cut_short = last == "," || last == "?" || last == "!";
    for (const bool agencies : {false, true}) {
        const auto* const behind = cues_.behind(quote, agencies);
        const auto* const before = cues_.before(quote, agencies);
        const bool behind_first = behind != nullptr && (cut_short || before == nullptr);
        const auto* const cue = behind_first ? behind : before;
        if (cue == nullptr) continue;
        basis = cue->basis == QuoteBasis::verb_before && behind_first ? QuoteBasis::verb_after
                                                                      : cue->basis;
        return cue->speaker;
    }
    return {};
}

std::uint32_t Speech::settle_pronoun(const Frame& frame, const Speaker& pronoun) {
    const auto word = spoken_.low(pronoun.begin);
    if (word == "they") return nobody;
    const auto wanted = word == "she" ? Address::she : Address::he;
    const auto fits = [&](std::uint32_t name) {
        return spoken_.person(name)
               && (he_or_she_[name] == Address::unknown || he_or_she_[name] == wanted);
    };
    std::uint32_t name = nobody;
    const auto earlier = spoken_.first_acting(frame.begin, pronoun.begin, false);
    if (earlier.there() && !earlier.pronoun && fits(earlier.name)) name = earlier.name;
    for (auto subject = subjects_.rbegin(); name == nobody && subject != subjects_.rend();
         ++subject) {
        if (fits(*subject)) name = *subject;
    }
    if (name != nobody) he_or_she_[name] = wanted;
    return name;
}

void Speech::remember_subject(std::uint32_t name) {
    constexpr std::size_t most = 3;
    subjects_.erase(std::remove(subjects_.begin(), subjects_.end(), name), subjects_.end());
    subjects_.push_back(name);
    if (subjects_.size() > most) subjects_.erase(subjects_.begin());
}

/// Whom the sentence was about: whoever acts first in it.
void Speech::remember(const Frame& frame) {
    for (auto at = frame.begin; at < frame.end; ++at) {
        if (spoken_.quoted(at)) {
            at = std::min(spoken_.quote_end(at), frame.end) - 1;
            continue;
        }
        const auto speaker = spoken_.speaker_at(at);
        if (!speaker.there()) continue;
        if (speaker.pronoun) return;
        // "According to Ann Lee, the quay is closed." is about what she says.
        const bool told = speaker.begin >= frame.begin + 2 && spoken_.low(speaker.begin - 1) == "to"
                          && spoken_.low(speaker.begin - 2) == "according";
        const bool acts = spoken_.person_at(at) && !spoken_.possessed(speaker.end)
                          && (told || !spoken_.governed(speaker.begin, frame.begin, true));
        if (acts) {
            remember_subject(speaker.name);
            return;
        }
        at = speaker.end - 1;
    }
}

void Speech::give(Quote& quote, const Speaker& speaker, QuoteBasis basis, const Frame& frame) {
    const auto name = speaker.pronoun ? settle_pronoun(frame, speaker) : speaker.name;
    quote.speaker_text = spoken_.between(speaker.begin, speaker.end);
    if (name == nobody) return;
    quote.speaker = spoken_.key(name);
    quote.basis = basis;
    quote.confidence = confidence(basis);
    for (const auto& cue : cues_.all()) {
        for (const auto& passing : {cue.via, cue.speaker}) {
            if (passing.there() && spoken_.agency(passing) && passing.name != name
                && quote.via.empty())
                quote.via = spoken_.key(passing.name);
        }
    }
    last_speaker_ = name;
    last_paragraph_ = spoken_.paragraph(frame.begin);
    if (spoken_.person(name)) remember_subject(name);
}

void Speech::read(const Frame& frame) {
    if (frame.first_quote == frame.last_quote) {
        remember(frame);
        return;
    }
    constexpr std::uint32_t fewest_tokens = 5;  // three words and the marks
    cues_.find(frame.begin, frame.end);
    const auto here = spoken_.paragraph(frame.begin);
    for (auto i = frame.first_quote; i < frame.last_quote; ++i) {
        const auto& words = spoken_.quotes()[i];
        const bool goes_on_from_before =
            last_speaker_ != nobody
            && (here == last_paragraph_ || (left_open_ && here == last_paragraph_ + 1));
        left_open_ = !words.closed;
        if (words.end - words.begin < fewest_tokens) continue;
        Quote quote;
        quote.zone = spoken_.sentence_of(words.begin).zone;
        quote.begin = spoken_[words.begin].begin;
        quote.end = spoken_[words.end - 1].end();
        auto basis = QuoteBasis::none;
        if (const auto speaker = chosen(words, basis); speaker.there()) {
            give(quote, speaker, basis, frame);
        } else if (const auto named = spoken_.first_acting(frame.begin, words.begin, false);
                   named.there() && (named.pronoun || spoken_.person_at(named.begin))
                   && speech(words)) {
            give(quote, named, QuoteBasis::named, frame);
        } else if (last_speaker_ != nobody
                   && (goes_on_from_before
                       || (only_quotes(frame) && here <= last_paragraph_ + 1))) {
            quote.speaker = spoken_.key(last_speaker_);
            quote.basis = QuoteBasis::continued;
            quote.confidence = confidence(quote.basis);
            last_paragraph_ = here;
        }
        found_.push_back(std::move(quote));
    }
    remember(frame);
}

}  // namespace

std::vector<Quote> find_quotations(const NameText& text, const LinkedNames& linked) {
    return Speech(text, linked).find();
}

}  // namespace indexer
