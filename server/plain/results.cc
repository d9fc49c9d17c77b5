// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/plain/results.h"

#include "archive/base/limits.h"
#include "server/calendar_words.h"
#include "server/plain/filters.h"
#include "server/plain/help.h"
#include "server/plain/notices.h"
#include "server/plain/parts.h"
#include "server/plain/receipt.h"
#include "server/plain/row.h"
#include "server/plain/ways_on.h"
#include "server/plain/words.h"

#include <algorithm>
#include <array>

namespace server {

using archive::SearchResult;

namespace {

struct ExportLink {
    std::string_view format;
    std::string_view name;
};
constexpr std::array exports{
    ExportLink{"csv", "CSV"}, ExportLink{"jsonl", "JSONL"},      ExportLink{"bibtex", "BibTeX"},
    ExportLink{"ris", "RIS"}, ExportLink{"csljson", "CSL-JSON"},
};

Html lede(const archive::StatusReport& about) {
    std::string span;
    if (about.earliest != 0) {
        using enum archive::Precision;
        span = "From " + day_in_words(about.earliest, day) + " to "
               + day_in_words(about.latest, day) + ". ";
    }
    return element("section", {{"class", "lede"}},
                   element("h1", {}, words::holds(about.counts.articles, about.sources)),
                   element("p", {}, span + words::date_mix(about.certainty)));
}

Html count(const Listed& listed) {
    const auto& total = listed.result.total;
    if (!listed.request.fold)
        return element("h2", {{"class", "count"}},
                       element("b", {}, words::articles(total.articles)));
    return element("h2", {{"class", "count"}}, element("b", {}, words::stories(total.stories)), " ",
                   element("span", {}, words::from_articles, " ", words::articles(total.articles)));
}

/// How many articles the days leave out for want of a date, with a link that brings them in; where
/// no days are asked for, one that shows them alone.
Html undated(const Listed& listed) {
    const auto& histogram = listed.result.histogram;
    const auto articles =
        std::max(histogram ? histogram->undated.articles : 0, listed.result.outside_undated);
    if (articles == 0 || listed.request.undated != archive::Undated::exclude) return {};
    const auto other =
        listed.address.restarted().with("undated", listed.limited_to_days() ? "include" : "only");
    return element("a", {{"class", "undated"}, {"href", list_page(other)}}, words::no_date, " ",
                   element("b", {}, words::number(articles)));
}

Html export_links(const SearchAddress& address) {
    const auto all = address.restarted();
    auto links = Html(words::export_as) + ":";
    for (const auto& [format, name] : exports) {
        auto parameters = all.parameters();
        parameters.push_back({"format", std::string(format)});
        links += " " + link(address_of("/api/v1/export", parameters), name);
    }
    links += " " + link(all.without("sort").at("/feed.atom"), words::feed);
    return element("p", {{"class", "export"}}, links);
}

/// Export and filters only where there is something to keep or to narrow.
Html bar_line(const Listed& listed) {
    const bool found = listed.result.total.articles != 0;
    const auto filters =
        element("a", {{"class", "btn filters-btn"}, {"href", "#filters"}}, words::filters);
    return element("div", {{"class", "bar-line"}}, count(listed), undated(listed), " ",
                   found ? filters + export_links(listed.address) : Html());
}

Html furniture_line(const Listed& listed) {
    const auto articles = listed.result.outside_furniture;
    if (articles == 0) return {};
    const auto text = words::only_in_furniture(articles);
    const auto q = furniture_query(listed.request, listed.result);
    if (!q) return element("p", {{"class", "aside-line"}}, text);
    return element("p", {{"class", "aside-line"}},
                   link(list_page(listed.address.restarted().with("q", *q)), text));
}

Html rows(const Listed& listed) {
    const auto& request = listed.request;
    Html list;
    std::size_t place = request.offset;
    for (const auto& row : listed.result.rows)
        list += element("li", {}, result_row(row, listed.address, place++));
    const bool numbered = request.cursor.empty() && request.offset != 0;
    return element(
        "ol",
        {{"class", "hits"},
         {"start", numbered ? std::optional(std::to_string(request.offset + 1)) : std::nullopt}},
        list);
}

/// Earlier and later pages. An offset has a wall, a cursor has none, but no way back.
Html pager(const Listed& listed) {
    const auto& request = listed.request;
    const auto& next = listed.result.next_cursor;
    if (request.limit == 0 || (next.empty() && request.offset == 0 && request.cursor.empty()))
        return {};
    Html links;
    if (request.offset != 0) {
        const auto before = request.offset > request.limit ? request.offset - request.limit : 0;
        const auto earlier =
            listed.address.without("cursor").with("offset", std::to_string(before));
        links += element("a", {{"class", "btn"}, {"rel", "prev"}, {"href", list_page(earlier)}},
                         words::previous);
    }
    if (request.cursor.empty()) {
        const auto pages = (listed.rows() + request.limit - 1) / request.limit;
        links +=
            " " + element("span", {}, words::page_of(request.offset / request.limit + 1, pages));
    }
    if (!next.empty()) {
        const auto after = std::uint64_t{request.offset} + request.limit;
        const bool by_offset = request.cursor.empty() && after <= archive::limits::page_offset;
        const auto later = by_offset ? listed.address.with("offset", std::to_string(after))
                                     : listed.address.restarted().with("cursor", next);
        links += " "
                 + element("a", {{"class", "btn"}, {"rel", "next"}, {"href", list_page(later)}},
                           words::next);
    }
    return element("nav", {{"class", "pager"}, {"aria-label", words::pages}}, links);
}

}  // namespace

Html results(const Listed& listed, const std::optional<archive::StatusReport>& about) {
    if (about && about->counts.articles == 0) return empty_archive();
    const auto& result = listed.result;
    const auto& q = listed.request.q;
    const bool found = result.total.articles != 0;
    const auto heading =
        q.empty() ? std::string(words::all_articles) : std::string(words::results_for) + q;
    auto list = found ? rows(listed) : ways_on(listed);
    return (about ? lede(*about) : Html())
           + element(
               "div", {{"class", "results"}},
               element("div", {{"class", "main"}},
                       about ? Html() : element("h1", {{"class", "vh"}}, heading), repairs(result),
                       receipt(listed), bar_line(listed), list, furniture_line(listed),
                       pager(listed), found ? over_time(listed) : Html(), about ? help() : Html()),
               found ? filters(listed) : Html());
}

}  // namespace server
