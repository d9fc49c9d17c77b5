// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/stories/altered_articles.h"

#include "archive/index/article_codec.h"
#include "archive/index/terms.h"
#include "archive/index/xapian_guard.h"
#include "indexer/analysis/altered_wording.h"
#include "indexer/parallel.h"
#include "indexer/sources/article_notes.h"

#include <map>
#include <mutex>
#include <set>
#include <string>
#include <string_view>

namespace indexer {

namespace {

using archive::Article;
using archive::SpooledArticle;

/// One that its dictionary has flagged.
struct Flagged {
    SpooledArticle* entry = nullptr;
    Article article;
    UnknownWords unknown;
};

/// Which sources of clean articles use each of some words.
class WordsElsewhere {
public:
    explicit WordsElsewhere(const std::vector<Flagged>& flagged) {
        for (const auto& each : flagged) {
            for (const auto& word : each.unknown.words) sources_.try_emplace(word);
        }
    }

    /// Any thread.
    void read(const Article& article) {
        if (article.quality.altered) return;
        std::set<std::string> met;
        archive::for_each_word(archive::body_text(article), [&](const archive::Word& word) {
            if (sources_.contains(word.text)) met.emplace(word.text);
        });
        if (met.empty()) return;
        const std::scoped_lock lock(mutex_);
        for (const auto& word : met) add(word, source_key(article));
    }

    void look_into(const archive::Snapshot& last) {
        constexpr std::size_t most_articles = 16;  // of a word: enough to meet another source
        for (std::size_t at = 0; at < last.size(); ++at) {
            const auto& segment = last.segment(at);
            archive::guarded(segment.folder(), [&] {
                const auto postings = segment.open_postings();
                for (const auto& [word, sources] : sources_) {
                    std::size_t seen = 0;
                    for (auto posting = postings.postlist_begin(word);
                         posting != postings.postlist_end(word) && seen < most_articles;
                         ++posting, ++seen) {
                        if (!archive::has_bit(last.live(at), *posting)) continue;
                        const auto article = segment.article(*posting);
                        if (!article.quality.altered) add(word, source_key(article));
                    }
                }
            });
        }
    }

    bool known(std::string_view word, const std::string& but_for) const {
        const auto found = sources_.find(word);
        if (found == sources_.end()) return false;
        const auto own = found->second.contains(but_for) ? 1U : 0U;
        return found->second.size() > own;
    }

private:
    void add(const std::string& word, std::string source) {
        constexpr std::size_t enough = 2;  // one of them is another than any given
        auto& sources = sources_.find(word)->second;
        if (sources.size() < enough) sources.insert(std::move(source));
    }

    std::map<std::string, std::set<std::string>, std::less<>> sources_;
    std::mutex mutex_;
};

}  // namespace

void judge_altered(std::vector<SpooledArticle>& articles, archive::Spool& spool,
                   const archive::Snapshot* last, unsigned jobs) {
    const auto article_of = [&](const SpooledArticle& entry) {
        return archive::decode_article(archive::unpacked(spool.packed(entry)));
    };
    std::vector<Flagged> flagged;
    for (auto& entry : articles) {
        if (!entry.altered) continue;
        Flagged each{&entry, article_of(entry), {}};
        each.unknown = unknown_words(each.article);
        flagged.push_back(std::move(each));
    }
    if (flagged.empty()) return;
    WordsElsewhere elsewhere(flagged);
    in_parallel(articles.size(), jobs,
                [&](std::size_t at) { elsewhere.read(article_of(articles[at])); });
    if (last != nullptr) elsewhere.look_into(*last);
    for (auto& each : flagged) {
        const auto own = source_key(each.article);
        const bool altered = is_altered(
            each.unknown, [&](std::string_view word) { return elsewhere.known(word, own); });
        if (altered) continue;
        each.article.quality.altered = false;
        spool.replace(*each.entry, each.article);
    }
}

}  // namespace indexer
