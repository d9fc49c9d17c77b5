// SPDX-License-Identifier: GPL-2.0-or-later
// fuzz_csv.cc - Any bytes as a table: the reader ends and hands over clean records in order.
#include "indexer/readers/csv.h"
#include "tests/fuzz/reader_checks.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const indexer::CsvReader reader(indexer::FieldNames::standard());
    check_reader(reader, std::string(data, data + size));
    return 0;
}
