// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/analysis/chain.h"

#include "archive/base/text.h"
#include "indexer/analysis/agencies.h"
#include "indexer/analysis/altered_wording.h"
#include "indexer/analysis/bylines.h"
#include "indexer/analysis/datelines.h"
#include "indexer/analysis/inferred_dates.h"
#include "indexer/analysis/language.h"
#include "indexer/analysis/leads.h"
#include "indexer/analysis/url_dates.h"
#include "indexer/extract/header_lines.h"
#include "indexer/extract/line_shape.h"
#include "indexer/names/name_reader.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace indexer {

namespace {

using archive::Article;
using archive::ZoneKind;

/// The first paragraph of the first zone of a kind; empty when there is none.
std::string_view first_paragraph(const Article& article, ZoneKind kind) {
    for (const auto& zone : article.zones) {
        if (zone.kind != kind) continue;
        const std::string_view text = zone.text;
        return text.substr(0, text.find('\n'));
    }
    return {};
}

/// The first paragraph of the body that says something, or failing that its first.
std::string_view lead_paragraph(const Article& article) {
    constexpr std::size_t fewest_words = 5;
    for (const auto& zone : article.zones) {
        if (zone.kind != ZoneKind::body) continue;
        for (const auto paragraph : archive::split(zone.text, '\n')) {
            if (word_count(paragraph) >= fewest_words) return paragraph;
        }
    }
    return first_paragraph(article, ZoneKind::body);
}

void find_language(Article& article) {
    article.language = language_of(archive::body_text(article), article.title, article.language);
}

void find_authors(Article& article) {
    if (!article.authors.empty()) return;
    article.authors = authors_in(article.byline);
    if (!article.authors.empty()) return;
    for (const auto& zone : article.zones) {
        if (zone.kind != ZoneKind::credit) continue;
        article.authors = authors_in(reporters_in_credit(zone.text));
        if (!article.authors.empty()) return;
    }
}

/// Who sent the story: the dateline says it best, then credit and byline. What the body merely
/// quotes ("KCNA said") is no agency of the article.
void find_agency(Article& article) {
    auto dateline = find_dateline(first_paragraph(article, ZoneKind::body));
    if (!dateline) dateline = find_dateline(first_paragraph(article, ZoneKind::dateline));
    if (dateline) {
        add_agency(article.agency, dateline->agency);
        const auto has_dateline = [](const auto& field) { return field.first == "dateline"; };
        if (std::none_of(article.other.begin(), article.other.end(), has_dateline)) {
            article.other.emplace_back("dateline", dateline->place);
        }
    }
    for (const auto& zone : article.zones) {
        if (zone.kind != ZoneKind::credit) continue;
        for (const auto& agency : agencies_in(zone.text)) add_agency(article.agency, agency);
        for (const auto& agency : thanked_agencies(zone.text)) add_agency(article.agency, agency);
    }
    for (const auto& agency : agencies_in(article.byline)) add_agency(article.agency, agency);
}

void find_title(Article& article) {
    if (!article.title.empty()) return;
    if (!article.standfirst.empty()) {
        article.title = lead_clause(article.standfirst);
        article.title_basis = archive::TitleBasis::standfirst;
        return;
    }
    const auto lead = lead_paragraph(article);
    if (lead.empty()) return;
    article.title = lead_clause(lead);
    article.title_basis = archive::TitleBasis::lead;
}

}  // namespace

void analyse(Article& article) {
    find_language(article);
    find_agency(article);
    find_authors(article);
    find_title(article);
}

void date_undated(Article& article, std::string_view filed) {
    if (article.published.known()) return;
    auto date = day_in_url(article.url);
    if (!date && !article.updated) date = month_in_url(article.url);
    if (!date && article.updated) {
        settle_updated_only(article);
        return;
    }
    if (!date) date = inferred_date(article, filed);
    if (date) article.published = std::move(*date);
}

void analyse_filed(Article& article, std::string_view filed, NameReader& names) {
    analyse(article);
    date_undated(article, filed);
    names.read(article);
    article.quality.altered = is_altered(unknown_words(article), {});
}

}  // namespace indexer
