// SPDX-License-Identifier: GPL-2.0-or-later
// documents.h - Files of word processors: RTF, Word (.docx) and OpenDocument (.odt).
//
// Press databases deliver exports in them, and newsrooms keep articles in them.
#pragma once

#include "indexer/readers/reader.h"

#include <string_view>

namespace indexer {

class RtfReader final : public Reader {
public:
    std::string_view name() const override { return "rtf"; }
    bool recognises(std::string_view head) const override;
    void read(Bytes& bytes, const Origin& origin, const RecordSink& sink) const override;
};

class WordReader final : public Reader {
public:
    std::string_view name() const override { return "docx"; }
    bool recognises(std::string_view head) const override;
    void read(Bytes& bytes, const Origin& origin, const RecordSink& sink) const override;
};

class OpenDocumentReader final : public Reader {
public:
    std::string_view name() const override { return "odt"; }
    bool recognises(std::string_view head) const override;
    void read(Bytes& bytes, const Origin& origin, const RecordSink& sink) const override;
};

}  // namespace indexer
