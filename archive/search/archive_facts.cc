// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/archive_facts.h"

#include <algorithm>
#include <numeric>

namespace archive {

namespace {

/// Each language adds at most one stem a word, most share theirs. A word of a language beyond these
/// is still found as it is written.
constexpr std::size_t most_languages = 12;

}  // namespace

const NameNumbers& ArchiveFacts::names(schema::Names column) const {
    const auto at = static_cast<std::size_t>(column);
    std::call_once(names_once_[at],
                   [&] { names_[at] = std::make_unique<const NameNumbers>(snapshot_, column); });
    return *names_[at];
}

const DayCounts& ArchiveFacts::days() const {
    std::call_once(days_once_, [&] { days_ = days_of_live(snapshot_); });
    return days_;
}

const ArchiveCalendar& ArchiveFacts::calendar() const {
    std::call_once(calendar_once_, [&] { calendar_ = calendar_of(snapshot_); });
    return calendar_;
}

const std::vector<std::string>& ArchiveFacts::languages() const {
    std::call_once(languages_once_, [&] {
        const auto& names = this->names(schema::Names::language);
        std::vector<NameNumbers::Number> order(names.size());
        std::iota(order.begin(), order.end(), 0U);
        std::sort(order.begin(), order.end(), [&](auto left, auto right) {
            if (names.articles(left) != names.articles(right))
                return names.articles(left) > names.articles(right);
            return names.key(left) < names.key(right);
        });
        if (order.size() > most_languages) order.resize(most_languages);
        for (const auto number : order) languages_.emplace_back(names.key(number));
        if (languages_.empty()) languages_.emplace_back("en");
    });
    return languages_;
}

}  // namespace archive
