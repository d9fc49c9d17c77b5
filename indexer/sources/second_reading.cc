// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/sources/second_reading.h"

#include "archive/base/files.h"
#include "archive/index/article_codec.h"
#include "indexer/analysis/inferred_dates.h"
#include "indexer/analysis/language.h"
#include "indexer/extract/repeated_lines.h"
#include "indexer/parallel.h"
#include "indexer/sources/article_notes.h"
#include "indexer/sources/source_judgement.h"
#include "indexer/stories/event_terms.h"

#include <algorithm>
#include <span>
#include <utility>

namespace indexer {

namespace {

using archive::Article;
using archive::SourceFacts;
using archive::Spool;
using archive::SpooledArticle;

/// The articles of a source, by their places in the order.
struct Source {
    std::size_t begin = 0, end = 0;
    std::uint64_t notes_bytes = 0;
};

/// An article to be read again, and in what light.
struct Task {
    SpooledArticle* article = nullptr;
    const SourceJudgement* judgement = nullptr;
};

/// Whether anything changed.
bool revise(Article& article, const ArticleNotes& notes, const SourceJudgement& judgement) {
    const auto standing = [&](std::string_view line) { return judgement.standing(line_key(line)); };
    bool changed = part_repeated_lines(article, standing);
    if (read_in_order(article.published, judgement.order)) changed = true;
    if (article.updated && read_in_order(*article.updated, judgement.order)) changed = true;
    if (judgement.paths_tell && !article.published.known() && !notes.filed.empty()) {
        if (auto date = date_by_custom(notes.filed)) {
            article.published = std::move(*date);
            changed = true;
        }
    }
    const bool no_language = article.language.empty() || article.language == "und";
    if (no_language && !judgement.language.empty()) {
        article.language =
            language_with_prior(archive::body_text(article), article.title, judgement.language);
        changed = true;
    }
    return changed;
}

void revise_all(std::span<const Task> tasks, Spool& spool, const NameKnowledge& names,
                unsigned jobs) {
    in_parallel(tasks.size(), jobs, [&](std::size_t at) {
        auto& entry = *tasks[at].article;
        auto article = archive::decode_article(archive::unpacked(spool.packed(entry)));
        if (!revise(article, decoded_notes(spool.notes(entry)), *tasks[at].judgement)) return;
        NameReader(names).read(article);
        spool.replace(entry, article);
        spool.sign(entry, event_signature(article));
    });
}

}  // namespace

SpooledArticle spooled_with_notes(Spool& spool, const Article& article, std::string_view filed) {
    const auto notes = notes_of(article, filed);
    auto entry = spool.add(article, encoded(notes));
    spool.sign(entry, event_signature(article));
    entry.source = archive::checksum_of(notes.source);
    return entry;
}

void read_again(std::vector<SpooledArticle>& articles, Spool& spool,
                const archive::SourceRecords& earlier,
                const std::function<bool(const SpooledArticle&)>& fresh,
                const std::function<void(const SourceFacts&)>& found, const NameKnowledge& names,
                unsigned jobs) {
    std::vector<SpooledArticle*> order;
    order.reserve(articles.size());
    for (auto& article : articles) order.push_back(&article);
    std::sort(order.begin(), order.end(), [](const auto* left, const auto* right) {
        return std::pair(left->source, std::string_view(left->id))
               < std::pair(right->source, std::string_view(right->id));
    });
    std::vector<Source> sources;
    for (std::size_t begin = 0; begin < order.size();) {
        auto& source = sources.emplace_back();
        source.begin = begin;
        for (; begin < order.size() && order[begin]->source == order[source.begin]->source; ++begin)
            source.notes_bytes += order[begin]->notes_bytes;
        source.end = begin;
    }
    const auto judged = [&](const Source& source) {
        SourceArticles at_hand;
        at_hand.notes_bytes = source.notes_bytes;
        at_hand.count = source.end - source.begin;
        at_hand.notes = [&](std::size_t i) {
            return decoded_notes(spool.notes(*order[source.begin + i]));
        };
        at_hand.fresh = [&](std::size_t i) { return fresh(*order[source.begin + i]); };
        return judge_source(at_hand.notes(0).source, earlier, at_hand);
    };
    std::vector<std::unique_ptr<SourceJudgement>> judgements;
    std::vector<Task> tasks;
    const std::size_t at_once =
        std::size_t{4} * std::max(1U, jobs);  // what is added comes in order
    std::vector<JudgedSource> batch;
    for (std::size_t first = 0; first < sources.size(); first += batch.size()) {
        batch.clear();
        batch.resize(std::min(at_once, sources.size() - first));
        in_parallel(batch.size(), jobs,
                    [&](std::size_t i) { batch[i] = judged(sources[first + i]); });
        for (std::size_t i = 0; i < batch.size(); ++i) {
            found(batch[i].added);
            judgements.push_back(std::make_unique<SourceJudgement>(std::move(batch[i].judgement)));
            for (const auto article : batch[i].touched)
                tasks.push_back(
                    {order[sources[first + i].begin + article], judgements.back().get()});
        }
    }
    revise_all(tasks, spool, names, jobs);
}

}  // namespace indexer
