// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/plain/filters.h"

#include "archive/base/limits.h"
#include "server/calendar_words.h"
#include "server/plain/parts.h"
#include "server/plain/words.h"

#include <chrono>

namespace server {

using archive::BinUnit;
using archive::DayNumber;
using archive::Precision;

namespace {

Html value_row(const Listed& listed, std::string_view field, const archive::FacetValue& value) {
    const auto& address = listed.address;
    const bool chosen = address.holds(field, value.value);
    const auto other =
        (chosen ? address.without(field, value.value) : address.also(field, value.value))
            .restarted();
    const auto name = value_name(field, value);
    const auto& counts = value.counts;
    const auto count = (listed.request.fold ? words::number(counts.stories) + " · " : std::string())
                       + words::number(counts.articles);
    return element(
        "li", {{"class", "frow"}},
        element("a",
                {{"class", "fname"},
                 {"href", list_page(other)},
                 {"aria-label", name + ", " + words::both(counts)},
                 {"aria-current", chosen ? std::optional<std::string>("true") : std::nullopt}},
                element("bdi", {}, name), chosen ? " ×" : ""),
        " ", element("span", {{"class", "n"}, {"aria-hidden", "true"}}, count));
}

Html group(const Listed& listed, const archive::FacetResult& facet) {
    const auto field = archive::name(facet.kind);
    Html rows;
    for (const auto& value : facet.values) rows += value_row(listed, field, value);
    return element("fieldset", {{"class", "facet"}}, element("legend", {}, words::facet(field)),
                   element("ul", {}, rows));
}

/// The last day of the period that begins on `start`.
DayNumber last_day(DayNumber start, BinUnit unit) {
    using namespace std::chrono;
    const year_month_day day(archive::day_of(start));
    switch (unit) {
        case BinUnit::year: return archive::day_number(sys_days(day.year() / December / 31));
        case BinUnit::month: return archive::day_number(sys_days(day.year() / day.month() / last));
        case BinUnit::week: return start + 6;
        case BinUnit::none:
        case BinUnit::automatic:
        case BinUnit::day: break;
    }
    return start;
}

Precision precision_of(BinUnit unit) {
    if (unit == BinUnit::year) return Precision::year;
    return unit == BinUnit::month ? Precision::month : Precision::day;
}

Html period_row(const Listed& listed, const archive::HistogramBin& bin, BinUnit unit) {
    const auto period = listed.address.restarted()
                            .with("from", archive::iso_day(bin.start))
                            .with("to", archive::iso_day(last_day(bin.start, unit)));
    const auto cell = [](std::uint64_t count) { return element("td", {}, words::number(count)); };
    return element("tr", {},
                   element("th", {{"scope", "row"}},
                           link(list_page(period), day_in_words(bin.start, precision_of(unit)))),
                   cell(bin.counts.articles - bin.inferred), cell(bin.inferred),
                   cell(bin.counts.stories), cell(bin.archive));
}

}  // namespace

Html filters(const Listed& listed) {
    Html groups;
    bool cut = false;
    for (const auto& facet : listed.result.facets) {
        if (facet.values.empty()) continue;
        groups += group(listed, facet);
        cut = cut || facet.values.size() >= listed.request.facet_limit;
    }
    if (groups.empty()) return {};
    const auto most = std::to_string(archive::limits::facet_rows);
    const auto longer = listed.address.with("facet_limit", most);
    const bool can_be_longer = cut && listed.request.facet_limit < archive::limits::facet_rows;
    return element("aside", {{"class", "rail"}, {"id", "filters"}, {"aria-label", words::filters}},
                   element("p", {{"class", "facet-head"}, {"aria-hidden", "true"}},
                           listed.request.fold ? words::both_counts : words::articles_alone),
                   groups,
                   can_be_longer
                       ? element("p", {}, link(list_page(longer) + "#filters", words::longer_lists))
                       : Html());
}

Html over_time(const Listed& listed) {
    const auto& histogram = listed.result.histogram;
    if (!histogram || histogram->bins.empty()) return {};
    Html heads, rows;
    for (const auto head : {words::period(histogram->unit), words::stated_head,
                            words::inferred_head, words::stories_head, words::archive_head})
        heads += element("th", {{"scope", "col"}}, head);
    for (const auto& bin : histogram->bins) {
        if (bin.counts.articles != 0) rows += period_row(listed, bin, histogram->unit);
    }
    const auto table = element("table", {}, element("thead", {}, element("tr", {}, heads)),
                               element("tbody", {}, rows));
    return element(
        "details", {{"class", "tl-table over-time"}}, element("summary", {}, words::as_a_table),
        element("section",
                {{"class", "scroll"}, {"tabindex", "0"}, {"aria-label", words::table_name}},
                table));
}

}  // namespace server
