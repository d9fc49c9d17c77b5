// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/place_check.h"

#include <algorithm>
#include <limits>
#include <tuple>
#include <utility>

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
      words_only_(asks_for_words_only(pattern)),
      slots_(segment.lexicon.size(), 0),
      uses_(1),
      sieve_(pattern),
      asks_for_landmarks_(pattern.asks_for_names() || pattern.asks_for_capitals()) {
    if (sieve_.useful()) sides_.assign(segment.lexicon.size(), 0);
    for (std::uint32_t node = 0; node < pattern.nodes.size(); ++node) {
        const auto& words = pattern.nodes[node].words;
        for (const auto& edge : words.edges) {
            for (const auto& word : edge.words) {
                const auto number = segment.lexicon.number(word);
                if (!number) continue;
                use(*number, {node, edge.from, edge.to, any_language, words.zones, edge.capitals});
                if (sieve_.useful()) add_sides(sides_[*number], sieve_.sides(node, edge));
            }
            stems_ = stems_ || !edge.stems.empty() || !edge.foreign.empty();
        }
    }
    for (const auto& speaker : pattern.speakers) {
        if (const auto number = segment.speakers.number(speaker)) speakers_.push_back(*number);
    }
}

void PlaceCheck::use(std::uint32_t word, const Use& use) {
    auto& slot = slots_[word];
    wanted_.add(word);
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
            const Use here{node, edge.from, edge.to, language, words.zones, edge.capitals};
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

/// Makes ready for reading an article from its beginning.
void PlaceCheck::begin_landmarks() {
    names_.clear();
    next_name_ = next_capital_ = 0;
    for (std::uint32_t node = 0; node < pattern_.nodes.size(); ++node) {
        const auto& leaf = pattern_.nodes[node];
        if (leaf.kind != PlaceNode::Kind::name) continue;
        for (const auto& words : landmarks_.of(leaf.type)) names_.push_back({node, words});
    }
    std::sort(names_.begin(), names_.end(), [](const NamePlace& left, const NamePlace& right) {
        return std::tie(left.words.last, left.words.first)
               < std::tie(right.words.last, right.words.first);
    });
}

/// Positions are asked for in their order.
bool PlaceCheck::is_in_capitals(std::uint32_t position) {
    const auto& capitals = landmarks_.capitals;
    while (next_capital_ < capitals.size() && capitals[next_capital_] < position) ++next_capital_;
    return next_capital_ < capitals.size() && capitals[next_capital_] == position;
}

/// Tells of the names that end with a word, but for those that begin before `first`.
void PlaceCheck::take_names(const Token& token, std::uint32_t first, std::uint32_t stretch) {
    for (; next_name_ < names_.size() && names_[next_name_].words.last <= token.position + 1;
         ++next_name_) {
        const auto& [node, words] = names_[next_name_];
        if (words.last == token.position + 1 && words.first >= first)
            run_.found(node, {words.first, words.last, stretch, stretch});
    }
}

/// Tells of a word with uses; `stretch` is the paragraph or the quotation it stands in.
void PlaceCheck::take(const Token& token, bool in_lead, std::uint32_t language,
                      std::uint32_t stretch) {
    for (const auto& use : uses_[slots_[token.word]]) {
        if (use.language != any_language && use.language != language) continue;
        if (!use.zones.holds(token.zone, in_lead)) continue;
        if (use.capitals && (token.span > 1 || !is_in_capitals(token.position))) continue;
        if (words_only_)
            leaves_met_ |= LeafBits{1} << use.node;
        else
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

/// Joins what a quotation holds, and says whether the pattern is met.
bool PlaceCheck::join_quoted() {
    if (words_only_) return is_met_by(pattern_, std::exchange(leaves_met_, 0));
    run_.break_off();
    return run_.join();
}

/// Each quotation is a text of its own.
template <typename Walk>
bool PlaceCheck::join_quotes(Walk& walk, const LeadParagraph& lead,
                             const std::vector<PositionSpan>& quotes, std::uint32_t language) {
    if (quotes.empty()) return false;
    std::uint32_t at = 0;
    leaves_met_ = 0;
    run_.restart();
    for (Token token; walk.next(token);) {
        for (; at < quotes.size() && token.position >= quotes[at].last; ++at) {
            if (join_quoted()) return true;
        }
        if (at == quotes.size()) return false;
        if (token.word >= slots_.size()) return false;  // damaged tokens
        if (!quotes[at].holds(token.position)) continue;
        if (token.span == 1) take_names(token, quotes[at].first, at);
        if (slots_[token.word] != 0) take(token, asks_for_lead_ && lead.holds(token), language, at);
        if (run_.full() && run_.join()) return true;
    }
    for (; at < quotes.size(); ++at) {
        if (join_quoted()) return true;
    }
    return false;
}

/// Names that follow each other, of the article's at its landmarks.
std::uint32_t PlaceCheck::names_apart() {
    begin_landmarks();
    std::uint32_t names = 0, end = 0;
    for (const auto& name : names_) {
        if (name.words.first < end) continue;
        end = name.words.last;
        ++names;
    }
    return names;
}

bool PlaceCheck::holds(Docid docid) {
    const auto language = stems_ ? language_of(docid) : any_language;
    if (asks_for_landmarks_) segment_.read_landmarks(docid, landmarks_);
    if (pattern_.quoted) return walked(docid, language);
    if (pattern_.nodes.back().kind == PlaceNode::Kind::name) return names_apart() >= pattern_.times;
    if (sieve_.useful()) {
        const auto& sides = stems_ ? by_language_[language] : sides_;
        switch (sieve_.sieved(segment_.tokens(docid), wanted_, sides, landmarks_)) {
            case Sieved::no: return false;
            case Sieved::yes: return true;
            case Sieved::perhaps: break;
        }
    }
    return walked(docid, language);
}

/// Names end at any word: where some are looked for all are read, else those that are wanted.
bool PlaceCheck::walked(Docid docid, std::uint32_t language) {
    begin_landmarks();
    const auto tokens = segment_.tokens(docid);
    if (names_.empty()) {
        TokenScan scan(tokens, wanted_);
        return walked_by(scan, docid, language);
    }
    TokenWalk walk(tokens);
    return walked_by(walk, docid, language);
}

template <typename Walk>
bool PlaceCheck::walked_by(Walk& walk, Docid docid, std::uint32_t language) {
    const LeadParagraph lead(asks_for_lead_ ? segment_.tokens(docid) : std::string_view{});
    return pattern_.quoted ? join_quotes(walk, lead, quotes_of(docid), language)
                           : join(walk, lead, language);
}

template <typename Walk>
bool PlaceCheck::join(Walk& walk, const LeadParagraph& lead, std::uint32_t language) {
    run_.restart();
    Token last;
    for (Token token; walk.next(token);) {
        if (token.word >= slots_.size()) return false;  // damaged tokens
        const bool names_end = token.span == 1 && next_name_ < names_.size()
                               && names_[next_name_].words.last <= token.position + 1;
        if (slots_[token.word] == 0 && !names_end) continue;
        if (token.paragraph != last.paragraph
            && (!crosses_paragraphs_ || token.position - last.position >= zone_gap) && run_.join())
            return true;
        last = token;
        if (names_end) take_names(token, 0, token.paragraph);
        if (slots_[token.word] != 0)
            take(token, asks_for_lead_ && lead.holds(token), language, token.paragraph);
        if (run_.full() && run_.join()) return true;
    }
    return run_.join();
}

}  // namespace archive
