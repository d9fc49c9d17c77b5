// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/registry.h"

#include "indexer/readers/csv.h"
#include "indexer/readers/html.h"
#include "indexer/readers/json.h"
#include "indexer/readers/jsonl.h"
#include "indexer/readers/markdown.h"
#include "indexer/readers/sgml.h"
#include "indexer/readers/text.h"
#include "indexer/readers/wire.h"

#include <array>

namespace indexer {

namespace {

template <typename Made>
std::unique_ptr<Reader> plain(const ReaderSettings&) {
    return std::make_unique<Made>();
}

template <typename Made>
std::unique_ptr<Reader> with_fields(const ReaderSettings& settings) {
    return std::make_unique<Made>(settings.fields);
}

constexpr std::array table{
    Format{"wire", "Messages of agencies: IPTC 7901 and ANPA 1312", ".txt .tst", plain<WireReader>},
    Format{"markdown", "One article in Markdown with front matter", ".md .markdown",
           with_fields<MarkdownReader>},
    Format{"jsonl", "Articles in JSON, one a line", ".jsonl .ndjson .json",
           with_fields<JsonlReader>},
    Format{"json", "Articles in JSON: one, a list, or the answer of a news service", ".json",
           with_fields<JsonReader>},
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
    for (const auto& format : table) readers_.push_back(format.make(settings));
}

const Reader* Registry::reader_for(std::string_view head) const {
    for (const auto& reader : readers_) {
        if (reader->recognises(head)) return reader.get();
    }
    return nullptr;
}

}  // namespace indexer
