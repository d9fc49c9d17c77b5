// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/registry.h"

#include "indexer/readers/csv.h"
#include "indexer/readers/documents/documents.h"
#include "indexer/readers/exports/press_exports.h"
#include "indexer/readers/feed.h"
#include "indexer/readers/html.h"
#include "indexer/readers/json.h"
#include "indexer/readers/jsonl.h"
#include "indexer/readers/mail/mail.h"
#include "indexer/readers/markdown.h"
#include "indexer/readers/mets.h"
#include "indexer/readers/news_sitemap.h"
#include "indexer/readers/newsml_1.h"
#include "indexer/readers/newsml_g2.h"
#include "indexer/readers/nitf.h"
#include "indexer/readers/ocr.h"
#include "indexer/readers/pdf.h"
#include "indexer/readers/rcv1.h"
#include "indexer/readers/sgml.h"
#include "indexer/readers/tei.h"
#include "indexer/readers/text.h"
#include "indexer/readers/unread_formats.h"
#include "indexer/readers/warc.h"
#include "indexer/readers/wire.h"

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
    Format{"wire", "Messages of agencies: IPTC 7901 and ANPA 1312", ".txt .tst", plain<WireReader>},
    Format{"markdown", "One article in Markdown with front matter", ".md .markdown",
           with_fields<MarkdownReader>},
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
    Format{"factiva", "An export of Factiva: text, a page or XML", ".txt .html .xml", factiva},
    Format{"europresse", "An export of Europresse: a page", ".html", europresse},
    Format{"feed", "Items of a feed (RSS, Atom) or posts of a WordPress export",
           ".rss .atom .rdf .xml", plain<FeedReader>},
    Format{"nitf", "One article in NITF", ".xml .nitf", plain<NitfReader>},
    Format{"newsml-g2", "News items in NewsML-G2", ".xml", plain<NewsmlG2Reader>},
    Format{"newsml-1", "News items in NewsML 1.0 to 1.2", ".xml", plain<Newsml1Reader>},
    Format{"rcv1", "News items of the Reuters corpora (RCV1)", ".xml", plain<Rcv1Reader>},
    Format{"sitemap-news", "Headlines of a news sitemap", ".xml", plain<NewsSitemapReader>},
    Format{"pdf", "A PDF document with text: one article, or those of a newspaper's pages", ".pdf",
           plain<PdfReader>},
    Format{"mail", "Mail: a message, or a mailbox of them", ".eml .mbox", plain<MailReader>},
    Format{"mets", "The articles of a digitised newspaper's issue (METS with ALTO)", ".xml",
           plain<MetsReader>},
    Format{"alto", "Pages of print read by a machine (ALTO)", ".xml", plain<AltoReader>},
    Format{"page", "Pages of print read by a machine (PAGE)", ".xml", plain<PageXmlReader>},
    Format{"hocr", "Pages of print read by a machine (hOCR)", ".hocr .html", plain<HocrReader>},
    Format{"tei", "The articles of a TEI document", ".xml .tei", plain<TeiReader>},
    Format{"sgml", "Newswire collections in SGML: Reuters-21578, TREC", ".sgm .sgml",
           plain<SgmlReader>},
    Format{"html", "One article in an HTML page", ".html .htm .xhtml", plain<HtmlReader>},
    Format{"csv", "Articles in a table, one a row, columns named in the first", ".csv .tsv",
           with_fields<CsvReader>},
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
