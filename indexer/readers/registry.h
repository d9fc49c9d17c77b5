// SPDX-License-Identifier: GPL-2.0-or-later
// registry.h - The one table of formats that are read.
//
// A format is recognised by what a file holds, never by its extension. To add one, write a Reader
// and a row in registry.cc; the more particular formats come first, plain text last. What is known
// and not read stands in unread_formats.h.
#pragma once

#include "indexer/readers/reader.h"
#include "indexer/readers/record_fields.h"

#include <cstddef>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace indexer {

class Registry;

/// What readers are told by the settings.
struct ReaderSettings {
    FieldNames fields = FieldNames::standard();  ///< with readers.mapping added
};

/// One format that is read.
struct Format {
    std::string_view name;        ///< "jsonl"; docs/formats.md has a section for it
    std::string_view help;        ///< one line
    std::string_view extensions;  ///< usual ones, for the documentation: ".jsonl .ndjson"
    /// The registry is for formats whose records are files of other formats; it outlives the
    /// reader.
    std::unique_ptr<Reader> (*make)(const ReaderSettings& settings, const Registry& registry);
};

/// All formats that are read, the more particular first.
std::span<const Format> formats();

/// Readers made after one set of settings. Thread-safe once made.
class Registry {
public:
    explicit Registry(const ReaderSettings& settings = {});
    Registry(const Registry&) = delete;
    Registry& operator=(const Registry&) = delete;

    /// The reader for a file that begins with `head`, at most its first 4096 bytes in UTF-8; null
    /// when no format that is read is recognised:
    /// unread_format() may know its name.
    const Reader* reader_for(std::string_view head) const;

private:
    std::vector<std::unique_ptr<Reader>> readers_;
};

}  // namespace indexer
