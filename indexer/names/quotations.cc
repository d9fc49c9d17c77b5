// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/names/quotations.h"

#include "indexer/names/quotation_marks.h"
#include "indexer/names/speech_words.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <string_view>

namespace indexer {

namespace {

using archive::EntityType;
using archive::Quote;
using archive::QuoteBasis;

constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

/// How far from its verb a speaker is looked for, in words.
constexpr std::uint32_t farthest = 40;

/// Whoever may be meant as the speaker.
struct Speaker {
    std::uint32_t name = none;   ///< index into LinkedNames::names; none for a pronoun not settled
    std::uint32_t begin = none;  ///< tokens it is read from
    std::uint32_t end = none;
    bool pronoun = false;

    bool there() const { return begin != none; }
};

/// A verb of saying outside quotation marks, with its subject.
struct Cue {
    std::uint32_t verb = 0;
    QuoteBasis basis = QuoteBasis::verb_before;
    Speaker speaker;
    Speaker via;  ///< of "KCNA quoted Kim as saying"
};

/// A sentence, with whole quotations even where full stops stand in them.
struct Frame {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::size_t first_quote = 0;
    std::size_t last_quote = 0;  ///< exclusive
};

bool determiner(std::string_view low) {
    return low == "the" || low == "a" || low == "an" || low == "his" || low == "her"
           || low == "their" || low == "its" || low == "my" || low == "our" || low == "this"
           || low == "these" || low == "those" || low == "news" || low == "media";
}

std::uint8_t confidence(QuoteBasis basis) {
    switch (basis) {
        case QuoteBasis::none: return 0;
        case QuoteBasis::passed_on: return 95;
        case QuoteBasis::verb_after: return 95;
        case QuoteBasis::verb_before: return 90;
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
        : text_(text), linked_(linked), quotes_(quoted_words(text)) {
        const auto count = text.tokens().size();
        mention_at_.assign(count, none);
        for (std::uint32_t i = 0; i < linked.mentions.size(); ++i) {
            const auto& mention = linked.mentions[i];
            if (!archive::in_the_story(mention.role)) continue;
            for (auto at = mention.begin; at < mention.end; ++at) mention_at_[at] = i;
        }
        quote_at_.assign(count, none);
        for (std::uint32_t i = 0; i < quotes_.size(); ++i) {
            for (auto at = quotes_[i].begin; at < quotes_[i].end; ++at) quote_at_[at] = i;
        }
        he_or_she_.assign(linked.names.size(), Address::unknown);
    }

    std::vector<Quote> find() {
        Frame frame;
        while (next_frame(frame)) read(frame);
        return std::move(found_);
    }

private:
    enum class Address : std::uint8_t { unknown, he, she };

    bool quoted(std::uint32_t at) const { return quote_at_[at] != none; }
    std::string_view low(std::uint32_t at) const { return text_[at].low; }
    std::uint32_t paragraph(std::uint32_t at) const { return text_.sentence_of(at).paragraph; }

    bool next_frame(Frame& frame);
    bool goes_on(std::uint32_t end) const;
    void read(const Frame& frame);
    void find_cues(const Frame& frame);
    void find_cue(const Frame& frame, std::uint32_t verb);

    bool speaks(std::uint32_t at) const;
    bool person_at(std::uint32_t at) const;
    Speaker speaker_at(std::uint32_t at) const;
    bool governed(std::uint32_t begin, std::uint32_t from, bool loosely) const;
    bool possessed(std::uint32_t end) const {
        return end < text_.tokens().size() && text_[end].sign == Sign::possessive;
    }
    Speaker first_acting(std::uint32_t from, std::uint32_t to, bool before_comma) const;
    Speaker subject_before(std::uint32_t verb, std::uint32_t from) const;
    Speaker last_named_behind(std::uint32_t at, std::uint32_t to) const;
    std::uint32_t clause_begin(std::uint32_t verb, std::uint32_t frame_begin) const;

    Speaker chosen(const Frame& frame, const QuotedWords& quote, QuoteBasis& basis) const;
    const Cue* cue_behind(const Frame& frame, const QuotedWords& quote, bool agencies) const;
    const Cue* cue_before(const QuotedWords& quote, bool agencies) const;
    bool agency(const Speaker& speaker) const {
        return speaker.name != none && linked_.names[speaker.name].agency;
    }
    Speaker signature(const QuotedWords& quote) const;
    bool speech(const QuotedWords& quote) const;
    bool only_quotes(const Frame& frame) const;
    std::uint32_t settle_pronoun(const Frame& frame, const Speaker& pronoun);
    void remember(const Frame& frame);
    void remember_subject(std::uint32_t name);
    void give(Quote& quote, const Speaker& speaker, QuoteBasis basis, const Frame& frame);
    std::string key(std::uint32_t name) const {
        return archive::name_key(linked_.names[name].type, linked_.names[name].name);
    }

    const NameText& text_;
    const LinkedNames& linked_;
    const std::vector<QuotedWords> quotes_;
    std::vector<std::uint32_t> mention_at_;  ///< by token
    std::vector<std::uint32_t> quote_at_;    ///< by token
    std::vector<Quote> found_;

    std::uint32_t at_ = 0;  ///< token where the next frame begins
    std::size_t quote_ = 0;
    std::vector<Cue> cues_;  ///< of the frame, in order

    std::vector<Address> he_or_she_;       ///< by name
    std::vector<std::uint32_t> subjects_;  ///< of sentences before, the last one last
    std::uint32_t last_speaker_ = none;    ///< name
    std::uint32_t last_paragraph_ = 0;     ///< where it was last read
    bool left_open_ = false;               ///< the quotation before had no closing mark
};

/// Whether the sentence that ends with a quotation goes on behind it: '"Who?" Lee asked.'
bool Speech::goes_on(std::uint32_t end) const {
    if (end >= text_.tokens().size() || paragraph(end) != paragraph(end - 1) || quoted(end))
        return false;
    if (end < 2 || !quoted(end - 1)) return false;
    const auto stop = text_[end - 2].text;
    if (stop == "?" || stop == "!" || text_[end].sign == Sign::dash) return true;
    // '"So it is." Lee said.'
    const auto speaker = speaker_at(end);
    if (!speaker.there() || speaker.end + 1 >= text_.tokens().size()) return false;
    return says(low(speaker.end)) && text_[speaker.end + 1].sign == Sign::full_stop;
}

bool Speech::next_frame(Frame& frame) {
    constexpr std::uint32_t longest = 3'000;
    const auto count = static_cast<std::uint32_t>(text_.tokens().size());
    if (at_ >= count) return false;
    frame = {at_, at_, quote_, quote_};
    for (bool over = false; !over; ++frame.end) {
        const auto at = frame.end;
        if (quote_ < quotes_.size() && quotes_[quote_].begin == at) ++quote_;
        const auto& sentence = text_.sentence_of(at);
        const bool inside = quoted(at) && at + 1 < quotes_[quote_at_[at]].end;
        over = at + 1 >= count || paragraph(at + 1) != sentence.paragraph
               || (at + 1 == sentence.end && !inside && !goes_on(at + 1))
               || (!inside && at - frame.begin >= longest);
    }
    frame.last_quote = quote_;
    at_ = frame.end;
    return true;
}

/// Whether a person or organisation of the story is named at a token.
bool Speech::speaks(std::uint32_t at) const {
    return mention_at_[at] != none
           && linked_.names[linked_.mentions[mention_at_[at]].name].type != EntityType::place;
}

bool Speech::person_at(std::uint32_t at) const {
    return mention_at_[at] != none
           && linked_.names[linked_.mentions[mention_at_[at]].name].type == EntityType::person;
}

Speaker Speech::speaker_at(std::uint32_t at) const {
    if (speaks(at)) {
        const auto& mention = linked_.mentions[mention_at_[at]];
        return {mention.name, mention.begin, mention.end, false};
    }
    if (speaking_pronoun(low(at))) return {none, at, at + 1, true};
    return {};
}

/// Whether the name that begins at `begin` hangs on a preposition: "of Lee", "with Minister Lee";
/// loosely: also with other words between.
bool Speech::governed(std::uint32_t begin, std::uint32_t from, bool loosely) const {
    constexpr std::uint32_t words = 4;
    for (auto at = begin; at > from && begin - at < words; --at) {
        const auto& token = text_[at - 1];
        if (leads_aside(token.low)) return true;
        if (mention_at_[at - 1] != none) return false;  // "President of Kenya Ann Lee"
        if (token.sign != Sign::none) return false;
        if (!loosely && !token.capital && !determiner(token.low)) return false;
        if (loosely && says(token.low)) return false;
    }
    return false;
}

/// The first in from..to who may be the subject of a clause there.
Speaker Speech::first_acting(std::uint32_t from, std::uint32_t to, bool before_comma) const {
    for (auto at = from; at < to; ++at) {
        if (quoted(at)) continue;
        const auto speaker = speaker_at(at);
        if (!speaker.there()) continue;
        const bool fits = !possessed(speaker.end) && !governed(speaker.begin, from, true);
        const bool comma = speaker.end < to && text_[speaker.end].sign == Sign::comma;
        if (fits && (!before_comma || comma)) return speaker;
        at = speaker.end - 1;
    }
    return {};
}

/// Where the clause of a verb begins.
std::uint32_t Speech::clause_begin(std::uint32_t verb, std::uint32_t frame_begin) const {
    auto at = verb;
    while (at > frame_begin && verb - at < farthest) {
        const auto& token = text_[at - 1];
        if (quoted(at - 1) || token.sign == Sign::semicolon || token.sign == Sign::full_stop) break;
        --at;
    }
    return at;
}

/// Who does what the verb says, looked for on its left.
Speaker Speech::subject_before(std::uint32_t verb, std::uint32_t from) const {
    auto at = verb;  // behind the word looked at
    const auto skip = [&] {
        // "Ann Lee (D-Northport) said"
        if (at > from && text_[at - 1].sign == Sign::close_bracket) {
            constexpr std::uint32_t longest_bracket = 10;
            auto open = at - 1;
            while (open > from && at - open < longest_bracket
                   && text_[open].sign != Sign::open_bracket)
                --open;
            if (text_[open].sign == Sign::open_bracket) at = open;
        }
        while (at > from && (between_subject_and_verb(low(at - 1)) || low(at - 1).ends_with("ly")))
            --at;
    };
    skip();
    // "Lee on Friday said"
    if (at > from + 1 && text_[at - 1].capital && !speaks(at - 1)
        && (low(at - 2) == "on" || speaks(at - 2))) {
        at -= low(at - 2) == "on" ? 2U : 1U;
        skip();
    }
    if (at <= from) return {};
    const auto left = low(at - 1);
    const bool participle = low(verb).ends_with("ing");
    if (left == "who" || left == "that") {
        for (auto back = at - 1; back > from; --back) {
            if (speaks(back - 1)) return speaker_at(back - 1);
        }
        return {};
    }
    if (const auto next = speaker_at(at - 1); next.there() && !participle) {
        if (next.pronoun || !governed(next.begin, from, false)) return next;
        // "Lee of the Port Authority said"
        auto back = next.begin;
        while (back > from && !leads_aside(low(back - 1))) --back;
        const bool hangs_on = back > from + 1 && speaks(back - 2);
        return hangs_on ? speaker_at(back - 2) : Speaker{};
    }
    if (text_[at - 1].sign == Sign::comma || participle) {
        if (const auto named = first_acting(from, at, true); named.there()) return named;
        return first_acting(from, at, false);
    }
    if (joins_verbs(left)) return first_acting(from, at, false);
    // "KCNA news agency said", "Port Authority officials said"
    constexpr std::uint32_t words_of_title = 3;
    for (auto back = at; back > from && at - back < words_of_title; --back) {
        if (text_[back - 1].sign != Sign::none || leads_aside(low(back - 1))) break;
        if (!speaks(back - 1)) continue;
        const auto near = speaker_at(back - 1);
        const bool office = !person_at(back - 1) && !governed(near.begin, from, false);
        return office ? near : Speaker{};
    }
    return {};
}

/// Who is named from `at` on: of "said the mayor, Ann Lee of Northport" Ann Lee.
Speaker Speech::last_named_behind(std::uint32_t at, std::uint32_t to) const {
    constexpr std::uint32_t words = 12;
    Speaker last;
    bool comma = false;
    for (auto here = at; here < to && here - at < words; ++here) {
        if (quoted(here)) break;
        const auto& token = text_[here];
        if (const auto speaker = speaker_at(here); speaker.there()) {
            if (speaker.pronoun) {
                if (here == at) return speaker;
                break;
            }
            if (possessed(speaker.end)) {
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

void Speech::find_cue(const Frame& frame, std::uint32_t verb) {
    const auto word = low(verb);
    const auto begin = clause_begin(verb, frame.begin);
    if (word == "according") {
        if (verb + 2 >= frame.end || low(verb + 1) != "to") return;
        const auto speaker = last_named_behind(verb + 2, frame.end);
        if (speaker.there()) cues_.push_back({verb, QuoteBasis::according, speaker, {}});
        return;
    }
    if (!says(word) || mention_at_[verb] != none) return;
    const bool after_quote =
        verb > frame.begin
        && (quoted(verb - 1)
            || (verb > frame.begin + 1 && quoted(verb - 2)
                && (text_[verb - 1].sign == Sign::comma || text_[verb - 1].sign == Sign::dash)));
    if (text_[verb].capital && verb != frame.begin && !after_quote) return;
    const bool participle = word.ends_with("ing");
    if (!after_quote && verb > begin) {
        const auto left = low(verb - 1);
        if (determiner(left) || (leads_aside(left) && !participle)) return;
    }
    bool passive = false;
    if (turns_round(word)) {
        for (auto at = verb; at > begin && between_subject_and_verb(low(at - 1)); --at)
            passive = passive || form_of_be(low(at - 1));
    }
    if (word == "quoted") {
        const auto subject = after_quote ? Speaker{} : subject_before(verb, begin);
        if (passive) {
            if (subject.there()) cues_.push_back({verb, QuoteBasis::passed_on, subject, {}});
            return;
        }
        const auto speaker = last_named_behind(verb + 1, frame.end);
        if (speaker.there()) cues_.push_back({verb, QuoteBasis::passed_on, speaker, subject});
        return;
    }
    if (passive) return;
    const auto basis = QuoteBasis::verb_before;
    if (after_quote) {
        if (const auto behind = last_named_behind(verb + 1, frame.end); behind.there())
            cues_.push_back({verb, basis, behind, {}});
        return;
    }
    if (const auto subject = subject_before(verb, begin); subject.there())
        cues_.push_back({verb, basis, subject, {}});
}

void Speech::find_cues(const Frame& frame) {
    constexpr std::size_t most = 64;
    cues_.clear();
    for (auto at = frame.begin; at < frame.end && cues_.size() < most; ++at) {
        if (quoted(at)) {
            at = std::min(quotes_[quote_at_[at]].end, frame.end) - 1;
        } else if (text_[at].sign == Sign::none) {
            find_cue(frame, at);
        }
    }
}

/// The first cue behind a quotation that belongs to it.
const Cue* Speech::cue_behind(const Frame& frame, const QuotedWords& quote, bool agencies) const {
    for (const auto& cue : cues_) {
        if (cue.verb < quote.end || cue.verb >= frame.end) continue;
        if (cue.verb - quote.end > farthest) return nullptr;
        for (auto at = quote.end; at < cue.verb; ++at) {
            if (quoted(at)) return nullptr;
        }
        if (agency(cue.speaker) == agencies) return &cue;
    }
    return nullptr;
}

/// The last cue before a quotation.
const Cue* Speech::cue_before(const QuotedWords& quote, bool agencies) const {
    const Cue* last = nullptr;
    for (const auto& cue : cues_) {
        if (cue.verb >= quote.begin) break;
        if (quote.begin - cue.verb > 2 * farthest) continue;
        if (agency(cue.speaker) == agencies) last = &cue;
    }
    return last;
}

/// Whether next to nothing stands outside the quotations.
bool Speech::only_quotes(const Frame& frame) const {
    constexpr int most_words = 2;
    int words = 0;
    for (auto at = frame.begin; at < frame.end; ++at) {
        if (quoted(at)) {
            at = std::min(quotes_[quote_at_[at]].end, frame.end) - 1;
        } else if (text_[at].sign == Sign::none && ++words > most_words) {
            return false;
        }
    }
    return true;
}

/// Who stands under a quotation: '"Never again." - Ann Lee'.
Speaker Speech::signature(const QuotedWords& quote) const {
    const auto at = quote.end;
    const auto count = text_.tokens().size();
    if (!quote.closed || at + 1 >= count || paragraph(at + 1) != paragraph(quote.begin)
        || text_[at].sign != Sign::dash || !person_at(at + 1))
        return {};
    const auto speaker = speaker_at(at + 1);
    const bool ends = speaker.end >= count || paragraph(speaker.end) != paragraph(at)
                      || text_[speaker.end].sign != Sign::none;
    return ends ? speaker : Speaker{};
}

/// Whether the words are likely to be said, rather than a name or term in marks: "The Lion Man".
bool Speech::speech(const QuotedWords& quote) const {
    constexpr std::uint32_t many_tokens = 10;
    if (quote.end - quote.begin >= many_tokens || !text_[quote.begin + 1].capital) return true;
    const auto sign = text_[quote.end - (quote.closed ? 2 : 1)].sign;
    return sign == Sign::full_stop || sign == Sign::comma;
}

Speaker Speech::chosen(const Frame& frame, const QuotedWords& quote, QuoteBasis& basis) const {
    if (const auto signer = signature(quote); signer.there()) {
        basis = QuoteBasis::signed_by;
        return signer;
    }
    const auto last = quote.closed && quote.end - quote.begin > 2 ? text_[quote.end - 2].text
                                                                  : std::string_view();
    const bool cut_short = last == "," || last == "?" || last == "!";
    for (const bool agencies : {false, true}) {
        const auto* const behind = cue_behind(frame, quote, agencies);
        const auto* const before = cue_before(quote, agencies);
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
    const auto word = low(pronoun.begin);
    if (word == "they") return none;
    const auto wanted = word == "she" ? Address::she : Address::he;
    const auto fits = [&](std::uint32_t name) {
        return linked_.names[name].type == EntityType::person
               && (he_or_she_[name] == Address::unknown || he_or_she_[name] == wanted);
    };
    std::uint32_t name = none;
    const auto earlier = first_acting(frame.begin, pronoun.begin, false);
    if (earlier.there() && !earlier.pronoun && fits(earlier.name)) name = earlier.name;
    for (auto subject = subjects_.rbegin(); name == none && subject != subjects_.rend();
         ++subject) {
        if (fits(*subject)) name = *subject;
    }
    if (name != none) he_or_she_[name] = wanted;
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
        if (quoted(at)) {
            at = std::min(quotes_[quote_at_[at]].end, frame.end) - 1;
            continue;
        }
        const auto speaker = speaker_at(at);
        if (!speaker.there()) continue;
        if (speaker.pronoun) return;
        const bool acts =
            person_at(at) && !possessed(speaker.end) && !governed(speaker.begin, frame.begin, true);
        if (acts) {
            remember_subject(speaker.name);
            return;
        }
        at = speaker.end - 1;
    }
}

void Speech::give(Quote& quote, const Speaker& speaker, QuoteBasis basis, const Frame& frame) {
    const auto name = speaker.pronoun ? settle_pronoun(frame, speaker) : speaker.name;
    quote.speaker_text = text_.between(speaker.begin, speaker.end);
    if (name == none) return;
    quote.speaker = key(name);
    quote.basis = basis;
    quote.confidence = confidence(basis);
    for (const auto& cue : cues_) {
        for (const auto& passing : {cue.via, cue.speaker}) {
            if (passing.there() && agency(passing) && passing.name != name && quote.via.empty())
                quote.via = key(passing.name);
        }
    }
    last_speaker_ = name;
    last_paragraph_ = paragraph(frame.begin);
    if (linked_.names[name].type == EntityType::person) remember_subject(name);
}

void Speech::read(const Frame& frame) {
    if (frame.first_quote == frame.last_quote) {
        remember(frame);
        return;
    }
    constexpr std::uint32_t fewest_tokens = 5;  // three words and the marks
    find_cues(frame);
    const auto here = paragraph(frame.begin);
    const auto subjects = subjects_;
    for (auto i = frame.first_quote; i < frame.last_quote; ++i) {
        const auto& words = quotes_[i];
        const bool goes_on_from_before =
            last_speaker_ != none
            && (here == last_paragraph_ || (left_open_ && here == last_paragraph_ + 1));
        left_open_ = !words.closed;
        if (words.end - words.begin < fewest_tokens) continue;
        Quote quote;
        quote.zone = text_.sentence_of(words.begin).zone;
        quote.begin = text_[words.begin].begin;
        quote.end = text_[words.end - 1].end();
        auto basis = QuoteBasis::none;
        if (const auto speaker = chosen(frame, words, basis); speaker.there()) {
            give(quote, speaker, basis, frame);
        } else if (const auto named = first_acting(frame.begin, words.begin, false);
                   named.there() && (named.pronoun || person_at(named.begin)) && speech(words)) {
            give(quote, named, QuoteBasis::named, frame);
        } else if (last_speaker_ != none
                   && (goes_on_from_before
                       || (only_quotes(frame) && here <= last_paragraph_ + 1))) {
            quote.speaker = key(last_speaker_);
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
