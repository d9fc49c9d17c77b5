// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/base/limits.h"
#include "archive/base/text.h"
#include "indexer/extract/extract.h"
#include "indexer/extract/header_lines.h"
#include "indexer/extract/html_body.h"
#include "indexer/extract/html_byline.h"
#include "indexer/extract/html_dates.h"
#include "indexer/extract/html_metadata.h"
#include "indexer/extract/html_zones.h"
#include "indexer/extract/page_head_lines.h"
#include "indexer/extract/page_source.h"
#include "indexer/extract/page_text.h"
#include "indexer/extract/page_tree.h"
#include "indexer/extract/script_text.h"
#include "indexer/extract/text_overlap.h"

#include <algorithm>

namespace indexer {

namespace {

using archive::Article;
using archive::ZoneKind;

/// Text a tree holds outside scripts and styles, the title tag included.
std::size_t text_bytes(const PageTree& page) {
    std::size_t bytes = 0;
    for (int i = 0; i < page.size(); ++i) {
        const auto& node = page.node(i);
        if (!node.is_text()) continue;
        const Tag around = page.node(node.parent).tag;
        if (around != Tag::script && around != Tag::style) bytes += node.text.size();
    }
    return bytes;
}

/// Whether the parser kept less than half of the page's text.
bool lost_text(const PageTree& page, std::string_view html) {
    constexpr std::size_t worth_asking = 20;  // the markup is that many times the text
    const std::size_t kept = text_bytes(page);
    if (kept * worth_asking > html.size()) return false;
    return kept * 2 < text_without_tags(html).size();
}

/// JSON-LD's articleBody, when the page shows another text and much less of it (a script would have
/// filled it in). Taken at 2.5 times the length: 1.3 broke two of 151 pages (fundus, 2026-11).
bool linked_body_is_better(const PageMetadata& metadata, const HtmlBody& body) {
    constexpr std::size_t teaser = 200;
    if (metadata.linked.body.size() <= teaser) return false;
    const auto linked = four_word_hashes(metadata.linked.body);
    const auto shown = four_word_hashes(body.text());
    constexpr std::size_t fewest = 80;
    if (linked.size() <= fewest || linked.size() * 2 <= shown.size() * 5) return false;
    return share_found(linked, shown) < 0.6;
}

/// Paragraphs of JSON-LD's text in front, what the page shows behind them as furniture.
void put_linked_body(const PageMetadata& metadata, Article& article) {
    for (auto& zone : article.zones) {
        if (zone.kind == ZoneKind::body) zone.kind = ZoneKind::furniture;
    }
    const auto place =
        std::find_if(article.zones.begin(), article.zones.end(), [](const archive::Zone& zone) {
            return zone.kind != ZoneKind::headline && zone.kind != ZoneKind::standfirst;
        });
    std::string text;
    for (const auto line : archive::split(metadata.linked.body, '\n')) {
        std::string folded;
        append_folded(folded, line);
        const auto paragraph = archive::trimmed(folded);
        if (paragraph.empty()) continue;
        if (!text.empty()) text += '\n';
        text += paragraph;
    }
    article.zones.insert(place, {ZoneKind::body, std::move(text)});
}

Article read_page(const PageTree& page, std::string_view url, archive::DayNumber latest) {
    Article article;
    auto metadata = read_metadata(page, url);
    put_fields(metadata, url, article);
    const auto body = find_body(page, {article.title, article.standfirst, metadata.h1_node});
    put_dates(page, metadata, body, url, latest, article);
    put_byline(page, metadata, body, article);
    article.zones = page_zones(page, body, metadata, article);
    if (metadata.h1.empty()) part_head_lines(metadata, article);
    constexpr std::size_t bare = 200;
    const bool filled_by_script = metadata.linked.body.empty() && body.length() < bare;
    if (filled_by_script) metadata.linked.body = text_in_scripts(page, article.title);
    const bool better =
        filled_by_script ? !metadata.linked.body.empty() : linked_body_is_better(metadata, body);
    if (better) put_linked_body(metadata, article);
    return article;
}

}  // namespace

archive::Result<Article> article_from_html(std::string_view html, std::string_view url,
                                           archive::DayNumber latest) {
    if (html.size() > archive::limits::article_bytes) {
        return archive::Error{archive::ErrorCode::article_too_large,
                              "page of " + std::to_string(html.size()) + " bytes"};
    }
    const auto source = look_over(html);
    Article article;
    bool read = false;
    if (!source.too_costly()) {
        const std::string_view markup = source.shortened.empty() ? html : source.shortened;
        const PageTree page(markup);
        if (!lost_text(page, markup)) {
            article = read_page(page, url, latest);
            read = true;
        }
    }
    if (!read) {
        article = article_from_text(text_without_tags(html));
        if (url.substr(0, 4) == "http") article.url = url;
    }
    if (article.zones.empty()) {
        return archive::Error{archive::ErrorCode::article_empty, "no text in the page"};
    }
    settle_updated_only(article);
    return article;
}

}  // namespace indexer
