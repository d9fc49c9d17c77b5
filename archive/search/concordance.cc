// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/concordance.h"

#include "archive/base/limits.h"
#include "archive/search/concordance_lines.h"
#include "archive/search/question_matches.h"
#include "archive/search/ranking.h"
#include "archive/search/rows.h"

#include <algorithm>
#include <charconv>
#include <numeric>

namespace archive {

namespace {

/// Where a page begins. By date: so many lines of the article after `after`, or of the first one;
/// else so many of all.
struct LinePlace {
    std::uint64_t lines = 0;
    std::optional<RowKey> after;
};

constexpr std::string_view order_letters = "lrd";

/// "d7." and the cursor of the article before, if there is one; "l40." and that of no article.
std::string written_place(const LinePlace& place, LineOrder order, const Question& question) {
    std::string cursor(1, order_letters[static_cast<std::size_t>(order)]);
    cursor += std::to_string(place.lines) + '.';
    if (place.after) cursor += written_cursor(*place.after, question.sort, question.digest);
    return cursor;
}

std::optional<LinePlace> read_place(std::string_view cursor, LineOrder order,
                                    const Question& question) {
    if (!cursor.starts_with(order_letters[static_cast<std::size_t>(order)])) return std::nullopt;
    cursor.remove_prefix(1);
    LinePlace place;
    const auto* const end = cursor.data() + cursor.size();
    const auto read = std::from_chars(cursor.data(), end, place.lines);
    if (read.ec != std::errc() || read.ptr == end || *read.ptr != '.') return std::nullopt;
    cursor.remove_prefix(static_cast<std::size_t>(read.ptr - cursor.data()) + 1);
    if (cursor.empty()) return order == LineOrder::date ? std::optional(place) : std::nullopt;
    place.after = read_cursor(cursor, question.sort, question.digest);
    return place.after ? std::optional(place) : std::nullopt;
}

/// The key that a cursor of sorted lines holds: it says of which question they are, no more.
RowKey no_article() {
    return {0, 0, "0000000000000000"};
}

/// A concordance while it is made.
class Lines {
public:
    Lines(const Snapshot& snapshot, const Question& question, const ConcordanceRequest& request,
          DeadlineWatch& watch)
        : snapshot_(snapshot),
          question_(question),
          request_(request),
          watch_(watch),
          marks_(question.words) {}

    bool has_hits() const { return question_.words.marks_something(); }

    /// Reads articles in their order until the page is full. `more` says that these are not all.
    void by_date(const std::vector<RankedMatch>& matches, bool more, LinePlace place,
                 Concordance& result) {
        auto skip = place.lines + request_.common.offset;
        auto before = place.after;
        for (const auto& match : matches) {
            const auto hits = read(match.location);
            for (std::size_t i = 0; i < hits.size(); ++i) {
                if (skip > 0) {
                    --skip;
                } else if (result.lines.size() < request_.common.limit) {
                    result.lines.push_back(line(match.location, hits[i]));
                } else {
                    result.next_cursor = written_place({i, before}, LineOrder::date, question_);
                    return;
                }
            }
            before = key_of(snapshot_, match);
        }
        if (more) result.next_cursor = written_place({skip, before}, LineOrder::date, question_);
    }

    /// Reads the matches, as far as there is room for their lines, and sorts those.
    void by_words(const std::vector<RankedMatch>& matches, bool more, const LinePlace& place,
                  Concordance& result) {
        std::vector<Sorted> sorted;
        for (const auto& match : matches) {
            if (sorted.size() >= limits::concordance_lines) {
                more = true;
                break;
            }
            for (auto& hit : read(match.location)) {
                auto key = request_.order == LineOrder::left ? key_of_left(hit.left)
                                                             : key_of_right(hit.right);
                sorted.push_back({std::move(key), match.location, std::move(hit)});
            }
        }
        std::stable_sort(sorted.begin(), sorted.end(), [](const Sorted& left, const Sorted& right) {
            return left.key < right.key;
        });
        result.partial = more;
        const auto begin = place.lines + request_.common.offset;
        const auto end = std::min<std::uint64_t>(sorted.size(), begin + request_.common.limit);
        for (auto i = begin; i < end; ++i)
            result.lines.push_back(line(sorted[i].location, sorted[i].hit));
        if (begin < end && end < sorted.size())
            result.next_cursor = written_place({end, no_article()}, request_.order, question_);
    }

private:
    struct Sorted {
        std::string key;
        Location location;
        HitInContext hit;
    };

    std::vector<HitInContext> read(const Location& at) {
        constexpr std::uint32_t work_of_an_article = 4096;
        watch_.tick(work_of_an_article);
        return hits_in_context(snapshot_.segment(at.segment).article(at.docid), marks_,
                               request_.width);
    }

    ConcordanceLine line(const Location& at, const HitInContext& hit) const {
        return {bare_row(snapshot_, at), hit.zone, hit.left, hit.hit, hit.right};
    }

    const Snapshot& snapshot_;
    const Question& question_;
    const ConcordanceRequest& request_;
    DeadlineWatch& watch_;
    MarkFinder marks_;
};

/// The search whose matches are read.
SearchRequest search_of(const ConcordanceRequest& request) {
    auto search = request.common;
    search.cursor.clear();
    if (request.order == LineOrder::date && search.sort != Sort::oldest) search.sort = Sort::newest;
    return search;
}

Error bad_cursor(const std::string& cursor) {
    return {ErrorCode::parameter_bad_value,
            "the cursor belongs to another search, or is none",
            {},
            Place{"cursor", 0, 0, cursor, {}}};
}

}  // namespace

Result<Concordance> concordance(const ArchiveFacts& facts, OpenPostings& postings,
                                const ConcordanceRequest& request, DeadlineWatch& watch) {
    const auto search = search_of(request);
    const auto question = question_of(search, facts, postings, watch);
    if (!question) return question.error();
    LinePlace place;
    if (!request.common.cursor.empty()) {
        const auto read = read_place(request.common.cursor, request.order, *question);
        if (!read) return bad_cursor(request.common.cursor);
        place = *read;
    }
    const bool by_date = request.order == LineOrder::date;
    Lines lines(facts.snapshot(), *question, request, watch);
    Ranking ranking(facts.snapshot(), search.fold ? Rows::stories : Rows::articles, question->sort,
                    lines.has_hits() ? limits::concordance_articles : 0,
                    by_date ? place.after : std::nullopt);
    Concordance result;
    match_stories(postings, *question, watch, [&](std::span<const StoryMatch> versions) {
        result.total.articles += versions.size();
        ++result.total.stories;
        ranking.offer(versions);
    });
    result.receipt = receipt_of(*question, search.q);
    if (search.limit == 0) return result;
    const auto candidates = ranking.candidates();
    const auto matches = std::move(ranking).best();
    const bool more = candidates > matches.size();
    if (by_date)
        lines.by_date(matches, more, place, result);
    else
        lines.by_words(matches, more, place, result);
    return result;
}

}  // namespace archive
