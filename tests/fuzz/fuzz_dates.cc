// SPDX-License-Identifier: GPL-2.0-or-later
// A date that is read is a day of the calendar, lies where it says and is written in the text.
#include "archive/base/text.h"
#include "indexer/analysis/dates.h"
#include "indexer/analysis/url_dates.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

void check(const archive::Date& date) {
    const bool span = date.span.first >= archive::first_day_ever
                      && date.span.last <= archive::last_day_ever
                      && date.span.first <= date.span.last;
    if (!span || date.certainty != archive::Certainty::stated) std::abort();
    if (date.precision == archive::Precision::none) std::abort();
    if (date.minute_of_day && (*date.minute_of_day < 0 || *date.minute_of_day > 1'439)) {
        std::abort();
    }
    if (date.utc_offset && (*date.utc_offset < -840 || *date.utc_offset > 840)) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(bytes), size);
    for (const bool month_first : {false, true}) {
        indexer::DateHints hints;
        hints.month_first = month_first;
        if (const auto date = indexer::parse_written_date(text, hints)) check(*date);
        if (const auto found = indexer::find_date(text, hints)) {
            check(found->date);
            if (found->first >= found->last || found->last > text.size()) std::abort();
            if (archive::is_utf8(text) && !archive::is_utf8(found->date.evidence)) std::abort();
        }
    }
    if (const auto date = indexer::day_in_url(text)) check(*date);
    if (const auto date = indexer::month_in_url(text)) check(*date);
    return 0;
}
