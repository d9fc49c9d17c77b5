// SPDX-License-Identifier: GPL-2.0-or-later
// page_dates.h - The day of publication where only the readers' part of a page says it.
//
// Microdata, <time>, elements named like dates, the text itself. Pages are full of other days: of
// comments, of other articles, of today, of the last change, of what the story tells. So the place
// counts: what stands between the headline and the body wins over all the rest.
#pragma once

#include "archive/model/date.h"
#include "indexer/extract/html_body.h"
#include "indexer/extract/named_nodes.h"
#include "indexer/extract/page_tree.h"

#include <optional>

namespace indexer {

/// Where to look and how to read.
struct PageDateSearch {
    int heading = -1;                                    ///< the element of the headline, or -1
    const HtmlBody* body = nullptr;                      ///< never null
    bool month_first = false;                            ///< "03/04/2024" is 4 March
    archive::DayNumber latest = archive::last_day_ever;  ///< days after it are passed over
};

class PageDates {
public:
    /// `page` and the body must outlive it.
    PageDates(const PageTree& page, const PageDateSearch& search);

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

    /// "Published 12 March 2019", or the day in the line that is most likely the article's. Nothing
    /// when only running text has days, and a line says when the page was changed.
    std::optional<archive::Date> in_text();

    /// The same where it is no guess: behind a word like "published", or on a line of its own at
    /// the headline.
    std::optional<archive::Date> printed();

    /// "Last edited 12 March 2019", after in_text().
    const std::optional<archive::Date>& changed() const { return changed_; }

private:
    /// The nearer to the headline, the smaller.
    enum class Place { below_headline, above_headline, body, article, page };

    /// A line with a day, and how likely it is the article's: the smaller the likelier.
    struct DatedLine {
        std::optional<archive::Date> date;
        int rank = 1'000;
    };

    /// Reads microdata and <time> on the first call: most pages are dated by their head.
    void read_markup();
    void read_text();
    void note_keyword(int node, const std::string& line);
    void note_line(int node, const std::string& line);
    void read_element(int node);
    void find_named_element();
    void note_time(int node, std::string_view classes);
    std::optional<archive::Date> date_of(int node, archive::Basis basis) const;
    bool of_something_else(int node, bool in_lists) const;
    bool labelled_otherwise(int node) const;
    bool behind_lead(int node) const;
    Place place_of(int node) const;

    const PageTree& page_;
    PageDateSearch search_;
    NamedNodes others_;   ///< what holds the days of other things
    int first_text_ = 0;  ///< of the body
    int last_text_ = 0;
    int lead_last_ = 0;    ///< of the first block, when that may be a standfirst
    int second_text_ = 0;  ///< of the block behind it
    int article_end_ = 0;  ///< of the innermost <article> around the body
    int header_ = -1;      ///< what stands closely around the headline
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
    bool text_read_ = false;
    DatedLine by_keyword_;
    DatedLine by_place_;
    std::optional<archive::Date> changed_;
};

}  // namespace indexer
