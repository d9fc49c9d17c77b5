// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/word_breaks.h"

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <cstdint>
#include <memory>

namespace archive {

namespace {

icu::BreakIterator* walker() {
    thread_local const std::unique_ptr<icu::BreakIterator> kept = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<icu::BreakIterator> made(
            icu::BreakIterator::createWordInstance(icu::Locale("th"), status));
        return U_SUCCESS(status) ? std::move(made) : nullptr;
    }();
    return kept.get();
}

}  // namespace

void for_each_break(std::string_view run,
                    const std::function<void(std::size_t begin, std::size_t end)>& sink) {
    auto* const breaks = walker();
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UText, decltype(&utext_close)> text(
        utext_openUTF8(nullptr, run.data(), static_cast<std::int64_t>(run.size()), &status),
        utext_close);
    if (breaks != nullptr && U_SUCCESS(status)) breaks->setText(text.get(), status);
    if (breaks == nullptr || U_FAILURE(status)) {
        sink(0, run.size());
        return;
    }
    auto begin = static_cast<std::size_t>(breaks->first());
    for (auto next = breaks->next(); next != icu::BreakIterator::DONE; next = breaks->next()) {
        const auto end = static_cast<std::size_t>(next);
        sink(begin, end);
        begin = end;
    }
}

}  // namespace archive
