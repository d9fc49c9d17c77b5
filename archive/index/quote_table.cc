// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/quote_table.h"

#include "archive/index/number_bytes.h"

namespace archive {

namespace {

std::uint64_t stored(const std::optional<std::uint32_t>& number) {
    return number ? std::uint64_t{*number} + 1 : 0;
}

std::uint32_t small_number(NumberBytes& bytes) {
    const auto value = bytes.number();
    if (value > UINT32_MAX) throw Failure(ErrorCode::index_damaged, "holds too large a number");
    return static_cast<std::uint32_t>(value);
}

std::optional<std::uint32_t> taken(NumberBytes& bytes) {
    const auto value = small_number(bytes);
    if (value == 0) return std::nullopt;
    return value - 1;
}

}  // namespace

void put_quotes(std::string& bytes, const std::vector<StoredQuote>& quotes) {
    for (const auto& quote : quotes) {
        put_number(bytes, quote.words.first);
        put_number(bytes, quote.words.last - quote.words.first);
        put_number(bytes, stored(quote.speaker));
        put_number(bytes, stored(quote.via));
        put_number(bytes, quote.zone);
        put_number(bytes, quote.begin);
        put_number(bytes, quote.end - quote.begin);
        put_number(bytes, static_cast<std::uint64_t>(quote.basis));
        put_number(bytes, quote.confidence);
    }
}

std::vector<StoredQuote> quotes_from(std::string_view bytes) {
    std::vector<StoredQuote> quotes;
    NumberBytes numbers(bytes);
    while (!numbers.at_end()) {
        auto& quote = quotes.emplace_back();
        quote.words.first = small_number(numbers);
        quote.words.last = quote.words.first + small_number(numbers);
        quote.speaker = taken(numbers);
        quote.via = taken(numbers);
        quote.zone = small_number(numbers);
        quote.begin = small_number(numbers);
        quote.end = quote.begin + small_number(numbers);
        const auto basis = small_number(numbers);
        if (basis >= quote_bases)
            throw Failure(ErrorCode::index_damaged, "holds a quotation of no known basis");
        quote.basis = static_cast<QuoteBasis>(basis);
        quote.confidence = static_cast<std::uint8_t>(small_number(numbers));
    }
    return quotes;
}

}  // namespace archive
