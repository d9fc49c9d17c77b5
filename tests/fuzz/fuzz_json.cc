// SPDX-License-Identifier: GPL-2.0-or-later
// fuzz_json.cc - Any bytes as JSON: both readers end and hand over clean records in order.
#include "indexer/readers/json.h"
#include "indexer/readers/jsonl.h"
#include "tests/fuzz/reader_checks.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const indexer::JsonReader json(indexer::FieldNames::standard());
    static const indexer::JsonlReader jsonl(indexer::FieldNames::standard());
    const std::string input(data, data + size);
    check_reader(json, input);
    check_reader(jsonl, input);
    return 0;
}
