// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/routes/parameters.h"

#include "archive/base/text.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <ctime>
#include <optional>
#include <set>

namespace server {

using archive::Error;
using archive::ErrorCode;

namespace {

std::string in_marks(std::string_view text) {
    return '"' + std::string(text) + '"';
}

/// "published, updated or added".
std::string spoken(std::string_view choices) {
    std::string out;
    const auto words = archive::split(choices, ' ');
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) out += i + 1 < words.size() ? ", " : " or ";
        out += words[i];
    }
    return out;
}

/// The name most like a mistyped one; empty when none is like it: "query" is no slip for "story".
std::string nearest(std::string_view typed, const std::vector<std::string>& names) {
    constexpr std::size_t farthest = 3;
    std::size_t best = farthest + 1;
    std::string found;
    for (const auto& name : names) {
        const auto distance = archive::edit_distance(archive::ascii_lower(typed), name, farthest);
        const bool alike = distance * 2 <= std::max(typed.size(), name.size());
        if (distance >= best || distance >= name.size() || !alike) continue;
        best = distance;
        found = name;
    }
    return found;
}

std::string nearest_choice(std::string_view typed, std::string_view choices) {
    std::vector<std::string> names;
    for (const auto choice : archive::split(choices, ' ')) names.emplace_back(choice);
    return nearest(typed, names);
}

Error fault(ErrorCode code, std::string message, std::string_view parameter, std::string_view found,
            std::string hint = {}) {
    return {code,
            std::move(message),
            {},
            archive::Place{std::string(parameter), 0, archive::code_points(found),
                           std::string(found), std::move(hint)}};
}

/// The calendar date that "2024/6/1", "2024-06-31" or "2024-13" most likely meant; empty for what
/// does not begin with a year.
std::string mended_date(std::string_view text) {
    std::string mended, part;
    for (std::size_t i = 0, parts = 0; i <= text.size() && parts < 3; ++i) {
        if (i < text.size() && text[i] >= '0' && text[i] <= '9') {
            part += text[i];
            continue;
        }
        if (part.size() == 1) part.insert(0, 1, '0');
        std::string longer = mended;
        if (!mended.empty()) longer += '-';
        longer += part;
        if (!archive::parse_iso_span(longer)) break;
        mended = longer;
        part.clear();
        ++parts;
    }
    return mended;
}

/// Reads one address; lives for it.
class AddressReader {
public:
    AddressReader(std::span<const ParameterRow> own, TakesSearch takes_search, ReadParameters& into)
        : own_(own), takes_search_(takes_search), into_(into) {
        for (const auto& row : own) into_.own.emplace(row.name, std::string(row.initial));
    }

    void read(const Parameter& parameter) {
        const auto* row = row_of(parameter.name);
        const bool excluded = row == nullptr && parameter.name.starts_with('-');
        if (excluded) {
            row = row_of(std::string_view(parameter.name).substr(1));
            if (row != nullptr && !row->filter) row = nullptr;
        }
        if (row == nullptr) return refuse_name(parameter.name);
        const auto times = row->repeats == Repeats::no ? 1 : row->times;
        if (++seen_[row->name] > times && times != 0) {
            const auto often = times == 1 ? "once" : std::to_string(times) + " times";
            return refuse(fault(ErrorCode::parameter_repeated,
                                in_marks(row->name) + " may be given " + often, row->name,
                                parameter.value));
        }
        take(*row, parameter.value, excluded);
    }

    /// What the address should have said.
    void finish() {
        for (const auto& row : own_) {
            if (row.needed == Needed::no || seen_.count(row.name) > 0) continue;
            refuse(fault(ErrorCode::parameter_bad_value,
                         in_marks(row.name) + " is missing: " + std::string(row.help), row.name,
                         {}));
        }
    }

private:
    const ParameterRow* row_of(std::string_view name) const {
        const auto named = [name](const ParameterRow& row) { return row.name == name; };
        const auto own = std::find_if(own_.begin(), own_.end(), named);
        if (own != own_.end()) return &*own;
        if (takes_search_ == TakesSearch::no) return nullptr;
        const auto rows = search_parameters();
        const auto found = std::find_if(rows.begin(), rows.end(), named);
        return found == rows.end() ? nullptr : &*found;
    }

    void refuse(Error error) { into_.errors.push_back(std::move(error)); }

    void refuse_name(const std::string& name) {
        std::vector<std::string> names;
        for (const auto& row : own_) names.emplace_back(row.name);
        if (takes_search_ == TakesSearch::yes) {
            for (const auto& row : search_parameters()) {
                names.emplace_back(row.name);
                if (row.filter) names.push_back("-" + std::string(row.name));
            }
        }
        auto hint = nearest(name, names);
        auto message = in_marks(name) + " is no parameter of this address";
        if (!hint.empty()) message += "; the nearest is " + in_marks(hint);
        refuse(fault(ErrorCode::parameter_unknown, std::move(message), name, name, hint));
    }

    void refuse_value(const ParameterRow& row, std::string_view value, std::string takes,
                      std::string hint = {}) {
        refuse(fault(ErrorCode::parameter_bad_value,
                     in_marks(value) + " is no value of " + in_marks(row.name) + ", which takes "
                         + std::move(takes),
                     row.name, value, std::move(hint)));
    }

    void take(const ParameterRow& row, std::string_view value, bool excluded) {
        switch (row.takes) {
            case Takes::text: return put(row, {value, 0}, excluded);
            case Takes::value:
                if (value.empty()) return refuse_value(row, value, "a value");
                return put(row, {value, 0}, excluded);
            case Takes::choice: return take_choice(row, value, excluded);
            case Takes::list:
                for (const auto item : archive::split(value, ',')) take_choice(row, item, excluded);
                return;
            case Takes::number: return take_number(row, value);
            case Takes::date: return take_date(row, value);
        }
    }

    void take_choice(const ParameterRow& row, std::string_view value, bool excluded) {
        const auto choices = archive::split(row.choices, ' ');
        const auto found = std::find(choices.begin(), choices.end(), value);
        if (value.empty() || found == choices.end()) {
            return refuse_value(row, value, spoken(row.choices),
                                nearest_choice(value, row.choices));
        }
        put(row, {value, static_cast<std::uint32_t>(found - choices.begin())}, excluded);
    }

    void take_number(const ParameterRow& row, std::string_view value) {
        std::uint32_t number = 0;
        const auto* const end = value.data() + value.size();
        const auto read = std::from_chars(value.data(), end, number);
        const bool digits = !value.empty() && read.ec == std::errc() && read.ptr == end;
        if (digits && number >= row.least && number <= row.most)
            return put(row, {value, number}, false);
        auto takes =
            "a number from " + std::to_string(row.least) + " to " + std::to_string(row.most);
        if (row.name == "offset") takes += "; follow \"next\", or narrow by date, to go further";
        const bool too_large = read.ptr == end && !value.empty() && value.front() != '-';
        refuse_value(row, value, std::move(takes),
                     std::to_string(too_large && number < row.least ? row.least
                                    : too_large                     ? row.most
                                                                    : default_of(row)));
    }

    static std::uint32_t default_of(const ParameterRow& row) {
        std::uint32_t number = row.least;
        std::from_chars(row.initial.data(), row.initial.data() + row.initial.size(), number);
        return number;
    }

    void take_date(const ParameterRow& row, std::string_view value) {
        if (archive::parse_iso_span(value)) return put(row, {value, 0}, false);
        refuse(fault(ErrorCode::parameter_bad_date,
                     in_marks(value) + " is no date; " + in_marks(row.name)
                         + " takes 2024, 2024-06 or 2024-06-19",
                     row.name, value, mended_date(value)));
    }

    void put(const ParameterRow& row, const CheckedValue& value, bool excluded) {
        if (row.filter) {
            into_.search.filters.push_back(
                {std::string(row.name), std::string(value.text), excluded});
        } else if (row.put != nullptr) {
            row.put(into_.search, value);
        } else if (row.repeats == Repeats::yes) {
            into_.repeated[row.name].emplace_back(value.text);
        } else if (row.takes == Takes::list && listed_.count(row.name) > 0) {
            into_.own[row.name] += ',' + std::string(value.text);
        } else {
            listed_.insert(row.name);
            into_.own[row.name] = value.text;
        }
    }

    std::span<const ParameterRow> own_;
    TakesSearch takes_search_;
    ReadParameters& into_;
    std::map<std::string_view, std::uint32_t> seen_;  ///< how often each was given
    std::set<std::string_view> listed_;               ///< own rows that were given a value
};

}  // namespace

std::uint32_t ReadParameters::number(std::string_view name) const {
    const auto& text = value(name);
    std::uint32_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

ReadParameters read_parameters(std::span<const Parameter> parameters,
                               std::span<const ParameterRow> own, TakesSearch takes_search,
                               archive::DayNumber today) {
    ReadParameters read;
    read.search.today = today;
    AddressReader reader(own, takes_search, read);
    for (const auto& parameter : parameters) reader.read(parameter);
    reader.finish();
    const auto& [from, to] = std::pair(read.search.from, read.search.to);
    if (from && to && from->span.first > to->span.last) {
        read.errors.push_back(fault(ErrorCode::parameter_reversed_range,
                                    "from " + archive::iso_day(from->span.first)
                                        + " is later than to " + archive::iso_day(to->span.last),
                                    "from", archive::iso_day(from->span.first)));
    }
    return read;
}

archive::DayNumber local_today() {
    const std::time_t now = std::time(nullptr);
    std::tm local{};
    ::localtime_r(&now, &local);
    const std::chrono::year_month_day day{
        std::chrono::year(local.tm_year + 1900),
        std::chrono::month(static_cast<unsigned>(local.tm_mon) + 1),
        std::chrono::day(static_cast<unsigned>(local.tm_mday))};
    return archive::day_number(std::chrono::sys_days(day));
}

}  // namespace server
