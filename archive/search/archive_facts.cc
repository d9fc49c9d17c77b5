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

const NameNumbers& ArchiveFacts::keyed_names(schema::Names column) const {
    auto& names = kept_->names[static_cast<std::size_t>(column)];
    std::call_once(names.once,
                   [&] { names.numbers = std::make_unique<const NameNumbers>(snapshot_, column); });
    return *names.numbers;
}

const NameNumbers& ArchiveFacts::names(schema::Names column) const {
    const auto type = entity_type_of(column);
    if (!type) return keyed_names(column);
    auto& names = joined_[static_cast<std::size_t>(*type)];
    std::call_once(names.once, [&] {
        names.numbers =
            std::make_unique<const NameNumbers>(keyed_names(column), snapshot_, *aliases_);
    });
    return *names.numbers;
}

const FrequentNames& ArchiveFacts::frequent_names(schema::Names column) const {
    const auto type = entity_type_of(column);
    auto& frequent = type ? frequent_[static_cast<std::size_t>(*type)]
                          : kept_->frequent[static_cast<std::size_t>(column)];
    std::call_once(frequent.once, [&] {
        frequent.names =
            std::make_unique<const FrequentNames>(snapshot_, places(), names(column), column);
    });
    return *frequent.names;
}

const DayWindows& ArchiveFacts::day_windows() const {
    std::call_once(kept_->windows_once, [&] {
        kept_->windows = std::make_unique<const DayWindows>(snapshot_, places());
    });
    return *kept_->windows;
}

const DayCounts& ArchiveFacts::days() const {
    std::call_once(kept_->days_once, [&] { kept_->days = days_of_live(snapshot_); });
    return kept_->days;
}

const ArchiveCalendar& ArchiveFacts::calendar() const {
    std::call_once(kept_->calendar_once,
                   [&] { kept_->calendar = calendar_of(snapshot_, places()); });
    return *kept_->calendar;
}

const std::vector<std::string>& ArchiveFacts::languages() const {
    std::call_once(kept_->languages_once, [&] {
        const auto& names = this->names(schema::Names::language);
        std::vector<NameNumbers::Number> order(names.size());
        std::iota(order.begin(), order.end(), 0U);
        std::sort(order.begin(), order.end(), [&](auto left, auto right) {
            if (names.articles(left) != names.articles(right))
                return names.articles(left) > names.articles(right);
            return names.key(left) < names.key(right);
        });
        if (order.size() > most_languages) order.resize(most_languages);
        auto& languages = kept_->languages;
        for (const auto number : order) languages.emplace_back(names.key(number));
        if (languages.empty()) languages.emplace_back("en");
    });
    return kept_->languages;
}

void ArchiveFacts::prepare(const std::function<bool()>& goes_on) const {
    if (goes_on()) day_windows();
    if (goes_on()) days();
    if (goes_on()) calendar();
    if (goes_on()) languages();
    for (std::size_t column = 0; column < schema::names_columns && goes_on(); ++column)
        frequent_names(static_cast<schema::Names>(column));
}

}  // namespace archive
