// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/registry.h"

#include "indexer/readers/documents/documents.h"
#include "indexer/readers/exports/press_exports.h"
#include "indexer/readers/feed.h"
#include "indexer/readers/html.h"
#include "indexer/readers/json.h"
#include "indexer/readers/jsonl.h"
#include "indexer/readers/mail/mail.h"
#include "indexer/readers/news_sitemap.h"
#include "indexer/readers/text.h"
#include "indexer/readers/warc.h"

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

/// The exports of one press database.
std::unique_ptr<Reader> nexis(const ReaderSettings&, const Registry&) {
    return std::make_unique<PressExportReader>("nexis");
}
std::unique_ptr<Reader> factiva(const ReaderSettings&, const Registry&) {
    return std::make_unique<PressExportReader>("factiva");
}
std::unique_ptr<Reader> proquest(const ReaderSettings&, const Registry&) {
    return std::make_unique<PressExportReader>("proquest");
}
std::unique_ptr<Reader> europresse(const ReaderSettings&, const Registry&) {
    return std::make_unique<PressExportReader>("europresse");
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
    Format{"rtf", "One article, or a press database's export, in RTF", ".rtf", plain<RtfReader>},
    Format{"docx", "One article, or a press database's export, in a Word document", ".docx",
           plain<WordReader>},
    Format{"odt", "One article, or a press database's export, in OpenDocument", ".odt",
           plain<OpenDocumentReader>},
    Format{"proquest", "An export of ProQuest: text", ".txt", proquest},
    Format{"nexis", "An export of Nexis or LexisNexis: text or a page", ".txt .html", nexis},
    Format{"factiva", "An export of Factiva: text or a page", ".txt .html", factiva},
    Format{"europresse", "An export of Europresse: a page", ".html", europresse},
    Format{"feed", "Items of a feed (RSS, Atom) or posts of a WordPress export",
           ".rss .atom .rdf .xml", plain<FeedReader>},
    Format{"sitemap-news", "Headlines of a news sitemap", ".xml", plain<NewsSitemapReader>},
    Format{"mail", "Mail: a message, or a mailbox of them", ".eml .mbox", plain<MailReader>},
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
    for (const auto& reader : readers_) {
        if (reader->recognises(head)) return reader.get();
    }
    return nullptr;
}

}  // namespace indexer
