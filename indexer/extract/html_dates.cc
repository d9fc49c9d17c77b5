// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/html_dates.h"

#include "archive/base/text.h"
#include "indexer/analysis/dates.h"
#include "indexer/analysis/day_order.h"
#include "indexer/analysis/url_dates.h"
#include "indexer/extract/page_dates.h"
#include "indexer/extract/page_places.h"
#include "indexer/extract/printed_days.h"
#include "indexer/extract/script_dates.h"

#include <array>

namespace indexer {

namespace {

using archive::Basis;
using MaybeDate = std::optional<archive::Date>;

constexpr int first_web_year = 1990;

/// Meta names of the publication, the surest first.
constexpr std::array<std::string_view, 58> published_names{"article:published_time",
                                                           "og:published_time",
                                                           "datepublished",
                                                           "article:published",
                                                           "published_time",
                                                           "parsely-pub-date",
                                                           "sailthru.date",
                                                           "cxenseparse:recs:publishtime",
                                                           "cxenseparse:publishtime",
                                                           "dc.date.issued",
                                                           "dcterms.issued",
                                                           "citation_publication_date",
                                                           "citation_date",
                                                           "citation_online_date",
                                                           "pubdate",
                                                           "publishdate",
                                                           "publish-date",
                                                           "publish_date",
                                                           "publication_date",
                                                           "publication-date",
                                                           "published-date",
                                                           "published_date",
                                                           "date_published",
                                                           "date-published",
                                                           "published",
                                                           "originalpublicationdate",
                                                           "pdate",
                                                           "ptime",
                                                           "prism.publicationdate",
                                                           "article_date_original",
                                                           "article.published",
                                                           "rnews:datepublished",
                                                           "bt:pubdate",
                                                           "og:article:published_time",
                                                           "article:post_date",
                                                           "shareaholic:article_published_time",
                                                           "displaydate",
                                                           "iso-8601-publish-date",
                                                           "pub_date",
                                                           "article-date",
                                                           "og:pubdate",
                                                           "twt-published-at",
                                                           "dcsext.articlefirstpublished",
                                                           "bbc:published",
                                                           "firstpublishedtime",
                                                           "og:regdate",
                                                           "bepress_citation_date",
                                                           "article:publish_date",
                                                           "article:published_date",
                                                           "article.published_time",
                                                           "article_published_time",
                                                           "dc.date.published",
                                                           "dcterms.available",
                                                           "publication_time",
                                                           "publisheddate",
                                                           "sailthru.publish_date",
                                                           "parsely-date",
                                                           "og:published"};

/// Meta names that also carry the day of a change, of the file, or of what the page is about: what
/// is printed at the headline wins over them.
constexpr std::array<std::string_view, 22> doubtful_names{"dcterms.created",
                                                          "dc.date.created",
                                                          "dcterms.date",
                                                          "dc.date",
                                                          "dc:date",
                                                          "dcterms:date",
                                                          "date.created",
                                                          "date_created",
                                                          "created",
                                                          "creation_date",
                                                          "datecreated",
                                                          "article.created",
                                                          "dat",
                                                          "timestamp",
                                                          "date",
                                                          "gentime",
                                                          "release_date",
                                                          "doc_date",
                                                          "eprints.datestamp",
                                                          "video:release_date",
                                                          "music:release_date",
                                                          "og:release_date"};

/// Meta names of the last change.
constexpr std::array<std::string_view, 11> modified_names{
    "article:modified_time", "og:updated_time", "datemodified",     "dcterms.modified",
    "last-modified",         "lastmod",         "dc.date.modified", "revised",
    "modified_time",         "date_modified",   "updated",
};

/// Whether a page in American English writes "03/04/2024" for 4 March.
bool months_first(const PageMetadata& metadata) {
    std::string language = metadata.linked.language;
    if (language.empty()) language = metadata.language;
    if (language.empty()) language = metadata.first_of({"og:locale"});
    const std::string lower = archive::ascii_lower(language);
    return lower.substr(0, 5) == "en-us" || lower.substr(0, 5) == "en_us";
}

class DateSearch {
public:
    DateSearch(const PageTree& page, const PageMetadata& metadata, const HtmlBody& body,
               std::string_view url, archive::DayNumber latest)
        : page_(page),
          metadata_(metadata),
          url_(url.empty() ? metadata.canonical : url),
          latest_(latest),
          search_{metadata.h1_node, &body, months_first(metadata), latest},
          places_(page, search_),
          marked_(page, search_, places_),
          printed_(page, search_, places_) {
        if (url_.empty()) url_ = metadata.first_of({"og:url"});
    }

    MaybeDate published() {
        if (auto date = from_head()) return local_day(std::move(*date));
        if (marked_.stated()) return local_day(*marked_.stated());
        auto doubtful = from_meta(doubtful_names);
        if (doubtful) {
            settle_order(*doubtful);
            auto printed = printed_day();
            const bool changed = printed && printed->span.last < doubtful->span.first;
            if (changed) return printed;
            const auto own = marked_.at_article_top();
            const bool of_the_page = own && own->span.first > doubtful->span.last;
            return local_day(of_the_page ? *own : *std::move(doubtful));
        }
        if (auto day = possible(day_in_url(url_))) return day;
        if (auto day = marked_.best_element()) return local_day(std::move(*day));
        if (auto day = printed_.clear()) return day;
        if (marked_.doubtful_time()) return marked_.doubtful_time();
        if (auto day = printed_.likeliest()) return day;
        if (auto day = day_in_scripts(page_, search_.hints(Basis::jsonld_page, first_web_year)))
            return day;
        changed_ = printed_.changed();
        return possible(month_in_url(url_));
    }

    MaybeDate modified() const {
        if (auto date = possible(metadata_.linked.modified)) return date;
        if (auto date = from_meta(modified_names)) return date;
        return changed_;
    }

private:
    /// JSON-LD, else the meta names. Where both name a day of publication and not the same one, the
    /// day printed for readers decides.
    MaybeDate from_head() {
        auto linked = possible(metadata_.linked.published);
        auto date = from_meta(published_names);
        if (linked) settle_order(*linked);
        if (date) settle_order(*date);
        if (linked && linked->basis == Basis::jsonld) {
            const bool agree = !date || date->span.meets(linked->span);
            if (agree) return linked;
            const auto printed = printed_day();
            return printed && printed->span == date->span ? date : linked;
        }
        if (date && date->precision < archive::Precision::day) {
            const auto day = from_meta(doubtful_names);
            if (day && day->span.meets(date->span)) return day;
        }
        return date ? date : linked;
    }

    MaybeDate printed_day() {
        auto day = marked_.at_headline();
        return day ? day : printed_.clear();
    }

    /// "03/04/2024" is read the other way when the page prints that day, or when it would else have
    /// been changed before it appeared.
    void settle_order(archive::Date& date) {
        if (day_order(date) != DayOrder::either) return;
        auto other = date;
        if (!read_in_order(other, DayOrder::day_first)) {
            read_in_order(other, DayOrder::month_first);
        }
        if (other.span.first > latest_) return;
        const auto printed = printed_day();
        if (printed && day_order(*printed) == DayOrder::none) {
            if (printed->span == other.span) date = other;
            if (printed->span == date.span) return;
        }
        const auto changed = modified();
        if (changed && day_order(*changed) == DayOrder::none && changed->span.last < date.span.first
            && other.span.first <= changed->span.last) {
            date = other;
        }
    }

    /// Many systems write the time in Greenwich; the day of the outlet's place may be the one
    /// before or after. The day printed for readers tells, else the address, made by the outlet's
    /// clock. Nothing is guessed from the country.
    MaybeDate local_day(archive::Date date) {
        if (!date.utc_offset || *date.utc_offset != 0) return date;
        if (auto day = marked_.printed_near(date.span)) {
            return day->span == date.span ? MaybeDate(std::move(date)) : day;
        }
        for (auto& day : {marked_.named_element(), day_in_url(url_)}) {
            if (!day) continue;
            const auto apart = day->span.first - date.span.first;
            if (apart == 0) break;
            if (apart == 1 || apart == -1) return day;
        }
        return date;
    }

    MaybeDate possible(MaybeDate date) const {
        return date && date->span.first <= latest_ ? date : std::nullopt;
    }

    /// The first value that says a day, else the first that says a month or a year.
    template <std::size_t count>
    MaybeDate from_meta(const std::array<std::string_view, count>& names) const {
        MaybeDate coarse;
        for (const auto name : names) {
            const auto value = metadata_.first_of({name});
            if (value.empty()) continue;
            auto date = parse_written_date(value, search_.hints(Basis::meta, first_web_year));
            if (!date) continue;
            if (date->precision >= archive::Precision::day) return date;
            if (!coarse) coarse = std::move(date);
        }
        return coarse;
    }

    const PageTree& page_;
    const PageMetadata& metadata_;
    std::string url_;
    archive::DayNumber latest_;
    PageDateSearch search_;
    PagePlaces places_;
    PageDates marked_;
    PrintedDays printed_;
    MaybeDate changed_;  ///< a line that says so, where published() found nothing
};

}  // namespace

void put_dates(const PageTree& page, const PageMetadata& metadata, const HtmlBody& body,
               std::string_view url, archive::DayNumber latest, archive::Article& article) {
    DateSearch search(page, metadata, body, url, latest);
    if (auto published = search.published()) article.published = *std::move(published);
    article.updated = search.modified();
}

}  // namespace indexer
