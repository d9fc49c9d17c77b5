// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/exports/press_document.h"

#include "archive/base/limits.h"
#include "archive/base/text.h"
#include "archive/index/identity.h"
#include "indexer/analysis/dates.h"
#include "indexer/extract/extract.h"
#include "indexer/extract/page_text.h"
#include "indexer/readers/exports/language_names.h"

#include <algorithm>
#include <utility>

namespace indexer {

namespace {

using archive::Article;
using archive::Error;
using archive::ErrorCode;
using archive::Zone;
using archive::ZoneKind;

constexpr std::size_t other_bytes = 4096;  // of one field nobody knows; the rest is not kept

void put(std::string& field, std::string_view value) {
    if (field.empty()) field = value;
}

std::size_t words_in(std::string_view text) {
    return text.empty() ? 0
                        : static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
}

/// "FEATURES; Pg. 6" is a section and a page.
std::string_view first_part(std::string_view section) {
    return archive::trimmed(section.substr(0, section.find(';')));
}

}  // namespace

void keep_as_body(Article& article) {
    std::vector<Zone> zones;  // neighbouring body zones become one
    for (auto& zone : article.zones) {
        if (zone.kind == ZoneKind::headline || zone.kind == ZoneKind::standfirst) {
            zone.kind = ZoneKind::body;
        }
        if (!zones.empty() && zones.back().kind == ZoneKind::body && zone.kind == ZoneKind::body) {
            zones.back().text += '\n';
            zones.back().text += zone.text;
        } else {
            zones.push_back(std::move(zone));
        }
    }
    article.zones = std::move(zones);
    article.title.clear();
    article.title_basis = archive::TitleBasis::none;
    article.standfirst.clear();
}

std::string one_line(std::string_view text) {
    std::string line;
    append_folded(line, text);
    return std::string(archive::trimmed(line));
}

std::vector<std::string> listed(std::string_view value, std::string_view separators) {
    std::vector<std::string> list;
    while (!value.empty()) {
        const auto end = std::min(value.find_first_of(separators), value.size());
        std::string part = one_line(value.substr(0, end));
        const auto weight = part.rfind(" (");
        if (weight != std::string::npos && part.ends_with("%)")) part.resize(weight);
        if (!part.empty() && std::find(list.begin(), list.end(), part) == list.end()) {
            list.push_back(std::move(part));
        }
        value.remove_prefix(std::min(end + 1, value.size()));
    }
    return list;
}

std::string name_in_order(std::string_view name) {
    const auto comma = name.find(',');
    if (comma == std::string_view::npos || name.find(',', comma + 1) != std::string_view::npos) {
        return std::string(name);
    }
    const auto last = archive::trimmed(name.substr(0, comma));
    const auto first = archive::trimmed(name.substr(comma + 1));
    // "Lee, Ann" and "van Dorn, Jo M." are one name; "Ann Lee, Bo Chu" are two.
    const bool particle = !last.empty() && last[0] >= 'a' && last[0] <= 'z';
    const bool one = words_in(last) == 1 || (particle && words_in(last) <= 3);
    if (!one || first.empty() || words_in(first) > 2) return std::string(name);
    return std::string(first) + " " + std::string(last);
}

void PressDocument::take_names(std::string_view value) {
    const std::string line = one_line(value);
    if (line.empty() || !stated_.byline.empty() || !stated_.authors.empty()) return;
    if (line.find('@') != std::string::npos && line.find(' ') == std::string::npos) return;
    std::vector<std::string> names;
    bool turned = false;
    for (const auto& each : listed(line, ";")) {
        names.push_back(name_in_order(each));
        turned = turned || names.back() != each;
    }
    if (turned) {
        stated_.authors = std::move(names);
    } else {
        stated_.byline = line;
    }
}

void PressDocument::take_date(std::string_view name, std::string_view value) {
    const std::string line = one_line(value);
    DateHints hints;
    hints.basis = archive::Basis::field;
    auto date = parse_written_date(line, hints);
    if (!date) {
        other_.emplace_back(name, archive::cut(line, other_bytes));
    } else if (!stated_.published) {
        stated_.published = std::move(date);
        date_ = line;
    }
}

void PressDocument::take(ExportField field, std::string_view name, std::string_view value) {
    value = archive::trimmed(value);
    const std::string line = one_line(value);
    if (line.empty()) return;
    const auto add = [&](std::vector<std::string>& names) {
        for (auto& each : listed(value, ";|")) names.push_back(std::move(each));
    };
    switch (field) {
        case ExportField::title:
            if (stated_.title.empty()) {
                stated_.title = line;
            } else if (stated_.title != line) {
                stated_.more_titles.push_back(line);
            }
            break;
        case ExportField::standfirst: put(stated_.standfirst, line); break;
        case ExportField::byline: take_names(value); break;
        case ExportField::source: put(stated_.source, line); break;
        case ExportField::date: take_date(name, value); break;
        case ExportField::time: put(time_, line); break;
        case ExportField::section:
            put(stated_.section, first_part(line));
            if (first_part(line) != line) other_.emplace_back(name, line);
            break;
        case ExportField::dateline:
            keep_line(ZoneKind::dateline, line);
            other_.emplace_back("dateline", line);
            break;
        case ExportField::language: put(stated_.language, code_of_language(line)); break;
        case ExportField::tags: add(stated_.tags); break;
        case ExportField::persons:
            for (const auto& each : listed(value, ";|")) {
                stated_.persons.push_back(name_in_order(each));
            }
            break;
        case ExportField::organisations: add(stated_.orgs); break;
        case ExportField::places: add(stated_.places); break;
        case ExportField::caption: keep_line(ZoneKind::caption, line); break;
        case ExportField::credit: keep_line(ZoneKind::credit, line); break;
        case ExportField::url:
            if (!archive::canonical_url(line).empty()) put(stated_.url, line);
            break;
        case ExportField::id: put(stated_.external_id, line); break;
        case ExportField::body:
            if (!text_.empty()) text_ += "\n\n";
            text_ += value;
            break;
        case ExportField::copyright: keep_line(ZoneKind::furniture, line); break;
        case ExportField::other: other_.emplace_back(name, archive::cut(line, other_bytes)); break;
    }
}

void PressDocument::keep_line(ZoneKind kind, std::string_view line) {
    std::string text = one_line(line);
    if (text.empty()) return;
    auto& zones = text_.empty() ? above_ : below_;
    if (kind == ZoneKind::furniture && !zones.empty() && zones.back().kind == kind) {
        zones.back().text += '\n';
        zones.back().text += text;
    } else {
        zones.push_back({kind, std::move(text)});
    }
}

bool PressDocument::has_words() const {
    return !stated_.title.empty() || !archive::trimmed(text_).empty();
}

archive::Result<Article> PressDocument::article() && {
    if (!has_words()) return Error{ErrorCode::article_empty, "neither a title nor a text", {}, {}};
    if (!time_.empty() && stated_.published && !stated_.published->minute_of_day) {
        DateHints hints;
        hints.basis = archive::Basis::field;
        if (auto date = parse_written_date(date_ + " " + time_, hints)) {
            stated_.published = std::move(date);
        }
    }
    Article article = article_from_text(text_);
    if (!stated_.title.empty()) keep_as_body(article);
    article.zones.insert(article.zones.begin(), above_.begin(), above_.end());
    article.zones.insert(article.zones.end(), below_.begin(), below_.end());
    merge_stated(article, stated_);
    article.other.insert(article.other.end(), other_.begin(), other_.end());
    return article;
}

}  // namespace indexer
