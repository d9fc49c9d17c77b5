// SPDX-License-Identifier: GPL-2.0-or-later
// fuzz_pdf.cc - Any bytes as a PDF document: reading ends, and articles are UTF-8 without NUL.
#include "archive/base/text.h"
#include "indexer/readers/file_bytes.h"
#include "indexer/readers/pdf.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

void require_text(std::string_view text) {
    if (!archive::is_utf8(text) || text.find('\0') != std::string_view::npos) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string input(data, data + size);
    const indexer::PdfReader reader;
    reader.recognises(input);
    indexer::MemoryBytes bytes(input);
    reader.read(bytes, {"a.pdf", "f"}, [&](const indexer::Record& record) {
        require_text(record.article.title);
        for (const auto& zone : record.article.zones) require_text(zone.text);
        for (const auto& field : record.article.other) require_text(field.second);
        return true;
    });
    return 0;
}
