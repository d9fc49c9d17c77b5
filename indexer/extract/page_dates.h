// SPDX-License-Identifier: GPL-2.0-or-later
// page_dates.h - The day of publication where the markup of the readers' part of a page says it.
//
// Microdata, <time>, elements named like dates. Pages are full of other days: of
// comments, of other articles, of today, of the last change, of what the story tells. So the place
// counts: what stands between the headline and the body wins over all the rest.
#pragma once

#include "archive/model/date.h"
#include "indexer/extract/page_places.h"
#include "indexer/extract/page_tree.h"

#include <optional>

namespace indexer {

class PageDates {
public:
    /// All must outlive it. Reads nothing before it is asked.
    PageDates(const PageTree& page, const PageDateSearch& search, const PagePlaces& places)
        : page_(page), search_(search), places_(places) {}

    /// itemprop, hentry, <time pubdate>: made for machines.
    const std::optional<archive::Date>& stated();

    /// The <time>, or the element whose class or id says date, that stands nearest to the headline.
    std::optional<archive::Date> best_element();

    /// The element whose class or id says date, alone.
    const std::optional<archive::Date>& named_element();

    /// The best element when it stands at the headline.
    std::optional<archive::Date> at_headline();

    /// The best element when it stands above the text in the markup of the article itself.
    std::optional<archive::Date> at_article_top();

    /// The first <time> of the page, whatever it belongs to.
    const std::optional<archive::Date>& doubtful_time();

    /// The first day printed around the headline that is `day` or a neighbour of it.
    std::optional<archive::Date> printed_near(archive::DaySpan day) const;

private:
    /// Reads microdata and <time> on the first call: most pages are dated by their head.
    void read_markup();
    void read_element(int node);
    void find_named_element();
    void note_time(int node, std::string_view classes);
    std::optional<archive::Date> date_of(int node, archive::Basis basis) const;

    const PageTree& page_;
    const PageDateSearch& search_;
    const PagePlaces& places_;
    bool read_ = false;
    std::optional<archive::Date> stated_;
    std::optional<archive::Date> time_;  ///< the first of the article
    Place time_place_ = Place::page;
    int time_node_ = -1;
    bool named_read_ = false;
    std::optional<archive::Date> named_;  ///< of an element named like a date
    Place named_place_ = Place::page;
    int named_node_ = -1;
    std::optional<archive::Date> doubtful_time_;
};

}  // namespace indexer
