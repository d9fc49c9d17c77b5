// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/exports/press_exports.h"

#include "archive/base/limits.h"
#include "archive/base/text.h"
#include "indexer/extract/charset.h"
#include "indexer/extract/extract.h"
#include "indexer/readers/exports/factiva.h"
#include "indexer/readers/exports/factiva_xml.h"
#include "indexer/readers/exports/nexis.h"
#include "indexer/readers/exports/page_pieces.h"
#include "indexer/readers/exports/proquest.h"
#include "indexer/readers/html.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <utility>

namespace indexer {

namespace {

using archive::Error;
using archive::ErrorCode;

bool begins_old_europresse_page(std::string_view head) {
    return begins_europresse_page(head) && head.find("<article") == std::string_view::npos
           && head.find("rdp__") == std::string_view::npos
           && head.find("class=\"DocPublicationName\"") != std::string_view::npos;
}

constexpr std::array texts{
    PressExport{"proquest", begins_proquest, next_proquest_document, proquest_documents},
    PressExport{"nexis", begins_nexis, next_nexis_document, nexis_documents},
    PressExport{"factiva", begins_factiva, next_factiva_document, factiva_documents},
};

constexpr std::array pages{
    PressExport{"nexis", begins_nexis_page, next_nexis_page, nexis_page_documents},
    PressExport{"factiva", begins_factiva_xml, next_factiva_xml, factiva_xml_documents},
    PressExport{"factiva", begins_factiva_page, next_factiva_page, factiva_page_documents},
    PressExport{"europresse", begins_old_europresse_page, next_old_europresse_page,
                europresse_page_documents},
    PressExport{"europresse", begins_europresse_page, next_article_tag, europresse_page_documents},
};

const PressExport* first_that_begins(std::span<const PressExport> kinds, std::string_view head) {
    const auto found = std::find_if(kinds.begin(), kinds.end(),
                                    [&](const PressExport& kind) { return kind.begins(head); });
    return found == kinds.end() ? nullptr : &*found;
}

/// Hands the documents of one export over.
class Documents {
public:
    Documents(const PressExport& kind, const Origin& origin, const RecordSink& sink)
        : kind_(kind), origin_(origin), sink_(sink) {}

    bool take(const Pieces::Piece& piece) {
        if (piece.too_long) {
            return rejected({ErrorCode::article_too_large,
                             "a document of more than "
                                 + std::to_string(archive::limits::article_bytes >> 20U) + " MiB",
                             {},
                             {}});
        }
        // The head of a page declares the character set of all its pieces.
        if (declared_.empty()) declared_ = declared_in_markup(piece.text);
        const auto decoded = decode_text(piece.text, declared_);
        auto documents = kind_.documents(decoded.text);
        if (documents.empty()) return skipped(decoded.text);
        return std::all_of(documents.begin(), documents.end(),
                           [&](PressDocument& document) { return article(std::move(document)); });
    }

private:
    bool article(PressDocument document) {
        auto article = std::move(document).article();
        if (!article) return rejected(article.error());
        Record record;
        record.record = ++count_;
        record.article = *std::move(article);
        record.article.provenance.path = origin_.path;
        record.article.provenance.record = record.record;
        record.article.provenance.reader = kind_.name;
        return sink_(std::move(record));
    }

    bool rejected(Error error) {
        Record record;
        record.kind = Record::Kind::rejected;
        record.record = ++count_;
        record.error = std::move(error);
        return sink_(std::move(record));
    }

    /// A cover page, a list of contents, the database's address. The frame of a page, in front of
    /// its articles, is no record.
    bool skipped(std::string_view text) {
        if (archive::trimmed(text).empty() || (count_ == 0 && !first_tag(text).empty())) {
            return true;
        }
        Record record;
        record.kind = Record::Kind::skipped;
        record.record = 0;
        record.note = "a page of the export that is no article";
        return sink_(std::move(record));
    }

    const PressExport& kind_;
    const Origin& origin_;
    const RecordSink& sink_;
    std::string declared_;
    std::uint64_t count_ = 0;
};

}  // namespace

const PressExport* text_export(std::string_view head) {
    return first_that_begins(texts, head);
}

const PressExport* page_export(std::string_view head) {
    return first_that_begins(pages, head);
}

bool read_export(const PressExport& kind, Bytes& bytes, const Origin& origin,
                 const RecordSink& sink) {
    Pieces pieces(bytes, kind.next_start, archive::limits::article_bytes);
    Documents documents(kind, origin, sink);
    while (const auto piece = pieces.next()) {
        if (!documents.take(*piece)) return false;
    }
    return true;
}

const PressExport* PressExportReader::kind(std::string_view head) const {
    const bool markup = !first_tag(head).empty();
    const auto* found = markup ? page_export(head) : text_export(head);
    return found != nullptr && found->name == name_ ? found : nullptr;
}

bool PressExportReader::recognises(std::string_view head) const {
    return kind(head) != nullptr;
}

void PressExportReader::read(Bytes& bytes, const Origin& origin, const RecordSink& sink) const {
    const PressExport* found = kind(bytes.head());
    if (found != nullptr) read_export(*found, bytes, origin, sink);
}

}  // namespace indexer
