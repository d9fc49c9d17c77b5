// SPDX-License-Identifier: GPL-2.0-or-later
// ocr.h - Pages of print that a machine has read: ALTO, PAGE and hOCR, one article a page.
//
// Pages of an issue whose METS file lies beside them are read with it (mets.h), not here: there
// they are divided into articles.
#pragma once

#include "indexer/readers/issue_claims.h"
#include "indexer/readers/printed_page.h"
#include "indexer/readers/reader.h"
#include "indexer/readers/xml_tree.h"

#include <string_view>
#include <vector>

namespace indexer {

class OcrReader : public Reader {
public:
    void read(Bytes& bytes, const Origin& origin, const RecordSink& sink) const final;

protected:
    virtual std::vector<PrintedPage> pages_in(const XmlTree& tree) const = 0;

private:
    IssueClaims claims_;
};

class AltoReader final : public OcrReader {
public:
    std::string_view name() const override { return "alto"; }
    bool recognises(std::string_view head) const override;

protected:
    std::vector<PrintedPage> pages_in(const XmlTree& tree) const override;
};

class PageXmlReader final : public OcrReader {
public:
    std::string_view name() const override { return "page"; }
    bool recognises(std::string_view head) const override;

protected:
    std::vector<PrintedPage> pages_in(const XmlTree& tree) const override;
};

class HocrReader final : public OcrReader {
public:
    std::string_view name() const override { return "hocr"; }
    bool recognises(std::string_view head) const override;

protected:
    std::vector<PrintedPage> pages_in(const XmlTree& tree) const override;
};

}  // namespace indexer
