// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/html_dates.h"

#include "archive/base/text.h"
#include "indexer/analysis/dates.h"
#include "indexer/analysis/url_dates.h"
#include "indexer/extract/class_words.h"
#include "indexer/extract/page_text.h"

#include <algorithm>
#include <array>

namespace indexer {

namespace {

using archive::Basis;
using MaybeDate = std::optional<archive::Date>;

constexpr int first_web_year = 1990;
constexpr int first_text_year = 1995;

/// Meta names of the publication, the surest first.
constexpr std::array<std::string_view, 69> published_names{
    "article:published_time",
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
    "dcterms.created",
    "dc.date.created",
    "dcterms.date",
    "dc.date",
    "dc:date",
    "dcterms:date",
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
    "date.created",
    "date_created",
    "created",
    "creation_date",
    "datecreated",
    "article_date_original",
    "article.published",
    "article.created",
    "rnews:datepublished",
    "bt:pubdate",
    "og:article:published_time",
    "article:post_date",
    "shareaholic:article_published_time",
    "displaydate",
    "iso-8601-publish-date",
    "pub_date",
    "dat",
    "article-date",
    "timestamp",
    "date",
    "og:pubdate",
    "twt-published-at",
    "dcsext.articlefirstpublished",
    "bbc:published",
    "gentime",
    "firstpublishedtime",
    "release_date",
    "og:regdate",
    "doc_date",
    "eprints.datestamp",
    "bepress_citation_date",
    "video:release_date",
    "music:release_date",
    "og:release_date",
};

/// Meta names of the last change.
constexpr std::array<std::string_view, 11> modified_names{
    "article:modified_time", "og:updated_time", "datemodified",     "dcterms.modified",
    "last-modified",         "lastmod",         "dc.date.modified", "revised",
    "modified_time",         "date_modified",   "updated",
};

/// Words of a class or id that mark an element holding the day of publication.
constexpr std::array<std::string_view, 21> date_words_of_classes{
    "date",      "datum",     "fecha",    "pubdate",   "publishdate", "published", "posted",
    "timestamp", "dateline",  "postdate", "entrydate", "meta",        "postmeta",  "entrymeta",
    "byline",    "submitted", "time",     "created",   "publish",     "info",      "day",
};

/// Words of elements around a <time> that belongs to something else.
constexpr std::array<std::string_view, 9> elsewhere{"comment", "comments",    "related",
                                                    "sidebar", "widget",      "footer",
                                                    "teaser",  "recommended", "popular"};

/// Words of the text in front of the day of publication, the surest first.
constexpr std::array<std::string_view, 11> keywords{
    "published", "posted on", "posted",     "publié le", "publiziert", "veröffentlicht",
    "erstellt",  "publicado", "pubblicato", "date:",     "datum",
};

class DateSearch {
public:
    DateSearch(const PageTree& page, const PageMetadata& metadata, std::string_view url,
               archive::DayNumber latest)
        : page_(page),
          metadata_(metadata),
          url_(url.empty() ? metadata.canonical : url),
          latest_(latest) {
        std::string language = metadata.linked.language;
        if (language.empty()) language = metadata.language;
        if (language.empty()) language = metadata.first_of({"og:locale"});
        const std::string lower = archive::ascii_lower(language);
        month_first_ = lower.substr(0, 5) == "en-us" || lower.substr(0, 5) == "en_us";
        if (url_.empty()) url_ = metadata.first_of({"og:url"});
    }

    MaybeDate published() {
        const MaybeDate linked = possible(metadata_.linked.published);
        if (linked && linked->basis == Basis::jsonld) return linked;
        if (auto date = from_meta(published_names)) return date;
        if (linked) return linked;
        if (auto date = from_markup()) return date;
        if (auto date = possible(day_in_url(url_))) return date;
        if (first_time_) return first_time_;
        if (auto date = from_named_element()) return date;
        if (doubtful_time_) return doubtful_time_;
        if (auto date = from_text()) return date;
        return possible(month_in_url(url_));
    }

    MaybeDate modified() {
        if (auto date = possible(metadata_.linked.modified)) return date;
        return from_meta(modified_names);
    }

private:
    DateHints hints(Basis basis, int earliest_year) const {
        DateHints hints;
        hints.month_first = month_first_;
        hints.basis = basis;
        hints.earliest_year = earliest_year;
        hints.latest_day = latest_;
        return hints;
    }

    MaybeDate possible(MaybeDate date) const {
        return date && date->span.first <= latest_ ? date : std::nullopt;
    }

    template <std::size_t count>
    MaybeDate from_meta(const std::array<std::string_view, count>& names) const {
        for (const auto name : names) {
            const auto value = metadata_.first_of({name});
            if (value.empty()) continue;
            if (auto date = parse_written_date(value, hints(Basis::meta, first_web_year))) {
                return date;
            }
        }
        return std::nullopt;
    }

    /// The date of an element: of the attribute that says it, else of its text.
    MaybeDate date_of(int node, Basis basis) const {
        constexpr std::size_t longest = 300;
        for (const std::string_view name : {"datetime", "content", "title"}) {
            const auto value = page_.attribute(node, name);
            if (value.empty()) continue;
            if (auto date = parse_written_date(value, hints(basis, first_web_year))) return date;
        }
        auto found = find_date(text_inside(page_, node, longest), hints(basis, first_web_year));
        return found ? MaybeDate(found->date) : std::nullopt;
    }

    /// itemprop, hentry and <time pubdate>; notes the plain <time> elements on the way.
    MaybeDate from_markup() {
        for (int i = 0; i < page_.size(); ++i) {
            const auto& node = page_.node(i);
            if (node.is_text()) continue;
            const auto property = page_.attribute(i, "itemprop");
            if (property == "datePublished" || property == "dateCreated") {
                if (auto date = date_of(i, Basis::microdata)) return date;
            }
            const bool can_hold =
                node.tag == Tag::abbr || node.tag == Tag::span || node.tag == Tag::time;
            if (!can_hold) continue;
            const std::string classes = archive::ascii_lower(page_.attribute(i, "class"));
            if (says_published(classes) && !first_time_) first_time_ = date_of(i, Basis::microdata);
            if (node.tag == Tag::time) {
                if (auto date = note_time(i, classes)) return date;
            }
        }
        return std::nullopt;
    }

    static bool says_published(std::string_view classes) {
        const auto holds = [&](std::string_view word) {
            return classes.find(word) != std::string_view::npos;
        };
        return classes.substr(0, 7) != "updated"
               && (holds("published") || holds("entry-date") || holds("dtstart"));
    }

    MaybeDate note_time(int node, std::string_view classes) {
        const auto date = date_of(node, Basis::time);
        if (!date || date->precision < archive::Precision::day) return std::nullopt;
        if (page_.has_attribute(node, "pubdate")) {
            auto published = date;
            published->basis = Basis::microdata;
            return published;
        }
        const bool updated = classes.find("updat") != std::string_view::npos
                             || classes.find("modif") != std::string_view::npos;
        if (!updated && !first_time_ && !of_something_else(node)) first_time_ = date;
        if (!doubtful_time_) doubtful_time_ = date;
        return std::nullopt;
    }

    bool of_something_else(int node) const {
        constexpr int searched_levels = 8;
        int up = page_.node(node).parent;
        for (int level = 0; up >= 0 && level < searched_levels; ++level) {
            const Tag tag = page_.node(up).tag;
            if (tag == Tag::aside || tag == Tag::footer || tag == Tag::nav || tag == Tag::li) {
                return true;
            }
            const ClassWords words(page_.attribute(up, "class"), page_.attribute(up, "id"));
            if (std::any_of(elsewhere.begin(), elsewhere.end(),
                            [&](std::string_view word) { return words.has(word); })) {
                return true;
            }
            up = page_.node(up).parent;
        }
        return false;
    }

    MaybeDate from_named_element() const {
        constexpr std::size_t longest = 160;
        for (int i = 0; i < page_.size(); ++i) {
            const auto& node = page_.node(i);
            const bool skipped = node.is_text() || node.tag == Tag::body || node.tag == Tag::html
                                 || is_silent(node.tag);
            if (skipped || node.attributes_from == node.attributes_to) continue;
            const ClassWords words(page_.attribute(i, "class"), page_.attribute(i, "id"));
            if (words.empty()
                || std::none_of(date_words_of_classes.begin(), date_words_of_classes.end(),
                                [&](std::string_view word) { return words.has(word); })) {
                continue;
            }
            const std::string text = text_inside(page_, i, longest + 40);
            if (text.size() > longest) continue;
            if (auto found = find_date(text, hints(Basis::date_element, first_text_year))) {
                return found->date;
            }
        }
        return std::nullopt;
    }

    /// The text a reader sees, a line a text node.
    std::string visible_text() const {
        constexpr std::size_t enough = 60'000;
        std::string text;
        for (int i = 0; i < page_.size() && text.size() < enough; ++i) {
            const auto& node = page_.node(i);
            if (!node.is_text() || is_silent(page_.node(node.parent).tag)) continue;
            append_folded(text, node.text);
            if (!text.empty() && text.back() != '\n') text += '\n';
        }
        return text;
    }

    MaybeDate from_text() const {
        const std::string text = visible_text();
        const std::string lower = archive::ascii_lower(text);
        const std::string_view view = text;
        constexpr std::size_t behind = 60;
        for (const auto keyword : keywords) {
            for (auto at = lower.find(keyword); at != std::string::npos;
                 at = lower.find(keyword, at + 4)) {
                if (auto found = find_date(archive::cut(view.substr(at), behind),
                                           hints(Basis::text_keyword, first_text_year))) {
                    return found->date;
                }
            }
        }
        constexpr std::size_t shortest = 8;
        for (const auto line : archive::split(view, '\n')) {
            if (line.size() < shortest) continue;
            if (auto found = find_date(line, hints(Basis::free_text, first_text_year))) {
                return found->date;
            }
        }
        return std::nullopt;
    }

    const PageTree& page_;
    const PageMetadata& metadata_;
    std::string url_;
    archive::DayNumber latest_;
    bool month_first_ = false;
    MaybeDate first_time_;
    MaybeDate doubtful_time_;
};

}  // namespace

void put_dates(const PageTree& page, const PageMetadata& metadata, std::string_view url,
               archive::DayNumber latest, archive::Article& article) {
    DateSearch search(page, metadata, url, latest);
    article.updated = search.modified();
    if (auto published = search.published()) article.published = *std::move(published);
}

}  // namespace indexer
