// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/capitals_check.h"

#include "archive/index/schema.h"
#include "archive/index/tokens.h"
#include "archive/index/xapian_guard.h"
#include "archive/search/mark_patterns.h"

#include <algorithm>
#include <utility>

namespace archive {

CapitalsCheck::CapitalsCheck(const Segment& segment, std::shared_ptr<const PlacePattern> pattern)
    : segment_(segment), pattern_(std::move(pattern)) {
    guarded(segment.folder(), [&] {
        postings_ = segment.open_postings();
        for (const auto& node : pattern_->nodes) {
            for (const auto& edge : node.words.edges) {
                if (!edge.capitals || edge.words.empty()) continue;
                const auto number = segment.lexicon.number(edge.words.front());
                if (!number) continue;
                const auto term = std::string(schema::prefix::capitals) + edge.words.front();
                words_.push_back(
                    {*number, postings_.postlist_begin(term), postings_.postlist_end(term)});
            }
        }
    });
}

bool CapitalsCheck::are_all_capitals(Word& word, Docid docid) const {
    const auto capitals = guarded(segment_.folder(), [&]() -> Xapian::termcount {
        if (word.capitals == word.end) return 0;
        word.capitals.skip_to(docid);
        return word.capitals == word.end || *word.capitals != docid ? 0 : word.capitals.get_wdf();
    });
    Xapian::termcount all = 0;
    TokenWalk walk(segment_.tokens(docid));
    for (Token token; walk.next(token);)
        all += token.word == word.number && token.zone != ZoneKind::furniture ? 1U : 0U;
    return all == capitals;
}

bool CapitalsCheck::holds_by_text(Docid docid) const {
    const auto article = segment_.article(docid);
    MarkPatterns patterns;
    patterns.add(pattern_);
    patterns.add_names(article);
    patterns.add_quotes(article);
    patterns.read(indexed_zones(article), article.language);
    return patterns.met().front();
}

bool CapitalsCheck::holds(Docid docid) {
    return std::all_of(words_.begin(), words_.end(),
                       [&](Word& word) { return are_all_capitals(word, docid); })
           || holds_by_text(docid);
}

}  // namespace archive
