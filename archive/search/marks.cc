// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/marks.h"

#include "archive/base/text.h"
#include "archive/index/stemmer.h"
#include "archive/search/mark_patterns.h"
#include "archive/search/pattern_words.h"
#include "archive/search/text_glance.h"

#include <algorithm>
#include <functional>

namespace archive {

namespace {

bool is_looked_for(const Entity& entity, const CompiledQuery& query) {
    const auto& keys = query.name_keys;
    return !keys.empty()
           && std::find(keys.begin(), keys.end(), name_key(entity.type, entity.name)) != keys.end();
}

/// The patterns of the names an article has and somebody looks for, as the article spells them.
void add_names(MarkPatterns& patterns, const CompiledQuery& query, const Article& article) {
    for (const auto& entity : article.entities) {
        if (!is_looked_for(entity, query)) continue;
        auto pattern = phrase_pattern(entity.name);
        if (pattern.length > 0) patterns.add(std::move(pattern));
    }
}

/// The places where the text names those who are looked for, whatever the form: "Kim", "DPRK".
void add_mentions(const CompiledQuery& query, const Article& article,
                  const std::vector<IndexedZone>& zones, std::size_t clause,
                  std::vector<std::vector<Mark>>& marks) {
    for (const auto& entity : article.entities) {
        if (entity.named_at.empty() || !is_looked_for(entity, query)) continue;
        for (const auto& mention : entity.named_at) {
            const auto zone = std::find_if(zones.begin(), zones.end(), [&](const IndexedZone& one) {
                return one.zone >= 0 && static_cast<std::uint32_t>(one.zone) == mention.zone;
            });
            if (zone == zones.end() || !in_the_story(mention.role)) continue;
            if (mention.begin >= mention.end || mention.end > zone->text.size()) continue;
            marks[static_cast<std::size_t>(zone - zones.begin())].push_back(
                {mention.begin, mention.end, clause});
        }
    }
}

/// Whether what it looks for is told by the article's names or quotations.
bool asks_the_article(const PlacePattern& pattern) {
    return pattern.quoted || pattern.asks_for_names();
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

}  // namespace

struct MarkFinder::State {
    explicit State(const CompiledQuery& of)
        : query(of),
          article_matters(
              !of.name_keys.empty()
              || std::any_of(of.places.begin(), of.places.end(),
                             [](const auto& pattern) { return asks_the_article(*pattern); })),
          asks_for_names(std::any_of(of.places.begin(), of.places.end(), [](const auto& pattern) {
              return pattern->asks_for_names();
          })) {
        add_all(patterns);
        glances = !article_matters;
        for (const auto& pattern : patterns.patterns()) glances = glances && glance.add(*pattern);
    }

    const CompiledQuery& query;
    const bool article_matters;
    const bool asks_for_names;  ///< whoever they are; finding where they stand takes long
    MarkPatterns patterns;
    TextGlance glance;
    bool glances = false;  ///< the glance knows all there is to look for

    /// Whether the glance says where in its text to read.
    bool may_glance_at(const Article& article) const {
        return glances && stems_keep_beginnings(article.language);
    }

    /// The patterns for one article: with its names and quotations when these are looked for.
    template <typename Work>
    void with_names(const Article& article, Work work) {
        if (!article_matters) return work(patterns);
        MarkPatterns some;
        add_all(some);
        if (asks_for_names) some.look_for_names(NamePositions(article));
        some.add_quotes(article);
        add_names(some, query, article);
        work(some);
    }

private:
    void add_all(MarkPatterns& some) const {
        for (const auto& pattern : query.marks) some.add(*pattern);
        for (const auto& pattern : query.places) some.add(pattern);
    }
};

MarkFinder::MarkFinder(const CompiledQuery& query) : state_(std::make_unique<State>(query)) {}
MarkFinder::~MarkFinder() = default;

bool MarkFinder::needs_whole_article() const {
    return state_->article_matters;
}

namespace {

/// Leads those words of an article through the patterns that a glance finds worth it.
void read_stretches(MarkPatterns& patterns, const TextGlance& glance,
                    const std::vector<IndexedZone>& zones, std::string_view language) {
    patterns.restart();
    std::uint32_t position = 0;
    std::size_t i = 0;
    const auto meet = [&](const PlacedToken& token) {
        patterns.meet(token, zones[i].kind, zones[i].zone, false, language);
    };
    const std::function<void(const PlacedToken&)> sink = std::ref(meet);  // allocates nothing
    for (; i < zones.size(); ++i) {
        for (const auto& stretch : glance.stretches(zones[i].text)) {
            for_each_token_in(zones[i], i, stretch.begin, stretch.end, position, sink);
            patterns.end_of(TokenKind::paragraph);
            position += paragraph_gap;
        }
        patterns.end_of(TokenKind::zone);
        position += zone_gap;
    }
}

}  // namespace

std::vector<std::vector<Mark>> MarkFinder::in_zones(const std::vector<IndexedZone>& zones,
                                                    const Article& article) {
    std::vector<std::vector<Mark>> marks(zones.size());
    state_->with_names(article, [&](MarkPatterns& patterns) {
        if (patterns.size() == 0) return;
        if (state_->may_glance_at(article))
            read_stretches(patterns, state_->glance, zones, article.language);
        else
            patterns.read(zones, article.language);
        for (const auto& [zone, mark] : patterns.marks()) {
            if (patterns.is_met(mark.clause)) marks[zone].push_back(mark);
        }
    });
    add_mentions(state_->query, article, zones, state_->patterns.size(), marks);
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
    state_->with_names(article, [&](MarkPatterns& patterns) {
        if (patterns.size() == 0) return;
        std::vector<bool> met(patterns.size(), true);
        if (patterns.any_counts()) {  // the title is not all there is to count in
            patterns.read(indexed_zones(article), article.language);
            met = patterns.met();
        }
        if (state_->asks_for_names) patterns.look_for_names(NamePositions::of_title(article));
        const std::vector<IndexedZone> zones{{kind, article.title, 1, -1}};
        if (state_->may_glance_at(article)) {
            read_stretches(patterns, state_->glance, zones, article.language);
        } else {
            patterns.restart();
            for_each_token(zones, [&](const PlacedToken& token) {
                if (token.kind == TokenKind::paragraph || token.kind == TokenKind::zone)
                    return patterns.end_of(token.kind);
                patterns.meet(token, kind, -1, kind == ZoneKind::body, article.language);
            });
            patterns.end_of(TokenKind::zone);
        }
        for (const auto& [zone, mark] : patterns.marks()) {
            if (met[mark.clause]) marks.push_back(mark);
        }
    });
    return merged(std::move(marks));
}

std::vector<Mark> merged(std::vector<Mark> marks) {
    std::sort(marks.begin(), marks.end(), [](const Mark& left, const Mark& right) {
        return left.begin != right.begin ? left.begin < right.begin : left.end > right.end;
    });
    std::size_t kept = 0;
    for (const auto& mark : marks) {
        if (kept > 0 && mark.begin < marks[kept - 1].end)
            marks[kept - 1].end = std::max(marks[kept - 1].end, mark.end);
        else
            marks[kept++] = mark;
    }
    marks.resize(kept);
    return marks;
}

}  // namespace archive
