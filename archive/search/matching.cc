// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/matching.h"

#include "archive/index/xapian_guard.h"
#include "archive/search/column_tests.h"
#include "archive/search/direct_matching.h"
#include "archive/search/group_names.h"
#include "archive/search/list_source.h"
#include "archive/search/sources.h"
#include "archive/search/stem_terms.h"
#include "archive/search/term_postings.h"
#include "archive/search/token_sources.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace archive {

namespace {

constexpr std::string_view here = "the postings";

template <typename Begin, typename Test>
Xapian::Query column_query(const Snapshot& snapshot, Begin begin, Test test) {
    return Xapian::Query((new ColumnSource<Begin, Test>(snapshot, begin, test))->release());
}

DocidWindow whole(std::size_t, const Segment& segment) {
    return {1, segment.facts().documents};
}

Xapian::Query days_query(const Snapshot& snapshot, const DaysPlan& days) {
    return column_query(
        snapshot, [days](std::size_t, const Segment& segment) { return window_of(days, segment); },
        [days](std::size_t, const Segment& segment, Docid docid) {
            return meets(days, segment, docid);
        });
}

Xapian::Query number_query(const Snapshot& snapshot, const NumberPlan& plan) {
    const bool in_group = plan.of == NumberPlan::Of::copies || plan.of == NumberPlan::Of::event;
    const bool of_several = in_group && plan.least > 1;
    return column_query(
        snapshot,
        [&snapshot, of_several](std::size_t at, const Segment& segment) -> DocidWindow {
            if (of_several && snapshot.links(at).empty()) return {};
            return whole(at, segment);
        },
        [&snapshot, plan](std::size_t at, const Segment&, Docid docid) {
            return holds(plan, snapshot, {at, docid});
        });
}

/// The documents of a group: `members(links, sink)` tells the sink each of them in a segment,
/// `test(links, docid)` says whether one is.
template <typename Members, typename Test>
Xapian::Query linked_query(const Snapshot& snapshot, Members members, Test test) {
    return column_query(
        snapshot,
        [&snapshot, members](std::size_t at, const Segment&) {
            // Copies lie close together in time, so that what they lie in is small and leads.
            DocidWindow window;
            members(snapshot.links(at), [&](Docid docid) {
                if (window.empty()) window.first = docid;
                window.last = docid;
            });
            return window;
        },
        [&snapshot, test](std::size_t at, const Segment&, Docid docid) {
            return test(snapshot.links(at), docid);
        });
}

Xapian::Query story_query(const Snapshot& snapshot, GroupNumber story) {
    return linked_query(
        snapshot,
        [story](const LinkColumns& links, const auto& sink) {
            links.for_each_in_story(story, sink);
        },
        [story](const LinkColumns& links, Docid docid) { return links.story(docid) == story; });
}

Xapian::Query event_query(const Snapshot& snapshot, GroupNumber event) {
    return linked_query(
        snapshot,
        [event](const LinkColumns& links, const auto& sink) {
            links.for_each_in_event(event, sink);
        },
        [event](const LinkColumns& links, Docid docid) { return links.event(docid) == event; });
}

/// Builds Xapian's tree of a plan.
class TreeBuilder {
public:
    TreeBuilder(OpenPostings& postings, DeadlineWatch& watch)
        : postings_(postings), watch_(watch) {}

    Xapian::Query build(const Plan& plan) {
        return std::visit([&](const auto& node) { return build_node(node); }, plan.node);
    }

private:
    Xapian::Query build_node(const EverythingPlan&) { return Xapian::Query::MatchAll; }

    Xapian::Query build_node(const TermsPlan& terms) {
        const auto query = need_lists(terms) ? of_lists(terms) : of_terms(terms);
        return terms.scored == Scored::yes ? query : unscored(query);
    }

    Xapian::Query of_terms(const TermsPlan& terms) {
        const auto forms = held_forms(terms.terms);
        return forms.empty() ? Xapian::Query::MatchNothing : one_word(forms);
    }

    /// Words, stems and what columns tell have lists only: the counts that Xapian knows of words
    /// are something else, and of the others it has no postings.
    static bool need_lists(const TermsPlan& terms) {
        const auto needs_one = [](const std::string& term) {
            return stem_term(term) || word_term(term) || column_term(term);
        };
        return !terms.foreign.empty()
               || std::any_of(terms.terms.begin(), terms.terms.end(), needs_one);
    }

    Xapian::Query of_lists(const TermsPlan& terms) {
        auto found = postings_.lists->of(terms, postings_.parts, watch_);
        if (!found) return Xapian::Query::MatchNothing;
        return Xapian::Query((new ListSource(postings_.snapshot, std::move(found)))->release());
    }

    /// The terms that some article holds.
    std::vector<Xapian::Query> held_forms(const std::vector<std::string>& terms) {
        std::vector<Xapian::Query> held;
        for (const auto& term : terms) {
            if (documents_with(postings_, term) > 0) held.emplace_back(term);
        }
        return held;
    }

    /// The forms, weighed as one word.
    static Xapian::Query one_word(const std::vector<Xapian::Query>& forms) {
        return forms.size() == 1
                   ? forms.front()
                   : Xapian::Query(Xapian::Query::OP_SYNONYM, forms.begin(), forms.end());
    }

    Xapian::Query build_node(const WordsPlan& words) {
        return words_query(postings_.snapshot, words.pattern,
                           articles_by_edge(postings_, *words.pattern), watch_);
    }

    Xapian::Query build_node(const PlacesPlan& places) {
        return places_query(postings_.snapshot, places.pattern, watch_);
    }

    Xapian::Query build_node(const DaysPlan& days) { return days_query(postings_.snapshot, days); }

    Xapian::Query build_node(const CertaintyPlan& plan) {
        const auto wanted = static_cast<std::uint8_t>(plan.certainty);
        return column_query(postings_.snapshot, whole,
                            [wanted](std::size_t, const Segment& segment, Docid docid) {
                                return segment.certainty[docid] == wanted;
                            });
    }

    Xapian::Query build_node(const NumberPlan& plan) {
        return number_query(postings_.snapshot, plan);
    }

    Xapian::Query build_node(const GroupPlan& plan) {
        if (plan.of == GroupPlan::Of::event) {
            const auto event = event_named(postings_.snapshot, plan.id);
            return event == 0 ? Xapian::Query::MatchNothing
                              : event_query(postings_.snapshot, event);
        }
        const auto [story, alone] = story_named(postings_.snapshot, plan.id);
        if (story != 0) return story_query(postings_.snapshot, story);
        return alone ? one_article(*alone) : Xapian::Query::MatchNothing;
    }

    Xapian::Query build_node(const AlteredPlan&) {
        const auto& snapshot = postings_.snapshot;
        return column_query(snapshot, whole,
                            [&snapshot](std::size_t at, const Segment&, Docid docid) {
                                return snapshot.altered({at, docid});
                            });
    }

    Xapian::Query build_node(const AllPlan& all) {
        std::vector<Xapian::Query> wanted, excluded;
        for (const auto& operand : all.operands) {
            const auto* except = std::get_if<ExceptPlan>(&operand->node);
            if (except != nullptr)
                excluded.push_back(build(*except->operand));
            else
                wanted.push_back(build(*operand));
        }
        auto query = wanted.empty()
                         ? Xapian::Query::MatchAll
                         : Xapian::Query(Xapian::Query::OP_AND, wanted.begin(), wanted.end());
        if (excluded.empty()) return query;
        return {Xapian::Query::OP_AND_NOT, query,
                Xapian::Query(Xapian::Query::OP_OR, excluded.begin(), excluded.end())};
    }

    Xapian::Query build_node(const AnyPlan& any) {
        std::vector<Xapian::Query> operands;
        for (const auto& operand : any.operands) operands.push_back(build(*operand));
        return {Xapian::Query::OP_OR, operands.begin(), operands.end()};
    }

    Xapian::Query build_node(const ExceptPlan& except) {
        return {Xapian::Query::OP_AND_NOT, Xapian::Query::MatchAll, build(*except.operand)};
    }

    Xapian::Query one_article(const Location& location) const {
        return column_query(
            postings_.snapshot,
            [location](std::size_t at, const Segment&) -> DocidWindow {
                if (at != location.segment) return {};
                return {location.docid, location.docid};
            },
            [](std::size_t, const Segment&, Docid) { return true; });
    }

    static Xapian::Query unscored(const Xapian::Query& query) {
        return {Xapian::Query::OP_SCALE_WEIGHT, query, 0.0};
    }

    OpenPostings& postings_;
    DeadlineWatch& watch_;
};

/// Gathers the matches of a segment and hands them over. Over several databases a spy sees the
/// docid within the part; LiveSource has noted which part that is.
class BlockSpy final : public Xapian::MatchSpy {
public:
    BlockSpy(const CurrentSegment& current, const BlockSink& sink)
        : current_(current), sink_(sink) {}

    void operator()(const Xapian::Document& document, double weight) override {
        if (used_ == block_.size() || current_.at != segment_) hand_over();
        segment_ = current_.at;
        block_[used_++] = {document.get_docid(), static_cast<float>(weight)};
    }

    /// What is left at the end.
    void hand_over() {
        if (used_ > 0) sink_(segment_, std::span<const ScoredDocid>(block_).first(used_));
        used_ = 0;
    }

private:
    const CurrentSegment& current_;
    const BlockSink& sink_;
    std::array<ScoredDocid, largest_block> block_;
    std::size_t used_ = 0;
    std::size_t segment_ = 0;
};

std::uint32_t count_documents(const OpenPostings& postings, const std::string& term) {
    const auto word = word_term(term);
    if (!column_term(term) && (!word || !word->place)) return postings.database.get_termfreq(term);
    std::uint32_t documents = 0;
    for (std::size_t at = 0; at < postings.parts.size(); ++at) {
        for_each_posting(postings.snapshot.segment(at), postings.parts[at], term,
                         [&](Docid, std::uint32_t) {
                             ++documents;
                             return true;
                         });
    }
    return documents;
}

}  // namespace

OpenPostings::OpenPostings(const Snapshot& of, std::shared_ptr<PostingLists> kept)
    : snapshot(of), lists(std::move(kept)), stories(of.stories().size()) {
    guarded(here, [&] {
        for (std::size_t at = 0; at < of.size(); ++at) {
            parts.push_back(of.segment(at).open_postings());
            database.add_database(parts.back());
        }
    });
}

std::uint32_t documents_with(OpenPostings& postings, const std::string& term) {
    return remembered(postings.frequencies, term, [&] {
        return guarded(here, [&] { return count_documents(postings, term); });
    });
}

std::vector<std::uint64_t> articles_by_edge(OpenPostings& postings, const WordPattern& pattern) {
    std::vector<std::uint64_t> articles;
    for (const auto& edge : pattern.edges) {
        articles.push_back(0);
        for (const auto& word : edge.words) articles.back() += documents_with(postings, word);
    }
    return articles;
}

void for_each_block(OpenPostings& postings, const Plan& plan, Relevance relevance,
                    DeadlineWatch& watch, const BlockSink& sink, RowlessMatches* rowless) {
    if (postings.snapshot.articles() == 0) return;
    if (!match_directly(postings, plan, relevance, watch, sink, rowless))
        match_by_xapian(postings, plan, relevance, watch, sink);
}

void match_by_xapian(OpenPostings& postings, const Plan& plan, Relevance relevance,
                     DeadlineWatch& watch, const BlockSink& sink) {
    const auto& snapshot = postings.snapshot;
    guarded(here, [&] {
        CurrentSegment current;
        const Xapian::Query live((new LiveSource(snapshot, current, watch))->release());
        Xapian::Enquire enquire(postings.database);
        enquire.set_query(
            {Xapian::Query::OP_FILTER, TreeBuilder(postings, watch).build(plan), live});
        if (relevance == Relevance::ignored)
            enquire.set_weighting_scheme(Xapian::BoolWeight());
        else
            enquire.set_weighting_scheme(Xapian::IneB2Weight(length_normalisation));
        enquire.set_docid_order(Xapian::Enquire::DONT_CARE);
        BlockSpy spy(current, sink);
        enquire.add_matchspy(&spy);
        enquire.get_mset(0, 0, postings.database.get_doccount());
        spy.hand_over();
    });
}

std::uint64_t count_matches(OpenPostings& postings, const Plan& plan, DeadlineWatch& watch) {
    if (std::holds_alternative<EverythingPlan>(plan.node)) return postings.snapshot.articles();
    std::uint64_t count = 0;
    for_each_block(postings, plan, Relevance::ignored, watch,
                   [&](std::size_t, std::span<const ScoredDocid> block) { count += block.size(); });
    return count;
}

BothCounts count_stories(OpenPostings& postings, const Plan& plan, DeadlineWatch& watch) {
    BothCounts counts;
    for_each_story(postings, plan, Relevance::ignored, watch, NothingFails{},
                   [&](std::span<const StoryMatch> versions) {
                       counts.articles += versions.size();
                       ++counts.stories;
                   });
    return counts;
}

}  // namespace archive
