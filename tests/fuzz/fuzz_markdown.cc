// SPDX-License-Identifier: GPL-2.0-or-later
// fuzz_markdown.cc - Any bytes as Markdown with front matter: the reader ends and hands over clean
// records in order.
#include "indexer/readers/markdown.h"
#include "tests/fuzz/reader_checks.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const indexer::MarkdownReader reader(indexer::FieldNames::standard());
    check_reader(reader, std::string(data, data + size));
    return 0;
}
