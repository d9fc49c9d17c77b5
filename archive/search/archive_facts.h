// SPDX-License-Identifier: GPL-2.0-or-later
// archive_facts.h - What is true of a whole snapshot, worked out when first asked for and kept.
//
// Only which names are one and the same hangs on the alias table: with another table all the rest
// is taken over.
#pragma once

#include "archive/index/aliases.h"
#include "archive/index/snapshot.h"
#include "archive/search/archive_calendar.h"
#include "archive/search/archive_days.h"
#include "archive/search/article_set.h"
#include "archive/search/day_windows.h"
#include "archive/search/frequent_names.h"
#include "archive/search/name_numbers.h"
#include "archive/search/word_outlines.h"

#include <array>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace archive {

/// Thread-safe. The snapshot outlives it.
class ArchiveFacts {
public:
    ArchiveFacts(const Snapshot& snapshot, std::shared_ptr<const AliasTable> aliases)
        : snapshot_(snapshot),
          aliases_(std::move(aliases)),
          kept_(std::make_shared<Kept>(snapshot)) {}

    /// The facts of the same snapshot with another table.
    ArchiveFacts(const ArchiveFacts& other, std::shared_ptr<const AliasTable> aliases)
        : snapshot_(other.snapshot_), aliases_(std::move(aliases)), kept_(other.kept_) {}

    const Snapshot& snapshot() const { return snapshot_; }
    const AliasTable& aliases() const { return *aliases_; }

    /// The values of a column over all segments.
    const NameNumbers& names(schema::Names column) const;

    /// The same with a number for each key, whatever the table says.
    const NameNumbers& keyed_names(schema::Names column) const;

    /// The same values by their articles.
    const FrequentNames& frequent_names(schema::Names column) const;

    /// How the articles are numbered in sets of them.
    const ArticlePlaces& places() const { return kept_->places; }

    /// The days of sets of articles.
    const DayWindows& day_windows() const;

    /// Live articles by day.
    const DayCounts& days() const;

    /// Totals, silences and the stories over time.
    const ArchiveCalendar& calendar() const;

    /// Of the words of the archive.
    WordOutlines& outlines() const { return kept_->outlines; }

    /// The languages that articles are stemmed by, most articles first.
    const std::vector<std::string>& languages() const;

    /// Works all out but the outlines, as long as `goes_on`, which is asked between the parts.
    void prepare(const std::function<bool()>& goes_on) const;

private:
    struct Names {
        std::once_flag once;
        std::unique_ptr<const NameNumbers> numbers;
    };
    struct Frequent {
        std::once_flag once;
        std::unique_ptr<const FrequentNames> names;
    };
    /// What no alias changes.
    struct Kept {
        explicit Kept(const Snapshot& snapshot) : places(snapshot), outlines(snapshot) {}

        const ArticlePlaces places;
        WordOutlines outlines;
        std::array<Names, schema::names_columns> names;
        std::array<Frequent, schema::names_columns> frequent;  ///< of columns without aliases
        std::once_flag windows_once;
        std::unique_ptr<const DayWindows> windows;
        std::once_flag days_once, calendar_once, languages_once;
        DayCounts days;
        std::optional<ArchiveCalendar> calendar;
        std::vector<std::string> languages;
    };

    const Snapshot& snapshot_;
    const std::shared_ptr<const AliasTable> aliases_;
    const std::shared_ptr<Kept> kept_;
    mutable std::array<Names, entity_types> joined_;
    mutable std::array<Frequent, entity_types> frequent_;
};

}  // namespace archive
