// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/place_check.h"

#include "archive/index/tokens.h"
#include "archive/search/lead_paragraph.h"
#include "archive/search/name_numbers.h"

#include <algorithm>
#include <limits>

namespace archive {

namespace {

void add_sides(PlaceSieve::Sides& to, PlaceSieve::Sides sides) {
    to = static_cast<PlaceSieve::Sides>(to | sides);
}

}  // namespace

PlaceCheck::PlaceCheck(const Segment& segment, const PlacePattern& pattern)
    : segment_(segment),
      pattern_(pattern),
      run_(pattern),
      crosses_paragraphs_(pattern.crosses_paragraphs()),
      asks_for_lead_(pattern.asks_for_lead()),
      slots_(segment.lexicon.size(), 0),
      uses_(1),
      sieve_(pattern),
      names_(segment) {
    if (sieve_.useful()) sides_.assign(segment.lexicon.size(), 0);
    for (std::uint32_t node = 0; node < pattern.nodes.size(); ++node) {
        const auto& words = pattern.nodes[node].words;
        for (const auto& edge : words.edges) {
            for (const auto& word : edge.words) {
                const auto number = segment.lexicon.number(word);
                if (!number) continue;
                use(*number, {node, edge.from, edge.to, any_language, words.zones});
                if (sieve_.useful()) add_sides(sides_[*number], sieve_.sides(node, edge));
            }
            stems_ = stems_ || !edge.stems.empty() || !edge.foreign.empty();
        }
        if (pattern.nodes[node].kind == PlaceNode::Kind::name) named_.push_back({node, {}});
    }
    named_at_.resize(named_.size());
    for (const auto& speaker : pattern.speakers) {
        if (const auto number = segment.speakers.number(speaker)) speakers_.push_back(*number);
    }
}

void PlaceCheck::use(std::uint32_t word, const Use& use) {
    auto& slot = slots_[word];
    if (slot == 0) {
        if (uses_.size() > std::numeric_limits<std::uint16_t>::max()) return;
        slot = static_cast<std::uint16_t>(uses_.size());
        uses_.emplace_back();
    }
    uses_[slot].push_back(use);
}

std::uint32_t PlaceCheck::language_of(Docid docid) {
    constexpr auto column = static_cast<std::size_t>(schema::Names::language);
    const auto numbers = segment_.names[column][docid];
    const auto language =
        numbers.empty() ? std::string_view{} : segment_.dictionaries[column][numbers.front()];
    const auto known = std::find(languages_.begin(), languages_.end(), language);
    if (known != languages_.end()) return static_cast<std::uint32_t>(known - languages_.begin());
    languages_.emplace_back(language);
    const auto number = static_cast<std::uint32_t>(languages_.size() - 1);
    learn(number);
    return number;
}

/// Notes the words that have the stems looked for in a language.
void PlaceCheck::learn(std::uint32_t language) {
    by_language_.push_back(sides_);
    for (std::uint32_t node = 0; node < pattern_.nodes.size(); ++node) {
        const auto& words = pattern_.nodes[node].words;
        for (const auto& edge : words.edges) {
            const Use here{node, edge.from, edge.to, language, words.zones};
            use_stems(edge.stems, edge, here);
            for (const auto& foreign : edge.foreign) {
                if (foreign.language == languages_[language]) use_stems(foreign.stems, edge, here);
            }
        }
    }
}

void PlaceCheck::use_stems(const std::vector<std::string>& stems, const PatternEdge& edge,
                           const Use& here) {
    for (const auto& stem : stems) {
        for (const auto word : segment_.stems.numbers(languages_[here.language], stem)) {
            use(word, here);
            if (sieve_.useful())
                add_sides(by_language_[here.language][word], sieve_.sides(here.node, edge));
        }
    }
}

void PlaceCheck::find_names(Docid docid) {
    for (std::size_t i = 0; i < named_.size(); ++i) {
        const auto& node = pattern_.nodes[named_[i].first];
        named_[i].second = names_.of(docid, node.type, node.zones);
        named_at_[i] = 0;
    }
}

/// Tells of the names that stand before a paragraph.
void PlaceCheck::add_names_before(std::uint32_t paragraph) {
    for (std::size_t i = 0; i < named_.size(); ++i) {
        const auto& [node, places] = named_[i];
        for (auto& at = named_at_[i]; at < places.size() && places[at].paragraph < paragraph; ++at)
            run_.found(node, places[at]);
    }
}

/// Tells of a word with uses; `stretch` is the paragraph or the quotation it stands in.
void PlaceCheck::take(const Token& token, bool in_lead, std::uint32_t language,
                      std::uint32_t stretch) {
    for (const auto& use : uses_[slots_[token.word]]) {
        if (use.language != any_language && use.language != language) continue;
        if (!use.zones.holds(token.zone, in_lead)) continue;
        run_.take(use.node, use.from, use.to, token.position, token.span, stretch);
    }
}

/// Where the quotations stand that are looked into.
std::vector<PositionSpan> PlaceCheck::quotes_of(Docid docid) const {
    std::vector<PositionSpan> spans;
    for (const auto& quote : segment_.quotes(docid)) {
        const bool wanted = pattern_.speakers.empty()
                            || (quote.speaker
                                && std::find(speakers_.begin(), speakers_.end(), *quote.speaker)
                                       != speakers_.end());
        if (wanted && !quote.words.empty()) spans.push_back(quote.words);
    }
    std::sort(spans.begin(), spans.end(), [](const PositionSpan& left, const PositionSpan& right) {
        return left.first < right.first;
    });
    return spans;
}

/// Joins what a quotation holds, with the names in it, and says whether the pattern is met.
bool PlaceCheck::join_quoted(const PositionSpan& quote, std::uint32_t number) {
    for (std::size_t i = 0; i < named_.size(); ++i) {
        const auto& [node, places] = named_[i];
        auto& at = named_at_[i];
        while (at < places.size() && places[at].begin < quote.first) ++at;
        for (; at < places.size() && places[at].end <= quote.last; ++at) {
            auto place = places[at];
            place.paragraph = place.last_paragraph = number;
            run_.found(node, place);
        }
    }
    run_.break_off();
    return run_.join();
}

/// Each quotation is a text of its own.
bool PlaceCheck::holds_quoted(Docid docid, std::uint32_t language) {
    const auto quotes = quotes_of(docid);
    if (quotes.empty()) return false;
    find_names(docid);
    const auto tokens = segment_.tokens(docid);
    const LeadParagraph lead(asks_for_lead_ ? tokens : std::string_view{});
    std::uint32_t at = 0;
    run_.restart();
    TokenWalk walk(tokens);
    for (Token token; at < quotes.size() && walk.next(token);) {
        if (token.word >= slots_.size()) return false;  // damaged tokens
        const auto slot = slots_[token.word];
        if (slot == 0) continue;
        for (; at < quotes.size() && token.position >= quotes[at].last; ++at) {
            if (join_quoted(quotes[at], at)) return true;
        }
        if (at == quotes.size() || !quotes[at].holds(token.position)) continue;
        take(token, asks_for_lead_ && lead.holds(token), language, at);
        if (run_.full() && run_.join()) return true;
    }
    for (; at < quotes.size(); ++at) {
        if (join_quoted(quotes[at], at)) return true;
    }
    return false;
}

bool PlaceCheck::holds(Docid docid) {
    const auto language = stems_ ? language_of(docid) : any_language;
    if (pattern_.quoted) return holds_quoted(docid, language);
    if (sieve_.useful()) {
        const auto& sides = stems_ ? by_language_[language] : sides_;
        if (sieve_.asks_for_name()) {
            const auto type = pattern_.nodes[named_.front().first].type;
            if (segment_.names[static_cast<std::size_t>(column_of(type))][docid].empty())
                return false;
            sieve_.words_beside(segment_.tokens(docid), sides, beside_);
            return names_.has_word_of(docid, type, beside_) && join(docid, language);
        }
        switch (sieve_.sieved(segment_.tokens(docid), sides)) {
            case Sieved::no: return false;
            case Sieved::yes: return true;
            case Sieved::perhaps: break;
        }
    }
    return join(docid, language);
}

bool PlaceCheck::join(Docid docid, std::uint32_t language) {
    find_names(docid);
    const auto tokens = segment_.tokens(docid);
    const LeadParagraph lead(asks_for_lead_ ? tokens : std::string_view{});
    run_.restart();
    TokenWalk walk(tokens);
    Token last;
    for (Token token; walk.next(token);) {
        if (token.word >= slots_.size()) return false;  // damaged tokens
        const auto slot = slots_[token.word];
        if (slot == 0) continue;
        if (token.paragraph != last.paragraph
            && (!crosses_paragraphs_ || token.position - last.position >= zone_gap)) {
            add_names_before(token.paragraph);
            if (run_.join()) return true;
        }
        last = token;
        take(token, asks_for_lead_ && lead.holds(token), language, token.paragraph);
        if (run_.full() && run_.join()) return true;
    }
    add_names_before(std::numeric_limits<std::uint32_t>::max());
    return run_.join();
}

}  // namespace archive
