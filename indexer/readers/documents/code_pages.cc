// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/documents/code_pages.h"

#include "archive/base/text.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <utility>

namespace indexer {

namespace {

constexpr std::array<std::pair<int, int>, 16> charsets{{{0, 1252},
                                                        {77, 10000},
                                                        {128, 932},
                                                        {129, 949},
                                                        {134, 936},
                                                        {136, 950},
                                                        {161, 1253},
                                                        {162, 1254},
                                                        {163, 1258},
                                                        {177, 1255},
                                                        {178, 1256},
                                                        {186, 1257},
                                                        {204, 1251},
                                                        {222, 874},
                                                        {238, 1250},
                                                        {255, 437}}};

/// ICU's name of a code page.
std::string converter_name(int page) {
    switch (page) {
        case 437: return "ibm-437";
        case 850: return "ibm-850";
        case 10000: return "macintosh";
        case 65001: return "UTF-8";
        case 932: return "windows-31j";
        case 936: return "gb18030";
        default: return "windows-" + std::to_string(page);
    }
}

}  // namespace

int code_page_of_charset(int charset) {
    const auto found = std::find_if(charsets.begin(), charsets.end(),
                                    [&](const auto& each) { return each.first == charset; });
    return found == charsets.end() ? 0 : found->second;
}

void CodePages::Close::operator()(UConverter* converter) const {
    ucnv_close(converter);
}

std::string CodePages::decoded(std::string_view bytes, int page) {
    constexpr std::size_t most_pages = 64;  // the numbers come from the file
    if (converters_.size() >= most_pages && converters_.find(page) == converters_.end()) {
        page = 1252;
    }
    auto& converter = converters_[page];
    if (!converter) {
        UErrorCode status = U_ZERO_ERROR;
        converter.reset(ucnv_open(converter_name(page).c_str(), &status));
        status = U_ZERO_ERROR;
        if (!converter) converter.reset(ucnv_open("windows-1252", &status));
        if (!converter) return {};
    }
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString text(bytes.data(), static_cast<int32_t>(bytes.size()), converter.get(),
                                  status);
    std::string utf8;
    if (U_SUCCESS(status)) text.toUTF8String(utf8);
    return archive::to_valid_utf8(utf8);
}

}  // namespace indexer
