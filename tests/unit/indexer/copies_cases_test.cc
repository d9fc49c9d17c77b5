// SPDX-License-Identifier: GPL-2.0-or-later
// Which articles are versions of one text: the cases of tests/corpus/copies, and what chance makes
// of their texts.
#include "archive/index/copy_signature.h"
#include "indexer/joined_sets.h"
#include "indexer/stories/candidates.h"
#include "indexer/stories/relation.h"
#include "tests/support/copy_cases.h"
#include "tests/support/random_edits.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <map>
#include <random>
#include <string>
#include <utility>
#include <vector>

using namespace indexer;
using archive::Article;
using tests::CopyFamily;
using tests::CopyLabel;

namespace {

const std::vector<CopyFamily>& families() {
    static const auto read = tests::copy_families("tests/corpus/copies");
    return read;
}

bool bears_out(CopyLabel label, Relation relation) {
    switch (label) {
        case CopyLabel::story: return one_story(relation);
        case CopyLabel::kin: return true;
        case CopyLabel::apart: return !one_story(relation);
        case CopyLabel::identical:
        case CopyLabel::version:
        case CopyLabel::excerpt:
        case CopyLabel::series:
        case CopyLabel::none: return name(label) == name(relation);
    }
    return false;
}

bool of_one_story(CopyLabel label) {
    return label == CopyLabel::story || label == CopyLabel::kin || label == CopyLabel::identical
           || label == CopyLabel::version;
}

std::vector<CopyText> copy_texts(const std::vector<Article>& articles) {
    std::vector<CopyText> texts;
    for (const auto& article : articles) texts.push_back(copy_text(article));
    return texts;
}

/// Pairs of articles that looking up finds, by their places in `texts`; left < right.
std::vector<std::pair<std::size_t, std::size_t>> looked_up(const std::vector<CopyText>& texts) {
    std::vector<std::size_t> order(texts.size());
    for (std::size_t at = 0; at < order.size(); ++at) order[at] = at;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t left, std::size_t right) {
        const auto key = [&](std::size_t at) {
            const auto day = texts[at].published.first;
            return std::pair(day == 0, day);
        };
        return key(left) < key(right);
    });
    std::vector<Candidate> candidates;
    for (const auto at : order) candidates.push_back({texts[at].signature, texts[at].published});
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    for (const auto& pair : candidate_pairs(candidates, Days::near))
        pairs.emplace_back(std::minmax(order[pair.left], order[pair.right]));
    std::sort(pairs.begin(), pairs.end());
    return pairs;
}

/// What joining pair by pair makes of the articles: the first id of each one's story, by id.
std::map<std::string, std::string> stories_of(const std::vector<std::string>& ids,
                                              JoinedSets& sets) {
    std::map<std::uint32_t, std::string> first;
    for (std::uint32_t at = 0; at < ids.size(); ++at) {
        const auto [known, fresh] = first.try_emplace(sets.root(at), ids[at]);
        if (!fresh) known->second = std::min(known->second, ids[at]);
    }
    std::map<std::string, std::string> stories;
    for (std::uint32_t at = 0; at < ids.size(); ++at) stories[ids[at]] = first[sets.root(at)];
    return stories;
}

Article with_body(const Article& article, const std::string& body) {
    Article changed = article;
    std::erase_if(changed.zones,
                  [](const archive::Zone& zone) { return zone.kind == archive::ZoneKind::body; });
    changed.zones.push_back({archive::ZoneKind::body, body});
    return changed;
}

Article misread(const Article& article, double share, std::mt19937& random) {
    auto changed = with_body(article, tests::misread(archive::body_text(article), share, random));
    changed.quality.ocr = 0.7F;
    return changed;
}

/// The texts from which the cases of one story were made.
std::vector<Article> originals() {
    std::vector<Article> found;
    for (const auto& family : families()) {
        const auto copy =
            std::find_if(family.pairs.begin(), family.pairs.end(),
                         [](const tests::CopyPair& pair) { return pair.label == CopyLabel::kin; });
        if (copy != family.pairs.end()) found.push_back(family.articles.front());
    }
    return found;
}

constexpr unsigned seed = 20310416;

}  // namespace

TEST_SUITE("copies") {
    TEST_CASE("every labelled pair is told as its label says") {
        REQUIRE(families().size() > 20);
        for (const auto& family : families()) {
            const auto texts = copy_texts(family.articles);
            for (const auto& pair : family.pairs) {
                const auto found = verdict(texts[pair.left], texts[pair.right]);
                CAPTURE(family.articles[pair.left].id);
                CAPTURE(family.articles[pair.right].id);
                CAPTURE(name(pair.label));
                CAPTURE(name(found.relation));
                CAPTURE(reason(found));
                CHECK(bears_out(pair.label, found.relation));
                CHECK(verdict(texts[pair.right], texts[pair.left]).relation == found.relation);
                const bool strangers = are_strangers(texts[pair.left], texts[pair.right]);
                CHECK((!strangers || found.relation == Relation::none));
            }
        }
    }

    TEST_CASE("every labelled copy is found by looking up") {
        for (const auto& family : families()) {
            const auto texts = copy_texts(family.articles);
            const auto pairs = looked_up(texts);
            for (const auto& pair : family.pairs) {
                if (!of_one_story(pair.label) || pair.label == CopyLabel::kin) continue;
                CAPTURE(family.articles[pair.left].id);
                CAPTURE(family.articles[pair.right].id);
                CHECK(std::binary_search(pairs.begin(), pairs.end(),
                                         std::pair(pair.left, pair.right)));
            }
        }
    }

    TEST_CASE("all cases together become the stories that the labels say") {
        std::vector<Article> articles;
        std::vector<std::string> ids;
        std::vector<std::pair<std::uint32_t, std::uint32_t>> labelled;
        for (const auto& family : families()) {
            const auto first = static_cast<std::uint32_t>(articles.size());
            for (const auto& article : family.articles) {
                articles.push_back(article);
                ids.push_back(article.id);
            }
            for (const auto& pair : family.pairs) {
                if (!of_one_story(pair.label)) continue;
                labelled.emplace_back(first + static_cast<std::uint32_t>(pair.left),
                                      first + static_cast<std::uint32_t>(pair.right));
            }
        }
        JoinedSets wanted(articles.size()), joined(articles.size());
        for (const auto& [left, right] : labelled) wanted.join(left, right);
        const auto texts = copy_texts(articles);
        for (const auto& pair : looked_up(texts)) {
            if (!one_story(verdict(texts[pair.first], texts[pair.second]).relation)) continue;
            joined.join(static_cast<std::uint32_t>(pair.first),
                        static_cast<std::uint32_t>(pair.second));
        }
        CHECK(stories_of(ids, joined) == stories_of(ids, wanted));
    }

    TEST_CASE("a text that was cut, reworded, misread or surrounded stays one story") {
        const auto bases = originals();
        REQUIRE(bases.size() > 10);
        std::mt19937 random(seed);
        const auto body = [](const Article& article) { return archive::body_text(article); };
        constexpr std::size_t least_words = 20;
        struct Change {
            std::string what;
            std::function<Article(const Article& base, const Article& other)> made;
            std::size_t shortest = 0;  ///< words of the texts it is tried on
            std::size_t lost = 0;      ///< times that chance may hit what the rules go by
        };
        const std::vector<Change> changes{
            {"nothing changed", [&](const Article& base, const Article&) { return base; }},
            {"cut to a third",
             [&](const Article& base, const Article&) {
                 return with_body(base, tests::beginning(body(base), 0.34, least_words));
             }},
            {"cut to a fifth",
             [&](const Article& base, const Article&) {
                 return with_body(base, tests::beginning(body(base), 0.21, least_words));
             }},
            {"paragraphs dropped and shuffled",
             [&](const Article& base, const Article&) {
                 return with_body(base, tests::drop_and_shuffle(body(base), random));
             }},
            {"as much other text around it",
             [&](const Article& base, const Article& other) {
                 const auto words = static_cast<double>(tests::words_in(body(base)).size());
                 const auto others = static_cast<double>(tests::words_in(body(other)).size());
                 const auto half = tests::beginning(body(other), words / 2 / others, 1);
                 return with_body(base, half + "\n" + body(base) + "\n" + half);
             }},
            {
                "a tenth of the words replaced",
                [&](const Article& base, const Article& other) {
                    return with_body(
                        base, tests::replace_words(body(base), 0.1, tests::words_in(body(other)),
                                                   random));
                },
            },
            {"a fifth of the words replaced",
             [&](const Article& base, const Article& other) {
                 return with_body(base, tests::replace_words(body(base), 0.2,
                                                             tests::words_in(body(other)), random));
             },
             200, 2},
            {"a tenth of the words misread",
             [&](const Article& base, const Article&) { return misread(base, 0.1, random); }},
            {"a fifth of the words misread",
             [&](const Article& base, const Article&) { return misread(base, 0.2, random); }, 200},
        };
        constexpr std::size_t rounds = 20;
        for (const auto& change : changes) {
            std::size_t lost = 0;
            std::string last;
            for (std::size_t at = 0; at < rounds * bases.size(); ++at) {
                const auto& base = bases[at % bases.size()];
                const auto& other = bases[(at + 1 + at / bases.size()) % bases.size()];
                const auto text = copy_text(base);
                if (text.words.size() < change.shortest) continue;
                const auto changed = copy_text(change.made(base, other));
                const auto found = verdict(text, changed);
                if (one_story(found.relation) && looked_up({text, changed}).size() == 1) continue;
                ++lost;
                last = base.id + ": " + reason(found);
            }
            CAPTURE(change.what);
            CAPTURE(last);
            CHECK(lost <= change.lost);
        }
    }

    TEST_CASE("what is kept apart stays apart when one side or both were misread") {
        std::mt19937 random(seed);
        std::size_t pairs = 0, joined = 0;
        std::string which;
        for (const auto& family : families()) {
            const auto texts = copy_texts(family.articles);
            std::vector<CopyText> readings;
            for (const auto& article : family.articles)
                readings.push_back(copy_text(misread(article, 0.1, random)));
            for (const auto& pair : family.pairs) {
                if (of_one_story(pair.label)) continue;
                using Two = std::pair<const CopyText*, const CopyText*>;
                for (const auto& two : {Two(&readings[pair.left], &texts[pair.right]),
                                        Two(&texts[pair.left], &readings[pair.right]),
                                        Two(&readings[pair.left], &readings[pair.right])}) {
                    ++pairs;
                    const auto found = verdict(*two.first, *two.second);
                    if (!one_story(found.relation)) continue;
                    ++joined;
                    which += family.articles[pair.left].id + " and "
                             + family.articles[pair.right].id + ": " + reason(found) + "\n";
                }
            }
        }
        // A notice of which the figures that tell it from the next were misread looks like it.
        CAPTURE(which);
        CHECK(joined * 500 <= pairs);
    }
}
