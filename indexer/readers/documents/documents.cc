// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/documents/documents.h"

#include "archive/base/limits.h"
#include "indexer/readers/documents/document_text.h"
#include "indexer/readers/documents/office_text.h"
#include "indexer/readers/documents/rtf_text.h"
#include "indexer/readers/documents/zipped_parts.h"
#include "indexer/readers/file_bytes.h"

#include <array>
#include <span>
#include <string>
#include <utility>

namespace indexer {

namespace {

using archive::Error;
using archive::ErrorCode;

void reject(Error error, const RecordSink& sink) {
    Record record;
    record.kind = Record::Kind::rejected;
    record.record = 0;
    record.error = std::move(error);
    sink(std::move(record));
}

/// Reads a zipped document whose text is in the part `names.front()`.
void read_zipped(Bytes& bytes, std::span<const std::string_view> names,
                 DocumentText (*text_of)(const DocumentParts&), const Origin& origin,
                 std::string_view reader, const RecordSink& sink) {
    const auto parts = zipped_parts(bytes, names);
    if (!parts) {
        reject(parts.error(), sink);
    } else if (parts->find(std::string(names.front())) == parts->end()) {
        reject({ErrorCode::article_unreadable,
                "a document without its part " + std::string(names.front()),
                {},
                {}},
               sink);
    } else {
        read_document(text_of(*parts), origin, reader, sink);
    }
}

}  // namespace

bool RtfReader::recognises(std::string_view head) const {
    return head.starts_with("{\\rtf");
}

void RtfReader::read(Bytes& bytes, const Origin& origin, const RecordSink& sink) const {
    const auto whole = read_whole(bytes, archive::limits::container_entry_bytes);
    if (whole.more) {
        reject({ErrorCode::article_too_large,
                "a document of more than "
                    + std::to_string(archive::limits::container_entry_bytes >> 20U) + " MiB",
                {},
                {}},
               sink);
        return;
    }
    read_document(rtf_text(whole.text), origin, name(), sink);
}

bool WordReader::recognises(std::string_view head) const {
    return zipped_kind(head) == ZippedKind::word;
}

void WordReader::read(Bytes& bytes, const Origin& origin, const RecordSink& sink) const {
    constexpr std::array<std::string_view, 2> names{"word/document.xml", "docProps/core.xml"};
    read_zipped(bytes, names, word_text, origin, name(), sink);
}

bool OpenDocumentReader::recognises(std::string_view head) const {
    return zipped_kind(head) == ZippedKind::open_text;
}

void OpenDocumentReader::read(Bytes& bytes, const Origin& origin, const RecordSink& sink) const {
    constexpr std::array<std::string_view, 2> names{"content.xml", "meta.xml"};
    read_zipped(bytes, names, open_document_text, origin, name(), sink);
}

}  // namespace indexer
