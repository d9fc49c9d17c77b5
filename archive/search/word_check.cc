// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/word_check.h"

#include "archive/index/tokens.h"
#include "archive/search/word_forms.h"

#include <algorithm>

namespace archive {

namespace {

std::uint64_t sieve_bit(std::uint32_t number) {
    return std::uint64_t{1} << (number % 64);
}

/// Which paragraph of an article is its lead when no standfirst is: the first of the body.
class LeadParagraph {
public:
    explicit LeadParagraph(std::string_view tokens) {
        TokenWalk walk(tokens);
        for (Token token; walk.next(token);) {
            if (token.zone == ZoneKind::standfirst) {
                paragraph_ = none;
                return;
            }
            if (token.zone == ZoneKind::body && paragraph_ == none) paragraph_ = token.paragraph;
        }
    }

    bool holds(const Token& token) const {
        return token.zone == ZoneKind::body && token.paragraph == paragraph_;
    }

private:
    static constexpr std::uint32_t none = 0xffffffff;
    std::uint32_t paragraph_ = none;
};

}  // namespace

WordCheck::WordCheck(const Segment& segment, const WordPattern& pattern)
    : segment_(segment), pattern_(pattern), run_(pattern.length) {
    std::vector<bool> passable(pattern.length, false);
    for (const auto& wanted : pattern.edges) {
        Edge edge;
        edge.from = wanted.from;
        edge.to = wanted.to;
        for (const auto& word : wanted.words) {
            if (const auto number = segment.lexicon.number(word)) {
                edge.numbers.push_back(*number);
                sieve_ |= sieve_bit(*number);
            }
        }
        if (!wanted.stems.empty()) {
            edge.stems = &wanted.stems;
            stems_ = true;
        }
        if (edge.numbers.empty() && edge.stems == nullptr) continue;
        for (std::size_t place = edge.from; place < edge.to; ++place) passable[place] = true;
        edges_.push_back(std::move(edge));
    }
    hopeless_ = std::find(passable.begin(), passable.end(), false) != passable.end();
}

std::string_view WordCheck::language_of(Docid docid) const {
    constexpr auto column = static_cast<std::size_t>(schema::Names::language);
    const auto numbers = segment_.names[column][docid];
    return numbers.empty() ? std::string_view{} : segment_.dictionaries[column][numbers.front()];
}

bool WordCheck::has_stem(const Edge& edge, std::uint32_t word, std::string_view language) {
    const auto asked = [&] {
        const auto stem = stem_in(language, segment_.lexicon[word]);
        return std::find(edge.stems->begin(), edge.stems->end(), stem) != edge.stems->end();
    };
    const bool only_edge = edges_.size() == 1;  // what is remembered is remembered of one edge
    if (!only_edge) return asked();
    if (known_language_ != language || known_.empty()) {
        known_language_ = language;
        known_.assign(segment_.lexicon.size(), 0);
    }
    auto& known = known_[word];
    if (known == 0) known = asked() ? 2 : 1;
    return known == 2;
}

bool WordCheck::takes(const Edge& edge, std::uint32_t word, std::string_view language) {
    for (const auto number : edge.numbers) {
        if (number == word) return true;
    }
    return edge.stems != nullptr && has_stem(edge, word, language);
}

bool WordCheck::holds(Docid docid) {
    if (hopeless_) return false;
    const auto language = stems_ ? language_of(docid) : std::string_view{};
    const auto tokens = segment_.tokens(docid);
    const LeadParagraph lead(pattern_.zones.lead ? tokens : std::string_view{});
    run_.restart();
    TokenWalk walk(tokens);
    for (Token token; walk.next(token);) {
        const bool in_lead = pattern_.zones.lead && lead.holds(token);
        if (!stems_ && (sieve_ & sieve_bit(token.word)) == 0) continue;
        if (!pattern_.zones.holds(token.zone, in_lead)) continue;
        if (token.word >= segment_.lexicon.size()) return false;  // damaged tokens
        for (const auto& edge : edges_) {
            if (takes(edge, token.word, language)
                && run_.take(edge.from, edge.to, token.position, token.span, 0))
                return true;
        }
    }
    return false;
}

}  // namespace archive
