// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/telling_terms.h"

#include "archive/base/limits.h"
#include "archive/base/text.h"
#include "archive/index/indexed_text.h"
#include "archive/index/stemmer.h"
#include "archive/index/tokens.h"
#include "archive/search/question_matches.h"
#include "archive/search/ranking.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <unordered_map>

namespace archive {

namespace {

constexpr std::uint64_t few_articles = 20;

/// A word and the articles that have it, of those read.
struct Counted {
    std::uint32_t articles = 0;
    Location first;  ///< one of them
};

bool is_of_the_text(ZoneKind kind) {
    switch (kind) {
        case ZoneKind::headline:
        case ZoneKind::standfirst:
        case ZoneKind::body:
        case ZoneKind::caption: return true;
        case ZoneKind::header:
        case ZoneKind::byline:
        case ZoneKind::dateline:
        case ZoneKind::credit:
        case ZoneKind::furniture: break;
    }
    return false;
}

/// Whether a word is of a script without blanks, of which every character is a word and every two
/// are joined.
bool is_of_characters(std::string_view word) {
    constexpr char32_t first_cjk = 0x2E80;
    std::size_t at = 0;
    return !word.empty() && next_code_point(word, at) >= first_cjk;
}

/// Whether a word says anything by itself: no numbers, no letters that stand alone.
bool is_telling(std::string_view word) {
    if (is_of_characters(word)) return code_points(word) > 1;
    constexpr std::size_t shortest = 3;
    const bool letters = std::any_of(word.begin(), word.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
    });
    return letters && word.size() >= shortest;
}

/// Counts the words of articles by the numbers they have in their segments.
class WordsRead {
public:
    explicit WordsRead(const Snapshot& snapshot)
        : snapshot_(snapshot), by_segment_(snapshot.size()) {}

    void read(const Location& at) {
        words_.clear();
        const auto& lexicon = snapshot_.segment(at.segment).lexicon;
        TokenWalk walk(snapshot_.segment(at.segment).tokens(at.docid));
        for (Token token; walk.next(token);) {
            if (token.word >= lexicon.size()) break;  // damaged tokens
            if (!is_of_the_text(token.zone)) continue;
            if (token.span == 1 || is_of_characters(lexicon[token.word]))
                words_.push_back(token.word);
        }
        std::sort(words_.begin(), words_.end());
        words_.erase(std::unique(words_.begin(), words_.end()), words_.end());
        for (const auto word : words_) {
            auto& counted = by_segment_[at.segment][word];
            if (counted.articles++ == 0) counted.first = at;
        }
    }

    /// By their text, those that at least `floor` articles have.
    std::map<std::string_view, Counted> counted(std::uint32_t floor) const {
        std::unordered_map<std::string_view, Counted> all;
        for (std::size_t at = 0; at < by_segment_.size(); ++at) {
            for (const auto& [number, here] : by_segment_[at]) {
                auto& counted = all[snapshot_.segment(at).lexicon[number]];
                if (counted.articles == 0) counted.first = here.first;
                counted.articles += here.articles;
            }
        }
        std::map<std::string_view, Counted> kept;
        for (const auto& [word, counted] : all) {
            if (counted.articles >= floor && is_telling(word)) kept.emplace(word, counted);
        }
        return kept;
    }

private:
    const Snapshot& snapshot_;
    std::vector<std::unordered_map<std::uint32_t, Counted>> by_segment_;
    std::vector<std::uint32_t> words_;  ///< of one article
};

/// How surprising it is that `here` of `read` articles have a word of which `elsewhere` of `others`
/// do; 0 when it is not more than elsewhere.
double likelihood(double here, double read, double elsewhere, double others) {
    if (others <= 0 || here / read <= elsewhere / others) return 0;
    const auto share = (here + elsewhere) / (read + others);
    const auto part = [share](double found, double of) {
        return found > 0 ? found * std::log(found / (of * share)) : 0.0;
    };
    return 2 * (part(here, read) + part(elsewhere, others));
}

/// The words that a query looks for.
class WantedWords {
public:
    WantedWords(const CompiledQuery& query, const std::vector<std::string>& languages)
        : languages_(languages) {
        for (const auto& pattern : query.marks) {
            for (const auto& edge : pattern->edges) {
                words_.insert(edge.words.begin(), edge.words.end());
                stems_.insert(edge.stems.begin(), edge.stems.end());
            }
        }
    }
    bool holds(std::string_view word) const {
        if (words_.count(word) > 0) return true;
        return std::any_of(languages_.begin(), languages_.end(), [&](const std::string& language) {
            return stems_.count(stem_in(language, word)) > 0;
        });
    }

private:
    const std::vector<std::string>& languages_;
    std::set<std::string, std::less<>> words_, stems_;
};

/// How the article of each term writes it: the form it uses most.
void write_labels(const Snapshot& snapshot, std::vector<TellingTerm>& terms,
                  const std::vector<Location>& articles) {
    std::map<std::pair<std::size_t, Docid>, std::vector<std::size_t>> by_article;
    for (std::size_t i = 0; i < terms.size(); ++i)
        by_article[{articles[i].segment, articles[i].docid}].push_back(i);
    for (const auto& [at, wanted] : by_article) {
        std::map<std::string, std::map<std::string, int>, std::less<>> forms;
        for (const auto i : wanted) forms.emplace(terms[i].term, std::map<std::string, int>());
        const auto article = snapshot.segment(at.first).article(at.second);
        const auto zones = indexed_zones(article);
        for_each_token(zones, [&](const PlacedToken& token) {
            if (token.kind != TokenKind::word && token.kind != TokenKind::joined) return;
            const auto found = forms.find(token.text);
            if (found == forms.end()) return;
            ++found->second[std::string(
                zones[token.zone].text.substr(token.begin, token.end - token.begin))];
        });
        for (const auto i : wanted) {
            const auto& written = forms.find(terms[i].term)->second;
            const auto most = std::max_element(
                written.begin(), written.end(),
                [](const auto& left, const auto& right) { return left.second < right.second; });
            terms[i].label = most == written.end() ? terms[i].term : most->first;
        }
    }
}

/// A word with what it scores, and an article that has it.
struct ScoredTerm {
    TellingTerm term;
    Location article;
};

/// The words that are over-represented in so many articles `read`, the most telling first.
std::vector<ScoredTerm> scored_terms(OpenPostings& postings, const WordsRead& words,
                                     std::uint64_t read, DeadlineWatch& watch) {
    std::vector<ScoredTerm> scored;
    const auto here = static_cast<double>(read);
    const auto others = static_cast<double>(postings.snapshot.articles()) - here;
    for (const auto& [word, counted] : words.counted(read < few_articles ? 2 : 3)) {
        constexpr std::uint32_t work_of_a_word = 64;
        watch.tick(work_of_a_word);
        TellingTerm term{std::string(word), {}, counted.articles, 0, 0};
        term.archive = documents_with(postings, term.term);
        const auto elsewhere = term.archive > term.articles ? term.archive - term.articles : 0;
        term.score = likelihood(static_cast<double>(term.articles), here,
                                static_cast<double>(elsewhere), others);
        if (term.score > 0) scored.push_back({std::move(term), counted.first});
    }
    std::stable_sort(scored.begin(), scored.end(),
                     [](const ScoredTerm& left, const ScoredTerm& right) {
                         return left.term.score > right.term.score;
                     });
    return scored;
}

}  // namespace

Result<TellingTerms> telling_terms(const ArchiveFacts& facts, OpenPostings& postings,
                                   const SearchRequest& request, DeadlineWatch& watch) {
    auto search = request;
    search.cursor.clear();
    const auto question = question_of(search, facts, postings, watch);
    if (!question) return question.error();
    const auto& snapshot = facts.snapshot();
    TellingTerms result;
    Ranking ranking(snapshot, Rows::stories, question->sort, limits::telling_articles,
                    std::nullopt);
    match_stories(postings, *question, watch, [&](std::span<const StoryMatch> versions) {
        result.total.articles += versions.size();
        ++result.total.stories;
        ranking.offer(versions);
    });
    result.receipt = receipt_of(*question, search.q);

    WordsRead words(snapshot);
    for (const auto& match : std::move(ranking).best()) {
        constexpr std::uint32_t work_of_an_article = 256;
        watch.tick(work_of_an_article);
        words.read(match.location);
        ++result.read;
    }
    result.partial = result.read < result.total.stories;

    const auto scored = scored_terms(postings, words, result.read, watch);
    const WantedWords wanted(question->words, facts.languages());
    std::vector<Location> articles;
    for (const auto& [term, article] : scored) {
        if (result.terms.size() == search.limit) break;
        if (wanted.holds(term.term)) continue;
        result.terms.push_back(term);
        articles.push_back(article);
    }
    write_labels(snapshot, result.terms, articles);
    return result;
}

}  // namespace archive
