// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/ocr.h"

#include "archive/base/limits.h"
#include "archive/base/text.h"
#include "indexer/readers/container.h"
#include "indexer/readers/html.h"
#include "indexer/readers/ocr_pages.h"

#include <string>
#include <utility>

namespace indexer {

namespace {

using archive::ErrorCode;

/// The local name of the first tag, in lower case.
std::string root_of(std::string_view head) {
    const std::string tag = first_tag(head);
    const auto colon = tag.rfind(':');
    return colon == std::string::npos ? tag : tag.substr(colon + 1);
}

}  // namespace

void OcrReader::read(Bytes& bytes, const Origin& origin, const RecordSink& sink) const {
    Record record;
    record.record = 0;
    if (const auto issue = claims_.issue_of_page(origin); !issue.empty()) {
        record.kind = Record::Kind::skipped;
        record.note = "a page that is read with its issue, "
                      + archive::escaped(issue.substr(place_of(issue).size()));
        sink(std::move(record));
        return;
    }
    const auto tree = XmlTree::read(bytes, archive::limits::xml_record_bytes);
    if (tree.too_large()) {
        record.kind = Record::Kind::rejected;
        record.error = {ErrorCode::article_too_large, "a page with too many words", {}, {}};
        if (!sink(record)) return;
    }
    std::uint64_t number = 0;
    for (const auto& page : pages_in(tree)) {
        Record found;
        found.record = ++number;
        found.article = article_of_page(page);
        if (found.article.zones.empty()) {
            found.kind = Record::Kind::skipped;
            found.note = "a page without text";
        }
        found.article.quality.truncated = tree.cut_short() || tree.too_large();
        found.article.provenance.path = origin.path;
        found.article.provenance.record = number;
        found.article.provenance.reader = name();
        if (!sink(std::move(found))) return;
    }
    if (!tree.damage()) return;
    record.kind = Record::Kind::rejected;
    record.error = {ErrorCode::article_unreadable,
                    "damaged at line " + std::to_string(tree.damage()->line) + ": "
                        + archive::escaped(tree.damage()->what),
                    {},
                    {}};
    sink(std::move(record));
}

bool AltoReader::recognises(std::string_view head) const {
    return root_of(head) == "alto";
}

std::vector<PrintedPage> AltoReader::pages_in(const XmlTree& tree) const {
    return alto_pages(tree);
}

bool PageXmlReader::recognises(std::string_view head) const {
    return root_of(head) == "pcgts";
}

std::vector<PrintedPage> PageXmlReader::pages_in(const XmlTree& tree) const {
    return page_xml_pages(tree);
}

bool HocrReader::recognises(std::string_view head) const {
    const bool page = HtmlReader().recognises(head);
    return page
           && (head.find("ocr_page") != std::string_view::npos
               || head.find("\"ocr-system\"") != std::string_view::npos
               || head.find("'ocr-system'") != std::string_view::npos);
}

std::vector<PrintedPage> HocrReader::pages_in(const XmlTree& tree) const {
    return hocr_pages(tree);
}

}  // namespace indexer
