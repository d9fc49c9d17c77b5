// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/tei.h"

#include "archive/base/limits.h"
#include "archive/base/text.h"
#include "indexer/analysis/dates.h"
#include "indexer/readers/html.h"
#include "indexer/readers/record_values.h"
#include "indexer/readers/stated_fields.h"
#include "indexer/readers/xml_tree.h"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace indexer {

namespace {

using archive::Article;
using archive::ErrorCode;
using archive::ZoneKind;

bool is_any(const XmlNode& element, std::initializer_list<std::string_view> names) {
    const auto name = element.name();
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// The words of an element as they are meant: of a correction the corrected, of an abbreviation
/// the long form; a line's end within a word leaves nothing.
std::string words_of(const XmlNode& element, const XmlTree& tree) {
    std::string text;
    for (auto at = element.place() + 1; at < element.end();) {
        const XmlNode node(tree, at);
        ++at;
        if (node.is_text()) {
            text += node.own_text();
        } else if (is_any(node, {"sic", "orig", "abbr"}) && node.parent().is("choice")) {
            at = node.end();
        } else if (is_any(node, {"fw", "note", "figDesc"})) {
            at = node.end();
        } else if (is_any(node, {"lb", "cb", "pb", "l", "cell", "item"})) {
            if (node.attribute("break") == "no") {
                while (!text.empty() && (text.back() == '\n' || text.back() == ' '))
                    text.pop_back();
                if (text.ends_with('-')) text.pop_back();
            } else {
                text += ' ';
            }
        }
    }
    return clean_line(text);
}

std::optional<archive::Date> date_of(const XmlNode& date) {
    DateHints hints;
    hints.basis = archive::Basis::field;
    for (const char* name : {"when", "when-iso", "value", "from", "notBefore"}) {
        const auto written = date.attribute(name);
        if (written.empty()) continue;
        if (auto found = parse_written_date(written, hints)) return found;
    }
    const std::string text = date.line();
    return text.empty() ? std::nullopt : parse_written_date(text, hints);
}

std::optional<archive::Date> first_date(const XmlNode& around) {
    for (const auto& date : around.all("date")) {
        if (auto found = date_of(date)) return found;
    }
    return std::nullopt;
}

/// The kind of zone an element makes by itself; nothing for those that only hold others.
std::optional<ZoneKind> zone_of(const XmlNode& element) {
    if (is_any(element, {"p", "ab", "lg", "l", "item", "row", "salute", "signed", "trailer", "head",
                         "quote", "sp", "note", "postscript"})) {
        const bool picture = element.parent().is("figure");
        return picture ? ZoneKind::caption : ZoneKind::body;
    }
    if (is_any(element, {"byline", "docAuthor"})) return ZoneKind::byline;
    if (element.is("dateline")) return ZoneKind::dateline;
    if (element.is("figDesc")) return ZoneKind::caption;
    if (element.is("fw")) return ZoneKind::furniture;
    return std::nullopt;
}

bool is_article(const XmlNode& element) {
    if (!element.name().starts_with("div")) return false;
    const std::string type = archive::ascii_lower(element.attribute("type"));
    return type == "article" || type == "artikel" || type == "newsarticle" || type == "story"
           || type == "articolo" || type == "articulo";
}

/// The articles of one text, and what its header says of all of them.
class TeiText {
public:
    TeiText(const XmlTree& tree, const XmlNode& document) : tree_(tree), document_(document) {
        read_header(document.child("teiHeader"));
    }

    std::vector<Article> articles() const {
        const XmlNode text = document_.child("text");
        std::vector<XmlNode> divisions;
        for (auto at = text.place() + 1; text && at < text.end();) {
            const XmlNode node(tree_, at);
            const bool found = is_article(node);
            if (found) divisions.push_back(node);
            at = found ? node.end() : at + 1;
        }
        if (divisions.empty()) return whole(text);
        std::vector<Article> found;
        for (const auto& division : divisions) found.push_back(article_of(division));
        // What stands between the articles: advertisements, notices, tables.
        Article rest;
        add_zones(text, rest, divisions);
        constexpr std::size_t few_bytes = 200;
        if (archive::body_text(rest).size() > few_bytes) {
            StatedFields stated = common_;
            stated.title.clear();
            stated.authors.clear();
            merge_stated(rest, stated);
            found.push_back(std::move(rest));
        }
        return found;
    }

private:
    void read_header(const XmlNode& header) {
        const XmlNode file = header.child("fileDesc");
        const XmlNode source = file.child("sourceDesc");
        const XmlNode titles = file.child("titleStmt");
        for (const auto& title : titles.children("title")) {
            std::string line = title.line();
            if (line.empty()) continue;
            if (common_.title.empty()) {
                common_.title = std::move(line);
            } else if (title.attribute("type") != "sub") {
                common_.more_titles.push_back(std::move(line));
            } else {
                common_.title += ": " + line;
            }
        }
        for (const auto& author : titles.children("author")) {
            std::string line = author.line();
            if (!line.empty()) common_.authors.push_back(std::move(line));
        }
        for (const auto& title : source.all("title")) {
            const auto level = title.attribute("level");
            if (level == "j" || level == "m" || level == "s") common_.source = title.line();
            if (!common_.source.empty()) break;
        }
        if (common_.source.empty()) {
            common_.source = file.child("publicationStmt", "publisher").line();
        }
        common_.published = first_date(source);
        const XmlNode profile = header.child("profileDesc");
        if (!common_.published) common_.published = first_date(profile.child("creation"));
        if (!common_.published) common_.published = first_date(file.child("publicationStmt"));
        common_.language = profile.child("langUsage", "language").attribute("ident");
        if (common_.language.empty()) common_.language = document_.attribute("lang");
        if (common_.language.empty()) common_.language = document_.child("text").attribute("lang");
        for (const auto& term : profile.child("textClass").all("term")) {
            std::string line = term.line();
            if (!line.empty()) common_.tags.push_back(std::move(line));
        }
    }

    std::vector<Article> whole(const XmlNode& text) const {
        Article article;
        if (text) add_zones(text, article, {});
        if (!text && document_.find("text")) add_zones(document_.find("text"), article, {});
        if (article.zones.empty()) return {};
        merge_stated(article, common_);
        return {std::move(article)};
    }

    Article article_of(const XmlNode& division) const {
        Article article;
        add_zones(division, article, {});
        StatedFields stated = common_;
        stated.title.clear();
        stated.more_titles.clear();
        stated.authors.clear();
        stated.external_id = division.attribute("id");
        XmlNode above = division.parent();  // "<div type="section"><head>Shipping</head>"
        if (above.name().starts_with("div")) stated.section = above.child("head").line();
        if (const auto language = division.attribute("lang"); !language.empty()) {
            stated.language = language;
        }
        for (const auto& head : division.children("head")) {
            std::string line = words_of(head, tree_);
            if (line.empty()) continue;
            if (stated.title.empty()) {
                stated.title = std::move(line);
            } else if (stated.standfirst.empty()) {
                stated.standfirst = std::move(line);
            }
        }
        XmlNode byline = division.find("byline");
        if (!byline) byline = division.find("docAuthor");
        if (byline) stated.byline = words_of(byline, tree_);
        if (auto own = own_date(division)) stated.published = std::move(own);
        merge_stated(article, stated);
        return article;
    }

    /// The day above the article's text. Days inside the text are what it tells of.
    std::optional<archive::Date> own_date(const XmlNode& division) const {
        for (const auto& part : division.children()) {
            if (is_any(part, {"head", "dateline", "opener", "byline", "docDate", "date"})) {
                if (part.is("date")) return date_of(part);
                if (auto date = first_date(part)) return date;
            } else if (part.is("p")) {
                break;
            }
        }
        return std::nullopt;
    }

    /// The blocks inside `around` as zones, without those of `left_out`, which are in order.
    void add_zones(const XmlNode& around, Article& article,
                   const std::vector<XmlNode>& left_out) const {
        auto skipped = left_out.begin();
        for (auto at = around.place() + 1; at < around.end();) {
            const XmlNode node(tree_, at);
            while (skipped != left_out.end() && skipped->place() < at) ++skipped;
            if (skipped != left_out.end() && skipped->place() == at) {
                at = node.end();
                continue;
            }
            ++at;
            std::optional<ZoneKind> kind;
            std::string text;
            if (node.is_text()) {  // straight inside a division: badly made, but text
                text = clean_line(node.own_text());
                kind = ZoneKind::body;
            } else if ((kind = zone_of(node))) {
                text = words_of(node, tree_);
                add_inner_notes(node, article);
                at = node.end();
            }
            if (kind && !text.empty()) add(article, *kind, std::move(text));
        }
    }

    /// Notes and running heads stand inside paragraphs and are none of their words.
    void add_inner_notes(const XmlNode& block, Article& article) const {
        for (const char* name : {"note", "figDesc", "fw"}) {
            for (const auto& inner : block.all(name)) {
                std::string text = words_of(inner, tree_);
                const ZoneKind kind = inner.is("fw")     ? ZoneKind::furniture
                                      : inner.is("note") ? ZoneKind::body
                                                         : ZoneKind::caption;
                if (!text.empty()) add(article, kind, std::move(text));
            }
        }
    }

    static void add(Article& article, ZoneKind kind, std::string text) {
        const bool goes_on =
            kind == ZoneKind::body && !article.zones.empty() && article.zones.back().kind == kind;
        // A short line is left alone, so that a headline stated elsewhere can be found in it.
        constexpr std::size_t short_bytes = 200;
        if (goes_on && text.size() > short_bytes) {
            article.zones.back().text += "\n" + text;
        } else {
            article.zones.push_back({kind, std::move(text)});
        }
    }

    const XmlTree& tree_;
    XmlNode document_;
    StatedFields common_;
};

}  // namespace

bool TeiReader::recognises(std::string_view head) const {
    const std::string tag = first_tag(head);
    const auto colon = tag.rfind(':');
    const std::string name = colon == std::string::npos ? tag : tag.substr(colon + 1);
    return name == "tei" || name == "tei.2" || name == "teicorpus";
}

void TeiReader::read(Bytes& bytes, const Origin& origin, const RecordSink& sink) const {
    const auto tree = XmlTree::read(bytes, archive::limits::xml_record_bytes);
    std::vector<XmlNode> documents;
    for (auto at = tree.top().place() + 1; at < tree.top().end(); ++at) {
        const XmlNode node(tree, at);
        const std::string name = archive::ascii_lower(node.name());
        if (name == "tei" || name == "tei.2") documents.push_back(node);
    }
    if (documents.empty() && tree.root()) documents.push_back(tree.root());
    std::uint64_t number = 0;
    for (const auto& document : documents) {
        for (auto& article : TeiText(tree, document).articles()) {
            Record record;
            record.record = ++number;
            record.article = std::move(article);
            record.article.quality.truncated = tree.cut_short() || tree.too_large();
            record.article.provenance.path = origin.path;
            record.article.provenance.record = number;
            record.article.provenance.reader = name();
            if (!sink(std::move(record))) return;
        }
    }
    const bool damaged = tree.damage() || tree.too_large();
    if (!damaged && number > 0) return;
    Record record;
    record.kind = Record::Kind::rejected;
    record.record = 0;
    if (tree.too_large()) {
        record.error = {ErrorCode::article_too_large, "a document with too many words", {}, {}};
    } else if (damaged) {
        record.error = {ErrorCode::article_unreadable,
                        "damaged at line " + std::to_string(tree.damage()->line) + ": "
                            + archive::escaped(tree.damage()->what),
                        {},
                        {}};
    } else {
        record.error = {ErrorCode::article_empty, "no text in the document", {}, {}};
    }
    sink(std::move(record));
}

}  // namespace indexer
