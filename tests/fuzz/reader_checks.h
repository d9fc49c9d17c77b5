// SPDX-License-Identifier: GPL-2.0-or-later
// reader_checks.h - What holds of every record of every reader, for the fuzz targets of readers.
#pragma once

#include "archive/base/text.h"
#include "indexer/readers/file_bytes.h"
#include "indexer/readers/reader.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

inline void require(bool held) {
    if (!held) std::abort();
}

inline void require_text(std::string_view text) {
    require(archive::is_utf8(text) && text.find('\0') == std::string_view::npos);
}

/// Reads `input` to its end: records are numbered in order, and all text is UTF-8 without NUL.
inline void check_reader(const indexer::Reader& reader, std::string_view input) {
    reader.recognises(input.substr(0, 4096));
    indexer::MemoryBytes bytes{std::string(input)};
    std::uint64_t last = 0;
    reader.read(bytes, {"a", "folder"}, [&](const indexer::Record& record) {
        require(record.record >= last);
        last = record.record;
        require_text(record.note);
        if (record.kind == indexer::Record::Kind::rejected) {
            require_text(record.error.message);
            return true;
        }
        const auto& article = record.article;
        for (const auto* text : {&article.title, &article.external_id, &article.byline,
                                 &article.source, &article.section, &article.language, &article.url,
                                 &article.standfirst, &article.published.evidence}) {
            require_text(*text);
        }
        for (const auto& zone : article.zones) require_text(zone.text);
        for (const auto& tag : article.tags) require_text(tag);
        for (const auto& author : article.authors) require_text(author);
        for (const auto& entity : article.entities) require_text(entity.name);
        for (const auto& [name, value] : article.other) {
            require_text(name);
            require_text(value);
        }
        return true;
    });
}
