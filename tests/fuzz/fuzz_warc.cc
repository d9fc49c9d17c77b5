// SPDX-License-Identifier: GPL-2.0-or-later
// fuzz_warc.cc - Any bytes as a web crawl, as they are and as the block of a good record: reading
// ends, records come in order, and articles are UTF-8 without NUL.
#include "archive/base/text.h"
#include "indexer/readers/file_bytes.h"
#include "indexer/readers/registry.h"
#include "indexer/readers/warc.h"

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

void read_crawl(const std::string& input) {
    static const indexer::Registry registry;
    indexer::MemoryBytes bytes(input);
    std::uint64_t last = 0;
    indexer::WarcReader(registry).read(bytes, {"a.warc", "f"}, [&](const indexer::Record& record) {
        require(record.record >= last);
        last = record.record;
        require_text(record.note);
        const auto& article = record.article;
        require_text(article.title);
        require_text(article.url);
        require_text(article.source);
        require_text(article.external_id);
        for (const auto& zone : article.zones) require_text(zone.text);
        for (const auto& field : article.other) require_text(field.second);
        return true;
    });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string input(data, data + size);
    indexer::is_web_crawl(input);
    read_crawl(input);
    read_crawl(
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/b\r\n"
        "Content-Length: "
        + std::to_string(size) + "\r\n\r\n" + input + "\r\n\r\n" + "WARC/1.0\r\n" + input);
    return 0;
}
