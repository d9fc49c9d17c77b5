// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/reading_settings.h"

#include "archive/base/text.h"

namespace indexer {

using archive::ErrorCode;
using archive::Failure;

ReaderSettings reader_settings(const archive::Settings& settings) {
    ReaderSettings readers;
    for (const auto& row : settings.list("readers.mapping")) {
        const auto equals = row.find('=');
        if (equals == std::string::npos) {
            throw Failure(ErrorCode::bad_setting, "readers.mapping takes field=name, not \""
                                                      + archive::escaped(row) + "\"");
        }
        if (auto added = readers.fields.add(row.substr(0, equals), row.substr(equals + 1)); !added)
            throw Failure(added.error());
    }
    return readers;
}

ReadOptions read_options(const archive::Settings& settings) {
    ReadOptions options;
    options.limits.levels = static_cast<std::size_t>(settings.number("container.levels"));
    options.limits.ratio = static_cast<std::size_t>(settings.number("container.ratio"));
    options.limits.entries = static_cast<std::size_t>(settings.number("container.entries"));
    options.limits.entry_bytes = static_cast<std::size_t>(settings.number("container.entry_mib"))
                                 << 20U;
    return options;
}

}  // namespace indexer
