// SPDX-License-Identifier: GPL-2.0-or-later
// page_places.h - Where a printed day stands in regard to the headline and the text of an article.
//
// Between the headline and the text stands the article's own day; in margins, among comments and
// beside other headlines stand those of others.
#pragma once

#include "archive/model/date.h"
#include "indexer/analysis/dates.h"
#include "indexer/extract/html_body.h"
#include "indexer/extract/named_nodes.h"
#include "indexer/extract/page_tree.h"

namespace indexer {

/// Where to look for dates and how to read them.
struct PageDateSearch {
    int heading = -1;                                    ///< the element of the headline, or -1
    const HtmlBody* body = nullptr;                      ///< never null
    bool month_first = false;                            ///< "03/04/2024" is 4 March
    archive::DayNumber latest = archive::last_day_ever;  ///< days after it are passed over

    DateHints hints(archive::Basis basis, int earliest_year) const;
};

/// The nearer to the headline, the smaller.
enum class Place { below_headline, above_headline, body, article, page };

class PagePlaces {
public:
    /// `page` and the body must outlive it.
    PagePlaces(const PageTree& page, const PageDateSearch& search);

    Place of(int node) const;

    /// Whether a node stands before the text, or between its first paragraph, which often is a
    /// standfirst, and the second.
    bool above_text(int node) const;

    /// Whether a node stands in the margin of the page or among other articles; list items are such
    /// for <time>, and where the days of articles stand for classes.
    bool of_something_else(int node, bool in_lists) const;

    /// Whether the element or the text in front of a node says that the day of the node is that of
    /// a change, of a visit, of a member: "Last edited: <b>12 March 2019</b>".
    bool labelled_otherwise(int node) const;

    int first_text() const { return first_text_; }    ///< of the body, else the end of the page
    int last_text() const { return last_text_; }      ///< of the body, else the end of the page
    int second_text() const { return second_text_; }  ///< of the second block, else the first text
    int header() const { return header_; }            ///< what stands closely around the headline

private:
    bool behind_lead(int node) const;

    const PageTree& page_;
    int heading_;
    NamedNodes others_;  ///< what holds the days of other things
    int first_text_ = 0;
    int lead_last_ = 0;  ///< of the first block
    int second_text_ = 0;
    int last_text_ = 0;
    int article_end_ = 0;  ///< of the innermost <article> around the body
    int header_ = -1;
};

}  // namespace indexer
