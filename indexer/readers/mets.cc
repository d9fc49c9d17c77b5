// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/mets.h"

#include "archive/base/limits.h"
#include "archive/base/text.h"
#include "indexer/readers/container.h"
#include "indexer/readers/neighbours.h"
#include "indexer/readers/ocr_pages.h"
#include "indexer/readers/page_cutting.h"
#include "indexer/readers/printed_page.h"
#include "indexer/readers/stated_fields.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

namespace indexer {

namespace {

using archive::Article;
using archive::Error;
using archive::ErrorCode;
using archive::ZoneKind;
using Kind = IssuePart::Kind;

/// The text of one part of an article.
struct PartText {
    std::vector<std::string> paragraphs;
    Kind kind = Kind::text;
};

/// What no article of a page holds, when it is worth a record.
struct LeftOver {
    std::size_t page = 0;
    Article article;
};

ZoneKind zone_of(Kind kind) {
    switch (kind) {
        case Kind::heading: return ZoneKind::headline;
        case Kind::caption: return ZoneKind::caption;
        case Kind::byline: return ZoneKind::byline;
        case Kind::text: return ZoneKind::body;
    }
    return ZoneKind::body;
}

/// Whether there is more than the dirt of a picture.
bool has_letters(const Article& article) {
    constexpr std::size_t few = 4;
    std::size_t letters = 0;
    for (const auto& zone : article.zones) {
        for (const char c : zone.text) {
            const auto byte = static_cast<unsigned char>(c);
            letters += (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte >= 0x80;
        }
    }
    return letters >= few;
}

std::size_t words_of(const PrintedPage& page) {
    std::size_t words = 0;
    for (const auto& block : page.blocks) {
        for (const auto& line : block.lines) words += line.words.size();
    }
    return words;
}

class IssueText {
public:
    IssueText(Issue issue, const Origin& origin) : issue_(std::move(issue)), origin_(origin) {
        for (std::size_t i = 0; i < issue_.articles.size(); ++i) {
            texts_.emplace_back(issue_.articles[i].parts.size());
            sureness_.emplace_back();
            for (std::size_t part = 0; part < issue_.articles[i].parts.size(); ++part) {
                on_page_[issue_.articles[i].parts[part].page].emplace_back(i, part);
            }
        }
    }

    /// Opens the pages and takes from each what the articles need of it.
    void read_pages() {
        if (origin_.neighbours == nullptr) return;
        std::unordered_map<std::string, std::size_t> numbers;
        for (std::size_t i = 0; i < issue_.pages.size(); ++i) {
            if (auto path = referred_path(place_of(origin_.path), issue_.pages[i])) {
                numbers.emplace(std::move(*path), i);
            }
        }
        origin_.neighbours->open(issue_.pages, [&](const std::string& path, Bytes& bytes) {
            const auto number = numbers.find(path);
            if (number != numbers.end()) read_page(number->second, bytes);
            return true;
        });
    }

    bool has_pages() const { return !pages_read_.empty(); }

    bool hand_over(std::string_view reader, const RecordSink& sink) {
        std::uint64_t number = 0;
        const auto deliver = [&](Article article) {
            Record record;
            record.record = ++number;
            record.article = std::move(article);
            if (!has_letters(record.article)) {
                record.kind = Record::Kind::skipped;
                record.note = "an article without text";
            }
            record.article.provenance.path = origin_.path;
            record.article.provenance.record = number;
            record.article.provenance.reader = reader;
            return sink(std::move(record));
        };
        for (std::size_t i = 0; i < issue_.articles.size(); ++i) {
            if (!deliver(article(i))) return false;
        }
        std::sort(left_over_.begin(), left_over_.end(),
                  [](const auto& one, const auto& other) { return one.page < other.page; });
        for (auto& each : left_over_) {
            if (!deliver(std::move(each.article))) return false;
        }
        return report_missing(sink);
    }

private:
    void read_page(std::size_t number, Bytes& bytes) {
        const auto tree = XmlTree::read(bytes, archive::limits::xml_record_bytes);
        auto pages = alto_pages(tree);
        if (pages.empty()) return;
        pages_read_.insert(number);
        for (std::size_t i = 1; i < pages.size(); ++i) {  // one file, one page, by far the most
            auto& blocks = pages.front().blocks;
            std::move(pages[i].blocks.begin(), pages[i].blocks.end(), std::back_inserter(blocks));
        }
        PageCutting page(std::move(pages.front()));
        for (const auto& [article, part] : on_page_[number]) take_part(page, article, part);
        add_rest(page.rest(), number);
    }

    void take_part(PageCutting& page, std::size_t article, std::size_t number) {
        const auto& part = issue_.articles[article].parts[number];
        auto blocks = page.cut(part.begin, part.end);
        // Some programs give the block the name of the area, and some count words wrong.
        if (blocks.empty() && !part.area.empty()) blocks = page.cut(part.area, {});
        if (blocks.empty() && !part.end.empty()) blocks = page.cut(part.begin, {});
        if (blocks.empty()) incomplete_.insert(article);
        PartText& text = texts_[article][number];
        text.kind = part.kind;
        for (const auto& block : blocks) {
            sureness_[article].add(block);
            std::string paragraph = text_of(block);
            if (!paragraph.empty()) text.paragraphs.push_back(std::move(paragraph));
        }
    }

    /// Where an issue is divided into articles, a few words beside them are dirt and page heads.
    void add_rest(const PrintedPage& rest, std::size_t number) {
        constexpr std::size_t few_words = 40;
        const bool divided = !issue_.articles.empty();
        if (divided && words_of(rest) < few_words) return;
        LeftOver left{number, article_of_page(rest)};
        state(left.article, StatedFields());
        if (left.article.language.empty()) left.article.language = issue_.language;
        left.article.other.emplace_back("page", std::to_string(number + 1));
        left_over_.push_back(std::move(left));
    }

    void state(Article& article, StatedFields stated) const {
        stated.source = issue_.newspaper;
        if (!stated.published) stated.published = issue_.published;
        merge_stated(article, stated);
    }

    Article article(std::size_t number) const {
        const auto& known = issue_.articles[number];
        Article article;
        for (const auto& part : texts_[number]) {
            const ZoneKind kind = zone_of(part.kind);
            for (const auto& paragraph : part.paragraphs) {
                const bool goes_on = !article.zones.empty() && article.zones.back().kind == kind;
                if (goes_on) {
                    article.zones.back().text += (kind == ZoneKind::body ? "\n" : " ") + paragraph;
                } else {
                    article.zones.push_back({kind, paragraph});
                }
            }
        }
        if (article.zones.empty()) return article;
        const bool pictures =
            std::all_of(article.zones.begin(), article.zones.end(),
                        [](const archive::Zone& zone) { return zone.kind == ZoneKind::caption; });
        if (pictures) {  // what is under them is all there is to read
            for (auto& zone : article.zones) zone.kind = ZoneKind::body;
        }
        StatedFields stated;
        stated.title = known.title.empty() ? heading_of(article) : known.title;
        stated.more_titles = known.more_titles;
        stated.authors = known.authors;
        stated.published = known.published;
        stated.section = known.section;
        state(article, std::move(stated));
        article.language = known.language.empty() ? issue_.language : known.language;
        article.quality.ocr = sureness_[number].mean();
        article.quality.truncated =
            incomplete_.count(number) != 0
            || std::any_of(known.parts.begin(), known.parts.end(), [&](const IssuePart& part) {
                   return pages_read_.count(part.page) == 0;
               });
        if (known.type != "article") article.other.emplace_back("type", known.type);
        return article;
    }

    static std::string heading_of(const Article& article) {
        for (const auto& zone : article.zones) {
            if (zone.kind == ZoneKind::headline) return zone.text;
        }
        return {};
    }

    bool report_missing(const RecordSink& sink) const {
        for (std::size_t i = 0; i < issue_.pages.size(); ++i) {
            const bool wanted = on_page_.count(i) != 0 || issue_.articles.empty();
            if (!wanted || pages_read_.count(i) != 0) continue;
            Record record;
            record.kind = Record::Kind::rejected;
            record.record = 0;
            record.error = {ErrorCode::article_unreadable,
                            "its page " + archive::escaped(issue_.pages[i])
                                + " does not lie beside it or has no text",
                            {},
                            {}};
            if (!sink(std::move(record))) return false;
        }
        return true;
    }

    Issue issue_;
    const Origin& origin_;
    std::vector<std::vector<PartText>> texts_;  // a text a part, an article each
    std::vector<Sureness> sureness_;
    std::map<std::size_t, std::vector<std::pair<std::size_t, std::size_t>>> on_page_;
    std::set<std::size_t> pages_read_;
    std::set<std::size_t> incomplete_;  // articles a part of which is on no page
    std::vector<LeftOver> left_over_;
};

Record whole_file(Record::Kind kind, std::string why) {
    Record record;
    record.kind = kind;
    record.record = 0;
    record.note = why;
    record.error = {ErrorCode::article_unreadable, std::move(why), {}, {}};
    return record;
}

}  // namespace

void MetsReader::read(Bytes& bytes, const Origin& origin, const RecordSink& sink) const {
    const auto tree = XmlTree::read(bytes, archive::limits::xml_record_bytes);
    if (tree.damage() || tree.too_large()) {
        const std::string why = tree.too_large()
                                    ? "too large"
                                    : "damaged at line " + std::to_string(tree.damage()->line)
                                          + ": " + archive::escaped(tree.damage()->what);
        if (!sink(whole_file(Record::Kind::rejected, why))) return;
    }
    Issue issue = issue_of(tree);
    if (issue.pages.empty()) {
        sink(whole_file(Record::Kind::skipped, "a description that names no pages with text"));
        return;
    }
    IssueText text(std::move(issue), origin);
    text.read_pages();
    if (!text.has_pages()) {
        sink(whole_file(Record::Kind::rejected, "none of its pages lies beside it"));
        return;
    }
    text.hand_over(name(), sink);
}

}  // namespace indexer
