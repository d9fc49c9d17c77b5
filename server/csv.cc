// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/csv.h"

#include "archive/base/text.h"
#include "server/json/parts.h"

namespace server {

using archive::EntityType;

namespace {

constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

std::string csv_cell(std::string_view value) {
    std::string cell = archive::is_utf8(value) ? std::string(value) : archive::to_valid_utf8(value);
    if (!cell.empty() && std::string_view("=+-@\t\r").find(cell.front()) != std::string_view::npos)
        cell.insert(0, 1, '\'');
    if (cell.find_first_of(",\"\r\n") == std::string::npos) return cell;
    std::string quoted = "\"";
    for (const char c : cell) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

std::string joined(const std::vector<std::string>& values) {
    std::string all;
    for (const auto& value : values) all += (all.empty() ? "" : "; ") + value;
    return all;
}

std::string names(const archive::ResultRow& row, EntityType type) {
    std::vector<std::string> found;
    for (const auto& name : row.names.list) {
        if (name.type == type) found.emplace_back(name.label);
    }
    return joined(found);
}

std::string day(archive::DayNumber number) {
    return number == 0 ? std::string() : archive::iso_day(number);
}

}  // namespace

std::string csv_line(const std::vector<std::string>& cells) {
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) line += ',';
        line += csv_cell(cells[i]);
    }
    return line + "\r\n";
}

std::string csv_head() {
    return std::string(byte_order_mark)
           + csv_line({"id",          "permalink",      "title",
                       "source",      "agency",         "authors",
                       "section",     "language",       "date_earliest",
                       "date_latest", "date_precision", "date_certainty",
                       "date_basis",  "date_evidence",  "added",
                       "words",       "people",         "organisations",
                       "places",      "tags",           "url",
                       "external_id", "story_id",       "story_articles",
                       "story_role",  "event_id"});
}

std::string csv_row(const archive::ResultRow& row, const std::string& permalink) {
    const auto& article = row.article;
    const auto& date = article.published;
    return csv_line({article.id,
                     permalink,
                     article.title,
                     article.source,
                     joined(article.agency),
                     joined(article.authors),
                     article.section,
                     article.language,
                     day(date.span.first),
                     day(date.span.last),
                     std::string(archive::name(date.precision)),
                     std::string(archive::name(date.certainty)),
                     std::string(archive::name(date.basis)),
                     date.evidence,
                     utc_moment(row.added),
                     std::to_string(row.words),
                     names(row, EntityType::person),
                     names(row, EntityType::org),
                     names(row, EntityType::place),
                     joined(article.tags),
                     article.url,
                     article.external_id,
                     row.ties.story,
                     std::to_string(row.ties.versions),
                     std::string(archive::name(row.ties.role)),
                     row.ties.event});
}

}  // namespace server
