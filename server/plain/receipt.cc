// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/plain/receipt.h"

#include "server/calendar_words.h"
#include "server/plain/words.h"

#include <array>

namespace server {

using archive::ClauseResult;

namespace {

/// One part of the search.
struct Part {
    std::string kind;
    std::string text;
    SearchAddress without;
    std::optional<std::uint64_t> articles = {};
};

/// A phrase in quotation marks; the label of one that is excluded begins with a minus.
std::string clause_text(const archive::Clause& clause) {
    if (clause.kind != "phrase") return clause.label;
    const bool excluded = clause.label.starts_with('-');
    return (excluded ? "-“" : "“") + clause.label.substr(excluded ? 1 : 0) + "”";
}

std::string written_day(const archive::WrittenSpan& written) {
    return day_in_words(written.span.first, written.precision);
}

std::string days_text(const archive::SearchRequest& request) {
    if (request.from && request.to)
        return written_day(*request.from) + " – " + written_day(*request.to);
    if (request.from) return std::string(words::since) + written_day(*request.from);
    return std::string(words::until) + written_day(*request.to);
}

void add_dates(const Listed& listed, const SearchAddress& all, std::vector<Part>& parts) {
    const auto date = words::kind("date");
    if (listed.request.from || listed.request.to) {
        parts.push_back({date, days_text(listed.request),
                         all.without("from").without("to").without("undated")});
    }
    if (listed.request.date_basis != archive::DateBasis::published) {
        parts.push_back(
            {words::kind("date_basis"), all.value("date_basis"), all.without("date_basis")});
    }
    using enum archive::Undated;
    if (listed.request.undated != exclude) {
        const bool only = listed.request.undated == archive::Undated::only;
        parts.push_back({date, std::string(only ? words::only_undated : words::plus_undated),
                         all.without("undated")});
    }
}

std::vector<Part> parts_of(const Listed& listed) {
    const auto all = listed.address.restarted();
    std::vector<Part> parts;
    for (const auto& [clause, articles] : listed.result.receipt.clauses) {
        parts.push_back({words::kind(clause.kind), clause_text(clause),
                         all.with("q", clause.without), articles});
    }
    add_dates(listed, all, parts);
    for (const auto* name : {"story", "event"}) {
        if (const auto id = all.value(name); !id.empty())
            parts.push_back({words::kind(name), id, all.without(name)});
    }
    for (const auto& filter : listed.request.filters) {
        const auto kind = words::kind(filter.field);
        parts.push_back({filter.excluded ? std::string(words::without_kind) + kind : kind,
                         filter_name(listed, filter.field, filter.value),
                         all.without((filter.excluded ? "-" : "") + filter.field, filter.value)});
    }
    return parts;
}

Html chip(const Part& part) {
    auto name = std::string(words::remove) + part.kind + ' ' + part.text;
    Html count;
    if (part.articles) {
        name += ", " + words::articles(*part.articles);
        count = " " + element("span", {{"class", "hits"}}, words::number(*part.articles));
    }
    return element(
        "li", {},
        element("a", {{"class", "chip"}, {"href", list_page(part.without)}, {"aria-label", name}},
                element("span", {{"class", "kind"}}, part.kind), " ", element("bdi", {}, part.text),
                count, " ", element("span", {{"class", "x"}, {"aria-hidden", "true"}}, "×")));
}

}  // namespace

Html receipt(const Listed& listed) {
    const auto parts = parts_of(listed);
    if (parts.empty()) return {};
    Html chips;
    for (const auto& part : parts) chips += chip(part);
    return element("div", {{"class", "chips"}},
                   element("span", {{"id", "chips-h"}, {"class", "lead"}}, words::understood), "\n",
                   element("ul", {{"aria-labelledby", "chips-h"}}, chips),
                   parts.size() > 1 ? link("/plain/search", words::clear) : Html());
}

Html repairs(const archive::SearchResult& result) {
    Html notes;
    for (const auto& warning : result.receipt.warnings)
        notes += element("p", {{"class", "note"}}, words::as_sentence(warning.detail));
    return notes;
}

}  // namespace server
