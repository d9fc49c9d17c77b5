// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/mark_patterns.h"

#include "archive/base/text.h"
#include "archive/index/stemmer.h"

#include <algorithm>

namespace archive {

namespace {

void add_first_byte(std::bitset<256>& bytes, std::string_view word) {
    if (!word.empty()) bytes.set(static_cast<unsigned char>(word.front()));
}

bool begins_with_one_of(const std::bitset<256>& bytes, std::string_view word) {
    return !word.empty() && bytes.test(static_cast<unsigned char>(word.front()));
}

bool has_standfirst(const std::vector<IndexedZone>& zones) {
    return std::any_of(zones.begin(), zones.end(), [](const IndexedZone& zone) {
        return zone.kind == ZoneKind::standfirst && !trimmed(zone.text).empty();
    });
}

}  // namespace

void MarkPatterns::add(std::shared_ptr<const PlacePattern> pattern) {
    const auto at = patterns_.size();
    for (std::uint32_t node = 0; node < pattern->nodes.size(); ++node) {
        const auto& words = pattern->nodes[node].words;
        add_edges(words, {at, node, nullptr, &words.zones, {}});
        if (pattern->nodes[node].kind == PlaceNode::Kind::name)
            name_leaves_.push_back({at, node, pattern->nodes[node].type});
    }
    runs_.emplace_back(*pattern);
    quotes_.emplace_back();
    patterns_.push_back(std::move(pattern));
}

void MarkPatterns::add(WordPattern words) {
    PlacePattern pattern;
    pattern.nodes.push_back({});
    pattern.nodes.back().words = std::move(words);
    add(std::make_shared<const PlacePattern>(std::move(pattern)));
}

void MarkPatterns::add_edges(const WordPattern& words, Use use) {
    for (const auto& edge : words.edges) {
        use.edge = &edge;
        use.language = {};
        for (const auto& word : edge.words) {
            by_word_[word].push_back(use);
            add_first_byte(first_of_words_, word);
        }
        for (const auto& stem : edge.stems) add_stem(stem, use);
        for (const auto& foreign : edge.foreign) {
            use.language = foreign.language;
            for (const auto& stem : foreign.stems) add_stem(stem, use);
        }
    }
}

void MarkPatterns::add_stem(const std::string& stem, const Use& use) {
    by_stem_[stem].push_back(use);
    add_first_byte(first_of_stems_, stem);
}

void MarkPatterns::look_for_names(NamePositions names) {
    names_ = name_leaves_.empty() ? NamePositions() : std::move(names);
}

void MarkPatterns::add_quotes(const Article& article) {
    for (std::size_t at = 0; at < patterns_.size(); ++at) {
        if (!patterns_[at]->quoted) continue;
        const auto& speakers = patterns_[at]->speakers;
        for (const auto& quote : article.quotes) {
            if (speakers.empty()
                || std::find(speakers.begin(), speakers.end(), quote.speaker) != speakers.end())
                quotes_[at].all.push_back(quote);
        }
    }
}

bool MarkPatterns::any_counts() const {
    return std::any_of(patterns_.begin(), patterns_.end(),
                       [](const auto& pattern) { return pattern->times > 1; });
}

void MarkPatterns::restart() {
    for (auto& run : runs_) run.restart();
    names_.restart();
    names_taken_ = 0;
    for (auto& quotes : quotes_) quotes.next = quotes.met = 0;
    marks_.clear();
    bytes_.clear();
    paragraph_ = 0;
}

void MarkPatterns::read(const std::vector<IndexedZone>& zones, std::string_view language) {
    bool lead_begun = false, lead_over = has_standfirst(zones);
    restart();
    for_each_token(zones, [&](const PlacedToken& token) {
        if (token.kind == TokenKind::paragraph || token.kind == TokenKind::zone) {
            end_of(token.kind);
            lead_over = lead_over || lead_begun;
            return;
        }
        const auto kind = zones[token.zone].kind;
        const bool in_lead = kind == ZoneKind::body && !lead_over;
        lead_begun = lead_begun || in_lead;
        meet(token, kind, zones[token.zone].zone, in_lead, language);
    });
    end_of(TokenKind::zone);
}

void MarkPatterns::meet(const PlacedToken& token, ZoneKind kind, int zone, bool in_lead,
                        std::string_view language) {
    article_zone_ = zone;
    zone_ = token.zone;
    if (token.span == 1) note_bytes(token);
    if (!names_.empty() && kind != ZoneKind::furniture) {
        names_.meet(token, zone);
        take_names();
    }
    if (begins_with_one_of(first_of_words_, token.text)) {
        if (const auto found = by_word_.find(token.text); found != by_word_.end())
            take(found->second, token, kind, in_lead, language);
    }
    if (by_stem_.empty()
        || (stems_keep_beginnings(language) && !begins_with_one_of(first_of_stems_, token.text)))
        return;
    const auto stem = stem_in(language, token.text);
    if (const auto found = by_stem_.find(stem); found != by_stem_.end())
        take(found->second, token, kind, in_lead, language);
}

void MarkPatterns::note_bytes(const PlacedToken& token) {
    if (bytes_.empty()) first_position_ = token.position;
    bytes_.resize(token.position - first_position_);  // after the gap of a paragraph
    bytes_.push_back({token.begin, token.end});
}

void MarkPatterns::take(const std::vector<Use>& uses, const PlacedToken& token, ZoneKind kind,
                        bool in_lead, std::string_view language) {
    for (const auto& use : uses) {
        if (runs_[use.pattern].full()) collect(use.pattern);
        if (use.edge->capitals && (!token.capitals || token.span > 1)) continue;
        if (!use.language.empty() && use.language != language) continue;
        if (!use.zones->holds(kind, in_lead)) continue;
        const bool quoted = patterns_[use.pattern]->quoted;
        if (quoted && !is_quoted(use.pattern, token.begin, token.end)) continue;
        const auto stretch = quoted ? quotes_[use.pattern].met : paragraph_;
        runs_[use.pattern].take(use.node, use.edge->from, use.edge->to, token.position, token.span,
                                stretch);
    }
}

/// Tells of the names whose end was met.
void MarkPatterns::take_names() {
    for (; names_taken_ < names_.named().size(); ++names_taken_) {
        const auto& [type, words] = names_.named()[names_taken_];
        const auto& first = bytes_[words.first - first_position_];
        const auto& last = bytes_[words.last - 1 - first_position_];
        for (const auto& leaf : name_leaves_) {
            if (leaf.type != type) continue;
            auto& run = runs_[leaf.pattern];
            if (run.full()) collect(leaf.pattern);
            const bool quoted = patterns_[leaf.pattern]->quoted;
            if (quoted && !is_quoted(leaf.pattern, first.begin, last.end)) continue;
            const auto stretch = quoted ? quotes_[leaf.pattern].met : paragraph_;
            run.found(leaf.node, {words.first, words.last, stretch, stretch});
        }
    }
}

/// Whether the bytes of a zone stand in a quotation that the pattern looks into. What was met in
/// another one is over then.
bool MarkPatterns::is_quoted(std::size_t pattern, std::uint32_t begin, std::uint32_t end) {
    auto& [all, next, met] = quotes_[pattern];
    const auto is_over = [&](const Quote& quote) {
        const auto zone = static_cast<int>(quote.zone);
        return zone < article_zone_ || (zone == article_zone_ && quote.end <= begin);
    };
    while (next < all.size() && is_over(all[next])) ++next;
    if (next == all.size() || static_cast<int>(all[next].zone) != article_zone_
        || begin < all[next].begin || end > all[next].end)
        return false;
    if (met != next) {
        collect(pattern);
        runs_[pattern].break_off();
    }
    met = next;
    return true;
}

void MarkPatterns::end_of(TokenKind kind) {
    if (!names_.empty()) {
        names_.meet_border();
        take_names();
    }
    for (std::size_t at = 0; at < runs_.size(); ++at) {
        if (kind == TokenKind::zone || !patterns_[at]->crosses_paragraphs()) collect(at);
    }
    if (kind == TokenKind::zone) bytes_.clear();
    ++paragraph_;
}

/// The marks of what a pattern has met since it was asked last.
void MarkPatterns::collect(std::size_t pattern) {
    auto& run = runs_[pattern];
    if (!run.anything_found()) return;
    run.join();
    run.for_each_part([&](std::uint32_t, const Occurrence& place) {
        const auto first = place.begin - first_position_, last = place.end - 1 - first_position_;
        marks_.emplace_back(zone_, Mark{bytes_[first].begin, bytes_[last].end, pattern});
    });
}

std::vector<bool> MarkPatterns::met() const {
    std::vector<bool> met;
    for (const auto& run : runs_) met.push_back(run.met());
    return met;
}

}  // namespace archive
