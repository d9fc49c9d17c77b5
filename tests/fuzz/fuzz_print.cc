// SPDX-License-Identifier: GPL-2.0-or-later
// fuzz_print.cc - Any bytes as digitised print: ALTO, PAGE, hOCR and TEI, and as a METS file with
// pages beside it, which are the same bytes. Reading ends, and articles are UTF-8 without NUL.
#include "archive/base/text.h"
#include "indexer/readers/file_bytes.h"
#include "indexer/readers/mets.h"
#include "indexer/readers/neighbours.h"
#include "indexer/readers/ocr.h"
#include "indexer/readers/tei.h"

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

/// Every name is there, and is an ALTO file.
class OnePage final : public indexer::Neighbours {
public:
    void open(const std::vector<std::string>& names, const Taker& take) const override {
        for (const auto& name : names) {
            const auto path = indexer::referred_path("/a/", name);
            if (!path) continue;
            require(path->starts_with("/a/") && path->find("/../") == std::string::npos);
            indexer::MemoryBytes page(
                "<alto><Layout><Page><PrintSpace><TextBlock ID='B1'><TextLine><String ID='w1' "
                "CONTENT='Late'/><String ID='w2' CONTENT='ferry'/></TextLine></TextBlock>"
                "</PrintSpace></Page></Layout></alto>");
            if (!take(*path, page)) return;
        }
    }
    void search(const std::function<bool(std::string_view head)>&, std::string_view,
                const Taker&) const override {}
};

void read(const indexer::Reader& reader, const std::string& input) {
    const OnePage page;
    indexer::Origin origin{"/a/b.xml", "a"};
    origin.neighbours = &page;
    reader.recognises(input);
    indexer::MemoryBytes bytes(input);
    reader.read(bytes, origin, [&](const indexer::Record& record) {
        require_text(record.note);
        require_text(record.error.message);
        const auto& article = record.article;
        require_text(article.title);
        require_text(article.source);
        require_text(article.section);
        require_text(article.byline);
        for (const auto& zone : article.zones) require_text(zone.text);
        for (const auto& field : article.other) require_text(field.second);
        return true;
    });
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string input(data, data + size);
    read(indexer::AltoReader(), input);
    read(indexer::PageXmlReader(), input);
    read(indexer::HocrReader(), input);
    read(indexer::TeiReader(), input);
    read(indexer::MetsReader(), input);
    return 0;
}
