// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/capitals_check.h"

#include "archive/index/schema.h"
#include "archive/index/tokens.h"
#include "archive/index/xapian_guard.h"
#include "archive/search/mark_patterns.h"

#include <algorithm>
#include <utility>

namespace archive {

namespace {

/// Each quotation as a zone by itself, all of it quoted, so that the rest need not be cut into
/// words.
std::vector<IndexedZone> quotations_as_zones(Article& article) {
    std::vector<IndexedZone> zones;
    std::vector<Quote> quotes;
    for (auto& quote : article.quotes) {
        if (quote.zone >= article.zones.size()) continue;
        const auto& zone = article.zones[quote.zone];
        if (quote.begin > quote.end || quote.end > zone.text.size()) continue;
        const auto text = std::string_view(zone.text).substr(quote.begin, quote.end - quote.begin);
        zones.push_back({zone.kind, text, 1, static_cast<int>(zones.size())});
        quote.zone = static_cast<std::uint32_t>(quotes.size());
        quote.begin = 0;
        quote.end = static_cast<std::uint32_t>(text.size());
        quotes.push_back(std::move(quote));
    }
    article.quotes = std::move(quotes);
    return zones;
}

}  // namespace

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
    const auto& word = pattern_->nodes.front();
    counts_ = !pattern_->quoted && pattern_->nodes.size() == 1 && words_.size() == 1
              && word.words.length == 1 && word.words.zones == zones_of(Where::text);
}

/// How often the article has the word in capitals, page furniture apart.
Xapian::termcount CapitalsCheck::capitals_of(Word& word, Docid docid) const {
    return guarded(segment_.folder(), [&]() -> Xapian::termcount {
        if (word.capitals == word.end) return 0;
        word.capitals.skip_to(docid);
        return word.capitals == word.end || *word.capitals != docid ? 0 : word.capitals.get_wdf();
    });
}

bool CapitalsCheck::are_all_capitals(Word& word, Docid docid) const {
    const auto capitals = capitals_of(word, docid);
    Xapian::termcount all = 0;
    TokenWalk walk(segment_.tokens(docid));
    for (Token token; walk.next(token);)
        all += token.word == word.number && token.zone != ZoneKind::furniture ? 1U : 0U;
    return all == capitals;
}

bool CapitalsCheck::holds_by_text(Docid docid) const {
    auto article = segment_.article(docid);
    const bool only_quotations = pattern_->quoted && !pattern_->asks_for_lead();
    const auto zones = only_quotations ? quotations_as_zones(article) : indexed_zones(article);
    MarkPatterns patterns;
    patterns.add(pattern_);
    patterns.add_names(article);
    patterns.add_quotes(article);
    patterns.read(zones, article.language);
    return patterns.met().front();
}

bool CapitalsCheck::holds(Docid docid) {
    if (counts_) return capitals_of(words_.front(), docid) >= pattern_->times;
    return std::all_of(words_.begin(), words_.end(),
                       [&](Word& word) { return are_all_capitals(word, docid); })
           || holds_by_text(docid);
}

}  // namespace archive
