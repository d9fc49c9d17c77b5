// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/marks.h"

#include "archive/base/text.h"
#include "archive/index/stemmer.h"
#include "archive/search/name_places.h"
#include "archive/search/pattern_words.h"
#include "archive/search/place_run.h"
#include "archive/search/word_forms.h"

#include <algorithm>
#include <bitset>
#include <optional>
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

/// Patterns made ready for words as text, and what they have met in one article.
class Patterns {
public:
    void add(std::shared_ptr<const PlacePattern> pattern) {
        const auto at = patterns_.size();
        for (std::uint32_t node = 0; node < pattern->nodes.size(); ++node) {
            const auto& words = pattern->nodes[node].words;
            add_edges(words, {at, node, nullptr, &words.zones, {}, {}});
        }
        runs_.emplace_back(*pattern);
        patterns_.push_back(std::move(pattern));
    }

    /// Names are looked for where patterns ask for any of their type.
    void add_names(const Article& article) {
        for (std::size_t at = 0; at < patterns_.size(); ++at) {
            const auto& nodes = patterns_[at]->nodes;
            for (std::uint32_t node = 0; node < nodes.size(); ++node) {
                if (nodes[node].kind != PlaceNode::Kind::name) continue;
                for (const auto& entity : article.entities) {
                    if (entity.type == nodes[node].type) add_name(entity, at, node);
                }
            }
        }
    }

    std::size_t size() const { return patterns_.size(); }

    /// Whether some pattern must be met more than once.
    bool any_counts() const {
        return std::any_of(patterns_.begin(), patterns_.end(),
                           [](const auto& pattern) { return pattern->times > 1; });
    }

    /// Begins another article.
    void restart() {
        for (auto& run : runs_) run.restart();
        for (auto& run : name_runs_) run.restart();
        marks_.clear();
        bytes_.clear();
        paragraph_ = 0;
    }

    /// A paragraph ends, or a zone.
    void end_of(TokenKind kind) {
        for (std::size_t at = 0; at < runs_.size(); ++at) {
            if (kind == TokenKind::zone || !patterns_[at]->crosses_paragraphs()) collect(at);
        }
        if (kind == TokenKind::zone) bytes_.clear();
        ++paragraph_;
    }

    /// A word of a zone.
    void meet(const PlacedToken& token, ZoneKind kind, bool in_lead, std::string_view language) {
        if (token.span == 1) note_bytes(token);
        if (begins_with_one_of(first_of_words_, token.text)) {
            if (const auto found = by_word_.find(token.text); found != by_word_.end())
                take(found->second, token, kind, in_lead, language);
        }
        if (by_stem_.empty()
            || (stems_keep_beginnings(language)
                && !begins_with_one_of(first_of_stems_, token.text)))
            return;
        const auto stem = stem_in(language, token.text);
        if (const auto found = by_stem_.find(stem); found != by_stem_.end())
            take(found->second, token, kind, in_lead, language);
    }

    /// Which patterns the article meets, after its last end_of().
    std::vector<bool> met() const {
        std::vector<bool> met;
        for (const auto& run : runs_) met.push_back(run.met());
        return met;
    }

    /// Hands over the marks of those: `sink(zone, mark)`.
    template <typename Sink>
    void for_each_mark(const std::vector<bool>& met, const Sink& sink) const {
        for (const auto& [zone, mark] : marks_) {
            if (met[mark.clause]) sink(zone, mark);
        }
    }

private:
    struct Use {
        std::size_t pattern = 0;
        std::uint32_t node = 0;
        const PatternEdge* edge = nullptr;
        const ZoneSet* zones = nullptr;
        std::string_view language = {};        ///< in its articles only; empty for all
        std::optional<std::size_t> name = {};  ///< of the runs of names
    };
    struct Hash : std::hash<std::string_view> {
        using is_transparent = void;
    };
    using Uses = std::unordered_map<std::string, std::vector<Use>, Hash, std::equal_to<>>;

    void add_edges(const WordPattern& words, Use use) {
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

    void add_stem(const std::string& stem, const Use& use) {
        by_stem_[stem].push_back(use);
        add_first_byte(first_of_stems_, stem);
    }

    void add_name(const Entity& entity, std::size_t pattern, std::uint32_t node) {
        for (auto& mention : mentions_of(entity.type, entity.name)) {
            mentions_.push_back(std::make_unique<WordPattern>(std::move(mention)));
            const auto& words = *mentions_.back();
            add_edges(words, {pattern,
                              node,
                              nullptr,
                              &patterns_[pattern]->nodes[node].zones,
                              {},
                              name_runs_.size()});
            name_runs_.emplace_back(words.length);
        }
    }

    void take(const std::vector<Use>& uses, const PlacedToken& token, ZoneKind kind, bool in_lead,
              std::string_view language) {
        zone_ = token.zone;
        for (const auto& use : uses) {
            if (use.edge->capitals && !token.capitals) continue;
            if (!use.language.empty() && use.language != language) continue;
            if (!use.zones->holds(kind, in_lead)) continue;
            const auto from = use.edge->from, to = use.edge->to;
            if (!use.name) {
                runs_[use.pattern].take(use.node, from, to, token.position, token.span, paragraph_);
                continue;
            }
            const auto begin =
                name_runs_[*use.name].take(from, to, token.position, token.span, token.position);
            if (begin) {
                runs_[use.pattern].found(
                    use.node, {*begin, token.position + token.span, paragraph_, paragraph_});
            }
        }
    }

    /// The marks of what a pattern has met since it was asked last.
    void collect(std::size_t pattern) {
        auto& run = runs_[pattern];
        if (!run.anything_found()) return;
        run.join();
        run.for_each_part([&](std::uint32_t, const Occurrence& place) {
            const auto first = place.begin - first_position_,
                       last = place.end - 1 - first_position_;
            marks_.emplace_back(zone_, Mark{bytes_[first].begin, bytes_[last].end, pattern});
        });
    }

    struct Bytes {
        std::uint32_t begin = 0, end = 0;
    };
    void note_bytes(const PlacedToken& token) {
        if (bytes_.empty()) first_position_ = token.position;
        bytes_.resize(token.position - first_position_);  // after the gap of a paragraph
        bytes_.push_back({token.begin, token.end});
    }

    std::vector<std::shared_ptr<const PlacePattern>> patterns_;
    std::vector<PlaceRun> runs_;
    std::vector<std::unique_ptr<WordPattern>> mentions_;  ///< of names of the article
    std::vector<PatternRun> name_runs_;
    Uses by_word_, by_stem_;
    FirstBytes first_of_words_, first_of_stems_;

    std::vector<Bytes> bytes_;  ///< of the words of this zone, by position from the first on
    std::uint32_t first_position_ = 0;
    std::uint32_t paragraph_ = 0;
    std::size_t zone_ = 0;
    std::vector<std::pair<std::size_t, Mark>> marks_;  ///< with their zones
};

std::shared_ptr<const PlacePattern> places_of(WordPattern words) {
    PlacePattern pattern;
    pattern.nodes.push_back({});
    pattern.nodes.back().words = std::move(words);
    return std::make_shared<const PlacePattern>(std::move(pattern));
}

/// The patterns of the names an article has and somebody looks for, as the article spells them.
void add_names(Patterns& patterns, const CompiledQuery& query, const Article& article) {
    for (const auto& entity : article.entities) {
        const auto key = name_key(entity.type, entity.name);
        if (std::find(query.name_keys.begin(), query.name_keys.end(), key) == query.name_keys.end())
            continue;
        auto pattern = phrase_pattern(entity.name);
        if (pattern.length > 0) patterns.add(places_of(std::move(pattern)));
    }
}

bool asks_for_names(const PlacePattern& pattern) {
    return std::any_of(pattern.nodes.begin(), pattern.nodes.end(),
                       [](const PlaceNode& node) { return node.kind == PlaceNode::Kind::name; });
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
    explicit State(const CompiledQuery& of)
        : query(of),
          names_matter(!of.name_keys.empty()
                       || std::any_of(of.places.begin(), of.places.end(), [](const auto& pattern) {
                              return asks_for_names(*pattern);
                          })) {
        add_all(patterns);
    }

    const CompiledQuery& query;
    const bool names_matter;
    Patterns patterns;

    /// The patterns for one article: with its names when names are looked for.
    template <typename Work>
    void with_names(const Article& article, Work work) {
        if (!names_matter) return work(patterns);
        Patterns some;
        add_all(some);
        some.add_names(article);
        add_names(some, query, article);
        work(some);
    }

private:
    void add_all(Patterns& some) const {
        for (const auto& pattern : query.marks) some.add(places_of(*pattern));
        for (const auto& pattern : query.places) some.add(pattern);
    }
};

MarkFinder::MarkFinder(const CompiledQuery& query) : state_(std::make_unique<State>(query)) {}
MarkFinder::~MarkFinder() = default;

namespace {

/// Leads the words of an article through the patterns.
void read_zones(Patterns& patterns, const std::vector<IndexedZone>& zones,
                std::string_view language) {
    bool lead_begun = false, lead_over = has_standfirst(zones);
    patterns.restart();
    for_each_token(zones, [&](const PlacedToken& token) {
        if (token.kind == TokenKind::paragraph || token.kind == TokenKind::zone) {
            patterns.end_of(token.kind);
            lead_over = lead_over || lead_begun;
            return;
        }
        const auto kind = zones[token.zone].kind;
        const bool in_lead = kind == ZoneKind::body && !lead_over;
        lead_begun = lead_begun || in_lead;
        patterns.meet(token, kind, in_lead, language);
    });
    patterns.end_of(TokenKind::zone);
}

}  // namespace

std::vector<std::vector<Mark>> MarkFinder::in_zones(const std::vector<IndexedZone>& zones,
                                                    const Article& article) {
    std::vector<std::vector<Mark>> marks(zones.size());
    state_->with_names(article, [&](Patterns& patterns) {
        if (patterns.size() == 0) return;
        read_zones(patterns, zones, article.language);
        patterns.for_each_mark(patterns.met(), [&](std::size_t zone, const Mark& mark) {
            marks[zone].push_back(mark);
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
        std::vector<bool> met(patterns.size(), true);
        if (patterns.any_counts()) {  // the title is not all there is to count in
            read_zones(patterns, indexed_zones(article), article.language);
            met = patterns.met();
        }
        patterns.restart();
        const std::vector<IndexedZone> zones{{kind, article.title, 1, -1}};
        for_each_token(zones, [&](const PlacedToken& token) {
            if (token.kind == TokenKind::paragraph || token.kind == TokenKind::zone)
                return patterns.end_of(token.kind);
            patterns.meet(token, kind, kind == ZoneKind::body, article.language);
        });
        patterns.end_of(TokenKind::zone);
        patterns.for_each_mark(met, [&](std::size_t, const Mark& mark) { marks.push_back(mark); });
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
