// SPDX-License-Identifier: GPL-2.0-or-later
// printed_days.h - The day of publication where only the words of a page say it.
//
// Every line with a day is weighed by where it stands and by what its words say of the day.
#pragma once

#include "archive/model/date.h"
#include "indexer/extract/page_places.h"
#include "indexer/extract/page_tree.h"

#include <cstddef>
#include <optional>
#include <string>

namespace indexer {

class PrintedDays {
public:
    /// `page`, the body and `places` must outlive it. Reads nothing before it is asked.
    PrintedDays(const PageTree& page, const PageDateSearch& search, const PagePlaces& places)
        : page_(page), search_(search), places_(places) {}

    /// "Published 12 March 2019", or the day in the line that is most likely the article's. Nothing
    /// when only running text has days, and a line says when the page was changed.
    std::optional<archive::Date> likeliest();

    /// The same where it is no guess: behind a word like "published" in a short line, or on a line
    /// of its own at the headline.
    std::optional<archive::Date> clear();

    /// "Last edited 12 March 2019", after likeliest().
    const std::optional<archive::Date>& changed() const { return changed_; }

private:
    /// A line with a day, and how likely it is the article's: the smaller the likelier.
    struct DatedLine {
        std::optional<archive::Date> date;
        int rank = 1'000;
    };

    void read();
    void note_keyword(int node, const std::string& line);
    void note_line(int node, const std::string& line);

    const PageTree& page_;
    const PageDateSearch& search_;
    const PagePlaces& places_;
    bool read_ = false;
    DatedLine by_keyword_;
    std::optional<archive::Date> labelled_;  ///< by a word of publication in a short line
    DatedLine by_place_;
    std::optional<archive::Date> changed_;
};

}  // namespace indexer
