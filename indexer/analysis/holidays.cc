// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/analysis/holidays.h"

#include "archive/base/fold.h"
#include "archive/base/text.h"
#include "indexer/extract/line_shape.h"

#include <algorithm>
#include <array>
#include <chrono>

namespace indexer {

namespace {

using archive::DayNumber;
using std::chrono::weekday;

enum class Rule : std::uint8_t {
    fixed,            ///< month, day
    easter,           ///< days after Easter Sunday
    orthodox_easter,  ///< days after it
    nth_weekday,      ///< month, nth (5: the last), weekday
};

constexpr int last_of_month = 5;

}  // namespace

struct Holiday {
    std::string_view name;     ///< as comparable() writes it
    std::string_view country;  ///< words of which one has to be in the text, parted by '|'; empty
                               ///< for names that say enough
    Rule rule = Rule::fixed;
    int month = 0;
    int day = 0;  ///< of the month, after Easter, or which of its weekday
    unsigned weekday = 0;
};

namespace {

constexpr Holiday fixed(std::string_view name, std::string_view country, int month, int day) {
    return {name, country, Rule::fixed, month, day, 0};
}
constexpr Holiday after_easter(std::string_view name, int days) {
    return {name, "", Rule::easter, 0, days, 0};
}
constexpr Holiday nth(std::string_view name, std::string_view country, int month, int which,
                      weekday day) {
    return {name, country, Rule::nth_weekday, month, which, day.c_encoding()};
}

constexpr weekday monday = std::chrono::Monday;
constexpr weekday thursday = std::chrono::Thursday;
constexpr std::string_view america = "u.s.|united states|america|washington|federal";

constexpr std::array<Holiday, 88> holidays{{
    fixed("new year's day", "", 1, 1),
    fixed("neujahr", "", 1, 1),
    fixed("nouvel an", "", 1, 1),
    fixed("año nuevo", "", 1, 1),
    fixed("orthodox christmas", "", 1, 7),
    fixed("epiphany", "", 1, 6),
    fixed("heilige drei könige", "", 1, 6),
    fixed("australia day", "", 1, 26),
    fixed("republic day", "india|delhi", 1, 26),
    fixed("holocaust remembrance day", "international", 1, 27),
    fixed("waitangi day", "", 2, 6),
    fixed("valentine's day", "", 2, 14),
    fixed("valentinstag", "", 2, 14),
    fixed("saint-valentin", "", 2, 14),
    fixed("defender of the fatherland day", "", 2, 23),
    fixed("independence day", "estonia", 2, 24),
    fixed("international women's day", "", 3, 8),
    fixed("weltfrauentag", "", 3, 8),
    fixed("st patrick's day", "", 3, 17),
    fixed("st. patrick's day", "", 3, 17),
    fixed("independence day", "greece|greek|athens", 3, 25),
    fixed("april fools' day", "", 4, 1),
    fixed("day of the sun", "", 4, 15),
    fixed("anzac day", "", 4, 25),
    fixed("liberation day", "italy|italian|rome", 4, 25),
    fixed("festa della liberazione", "", 4, 25),
    fixed("king's day", "dutch|netherlands|amsterdam", 4, 27),
    fixed("koningsdag", "", 4, 27),
    fixed("may day", "", 5, 1),
    fixed("tag der arbeit", "", 5, 1),
    fixed("fête du travail", "", 5, 1),
    fixed("constitution day", "poland|polish|warsaw", 5, 3),
    fixed("cinco de mayo", "", 5, 5),
    fixed("ve day", "", 5, 8),
    fixed("v-e day", "", 5, 8),
    fixed("victory in europe day", "", 5, 8),
    fixed("victory day", "russia|soviet|moscow|kremlin|belarus|kazakh", 5, 9),
    fixed("день победы", "", 5, 9),
    fixed("дня победы", "", 5, 9),
    fixed("europe day", "", 5, 9),
    fixed("constitution day", "norway|norwegian|oslo", 5, 17),
    fixed("republic day", "italy|italian|rome", 6, 2),
    fixed("national day", "sweden|swedish|stockholm", 6, 6),
    fixed("d-day anniversary", "", 6, 6),
    fixed("russia day", "", 6, 12),
    fixed("juneteenth", "", 6, 19),
    fixed("canada day", "", 7, 1),
    fixed("independence day", america, 7, 4),
    fixed("fourth of july", "", 7, 4),
    fixed("bastille day", "", 7, 14),
    fixed("national day", "belgium|belgian|brussels", 7, 21),
    fixed("national day", "swiss|switzerland", 8, 1),
    fixed("national day", "singapore", 8, 9),
    fixed("independence day", "pakistan|islamabad", 8, 14),
    fixed("independence day", "india|delhi", 8, 15),
    fixed("liberation day", "korea|seoul|pyongyang", 8, 15),
    fixed("mariä himmelfahrt", "", 8, 15),
    fixed("independence day", "ukraine|ukrainian|kyiv|kiev", 8, 24),
    fixed("independence day", "malaysia", 8, 31),
    fixed("merdeka day", "", 8, 31),
    fixed("independence day", "brazil|brasilia", 9, 7),
    fixed("independence day", "mexico|mexican", 9, 16),
    fixed("national day", "china|chinese|beijing", 10, 1),
    fixed("german unity day", "", 10, 3),
    fixed("tag der deutschen einheit", "", 10, 3),
    fixed("national day", "spain|spanish|madrid", 10, 12),
    fixed("nationalfeiertag", "österreich|wien", 10, 26),
    fixed("republic day", "turkey|turkish|ankara|türkiye", 10, 29),
    fixed("halloween", "", 10, 31),
    fixed("reformationstag", "", 10, 31),
    fixed("all saints' day", "", 11, 1),
    fixed("allerheiligen", "", 11, 1),
    fixed("guy fawkes night", "", 11, 5),
    fixed("veterans day", "", 11, 11),
    fixed("armistice day", "", 11, 11),
    fixed("independence day", "poland|polish|warsaw", 11, 11),
    fixed("independence day", "finland|finnish|helsinki", 12, 6),
    fixed("christmas day", "", 12, 25),
    fixed("boxing day", "", 12, 26),
    fixed("new year's eve", "", 12, 31),
    after_easter("rosenmontag", -48),
    after_easter("ash wednesday", -46),
    after_easter("aschermittwoch", -46),
    after_easter("good friday", -2),
    after_easter("karfreitag", -2),
    nth("martin luther king jr. day", "", 1, 3, monday),
    nth("memorial day", america, 5, last_of_month, monday),
    nth("labor day", "", 9, 1, monday),
}};

/// Easter and what follows it, in a second table: the first is by date.
constexpr std::array<Holiday, 13> around_easter{{
    after_easter("easter sunday", 0),
    after_easter("ostersonntag", 0),
    after_easter("easter monday", 1),
    after_easter("ostermontag", 1),
    after_easter("ascension day", 39),
    after_easter("christi himmelfahrt", 39),
    after_easter("whit monday", 50),
    after_easter("pentecost monday", 50),
    after_easter("pfingstmontag", 50),
    after_easter("corpus christi", 60),
    after_easter("fronleichnam", 60),
    nth("thanksgiving day", america, 11, 4, thursday),
    {"orthodox easter", "", Rule::orthodox_easter, 0, 0, 0},
}};

bool country_named(const Holiday& holiday, std::string_view lower) {
    if (holiday.country.empty()) return true;
    const auto names = archive::split(holiday.country, '|');
    return std::any_of(names.begin(), names.end(), [&](std::string_view name) {
        return lower.find(name) != std::string_view::npos;
    });
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

void find_holiday(const Holiday& holiday, std::string_view lower,
                  std::vector<NamedHoliday>& found) {
    for (auto at = lower.find(holiday.name); at != std::string_view::npos;
         at = lower.find(holiday.name, at + 1)) {
        const auto last = at + holiday.name.size();
        const bool whole = (at == 0 || !is_letter(lower[at - 1]))
                           && (last == lower.size() || !is_letter(lower[last]));
        if (!whole) continue;
        if (!country_named(holiday, lower)) return;
        found.push_back({&holiday, at, last});
    }
}

DayNumber day_in(int year, int month, int day) {
    using namespace std::chrono;
    return archive::day_number(
        sys_days(std::chrono::year(year) / std::chrono::month(static_cast<unsigned>(month))
                 / std::chrono::day(static_cast<unsigned>(day))));
}

DayNumber nth_day(const Holiday& holiday, int year) {
    using namespace std::chrono;
    const auto month =
        std::chrono::year(year) / std::chrono::month(static_cast<unsigned>(holiday.month));
    const weekday day(holiday.weekday);
    if (holiday.day == last_of_month) return archive::day_number(sys_days(month / day[last]));
    return archive::day_number(sys_days(month / day[static_cast<unsigned>(holiday.day)]));
}

}  // namespace

std::vector<NamedHoliday> holidays_in(std::string_view text) {
    // Lowered letter by letter, so that places in it are places in the text: comparable() would
    // shorten curly quotes.
    std::string lower = archive::ascii_lower(text);
    std::vector<NamedHoliday> found;
    for (const auto& holiday : holidays) find_holiday(holiday, lower, found);
    for (const auto& holiday : around_easter) find_holiday(holiday, lower, found);
    std::sort(found.begin(), found.end(), [](const NamedHoliday& left, const NamedHoliday& right) {
        return left.first < right.first;
    });
    return found;
}

DayNumber easter_sunday(int year) {
    // The anonymous Gregorian algorithm, as J. Meeus gives it in Astronomical Algorithms.
    const int a = year % 19;
    const int b = year / 100;
    const int c = year % 100;
    const int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    const int m = (a + 11 * h + 22 * l) / 451;
    const int sum = h + l - 7 * m + 114;
    return day_in(year, sum / 31, sum % 31 + 1);
}

DayNumber orthodox_easter_sunday(int year) {
    // Meeus's Julian algorithm; the calendars are 10 days apart in 1600 and 13 from 1900 to 2099.
    const int d = (19 * (year % 19) + 15) % 30;
    const int e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
    const int sum = d + e + 114;
    const int apart = year / 100 - year / 400 - 2;
    return day_in(year, sum / 31, sum % 31 + 1) + apart;
}

std::optional<DayNumber> day_of_holiday(const Holiday& holiday, int year) {
    constexpr int first_year = 1600;
    constexpr int last_year = 2100;
    if (year < first_year || year > last_year) return std::nullopt;
    switch (holiday.rule) {
        case Rule::fixed: return day_in(year, holiday.month, holiday.day);
        case Rule::easter: return easter_sunday(year) + holiday.day;
        case Rule::orthodox_easter: return orthodox_easter_sunday(year) + holiday.day;
        case Rule::nth_weekday: return nth_day(holiday, year);
    }
    return std::nullopt;
}

}  // namespace indexer
