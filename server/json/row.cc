// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/json/row.h"

#include "server/json/json_tree.h"
#include "server/json/written.h"

namespace server {

using archive::Article;
using archive::Highlight;

namespace {

/// Where a title comes from, in the three words of the API; empty without a title.
std::string_view title_basis(archive::TitleBasis basis) {
    using enum archive::TitleBasis;
    switch (basis) {
        case none: return {};
        case standfirst: return "standfirst";
        case lead: return "lead";
        case field:
        case jsonld:
        case meta:
        case h1:
        case text: break;
    }
    return "stated";
}

template <typename Out>
void put_quality(Out& out, const archive::Quality& quality) {
    out.begin_object();
    out.key("altered").boolean(quality.altered);
    out.key("ocr");
    if (quality.ocr)
        out.number(rounded(static_cast<double>(*quality.ocr), 1000));
    else
        out.null();
    out.key("truncated").boolean(quality.truncated);
    out.end_object();
}

template <typename Out>
void put_event(Out& out, const archive::ArticleTies& ties) {
    if (ties.event.empty()) return out.null();
    out.begin_object();
    out.key("id").text(ties.event);
    out.key("articles").number(ties.reports);
    out.end_object();
}

template <typename Out>
void put_story_ties(Out& out, const archive::ArticleTies& ties) {
    out.begin_object();
    out.key("id").text(ties.story);
    out.key("articles").number(ties.versions);
    out.key("role").text(archive::name(ties.role));
    out.end_object();
}

template <typename Out>
void put_name(Out& out, const archive::ShownName& name) {
    out.begin_object();
    out.key("type").text(archive::name(name.type));
    out.key("id").text(name.id);
    out.key("name").text(name.label);
    out.end_object();
}

/// Every member of a row but `score`.
template <typename Out>
void put_facts(Out& out, const RowFacts& facts, Highlight highlight) {
    const Article& article = facts.article;
    const auto text = [&](std::string_view key, std::string_view value) {
        out.key(key);
        put_text_or_null(out, value);
    };
    out.key("id").text(article.id);
    text("external_id", article.external_id);
    text("url", article.url);
    out.key("title");
    put_segments(out, facts.title, highlight);
    text("title_basis", title_basis(article.title_basis));
    if (facts.snippet != nullptr) {
        out.key("snippet");
        put_segments(out, *facts.snippet, highlight);
    }
    text("source", article.source);
    out.key("agency");
    put_texts(out, article.agency);
    out.key("authors");
    put_texts(out, article.authors);
    text("section", article.section);
    out.key("tags");
    put_texts(out, article.tags);
    text("language", article.language);
    out.key("published");
    put_date(out, article.published);
    out.key("added").text(utc_moment(facts.added));
    out.key("words").number(facts.words);
    out.key("story");
    put_story_ties(out, facts.ties);
    out.key("event");
    put_event(out, facts.ties);
    out.key("quality");
    put_quality(out, article.quality);
    out.key("entities").begin_array();
    for (const auto& name : facts.names) put_name(out, name);
    out.end_array();
}

template <typename Out>
void put_row(Out& out, const archive::ResultRow& row, Highlight highlight) {
    out.begin_object();
    put_facts(
        out, {row.article, row.ties, row.added, row.words, row.title, row.names.list, &row.snippet},
        highlight);
    out.key("score").number(rounded(row.score, 100));
    out.end_object();
}

}  // namespace

std::vector<archive::ShownName> shown(const std::vector<archive::KnownName>& names) {
    std::vector<archive::ShownName> all;
    all.reserve(names.size());
    for (const auto& name : names) all.push_back({name.type, name.id, name.label});
    return all;
}

ordered_json story_ties_json(const archive::ArticleTies& ties) {
    return tree_of([&](JsonTree& tree) { put_story_ties(tree, ties); });
}

ordered_json name_json(const archive::KnownName& name) {
    return tree_of([&](JsonTree& tree) {
        put_name(tree, archive::ShownName{name.type, name.id, name.label});
    });
}

ordered_json facts_json(const RowFacts& facts, Highlight highlight) {
    return tree_of([&](JsonTree& tree) {
        tree.begin_object();
        put_facts(tree, facts, highlight);
        tree.end_object();
    });
}

void write_row(JsonText& out, const archive::ResultRow& row, Highlight highlight) {
    put_row(out, row, highlight);
}

ordered_json row_json(const archive::ResultRow& row, Highlight highlight) {
    return tree_of([&](JsonTree& tree) { put_row(tree, row, highlight); });
}

ordered_json facts_json(const archive::ResultRow& row, Highlight highlight) {
    return facts_json({row.article, row.ties, row.added, row.words, row.title, row.names.list},
                      highlight);
}

ordered_json version_json(const archive::StoryVersion& version) {
    auto json = facts_json(version.row, Highlight::none);
    json["role"] = archive::name(version.row.ties.role);
    json["kept"] = rounded(version.kept.kept, 1000);
    json["added"] = version.kept.added;  // words; the moment is a member of the article itself
    json["dropped"] = version.kept.dropped;
    return json;
}

ordered_json exported_row(const archive::ResultRow& row, const std::string& permalink) {
    auto json = facts_json(row, Highlight::none);
    json["permalink"] = permalink;
    json["text"] = archive::body_text(row.article);
    return json;
}

}  // namespace server
