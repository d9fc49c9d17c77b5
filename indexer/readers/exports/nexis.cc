// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/exports/nexis.h"

#include "archive/base/text.h"
#include "indexer/extract/line_shape.h"
#include "indexer/readers/exports/nexis_lines.h"
#include "indexer/readers/exports/pieces.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace indexer {

namespace {

using archive::ZoneKind;
using namespace nexis;
using Lines = std::span<const ExportLine>;

/// The first lines [at, ...) that no blank line parts.
std::size_t block_end(Lines lines, std::size_t at) {
    std::size_t end = at + 1;
    while (end < lines.size() && !lines[end].after_blank && !labelled_in_capitals(lines[end].text))
        ++end;
    return end;
}

std::string block_text(Lines lines, std::size_t first, std::size_t last) {
    return one_line(joined_lines(lines.subspan(first, last - first)));
}

/// Whether a label of the head of a document follows shortly, so that it is not yet its text.
bool head_goes_on(Lines lines, std::size_t at) {
    constexpr std::size_t searched_blocks = 4;
    for (std::size_t blocks = 0; at < lines.size() && blocks < searched_blocks; ++blocks) {
        if (const auto label = labelled_in_capitals(lines[at].text))
            return !closes_text(label->label);
        at = block_end(lines, at);
    }
    return false;
}

/// Reads the documents of the older layout.
class CountedDocument {
public:
    explicit CountedDocument(Lines lines) : lines_(lines) {}

    PressDocument read() {
        std::size_t at = 0;
        while (at < lines_.size() && is_count(lines_[at].text)) ++at;
        while (at < lines_.size() && !in_text_) at = head(at);
        const std::size_t begin = at;
        while (at < lines_.size() && !ends_text(at)) ++at;
        document_.take(ExportField::body, {}, paragraphs(lines_.subspan(begin, at - begin)));
        while (at < lines_.size()) at = tail(at);
        return std::move(document_);
    }

private:
    /// One block above the text; says where the next begins.
    std::size_t head(std::size_t at) {
        const auto line = lines_[at].text;
        std::size_t end = block_end(lines_, at);
        if (const auto label = labelled_in_capitals(line)) {
            if (label->field == ExportField::body) {
                in_text_ = true;
                if (label->value.empty()) return at + 1;
                document_.take(ExportField::body, {}, label->value);
                return at + 1;
            }
            take_label(*label, at, end);
            labelled_ = true;
            return end;
        }
        if (is_rights_notice(line)) {
            while (at < end && is_rights_notice(lines_[at].text)) {
                document_.keep_line(ZoneKind::furniture, lines_[at++].text);
            }
            return at;
        }
        if (!dated_ && is_day(line)) {
            dated_ = true;
            document_.keep_line(ZoneKind::header, line);
            document_.take(ExportField::date, "date", line);
            for (++at; at < end; ++at) {
                document_.keep_line(ZoneKind::header, lines_[at].text);
                document_.take(ExportField::other, "edition", lines_[at].text);
            }
            return end;
        }
        if (!dated_ && document_.stated().source.empty() && !labelled_) {
            // Source and day may share a block.
            for (std::size_t i = at + 1; i < end; ++i) {
                if (is_day(lines_[i].text)) end = i;
            }
            const std::string source = block_text(lines_, at, end);
            document_.keep_line(ZoneKind::header, source);
            document_.take(ExportField::source, "source", source);
            return end;
        }
        const bool untitled = document_.stated().title.empty();
        if (!untitled && !head_goes_on(lines_, at)) {
            in_text_ = true;
            return at;
        }
        if (untitled && labelled_ && !head_goes_on(lines_, at)) {
            in_text_ = true;  // a document without a headline
            return at;
        }
        take_upper_line(block_text(lines_, at, end), untitled);
        return end;
    }

    /// A block between the day and the text: the headline, a second one, or a standfirst.
    void take_upper_line(const std::string& text, bool untitled) {
        constexpr std::size_t longest_headline = 160;
        const bool second = !untitled && (ends_sentence(text) || text.size() > longest_headline);
        document_.take(second ? ExportField::standfirst : ExportField::title, "headline", text);
    }

    void take_label(const LabelledLine& label, std::size_t first, std::size_t last) {
        std::string value(label.value);
        for (std::size_t i = first + 1; i < last; ++i) {
            value += '\n';
            value += lines_[i].text;
        }
        document_.take(label.field, label.label, value);
    }

    bool ends_text(std::size_t at) const {
        const auto label = labelled_in_capitals(lines_[at].text);
        if (label && (lines_[at].after_blank || closes_text(label->label))) {
            return label->field != ExportField::body;
        }
        // The notice at the very end, centred and on its own.
        constexpr std::size_t last_lines = 4;
        return lines_[at].after_blank && lines_.size() - at <= last_lines
               && is_rights_notice(lines_[at].text);
    }

    std::size_t tail(std::size_t at) {
        const std::size_t end = block_end(lines_, at);
        if (const auto label = labelled_in_capitals(lines_[at].text)) {
            take_label(*label, at, end);
            return end;
        }
        for (; at < end; ++at) document_.keep_line(ZoneKind::furniture, lines_[at].text);
        return end;
    }

    Lines lines_;
    PressDocument document_;
    bool dated_ = false;
    bool labelled_ = false;
    bool in_text_ = false;
};

/// Reads a document of the newer layout: its "Body" is line `body`.
PressDocument read_framed(Lines lines, std::size_t body) {
    PressDocument document;
    const auto day = std::find_if(
        lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(body),
        [](const ExportLine& line) { return is_day(line.text) && !is_cover_line(line.text); });
    // Headline, source, day: what stands before them on the first page is the cover.
    auto at = static_cast<std::size_t>(day - lines.begin());
    std::size_t first = 0;
    for (std::size_t i = 0; i < at; ++i) {
        if (is_cover_line(lines[i].text) || is_rights_notice(lines[i].text)) first = i + 1;
    }
    const bool dated = at < body;
    if (!dated) at = first;
    if (dated) {
        constexpr std::size_t source_and_headline = 2;
        const bool cover = first > 0;
        if (cover && at > first + source_and_headline) first = at - source_and_headline;
        const bool sourced = at > first + 1;
        const std::size_t title_end = sourced ? at - 1 : at;
        document.take(ExportField::title, "headline", block_text(lines, first, title_end));
        if (sourced) {
            document.keep_line(ZoneKind::header, lines[at - 1].text);
            document.take(ExportField::source, "source", lines[at - 1].text);
        }
        document.keep_line(ZoneKind::header, lines[at].text);
        document.take(ExportField::date, "date", lines[at].text);
        ++at;
    } else if (at < body) {
        document.take(ExportField::title, "headline", lines[at++].text);
    }
    for (; at < body; ++at) {
        const auto line = lines[at].text;
        if (const auto label = labelled(line); label && label->field != ExportField::body) {
            document.take(label->field, label->label, label->value);
        } else {
            const bool rights = is_rights_notice(line);
            document.keep_line(rights ? ZoneKind::furniture : ZoneKind::header, line);
        }
    }
    ++at;
    const auto closes = [](std::string_view line) {
        if (is_phrase(line, "classification") || is_phrase(line, "klassifikation")
            || is_phrase(line, "graphic") || is_phrase(line, "grafik") || is_end(line)) {
            return true;
        }
        const auto label = labelled(line);
        return label && closes_text(label->label);
    };
    const std::size_t begin = at;
    while (at < lines.size() && !closes(lines[at].text)) ++at;
    std::string text;
    for (std::size_t i = begin; i < at; ++i) {
        if (!text.empty()) text += "\n\n";  // each paragraph is one line
        text += lines[i].text;
    }
    document.take(ExportField::body, {}, text);
    bool caption = false;
    for (; at < lines.size(); ++at) {
        const auto line = lines[at].text;
        if (const auto label = labelled(line)) {
            document.take(label->field, label->label, label->value);
            caption = false;
        } else if (is_phrase(line, "graphic") || is_phrase(line, "grafik")) {
            caption = true;
        } else if (!is_end(line) && !is_phrase(line, "classification")) {
            document.keep_line(caption ? ZoneKind::caption : ZoneKind::furniture, line);
        }
    }
    return document;
}

}  // namespace

bool begins_nexis(std::string_view head) {
    constexpr std::array<std::string_view, 7> cover_lines{
        "user name:",   "date and time:",     "job number:",    "client/matter:",
        "search type:", "datum und uhrzeit:", "auftragsnummer:"};
    constexpr std::size_t sure_cover = 3;
    constexpr std::size_t longest = 200;
    std::array<bool, cover_lines.size()> cover{};
    bool counted = false, request = false, framed = false, closed = false, body = false;
    bool rights = false;
    std::size_t known = 0;
    for (const auto& line : export_lines(head)) {
        if (line.text.size() > longest) continue;
        const std::string lower = archive::ascii_lower(line.text.substr(0, 24));
        counted = counted || is_count(line.text);
        request = request || lower.starts_with("time of request:");
        body = body || opens_body(line.text);
        closed = closed || is_end(line.text);
        rights = rights || is_rights_notice(line.text);
        for (std::size_t i = 0; i < cover.size(); ++i) {
            cover[i] = cover[i] || lower.starts_with(cover_lines[i]);
        }
        const auto label = labelled(line.text);
        if (!label || label->field == ExportField::body) continue;
        ++known;
        const std::string name = archive::ascii_lower(label->label);
        framed = framed || name == "length" || name == "load-date" || name == "longueur"
                 || name.starts_with("l\u00e4nge");
    }
    if (counted) return known > 0 || request;
    if (request || (closed && framed)) return true;
    if (body && framed && rights && known > 1) return true;
    return static_cast<std::size_t>(std::count(cover.begin(), cover.end(), true)) >= sure_cover;
}

std::size_t next_nexis_document(std::string_view text, std::size_t from, bool ended) {
    while (const auto line = whole_line(text, from, ended)) {
        if (is_count(line->text)) return line->first;
        if (is_end(line->text)) return line->last;
        from = line->last;
    }
    return std::string_view::npos;
}

std::vector<PressDocument> nexis_documents(std::string_view piece) {
    auto lines = export_lines(piece);
    std::vector<PressDocument> documents;
    if (lines.empty()) return documents;
    const auto is_framed = [](const ExportLine& line) { return opens_body(line.text); };
    const bool counted = is_count(lines.front().text);
    if (!counted) {
        const auto pages = std::stable_partition(
            lines.begin(), lines.end(),
            [](const ExportLine& line) { return !is_page_number(line.text); });
        const std::vector<ExportLine> numbers(pages, lines.end());
        lines.erase(pages, lines.end());
        const auto body = std::find_if(lines.begin(), lines.end(), is_framed);
        if (body == lines.end()) return documents;
        documents.push_back(read_framed(lines, static_cast<std::size_t>(body - lines.begin())));
        for (const auto& line : numbers) {
            documents.back().keep_line(ZoneKind::furniture, line.text);
        }
    } else {
        documents.push_back(CountedDocument(lines).read());
    }
    return documents;
}

}  // namespace indexer
