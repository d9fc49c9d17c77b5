// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/names/spoken_text.h"

#include "indexer/names/speech_words.h"

namespace indexer {

using archive::EntityType;

SpokenText::SpokenText(const NameText& text, const LinkedNames& linked)
    : text_(text), linked_(linked), quotes_(quoted_words(text)) {
    const auto count = text.tokens().size();
    mention_at_.assign(count, Speaker::nobody);
    for (std::uint32_t i = 0; i < linked.mentions.size(); ++i) {
        const auto& mention = linked.mentions[i];
        if (!archive::in_the_story(mention.role)) continue;
        for (auto at = mention.begin; at < mention.end; ++at) mention_at_[at] = i;
    }
    quote_at_.assign(count, Speaker::nobody);
    for (std::uint32_t i = 0; i < quotes_.size(); ++i) {
        for (auto at = quotes_[i].begin; at < quotes_[i].end; ++at) quote_at_[at] = i;
    }
}

bool SpokenText::speaks(std::uint32_t at) const {
    return names(at)
           && linked_.names[linked_.mentions[mention_at_[at]].name].type != EntityType::place;
}

bool SpokenText::person_at(std::uint32_t at) const {
    return names(at)
           && linked_.names[linked_.mentions[mention_at_[at]].name].type == EntityType::person;
}

Speaker SpokenText::speaker_at(std::uint32_t at) const {
    if (speaks(at)) {
        const auto& mention = linked_.mentions[mention_at_[at]];
        return {mention.name, mention.begin, mention.end, false};
    }
    if (speaking_pronoun(low(at))) return {Speaker::nobody, at, at + 1, true};
    return {};
}

bool SpokenText::governed(std::uint32_t begin, std::uint32_t from, bool loosely) const {
    constexpr std::uint32_t words = 4;
    for (auto at = begin; at > from && begin - at < words; --at) {
        const auto& token = text_[at - 1];
        if (leads_aside(token.low)) return true;
        if (names(at - 1)) return false;  // "President of Kenya Ann Lee"
        if (token.sign != Sign::none) return false;
        if (!loosely && !token.capital && !determiner(token.low)) return false;
        if (loosely && says(token.low)) return false;
    }
    return false;
}

Speaker SpokenText::first_acting(std::uint32_t from, std::uint32_t to, bool before_comma) const {
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

std::string SpokenText::key(std::uint32_t name) const {
    return archive::name_key(linked_.names[name].type, linked_.names[name].name);
}

}  // namespace indexer
