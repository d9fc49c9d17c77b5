// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/registry.h"

#include "indexer/readers/feed.h"
#include "indexer/readers/html.h"
#include "indexer/readers/json.h"
#include "indexer/readers/jsonl.h"
#include "indexer/readers/mets.h"
#include "indexer/readers/news_sitemap.h"
#include "indexer/readers/newsml_1.h"
#include "indexer/readers/newsml_g2.h"
#include "indexer/readers/nitf.h"
#include "indexer/readers/ocr.h"
#include "indexer/readers/rcv1.h"
#include "indexer/readers/text.h"
#include "indexer/readers/unread_formats.h"
#include "indexer/readers/warc.h"

#include <algorithm>
#include <array>

namespace indexer {

namespace {

template <typename Made>
std::unique_ptr<Reader> plain(const ReaderSettings&, const Registry&) {
    return std::make_unique<Made>();
}

template <typename Made>
std::unique_ptr<Reader> with_fields(const ReaderSettings& settings, const Registry&) {
    return std::make_unique<Made>(settings.fields);
}

template <typename Made>
std::unique_ptr<Reader> with_registry(const ReaderSettings&, const Registry& registry) {
    return std::make_unique<Made>(registry);
}

constexpr std::array table{
    Format{"warc", "The pages of a web crawl (WARC or ARC)", ".warc .arc .warc.gz .wacz",
           with_registry<WarcReader>},
    Format{"jsonl", "Articles in JSON, one a line", ".jsonl .ndjson .json",
           with_fields<JsonlReader>},
    Format{"json", "Articles in JSON: one, a list, or the answer of a news service", ".json",
           with_fields<JsonReader>},
    Format{"feed", "Items of a feed (RSS, Atom) or posts of a WordPress export",
           ".rss .atom .rdf .xml", plain<FeedReader>},
    Format{"nitf", "One article in NITF", ".xml .nitf", plain<NitfReader>},
    Format{"newsml-g2", "News items in NewsML-G2", ".xml", plain<NewsmlG2Reader>},
    Format{"newsml-1", "News items in NewsML 1.0 to 1.2", ".xml", plain<Newsml1Reader>},
    Format{"rcv1", "News items of the Reuters corpora (RCV1)", ".xml", plain<Rcv1Reader>},
    Format{"sitemap-news", "Headlines of a news sitemap", ".xml", plain<NewsSitemapReader>},
    Format{"mets", "The articles of a digitised newspaper's issue (METS with ALTO)", ".xml",
           plain<MetsReader>},
    Format{"alto", "Pages of print read by a machine (ALTO)", ".xml", plain<AltoReader>},
    Format{"page", "Pages of print read by a machine (PAGE)", ".xml", plain<PageXmlReader>},
    Format{"hocr", "Pages of print read by a machine (hOCR)", ".hocr .html", plain<HocrReader>},
    Format{"html", "One article in an HTML page", ".html .htm .xhtml", plain<HtmlReader>},
    Format{"text", "One article in plain text", ".txt .text", plain<TextReader>},
};

}  // namespace

std::span<const Format> formats() {
    return table;
}

Registry::Registry(const ReaderSettings& settings) {
    for (const auto& format : table) readers_.push_back(format.make(settings, *this));
}

const Reader* Registry::reader_for(std::string_view head) const {
    const auto* unread = unread_format(head);
    if (unread != nullptr && !unread->after_readers) return nullptr;
    const auto found = std::find_if(readers_.begin(), readers_.end(),
                                    [&](const auto& reader) { return reader->recognises(head); });
    if (found == readers_.end()) return nullptr;
    const bool last_resort = *found == readers_.back();  // plain text
    return last_resort && unread != nullptr ? nullptr : found->get();
}

}  // namespace indexer
