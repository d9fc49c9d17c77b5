// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/citation.h"

#include "server/cited_date.h"

#include <nlohmann/json.hpp>

#include <array>
#include <chrono>
#include <cstdio>
#include <utility>

namespace server {

using archive::Article;
using archive::Certainty;
using archive::Date;
using archive::Precision;
using nlohmann::ordered_json;

namespace {

bool is_inferred(const Date& date) {
    return date.certainty == Certainty::inferred;
}

std::string address(const Article& article, const std::string& permalink) {
    return article.url.empty() ? permalink : article.url;
}

/// Who wrote it: people, else the agency.
const std::vector<std::string>& writers(const Article& article) {
    return article.authors.empty() ? article.agency : article.authors;
}

/// What to say of the date besides; empty when it is stated.
std::string note_on_date(const Article& article) {
    if (!article.published.known()) return "No date is known";
    if (!is_inferred(article.published)) return {};
    std::string note = "Date inferred: " + cited_date(article.published);
    if (!article.published.evidence.empty()) note += ", from \"" + article.published.evidence + '"';
    return note;
}

/// Line breaks and other control characters become blanks, so that a value stays one line.
std::string on_one_line(std::string_view text) {
    std::string line(text);
    for (char& c : line) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = ' ';
    }
    return line;
}

std::string latex_escaped(std::string_view text) {
    std::string out;
    for (const char c : on_one_line(text)) {
        switch (c) {
            case '\\': out += "\\textbackslash{}"; break;
            case '~': out += "\\textasciitilde{}"; break;
            case '^': out += "\\textasciicircum{}"; break;
            case '{':
            case '}':
            case '&':
            case '%':
            case '$':
            case '#':
            case '_': out += '\\'; [[fallthrough]];
            default: out += c;
        }
    }
    return out;
}

/// An address for a field of BibTeX, where only braces could do harm.
std::string url_for_bibtex(std::string_view url) {
    std::string out;
    for (const char c : on_one_line(url)) {
        if (c == '{') {
            out += "%7B";
        } else if (c == '}') {
            out += "%7D";
        } else if (c == '\\') {
            out += "%5C";
        } else {
            out += c;
        }
    }
    return out;
}

std::string bibtex_authors(const Article& article) {
    std::string all;
    for (const auto& name : writers(article)) {
        if (!all.empty()) all += " and ";
        // Braces keep the name of an organisation, or one with an "and" in it, whole.
        const bool whole = article.authors.empty() || name.find(" and ") != std::string::npos;
        all += whole ? "{" + latex_escaped(name) + "}" : latex_escaped(name);
    }
    return all;
}

/// "2025/05/10/": year, month and day as far as they are known.
std::string ris_date(const Date& date) {
    const std::chrono::year_month_day day(archive::day_of(cited_day(date)));
    std::array<char, 32> text{};
    const int year = static_cast<int>(day.year());
    const auto month = static_cast<unsigned>(day.month());
    switch (date.precision) {
        case Precision::year: std::snprintf(text.data(), text.size(), "%04d//", year); break;
        case Precision::month:
            std::snprintf(text.data(), text.size(), "%04d/%02u/", year, month);
            break;
        case Precision::none:
        case Precision::day:
        case Precision::minute:
            std::snprintf(text.data(), text.size(), "%04d/%02u/%02u", year, month,
                          static_cast<unsigned>(day.day()));
            break;
    }
    return text.data();
}

ordered_json date_parts(archive::DayNumber number, Precision precision) {
    const std::chrono::year_month_day day(archive::day_of(number));
    auto parts = ordered_json::array({static_cast<int>(day.year())});
    if (precision != Precision::year) parts.push_back(static_cast<unsigned>(day.month()));
    if (precision == Precision::day || precision == Precision::minute)
        parts.push_back(static_cast<unsigned>(day.day()));
    return parts;
}

ordered_json csl_issued(const Date& date) {
    if (!date.known()) return {{"literal", cited_date(date)}};
    auto parts = ordered_json::array({date_parts(date.span.first, date.precision)});
    const bool of_days = date.precision == Precision::day || date.precision == Precision::minute;
    if (of_days && date.span.first != date.span.last)
        parts.push_back(date_parts(date.span.last, date.precision));
    ordered_json issued{{"date-parts", std::move(parts)}};
    if (is_inferred(date)) {
        issued["circa"] = true;
        issued["literal"] = cited_date(date);
    }
    return issued;
}

}  // namespace

std::string bibtex_entry(const Article& article, const std::string& permalink) {
    std::string entry = "@article{dateline-" + article.id;
    const auto add = [&entry](std::string_view name, const std::string& value) {
        if (!value.empty()) entry.append(",\n  ").append(name).append(" = {").append(value) += '}';
    };
    add("author", bibtex_authors(article));
    // A second pair of braces keeps the capitals as they are.
    if (!article.title.empty()) add("title", "{" + latex_escaped(article.title) + "}");
    add("journal", latex_escaped(article.source));
    add("year", cited_year(article.published));
    add("date", archive::edtf(article.published));
    add("keywords", [&article] {
        std::string all;
        for (const auto& tag : article.tags) all += (all.empty() ? "" : ", ") + latex_escaped(tag);
        return all;
    }());
    add("language", article.language == "und" ? "" : latex_escaped(article.language));
    add("url", url_for_bibtex(address(article, permalink)));
    add("note", latex_escaped(note_on_date(article)));
    return entry + "\n}\n";
}

std::string ris_entry(const Article& article, const std::string& permalink) {
    std::string entry;
    const auto add = [&entry](std::string_view tag, const std::string& value) {
        if (value.empty()) return;
        entry.append(tag).append("  - ").append(on_one_line(value)).append("\r\n");
    };
    add("TY", "NEWS");
    add("ID", article.id);
    for (const auto& name : writers(article)) add("AU", name);
    add("TI", article.title);
    add("T2", article.source);
    add("PY", cited_year(article.published));
    if (article.published.known()) {
        // What follows the third slash is free text.
        const auto date = ris_date(article.published);
        add("DA",
            is_inferred(article.published) ? date + "/" + cited_date(article.published) : date);
    } else {
        add("DA", cited_date(article.published));
    }
    add("SE", article.section);
    if (article.language != "und") add("LA", article.language);
    for (const auto& tag : article.tags) add("KW", tag);
    add("UR", address(article, permalink));
    add("N1", note_on_date(article));
    return entry + "ER  - \r\n";
}

ordered_json csl_item(const Article& article, const std::string& permalink) {
    ordered_json item{{"id", article.id}, {"type", "article-newspaper"}, {"title", article.title}};
    const auto add = [&item](const char* name, const std::string& value) {
        if (!value.empty()) item[name] = value;
    };
    add("container-title", article.source);
    auto authors = ordered_json::array();
    for (const auto& name : writers(article)) {
        auto author = ordered_json::object();
        author["literal"] = name;
        authors.push_back(std::move(author));
    }
    if (!authors.empty()) item["author"] = std::move(authors);
    item["issued"] = csl_issued(article.published);
    add("section", article.section);
    if (article.language != "und") add("language", article.language);
    add("URL", address(article, permalink));
    add("note", note_on_date(article));
    return item;
}

}  // namespace server
