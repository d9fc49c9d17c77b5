// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/query_dates.h"

#include "archive/base/text.h"
#include "archive/model/english_months.h"

#include <algorithm>
#include <cstdlib>

namespace archive {

namespace {

using std::chrono::months;
using std::chrono::sys_days;
using std::chrono::year_month_day;

/// A point or span in time as people write it, and the text that means the same days for ever.
struct Written {
    DaySpan span;
    std::string text;  ///< "2024", "2024-06", "2024-06-19", or "2024-11-24..2024-11-30"
};

bool all_digits(std::string_view text) {
    return !text.empty()
           && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

Written days(DayNumber first, DayNumber last) {
    first = std::clamp(first, first_day_ever, last_day_ever);
    last = std::clamp(last, first, last_day_ever);
    return {{first, last}, first == last ? iso_day(first) : iso_day(first) + ".." + iso_day(last)};
}

Written month_of(year_month_day day) {
    const auto span = span_of(static_cast<int>(day.year()), static_cast<unsigned>(day.month()));
    const DaySpan known = span.value_or(DaySpan{first_day_ever, first_day_ever});
    return {known, iso_day(known.first).substr(0, 7)};
}

Written year_of(int year) {
    const DaySpan span = span_of(std::clamp(year, 1, 9999)).value_or(DaySpan{1, 1});
    return {span, iso_day(span.first).substr(0, 4)};
}

/// The day after the one `count` months before `day`; a shorter month ends on its last day.
DayNumber months_back(year_month_day day, int count) {
    const auto month = day.year() / day.month() - months(count);
    if (static_cast<int>(month.year()) < 1) return first_day_ever;
    const year_month_day same = month / day.day();
    return day_number(same.ok() ? sys_days(same) : sys_days(month / std::chrono::last)) + 1;
}

/// "7d", "2w", "3m", "1y": so much time up to and with today.
std::optional<Written> last_while(std::string_view text, DayNumber today) {
    const std::string_view digits = text.substr(0, text.size() - 1);
    if (!all_digits(digits) || digits.size() > 4) return std::nullopt;
    const int count = std::atoi(std::string(digits).c_str());
    if (count == 0) return std::nullopt;
    const year_month_day day(day_of(today));
    switch (text.back()) {
        case 'd': return days(today - count + 1, today);
        case 'w': return days(today - 7 * count + 1, today);
        case 'm': return days(months_back(day, count), today);
        case 'y': return days(months_back(day, 12 * count), today);
        default: return std::nullopt;
    }
}

std::optional<Written> relative(std::string_view typed, DayNumber today) {
    const std::string text = ascii_lower(typed);
    const year_month_day day(day_of(today));
    const int year = static_cast<int>(day.year());
    const auto monday =
        today - static_cast<DayNumber>(std::chrono::weekday(day_of(today)).iso_encoding()) + 1;
    if (text == "today") return days(today, today);
    if (text == "yesterday") return days(today - 1, today - 1);
    if (text == "thisweek") return days(monday, monday + 6);
    if (text == "lastweek") return days(monday - 7, monday - 1);
    if (text == "thismonth") return month_of(day);
    if (text == "lastmonth") return month_of(day.year() / day.month() / 1 - months(1));
    if (text == "thisyear") return year_of(year);
    if (text == "lastyear") return year_of(year - 1);
    if (text.size() < 2) return std::nullopt;
    return last_while(text, today);
}

std::optional<Written> written(std::string_view text, DayNumber today) {
    if (const auto iso = parse_iso_span(text)) return Written{iso->span, std::string(text)};
    return relative(text, today);
}

/// The numbers of a text that may be a date: "19.6.2024" holds 19, 6 and 2024.
std::vector<std::string> numbers_of(std::string_view text) {
    std::vector<std::string> numbers(1);
    for (const char c : text) {
        if (c >= '0' && c <= '9') {
            numbers.back() += c;
        } else if (!numbers.back().empty()) {
            numbers.emplace_back();
        }
    }
    if (numbers.back().empty()) numbers.pop_back();
    if (numbers.size() == 1 && numbers[0].size() == 8)
        numbers = {numbers[0].substr(0, 4), numbers[0].substr(4, 2), numbers[0].substr(6)};
    return numbers;
}

/// The month that a word of the text names, 1 to 12: "10 May 2024", "sept. 2024"; 0 for none.
unsigned named_month(std::string_view text) {
    constexpr std::size_t shortest = 3;
    const std::string low = ascii_lower(text);
    const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
    for (auto at = low.begin(); at != low.end();) {
        const auto end = std::find_if_not(at, low.end(), is_letter);
        const std::string_view word(low.data() + (at - low.begin()),
                                    static_cast<std::size_t>(end - at));
        const auto* const month = std::find_if(
            english_months.begin(), english_months.end(),
            [&](std::string_view name) { return ascii_lower(name).starts_with(word); });
        if (word.size() >= shortest && month != english_months.end())
            return static_cast<unsigned>(month - english_months.begin()) + 1;
        at = std::find_if(end, low.end(), is_letter);
    }
    return 0;
}

/// Numbers as a date writes them: year, month and day. A month that is named goes between.
std::vector<std::string> in_order(std::string_view text) {
    auto numbers = numbers_of(text);
    const auto month = named_month(text);
    if (month > 0 && !numbers.empty() && numbers.size() < 3)
        numbers.insert(numbers.begin() + 1, std::to_string(month));
    const bool year_last = numbers.size() >= 3 || (month > 0 && numbers.size() == 2);
    if (year_last && numbers.back().size() == 4 && numbers[0].size() < 4)
        std::swap(numbers[0], numbers.back());  // day or month first
    return numbers;
}

/// Whether day and month may be told apart in two ways: "05/10/2024".
bool is_ambiguous(std::string_view text) {
    const auto numbers = numbers_of(text);
    const auto is_month = [](const std::string& number) {
        return number.size() <= 2 && std::atoi(number.c_str()) >= 1
               && std::atoi(number.c_str()) <= 12;
    };
    return numbers.size() == 3 && numbers[2].size() == 4 && numbers[2] != "0000"
           && is_month(numbers[0]) && is_month(numbers[1])
           && std::atoi(numbers[0].c_str()) != std::atoi(numbers[1].c_str());
}

/// The date that was probably meant, or nothing.
std::string nearest_date(std::string_view text) {
    if (is_ambiguous(text)) return {};
    auto numbers = in_order(text);
    if (numbers.empty() || numbers[0].size() != 4 || numbers[0] == "0000") return {};
    const int year = std::atoi(numbers[0].c_str());
    if (numbers.size() == 1) return numbers[0];
    const auto small = [](const std::string& digits) {
        return static_cast<unsigned>(std::atoi(digits.substr(0, 4).c_str()));
    };
    unsigned month = small(numbers[1]);
    unsigned day = numbers.size() > 2 ? small(numbers[2]) : 0;
    if (numbers.size() > 2 && month > 12 && day >= 1 && day <= 12) std::swap(month, day);
    month = std::clamp(month, 1U, 12U);
    const DaySpan whole = span_of(year, month).value_or(DaySpan{1, 1});
    if (numbers.size() == 2) return iso_day(whole.first).substr(0, 7);
    const auto length = static_cast<unsigned>(whole.last - whole.first + 1);
    return iso_day(whole.first + static_cast<DayNumber>(std::clamp(day, 1U, length)) - 1);
}

std::string complaint(std::string_view text) {
    const std::string quoted = '"' + std::string(text) + '"';
    const auto parts = split(text, '-');
    const bool shaped = parts.size() <= 3 && parts[0].size() == 4
                        && std::all_of(parts.begin(), parts.end(), all_digits)
                        && std::all_of(parts.begin() + 1, parts.end(),
                                       [](std::string_view part) { return part.size() == 2; });
    if (shaped && parts[0] == "0000") return quoted + " is not a year; years run 0001 to 9999";
    if (shaped && parts.size() > 1) {
        if (!parse_iso_span(text.substr(0, 7)))
            return quoted + " is not a month; months run 01 to 12";
        const DaySpan month = parse_iso_span(text.substr(0, 7))->span;
        return quoted + " is not a day; " + std::string(text.substr(0, 7)) + " has "
               + std::to_string(month.last - month.first + 1) + " days";
    }
    if (is_ambiguous(text)) {
        const auto numbers = numbers_of(text);
        const auto date = [&](std::size_t month, std::size_t day) {
            return iso_day(span_of(std::atoi(numbers[2].c_str()),
                                   static_cast<unsigned>(std::atoi(numbers[month].c_str())))
                               ->first
                           + std::atoi(numbers[day].c_str()) - 1);
        };
        return quoted + " may be " + date(0, 1) + " or " + date(1, 0);
    }
    return quoted + " is not a date; dates are written 2024, 2024-06, 2024-06-19, today or 7d";
}

/// One reading of one value; the parts that every failure names.
class DateReader {
public:
    DateReader(std::string_view field, std::string_view value, DayNumber today)
        : field_(field), value_(value), today_(today) {}

    Result<DateQuery> read() const {
        const auto dots = value_.find("..");
        if (open_sided()) {
            if (dots == std::string_view::npos) return one_side();
            return failure(ErrorCode::query_bad_date, value_,
                           std::string(field_) + ": takes one date, and \"" + std::string(value_)
                               + "\" is a range",
                           "date:" + std::string(value_));
        }
        if (dots != std::string_view::npos)
            return range(value_.substr(0, dots), value_.substr(dots + 2));
        const auto date = written(value_, today_);
        if (!date) return unreadable(value_);
        return query(date->text, date->span);
    }

private:
    bool open_sided() const {
        return field_ == "since" || field_ == "after" || field_ == "until" || field_ == "before";
    }

    DateQuery query(std::string value, DaySpan span) const {
        DateQuery result;
        result.field = field_;
        result.value = std::move(value);
        if (field_ == "added") result.basis = DateBasis::added;
        if (field_ == "updated") result.basis = DateBasis::updated;
        result.first = span.first;
        result.last = span.last;
        return result;
    }

    /// The text of `date` as an end of a range: a span of days is cut to its outer day.
    static std::string end_text(const Written& date, DayNumber outer) {
        return date.text.find("..") == std::string::npos ? date.text : iso_day(outer);
    }

    Result<DateQuery> one_side() const {
        const auto date = written(value_, today_);
        if (!date) return unreadable(value_);
        DaySpan span{first_day_ever, last_day_ever};
        if (field_ == "since") span.first = date->span.first;
        if (field_ == "after") span.first = date->span.last + 1;
        if (field_ == "until") span.last = date->span.last;
        if (field_ == "before") span.last = date->span.first - 1;
        if (span.first > span.last)
            return failure(ErrorCode::query_bad_date, value_,
                           "there is no day " + std::string(field_) + " \"" + std::string(value_)
                               + "\"; years run 0001 to 9999",
                           "date:" + date->text);
        const bool from_start = field_ == "since" || field_ == "before";
        return query(end_text(*date, from_start ? date->span.first : date->span.last), span);
    }

    Result<DateQuery> range(std::string_view left, std::string_view right) const {
        left = trimmed(left);
        right = trimmed(right);
        if (left.empty() && right.empty())
            return failure(
                ErrorCode::query_bad_date, value_,
                "\"" + std::string(value_) + "\" is a range without a beginning or an end",
                "has:date");
        DaySpan span{first_day_ever, last_day_ever};
        std::string from;
        std::string to;
        if (!left.empty()) {
            const auto date = written(left, today_);
            if (!date) return unreadable(left);
            span.first = date->span.first;
            from = end_text(*date, span.first);
        }
        if (!right.empty()) {
            const auto date = written(right, today_);
            if (!date) return unreadable(right);
            span.last = date->span.last;
            to = end_text(*date, span.last);
        }
        if (span.first > span.last)
            return failure(ErrorCode::query_reversed_range, value_,
                           "\"" + std::string(value_) + "\" ends before it begins",
                           std::string(field_) + ":" + to + ".." + from);
        return query(from + ".." + to, span);
    }

    Result<DateQuery> unreadable(std::string_view part) const {
        const std::string date = nearest_date(part);
        std::string hint;
        if (!date.empty()) {
            hint = std::string(field_) + ":" + std::string(value_);
            const auto at =
                field_.size() + 1 + static_cast<std::size_t>(part.data() - value_.data());
            hint.replace(at, part.size(), date);
        }
        return failure(ErrorCode::query_bad_date, part, complaint(part), std::move(hint));
    }

    Error failure(ErrorCode code, std::string_view part, std::string message,
                  std::string hint) const {
        const auto begin = static_cast<std::size_t>(part.data() - value_.data());
        const std::size_t start = code_points(value_.substr(0, begin));
        return Error{
            code,
            std::move(message),
            {},
            Place{{}, start, start + code_points(part), std::string(part), std::move(hint)}};
    }

    std::string_view field_;
    std::string_view value_;
    DayNumber today_;
};

}  // namespace

Result<DateQuery> read_date(std::string_view field, std::string_view value, DayNumber today) {
    return DateReader(field, value, today).read();
}

}  // namespace archive
