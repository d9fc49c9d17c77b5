// SPDX-License-Identifier: GPL-2.0-or-later
// fuzz_json.cc - Any bytes as JSON: both readers end, number their records in order and hand over
// text that is UTF-8 without NUL.
#include "archive/base/text.h"
#include "indexer/readers/file_bytes.h"
#include "indexer/readers/json.h"
#include "indexer/readers/jsonl.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

void require(bool held) {
    if (!held) std::abort();
}

void require_text(std::string_view text) {
    require(archive::is_utf8(text) && text.find('\0') == std::string_view::npos);
}

void read_all(const indexer::Reader& reader, std::string_view input) {
    indexer::MemoryBytes bytes{std::string(input)};
    std::uint64_t last = 0;
    reader.read(bytes, {"a.json", "folder"}, [&](const indexer::Record& record) {
        require(record.record >= last);
        last = record.record;
        if (record.kind != indexer::Record::Kind::article) return true;
        const auto& article = record.article;
        require_text(article.title);
        require_text(article.external_id);
        require_text(article.byline);
        for (const auto& zone : article.zones) require_text(zone.text);
        for (const auto& tag : article.tags) require_text(tag);
        for (const auto& field : article.other) require_text(field.second);
        return true;
    });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string input(data, data + size);
    const indexer::FieldNames& names = indexer::FieldNames::standard();
    const indexer::JsonReader json(names);
    const indexer::JsonlReader jsonl(names);
    json.recognises(input);
    jsonl.recognises(input);
    read_all(json, input);
    read_all(jsonl, input);
    return 0;
}
