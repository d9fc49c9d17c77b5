// SPDX-License-Identifier: GPL-2.0-or-later
// fuzz_xml.cc - Any bytes as XML: the tree has every node inside its parent, and every reader of
// XML news ends, numbers its records in order and hands over text that is UTF-8 without NUL.
#include "archive/base/text.h"
#include "indexer/readers/feed.h"
#include "indexer/readers/file_bytes.h"
#include "indexer/readers/news_sitemap.h"
#include "indexer/readers/newsml_1.h"
#include "indexer/readers/newsml_g2.h"
#include "indexer/readers/nitf.h"
#include "indexer/readers/rcv1.h"
#include "indexer/readers/xml_tree.h"

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

void read_all(const indexer::Reader& reader, const std::string& input) {
    reader.recognises(std::string_view(input).substr(0, 4096));
    indexer::MemoryBytes bytes(input);
    std::uint64_t last = 0;
    bool over = false;
    reader.read(bytes, {"a.xml", "folder"}, [&](const indexer::Record& record) {
        require(!over);
        over = record.record == 0;  // damage of the file comes last
        require(over || record.record == last + 1);
        last = record.record;
        require_text(record.note);
        require_text(record.error.message);
        const auto& article = record.article;
        require_text(article.title);
        require_text(article.external_id);
        require_text(article.byline);
        require_text(article.source);
        for (const auto& zone : article.zones) require_text(zone.text);
        for (const auto& tag : article.tags) require_text(tag);
        for (const auto& field : article.other) require_text(field.second);
        return true;
    });
}

void walk(const std::string& input) {
    indexer::MemoryBytes bytes(input);
    const auto tree = indexer::XmlTree::read(bytes, 1U << 20);
    for (const auto& node : tree.top().all("p")) {
        require(node.place() > node.parent().place() && node.end() <= node.parent().end());
    }
    require_text(indexer::inner_html(tree.top()));
    require_text(tree.top().text());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string input(data, data + size);
    walk(input);
    read_all(indexer::FeedReader(), input);
    read_all(indexer::NewsSitemapReader(), input);
    read_all(indexer::NitfReader(), input);
    read_all(indexer::NewsmlG2Reader(), input);
    read_all(indexer::Newsml1Reader(), input);
    read_all(indexer::Rcv1Reader(), input);
    return 0;
}
