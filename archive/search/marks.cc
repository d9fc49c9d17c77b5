// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/marks.h"

#include "archive/base/text.h"
#include "archive/search/pattern_words.h"
#include "archive/search/word_forms.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <unordered_map>

namespace archive {

namespace {

using FirstBytes = std::bitset<256>;

void add_first_byte(FirstBytes& bytes, std::string_view word) {
    if (!word.empty()) bytes.set(static_cast<unsigned char>(word.front()));
}

bool begins_with_one_of(const FirstBytes& bytes, std::string_view word) {
    return !word.empty() && bytes.test(static_cast<unsigned char>(word.front()));
}

/// Stemmers of these take off beginnings, so a stem may begin with another letter than its word.
bool stems_keep_beginnings(std::string_view language) {
    constexpr std::array<std::string_view, 6> others{"ar", "id", "ms", "ta", "ne", "und"};
    return std::find(others.begin(), others.end(), language) == others.end();
}

/// Patterns made ready for words as text.
class Patterns {
public:
    void add(std::shared_ptr<const WordPattern> pattern) {
        const auto at = patterns_.size();
        for (const auto& edge : pattern->edges) {
            for (const auto& word : edge.words) {
                by_word_[word].push_back({at, &edge});
                add_first_byte(first_of_words_, word);
            }
            for (const auto& stem : edge.stems) {
                by_stem_[stem].push_back({at, &edge});
                add_first_byte(first_of_stems_, stem);
            }
        }
        runs_.emplace_back(pattern->length);
        patterns_.push_back(std::move(pattern));
    }

    std::size_t size() const { return patterns_.size(); }
    void restart() {
        for (auto& run : runs_) run.restart();
    }

    /// A word of a zone; adds the marks that end with it.
    void meet(const PlacedToken& token, ZoneKind zone, bool in_lead, std::string_view language,
              std::vector<Mark>& marks) {
        if (begins_with_one_of(first_of_words_, token.text)) {
            if (const auto found = by_word_.find(token.text); found != by_word_.end())
                take(found->second, token, zone, in_lead, marks);
        }
        if (by_stem_.empty()
            || (stems_keep_beginnings(language)
                && !begins_with_one_of(first_of_stems_, token.text)))
            return;
        const auto stem = stem_in(language, token.text);
        if (const auto found = by_stem_.find(stem); found != by_stem_.end())
            take(found->second, token, zone, in_lead, marks);
    }

private:
    struct Use {
        std::size_t pattern;
        const PatternEdge* edge;
    };
    struct Hash : std::hash<std::string_view> {
        using is_transparent = void;
    };
    using Uses = std::unordered_map<std::string, std::vector<Use>, Hash, std::equal_to<>>;

    void take(const std::vector<Use>& uses, const PlacedToken& token, ZoneKind zone, bool in_lead,
              std::vector<Mark>& marks) {
        for (const auto& use : uses) {
            if (use.edge->capitals && !token.capitals) continue;
            if (!patterns_[use.pattern]->zones.holds(zone, in_lead)) continue;
            const auto begin = runs_[use.pattern].take(use.edge->from, use.edge->to, token.position,
                                                       token.span, token.begin);
            if (begin) marks.push_back({*begin, token.end, use.pattern});
        }
    }

    std::vector<std::shared_ptr<const WordPattern>> patterns_;
    std::vector<PatternRun> runs_;
    Uses by_word_, by_stem_;
    FirstBytes first_of_words_, first_of_stems_;
};

/// The patterns of the names an article has and somebody looks for, as the article spells them.
void add_names(Patterns& patterns, const CompiledQuery& query, const Article& article) {
    for (const auto& entity : article.entities) {
        const auto key = name_key(entity.type, entity.name);
        if (std::find(query.name_keys.begin(), query.name_keys.end(), key) == query.name_keys.end())
            continue;
        auto pattern = phrase_pattern(entity.name);
        if (pattern.length > 0)
            patterns.add(std::make_shared<const WordPattern>(std::move(pattern)));
    }
}

ZoneKind zone_of_title(TitleBasis basis) {
    switch (basis) {
        case TitleBasis::lead: return ZoneKind::body;
        case TitleBasis::standfirst: return ZoneKind::standfirst;
        case TitleBasis::none:
        case TitleBasis::field:
        case TitleBasis::jsonld:
        case TitleBasis::meta:
        case TitleBasis::h1:
        case TitleBasis::text: break;
    }
    return ZoneKind::headline;
}

bool has_standfirst(const std::vector<IndexedZone>& zones) {
    return std::any_of(zones.begin(), zones.end(), [](const IndexedZone& zone) {
        return zone.kind == ZoneKind::standfirst && !trimmed(zone.text).empty();
    });
}

}  // namespace

struct MarkFinder::State {
    explicit State(const CompiledQuery& of) : query(of) {
        for (const auto& pattern : of.marks) patterns.add(pattern);
    }

    const CompiledQuery& query;
    Patterns patterns;

    /// The patterns for one article: with its names when names are looked for.
    template <typename Work>
    void with_names(const Article& article, Work work) {
        if (query.name_keys.empty()) return work(patterns);
        Patterns some = patterns_without_runs();
        add_names(some, query, article);
        work(some);
    }

private:
    Patterns patterns_without_runs() const {
        Patterns some;
        for (const auto& pattern : query.marks) some.add(pattern);
        return some;
    }
};

MarkFinder::MarkFinder(const CompiledQuery& query) : state_(std::make_unique<State>(query)) {}
MarkFinder::~MarkFinder() = default;

std::vector<std::vector<Mark>> MarkFinder::in_zones(const std::vector<IndexedZone>& zones,
                                                    const Article& article) {
    std::vector<std::vector<Mark>> marks(zones.size());
    state_->with_names(article, [&](Patterns& patterns) {
        if (patterns.size() == 0) return;
        const bool standfirst = has_standfirst(zones);
        bool lead_begun = false, lead_over = standfirst;
        for_each_token(zones, [&](const PlacedToken& token) {
            if (token.kind == TokenKind::paragraph || token.kind == TokenKind::zone) {
                patterns.restart();
                lead_over = lead_over || lead_begun;
                return;
            }
            const auto kind = zones[token.zone].kind;
            const bool in_lead = kind == ZoneKind::body && !lead_over;
            lead_begun = lead_begun || in_lead;
            patterns.meet(token, kind, in_lead, article.language, marks[token.zone]);
        });
    });
    for (auto& some : marks) {
        std::sort(some.begin(), some.end(), [](const Mark& left, const Mark& right) {
            return left.begin != right.begin ? left.begin < right.begin : left.end < right.end;
        });
    }
    return marks;
}

std::vector<Mark> MarkFinder::in_title(const Article& article) {
    std::vector<Mark> marks;
    const auto kind = zone_of_title(article.title_basis);
    state_->with_names(article, [&](Patterns& patterns) {
        if (patterns.size() == 0) return;
        patterns.restart();
        const std::vector<IndexedZone> zones{{kind, article.title, 1, -1}};
        for_each_token(zones, [&](const PlacedToken& token) {
            if (token.kind == TokenKind::paragraph || token.kind == TokenKind::zone)
                return patterns.restart();
            patterns.meet(token, kind, kind == ZoneKind::body, article.language, marks);
        });
    });
    return merged(std::move(marks));
}

std::vector<Mark> merged(std::vector<Mark> marks) {
    std::sort(marks.begin(), marks.end(), [](const Mark& left, const Mark& right) {
        return left.begin != right.begin ? left.begin < right.begin : left.end > right.end;
    });
    std::vector<Mark> merged;
    for (const auto& mark : marks) {
        if (!merged.empty() && mark.begin < merged.back().end)
            merged.back().end = std::max(merged.back().end, mark.end);
        else
            merged.push_back(mark);
    }
    return merged;
}

}  // namespace archive
