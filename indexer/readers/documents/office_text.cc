// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/documents/office_text.h"

#include "archive/base/text.h"
#include "indexer/readers/documents/xml_words.h"
#include "indexer/readers/exports/press_document.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>

namespace indexer {

namespace {

using Kind = XmlStep::Kind;

bool is_any(std::string_view name, std::initializer_list<std::string_view> names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// Collects paragraphs, and the first of them that is styled as a headline.
class Paragraphs {
public:
    explicit Paragraphs(DocumentText& document) : document_(document) {}

    void text(std::string_view text) { line_ += text; }

    /// The paragraph at hand is a title or a heading.
    void is_headline() { headline_ = true; }

    void end() {
        const std::string line = one_line(line_);
        if (headline_ && document_.headline.empty() && words_ == 0) document_.headline = line;
        if (!line.empty() && !headline_) ++words_;
        document_.text += line_;
        document_.text += '\n';
        line_.clear();
        headline_ = false;
    }

private:
    DocumentText& document_;
    std::string line_;
    bool headline_ = false;
    std::size_t words_ = 0;  // paragraphs of text so far: a heading below them is none of the whole
};

/// "Title", "Heading1", "heading 1", "Titel", "berschrift1" as Word names its styles.
bool is_headline_style(std::string_view style) {
    constexpr std::array<std::string_view, 9> styles{
        "title",       "heading1",          "heading 1", "titel",   "titre",
        "berschrift1", "\u00fcberschrift1", "titre1",    "headline"};
    const std::string lower = archive::ascii_lower(style);
    return std::find(styles.begin(), styles.end(), lower) != styles.end();
}

const std::string& part(const DocumentParts& parts, const char* name) {
    static const std::string none;
    const auto found = parts.find(name);
    return found == parts.end() ? none : found->second;
}

/// Title, keywords, language and the rest of a document's properties.
void read_properties(std::string_view xml, DocumentText& document) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 8> shown{{
        {"dc:creator", "creator"},
        {"meta:initial-creator", "creator"},
        {"dc:subject", "subject"},
        {"dc:description", "description"},
        {"dcterms:created", "created"},
        {"meta:creation-date", "created"},
        {"dcterms:modified", "modified"},
        {"cp:category", "category"},
    }};
    std::string name;
    std::string value;
    for_each_step(xml, [&](const XmlStep& step) {
        if (step.kind == Kind::opens) {
            name = step.name;
            value.clear();
        } else if (step.kind == Kind::text) {
            value += step.text;
        } else if (step.name == name) {
            const std::string line = one_line(value);
            const auto row = std::find_if(shown.begin(), shown.end(),
                                          [&](const auto& each) { return each.first == name; });
            if (line.empty()) return true;
            if (name == "dc:title") document.title = line;
            if (name == "dc:language") document.language = line;
            if (name == "cp:keywords" || name == "meta:keyword") {
                for (auto& each : listed(line, ";,")) document.keywords.push_back(std::move(each));
            }
            if (row != shown.end()) document.other.emplace_back(row->second, line);
            name.clear();
        }
        return true;
    });
}

}  // namespace

DocumentText word_text(const DocumentParts& parts) {
    DocumentText document;
    Paragraphs paragraphs(document);
    bool in_text = false;
    const bool whole = for_each_step(part(parts, "word/document.xml"), [&](const XmlStep& step) {
        if (step.kind == Kind::text) {
            if (in_text) paragraphs.text(step.text);
            return true;
        }
        const bool opens = step.kind == Kind::opens;
        if (step.name == "w:t") {
            in_text = opens;
        } else if (step.name == "w:p") {
            if (!opens) paragraphs.end();
        } else if (opens && step.name == "w:pStyle") {
            if (is_headline_style(step.attribute("w:val"))) paragraphs.is_headline();
        } else if (opens && step.name == "w:tab") {
            paragraphs.text("\t");
        } else if (opens && is_any(step.name, {"w:br", "w:cr"})) {
            paragraphs.text("\n");
        } else if (opens && step.name == "w:noBreakHyphen") {
            paragraphs.text("\u2011");
        }
        // Tab stops of a style are no tabs; a fall-back says again what a drawing says.
        return !(opens && is_any(step.name, {"w:del", "w:moveFrom", "w:tabs", "mc:Fallback"}));
    });
    document.truncated = !whole;
    read_properties(part(parts, "docProps/core.xml"), document);
    return document;
}

DocumentText open_document_text(const DocumentParts& parts) {
    DocumentText document;
    Paragraphs paragraphs(document);
    std::size_t depth = 0;  // of paragraphs: a frame's lie in the one it hangs on
    bool in_body = false;
    const bool whole = for_each_step(part(parts, "content.xml"), [&](const XmlStep& step) {
        if (step.kind == Kind::text) {
            if (depth > 0) paragraphs.text(step.text);
            return true;
        }
        const bool opens = step.kind == Kind::opens;
        if (step.name == "office:body") in_body = opens;
        if (!in_body) return true;
        if (is_any(step.name, {"text:p", "text:h"})) {
            if (opens) {
                ++depth;
                const bool top =
                    step.name == "text:h" && step.attribute("text:outline-level") == "1";
                if (top || is_headline_style(step.attribute("text:style-name"))) {
                    paragraphs.is_headline();
                }
            } else {
                if (depth > 0) --depth;
                paragraphs.end();
            }
        } else if (opens && step.name == "text:tab") {
            paragraphs.text("\t");
        } else if (opens && step.name == "text:line-break") {
            paragraphs.text("\n");
        } else if (opens && step.name == "text:s") {
            paragraphs.text(" ");
        }
        return !(
            opens
            && is_any(step.name, {"text:tracked-changes", "office:annotation", "text:note-citation",
                                  "office:forms", "svg:title", "svg:desc"}));
    });
    document.truncated = !whole;
    read_properties(part(parts, "meta.xml"), document);
    return document;
}

}  // namespace indexer
