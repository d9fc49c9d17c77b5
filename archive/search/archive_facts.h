// SPDX-License-Identifier: GPL-2.0-or-later
// archive_facts.h - What is true of a whole snapshot, worked out when first asked for and kept.
#pragma once

#include "archive/index/snapshot.h"
#include "archive/search/archive_calendar.h"
#include "archive/search/archive_days.h"
#include "archive/search/name_numbers.h"

#include <array>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace archive {

/// Thread-safe. The snapshot outlives it.
class ArchiveFacts {
public:
    explicit ArchiveFacts(const Snapshot& snapshot) : snapshot_(snapshot) {}

    const Snapshot& snapshot() const { return snapshot_; }

    /// The values of a column over all segments.
    const NameNumbers& names(schema::Names column) const;

    /// Live articles by day.
    const DayCounts& days() const;

    /// Totals, silences and the stories over time.
    const ArchiveCalendar& calendar() const;

    /// The languages that articles are stemmed by, most articles first.
    const std::vector<std::string>& languages() const;

private:
    const Snapshot& snapshot_;
    mutable std::array<std::once_flag, schema::names_columns> names_once_;
    mutable std::array<std::unique_ptr<const NameNumbers>, schema::names_columns> names_;
    mutable std::once_flag days_once_;
    mutable DayCounts days_;
    mutable std::once_flag calendar_once_;
    mutable ArchiveCalendar calendar_;
    mutable std::once_flag languages_once_;
    mutable std::vector<std::string> languages_;
};

}  // namespace archive
