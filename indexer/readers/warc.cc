// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/warc.h"

#include "archive/base/limits.h"
#include "archive/base/text.h"
#include "archive/index/identity.h"
#include "archive/index/sites.h"
#include "indexer/readers/crawl_page.h"
#include "indexer/readers/crawl_titles.h"
#include "indexer/readers/file_bytes.h"
#include "indexer/readers/html.h"
#include "indexer/readers/outcomes.h"
#include "indexer/readers/stated_fields.h"
#include "indexer/readers/unread_formats.h"
#include "indexer/readers/utf16_bytes.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace indexer {

namespace {

using archive::Article;
using archive::Error;
using archive::ErrorCode;
using archive::ZoneKind;

/// Whether an address is the front page of its site: "https://gull.example/".
bool is_front_page(std::string_view url) {
    const std::string canonical = archive::canonical_url(url);
    constexpr std::string_view scheme = "https://";
    return !canonical.empty() && canonical.find_first_of("/?", scheme.size()) == std::string::npos;
}

bool has_text(const Article& article) {
    return std::any_of(article.zones.begin(), article.zones.end(), [](const auto& zone) {
        return zone.kind == ZoneKind::body || zone.kind == ZoneKind::standfirst;
    });
}

/// One record of a crawl on its way to articles.
class PageReading {
public:
    PageReading(const Registry& registry, const Reader& crawl_reader, const CrawlTitles& titles,
                const Origin& crawl, const CrawlRecord& record)
        : registry_(registry), crawl_reader_(crawl_reader), titles_(titles), record_(record) {
        page_origin_.path = crawl.path;
        page_origin_.folder = crawl.folder;
        if (!archive::canonical_url(record.uri).empty()) {
            page_origin_.url = archive::to_valid_utf8(record.uri);
        }
        day_ = crawl_day(record);
        // A day more, for clocks east of the crawler's.
        if (day_ != 0) page_origin_.latest = std::min(crawl.latest, day_ + 1);
    }

    /// What the record yields: its articles, or why there is none.
    std::vector<Record> records() {
        CrawlPage page = page_of(record_);
        if (!page.why_not.empty()) return {skipped_record(record_.number, std::move(page.why_not))};
        if (page.bomb) {
            return {rejected_record(
                record_.number, {ErrorCode::container_limit,
                                 "a page that expands more than "
                                     + std::to_string(archive::limits::container_ratio) + " to 1",
                                 {},
                                 {}})};
        }
        if (archive::trimmed(page.bytes).empty()) {
            return {skipped_record(record_.number, "an empty page")};
        }
        page_origin_.charset = std::move(page.charset);
        cut_ = page.cut;
        MemoryBytes bytes(std::move(page.bytes));
        if (const auto order = utf16_order(bytes.head())) {
            Utf16Bytes text(bytes, *order);
            return recognise(text, page.type);
        }
        return recognise(bytes, page.type);
    }

private:
    std::vector<Record> recognise(Bytes& bytes, PageType type) {
        const auto head = bytes.head();
        const Reader* reader = registry_.reader_for(head);
        const auto* unread = reader == nullptr ? unread_format(head) : nullptr;
        const bool like_text = reader != nullptr && reader->name() == "text";
        if (type == PageType::html && (unread == nullptr && (reader == nullptr || like_text))) {
            return read(HtmlReader(), bytes);
        }
        if (unread != nullptr) return {skipped_record(record_.number, std::string(unread->help))};
        const bool readable =
            reader != nullptr && reader != &crawl_reader_ && (!like_text || type == PageType::text);
        if (!readable) return {skipped_record(record_.number, "of no format that holds articles")};
        return read(*reader, bytes);
    }

    std::vector<Record> read(const Reader& reader, Bytes& bytes) {
        std::vector<Record> found;
        reader.read(bytes, page_origin_, [&](Record record) {
            found.push_back(std::move(record));
            return true;
        });
        const auto articles = std::count_if(found.begin(), found.end(), [](const Record& record) {
            return record.kind == Record::Kind::article;
        });
        const bool alone = articles == 1;
        std::size_t position = 0;
        for (auto& record : found) {
            record.record = record_.number;
            if (record.kind == Record::Kind::article) ++position;
            finish(record, reader, alone, position);
        }
        if (articles > 0) {  // an answer with some articles in it: what else it says is none
            std::erase_if(found, [](const Record& record) { return is_no_article(record); });
        } else if (found.size() > 1) {
            found.resize(1);  // one reason will do
        }
        if (found.empty()) found.push_back(skipped_record(record_.number, "a page without text"));
        return found;
    }

    static bool is_no_article(const Record& record) { return record.kind == Record::Kind::skipped; }

    void finish(Record& record, const Reader& reader, bool alone, std::size_t position) const {
        const bool page = reader.name() == "html";
        switch (record.kind) {
            case Record::Kind::skipped: return;
            case Record::Kind::rejected:
                // Answers of programs are mostly no articles, and crawls hold empty pages.
                if (record.error.code == ErrorCode::article_empty || !page) {
                    record = skipped_record(record_.number, "no article: " + record.error.message);
                }
                return;
            case Record::Kind::withdrawn: complete(record.article, alone, position); return;
            case Record::Kind::article: break;
        }
        if (!page && !has_text(record.article)) {
            record = skipped_record(record_.number, "no article: a title alone");
            return;
        }
        complete(record.article, alone, position);
    }

    /// Adds what the crawl knows of an article.
    void complete(Article& article, bool alone, std::size_t position) const {
        article.provenance.record = record_.number;
        const std::string& url = page_origin_.url;
        const bool strange = is_front_page(article.url) && !is_front_page(url);
        if (alone && !url.empty() && (article.url.empty() || strange)) article.url = url;
        if (!alone && article.url.empty() && article.external_id.empty() && !url.empty()) {
            article.external_id = url + "#" + std::to_string(position);
        }
        if (alone && article.title.empty()) {
            StatedFields stated;
            stated.title = titles_.title_of(url);
            merge_stated(article, stated);
        }
        if (article.source.empty()) {
            article.source = archive::host_of(article.url.empty() ? url : article.url);
        }
        if (article.published.known() && article.published.span.first > page_origin_.latest) {
            article.other.emplace_back("date after the crawl", article.published.evidence);
            article.published = {};
        }
        if (article.updated && article.updated->span.first > page_origin_.latest) {
            article.updated.reset();
        }
        if (day_ != 0) article.other.emplace_back("crawled", archive::iso_day(day_));
        article.quality.truncated = article.quality.truncated || cut_;
    }

    const Registry& registry_;
    const Reader& crawl_reader_;
    const CrawlTitles& titles_;
    const CrawlRecord& record_;
    Origin page_origin_;
    archive::DayNumber day_ = 0;
    bool cut_ = false;
};

}  // namespace

void WarcReader::read(Bytes& bytes, const Origin& origin, const RecordSink& sink) const {
    const CrawlTitles titles(origin);
    CrawlRecords crawl(bytes);
    while (const auto record = crawl.next()) {
        if (!record->kind.empty() || record->damage.empty()) {
            for (auto& each : PageReading(registry_, *this, titles, origin, *record).records()) {
                if (!sink(std::move(each))) return;
            }
        }
        if (record->damage.empty()) continue;
        if (!sink(rejected_record(record->number,
                                  {ErrorCode::article_unreadable, record->damage, {}, {}}))) {
            return;
        }
    }
}

}  // namespace indexer
