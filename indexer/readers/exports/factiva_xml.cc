// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/exports/factiva_xml.h"

#include "archive/base/limits.h"
#include "indexer/readers/exports/page_pieces.h"
#include "indexer/readers/file_bytes.h"
#include "indexer/readers/xml_tree.h"

#include <algorithm>
#include <array>
#include <string>

namespace indexer {

namespace {

struct FieldElement {
    std::string_view name;
    ExportField field;
};

constexpr std::array<FieldElement, 22> elements{{
    {"headline", ExportField::title},       {"byline", ExportField::byline},
    {"credit", ExportField::credit},        {"publicationDate", ExportField::date},
    {"publicationTime", ExportField::time}, {"sourceName", ExportField::source},
    {"sectionName", ExportField::section},  {"baseLanguage", ExportField::language},
    {"leadParagraph", ExportField::body},   {"tailParagraphs", ExportField::body},
    {"art", ExportField::caption},          {"newsSubject", ExportField::tags},
    {"industry", ExportField::tags},        {"company", ExportField::organisations},
    {"person", ExportField::persons},       {"region", ExportField::places},
    {"accessionNo", ExportField::id},       {"reference", ExportField::id},
    {"copyright", ExportField::copyright},  {"columnName", ExportField::other},
    {"edition", ExportField::other},        {"publisherName", ExportField::other},
}};

/// The paragraphs of a text; the names of a list, without their codes; else all there is.
std::string value_of(const XmlNode& element, ExportField field) {
    std::string value;
    const bool text = field == ExportField::body;
    const auto parts = element.all(text ? "paragraph" : "name");
    for (const auto& part : parts) {
        const std::string line = part.line();
        if (line.empty()) continue;
        if (!value.empty()) value += text ? "\n\n" : "; ";
        value += line;
    }
    if (!value.empty()) return value;
    if (const auto date = element.child("date")) return date.line();
    if (const auto time = element.child("time")) return time.line();
    return element.line();
}

/// "distdoc:archive/ArchiveDoc::Article/DGULL00020140503ea530000a": what stands last.
std::string_view number_of(std::string_view reference) {
    const auto slash = reference.rfind('/');
    return slash == std::string_view::npos ? reference : reference.substr(slash + 1);
}

}  // namespace

bool begins_factiva_xml(std::string_view head) {
    const auto has = [&](std::string_view mark) {
        return head.find(mark) != std::string_view::npos;
    };
    if (has("<ppsarticle") || has("distdoc:archive/")) return true;
    constexpr std::array<std::string_view, 6> own{"<accessionNo",     "<leadParagraph",
                                                  "<tailParagraphs",  "<sourceName",
                                                  "<publicationDate", "<baseLanguage"};
    constexpr std::ptrdiff_t enough = 3;
    return has("<article") && std::count_if(own.begin(), own.end(), has) >= enough;
}

std::size_t next_factiva_xml(std::string_view text, std::size_t from, bool ended) {
    return next_article_tag(text, from, ended);
}

std::vector<PressDocument> factiva_xml_documents(std::string_view piece) {
    MemoryBytes bytes{std::string(piece)};
    const XmlTree tree = XmlTree::read(bytes, archive::limits::article_bytes);
    std::vector<PressDocument> documents;
    const auto article = tree.top().find("article");
    if (!article || !(article.find("headline") || article.find("leadParagraph"))) return documents;
    PressDocument document;
    for (const auto& element : article.children()) {
        const auto row = std::find_if(elements.begin(), elements.end(),
                                      [&](const auto& each) { return element.is(each.name); });
        if (row == elements.end()) continue;
        const std::string value = value_of(element, row->field);
        const bool reference = row->field == ExportField::id;
        document.take(row->field, row->name,
                      reference ? number_of(value) : std::string_view(value));
    }
    documents.push_back(std::move(document));
    return documents;
}

}  // namespace indexer
