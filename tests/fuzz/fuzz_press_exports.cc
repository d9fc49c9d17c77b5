// SPDX-License-Identifier: GPL-2.0-or-later
// Whatever the bytes, every kind of export yields valid UTF-8 and ends; so do RTF and mail.
#include "archive/base/text.h"
#include "indexer/analysis/chain.h"
#include "indexer/readers/documents/documents.h"
#include "indexer/readers/exports/press_exports.h"
#include "indexer/readers/file_bytes.h"
#include "indexer/readers/mail/mail.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

namespace {

bool check(indexer::Record record) {
    if (record.kind != indexer::Record::Kind::article) return true;
    auto& article = record.article;
    for (const auto& zone : article.zones) {
        if (!archive::is_utf8(zone.text)) std::abort();
    }
    for (const auto* text : {&article.title, &article.byline, &article.source, &article.section,
                             &article.standfirst, &article.external_id, &article.url}) {
        if (!archive::is_utf8(*text) || text->find('\0') != std::string::npos) std::abort();
    }
    for (const auto& [name, value] : article.other) {
        if (!archive::is_utf8(name) || !archive::is_utf8(value)) std::abort();
    }
    indexer::analyse(article);
    return true;
}

void read(const indexer::Reader& reader, const std::string& input) {
    indexer::MemoryBytes bytes(input);
    reader.read(bytes, {"/a", "a"}, check);
}

}  // namespace

/// The first byte says which reader gets the rest.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    if (size == 0) return 0;
    const std::string input(reinterpret_cast<const char*>(bytes) + 1, size - 1);
    const indexer::Origin origin{"/a", "a"};
    switch (bytes[0] % 6) {
        case 0: read(indexer::RtfReader(), input); break;
        case 1: read(indexer::MailReader(), input); break;
        case 2: read(indexer::WordReader(), input); break;
        case 3: read(indexer::OpenDocumentReader(), input); break;
        default: {
            const auto* kind =
                bytes[0] % 6 == 4 ? indexer::text_export(input) : indexer::page_export(input);
            if (kind == nullptr) break;
            indexer::MemoryBytes text(input);
            indexer::read_export(*kind, text, origin, check);
        }
    }
    return 0;
}
