// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/crawl_titles.h"

#include "archive/base/limits.h"
#include "archive/index/identity.h"
#include "indexer/readers/json_parse.h"
#include "indexer/readers/lines.h"
#include "indexer/readers/record_values.h"

#include <nlohmann/json.hpp>

namespace indexer {

namespace {

constexpr std::size_t most_titles = 200'000;
constexpr std::size_t line_bytes = 1U << 20;  // some lists hold the text of the page as well

std::string text_at(const nlohmann::json& object, const char* name) {
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? text_of(*found) : std::string();
}

}  // namespace

CrawlTitles::CrawlTitles(const Origin& crawl) {
    const bool in_wacz = crawl.path.find("!archive/") != std::string::npos;
    if (!in_wacz || crawl.neighbours == nullptr) return;
    try {
        crawl.neighbours->open({"/pages/pages.jsonl", "/pages/extraPages.jsonl"},
                               [&](const std::string&, Bytes& list) {
                                   read_list(list);
                                   return true;
                               });
    } catch (const archive::Failure&) {
        // The pages are read without it; the container's damage is reported for its own sake.
    }
}

void CrawlTitles::read_list(Bytes& list) {
    Lines lines(list, line_bytes);
    while (const auto line = lines.next()) {
        if (titles_.size() >= most_titles) return;
        if (line->text.empty()) continue;
        const auto page = parse_json(line->text);
        if (!page || !page->is_object()) continue;
        const std::string url = archive::canonical_url(text_at(*page, "url"));
        std::string title = clean_line(text_at(*page, "title"));
        if (!url.empty() && !title.empty()) titles_.emplace(url, std::move(title));
    }
}

std::string CrawlTitles::title_of(std::string_view url) const {
    const auto found = titles_.find(archive::canonical_url(url));
    return found == titles_.end() ? std::string() : found->second;
}

}  // namespace indexer
