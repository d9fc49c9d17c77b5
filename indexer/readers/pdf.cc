// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/pdf.h"

#include "archive/base/fold.h"
#include "archive/base/limits.h"
#include "archive/base/text.h"
#include "indexer/analysis/dates.h"
#include "indexer/extract/extract.h"
#include "indexer/readers/file_bytes.h"
#include "indexer/readers/newspaper_page.h"
#include "indexer/readers/outcomes.h"
#include "indexer/readers/pdf_pages.h"
#include "indexer/readers/record_values.h"
#include "indexer/readers/stated_fields.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace indexer {

namespace {

using archive::Article;
using archive::Error;
using archive::ErrorCode;
using archive::ZoneKind;

constexpr std::string_view mark = "%PDF-";

/// A title that somebody gave, not the name of the file or program it was made with.
bool is_title(std::string_view title) {
    const std::string lower = archive::ascii_lower(title);
    constexpr std::array<std::string_view, 9> endings{".doc", ".docx", ".pdf", ".indd", ".qxd",
                                                      ".qxp", ".rtf",  ".txt", ".odt"};
    const bool file = std::any_of(endings.begin(), endings.end(),
                                  [&](std::string_view end) { return lower.ends_with(end); });
    return !file && lower.find(' ') != std::string::npos && !lower.starts_with("microsoft ")
           && !lower.starts_with("untitled") && !lower.starts_with("unnamed")
           && !lower.starts_with("slide ") && !lower.starts_with("document ");
}

/// "Ann Lee", not "admin" or "User 3".
bool is_name(std::string_view author) {
    return author.find(' ') != std::string_view::npos
           && author.find_first_of("0123456789@\\/_") == std::string_view::npos;
}

/// The document's text as paragraphs parted by blank lines, from `first` of its first page on,
/// without margins.
std::string text_of_pages(const std::vector<PrintedPage>& pages,
                          const PrintedBlock* first = nullptr) {
    std::string text;
    bool begun = first == nullptr;
    for (const auto& page : pages) {
        for (const auto& block : page.blocks) {
            begun = begun || &block == first;
            if (!begun || block.kind == BlockKind::margin) continue;
            const std::string paragraph = text_of(block);
            if (paragraph.empty()) continue;
            if (!text.empty()) text += "\n\n";
            text += paragraph;
            if (text.size() > archive::limits::article_bytes) return text;
        }
    }
    return text;
}

/// The block of the largest type in the upper half of the first page with text; null where none
/// stands out.
const PrintedBlock* largest_type(const std::vector<PrintedPage>& pages) {
    std::vector<const PrintedPage*> all;
    for (const auto& page : pages) all.push_back(&page);
    const float usual = usual_type_size(all);
    constexpr float larger = 1.2F;
    for (const auto& page : pages) {
        if (page.blocks.empty()) continue;
        const PrintedBlock* best = nullptr;
        for (const auto& block : page.blocks) {
            const bool high = page.height <= 0 || block.top < page.height / 2;
            const bool large = block.type_size >= usual * larger;
            if (!high || !large || !could_be_headline(block)) continue;
            if (best == nullptr || block.type_size > best->type_size) best = &block;
        }
        return best;
    }
    return nullptr;
}

/// What stands above `title` on its page: a letterhead, a day. Empty when that is more than a few
/// lines.
std::vector<std::string> lines_above(const std::vector<PrintedPage>& pages,
                                     const PrintedBlock* title) {
    constexpr std::size_t few_bytes = 400;
    std::vector<std::string> lines;
    std::size_t bytes = 0;
    for (const auto& page : pages) {
        for (const auto& block : page.blocks) {
            if (&block == title) return lines;
            if (block.kind == BlockKind::margin) continue;
            lines.push_back(text_of(block));
            bytes += lines.back().size();
            if (bytes > few_bytes) return {};
        }
    }
    return {};
}

class PdfArticles {
public:
    explicit PdfArticles(PdfDocument document) : document_(std::move(document)) {
        find_running_heads(document_.pages);
    }

    std::vector<Article> articles() {
        std::vector<Article> found;
        for (std::size_t i = 0; i < document_.pages.size(); ++i) add_page(i, found);
        if (found.empty()) {
            found.push_back(whole());
        } else if (!undivided_.empty()) {
            found.push_back(article_from_text(text_of_pages(undivided_)));
            state(found.back(), StatedFields());
        }
        add_margins(found.front());
        for (auto& article : found) {
            article.quality.truncated = article.quality.truncated || document_.cut;
        }
        return found;
    }

private:
    /// The articles of a newspaper's page; other pages wait.
    void add_page(std::size_t number, std::vector<Article>& found) {
        auto page = divided(document_.pages[number]);
        if (page.articles.empty()) {
            if (!document_.pages[number].blocks.empty()) {
                undivided_.push_back(document_.pages[number]);
            }
            return;
        }
        // The day of the paper stands at the head of its first page, often of every one.
        if (!issue_day_) issue_day_ = day_in(page.front);
        bool first = true;
        for (auto& part : page.articles) {
            std::string text;
            for (const auto& paragraph : part.paragraphs) text += paragraph + "\n\n";
            Article article = article_from_text(text);
            StatedFields stated;
            stated.title = std::move(part.title);
            stated.standfirst = std::move(part.standfirst);
            state(article, std::move(stated));
            article.title_basis = archive::TitleBasis::text;
            if (std::exchange(first, false)) {
                for (const auto& line : page.front) {
                    article.zones.push_back({ZoneKind::furniture, line});
                }
            }
            article.other.emplace_back("page", std::to_string(number + 1));
            found.push_back(std::move(article));
        }
    }

    Article whole() const {
        const PrintedBlock* large = largest_type(document_.pages);
        const std::string all = text_of_pages(document_.pages);
        const std::string& given = document_.info.title;
        const auto begin = archive::cut(all, 4096);
        const bool given_is_there =
            is_title(given)
            && archive::folded_words(begin).find(archive::folded_words(given)) != std::string::npos;
        StatedFields stated;
        stated.title = large != nullptr ? text_of(*large) : "";
        if (given_is_there || (large == nullptr && is_title(given))) stated.title = given;
        const auto above =
            large != nullptr ? lines_above(document_.pages, large) : std::vector<std::string>();
        Article article =
            article_from_text(above.empty() ? all : text_of_pages(document_.pages, large));
        if (archive::folded_words(article.standfirst) == archive::folded_words(stated.title)) {
            article.standfirst.clear();
        }
        const bool in_text = stated.title != given || given_is_there;
        if (is_name(document_.info.author) && article.byline.empty()) {
            stated.byline = document_.info.author;
        }
        for (const auto part : archive::split(document_.info.keywords, ',')) {
            std::string tag = clean_line(part);
            if (!tag.empty()) stated.tags.push_back(std::move(tag));
        }
        if (!article.published.known()) stated.published = day_in(above);
        state(article, std::move(stated));
        if (!article.title.empty() && in_text) {
            article.title_basis = archive::TitleBasis::text;
        }
        for (std::size_t i = 0; i < above.size(); ++i) {
            const auto place = article.zones.begin() + static_cast<std::ptrdiff_t>(i);
            article.zones.insert(place, {ZoneKind::header, above[i]});
        }
        infer_day(all, article);
        return article;
    }

    static std::optional<archive::Date> day_in(const std::vector<std::string>& lines) {
        DateHints hints;
        hints.basis = archive::Basis::text_header;
        for (const auto& line : lines) {
            if (auto found = find_date(line, hints)) return std::move(found->date);
        }
        return std::nullopt;
    }

    void state(Article& article, StatedFields stated) const {
        if (!article.published.known() && !stated.published) stated.published = issue_day_;
        merge_stated(article, stated);
    }

    /// The day the file was made is no day of publication; where the text speaks of the same year,
    /// it may be near one.
    void infer_day(std::string_view text, Article& article) const {
        const std::string& created = document_.info.created;
        if (created.empty()) return;
        const bool agrees = text.find(created.substr(0, 4)) != std::string_view::npos;
        if (!article.published.known() && agrees) {
            DateHints hints;
            hints.basis = archive::Basis::modified;
            if (auto day = parse_written_date(created, hints)) {
                article.published = std::move(*day);
                article.published.certainty = archive::Certainty::inferred;
                article.published.evidence = "file made " + created;
            }
        }
        article.other.emplace_back("file made", created);
    }

    /// Running heads and page numbers, once each.
    void add_margins(Article& article) const {
        std::vector<std::string> seen;
        constexpr std::size_t enough = 50;
        for (const auto& page : document_.pages) {
            for (const auto& block : page.blocks) {
                if (block.kind != BlockKind::margin || seen.size() >= enough) continue;
                std::string text = text_of(block);
                if (std::find(seen.begin(), seen.end(), text) == seen.end()) {
                    seen.push_back(std::move(text));
                }
            }
        }
        for (auto& text : seen) article.zones.push_back({ZoneKind::furniture, std::move(text)});
    }

    PdfDocument document_;
    std::vector<PrintedPage> undivided_;
    std::optional<archive::Date> issue_day_;
};

}  // namespace

bool PdfReader::recognises(std::string_view head) const {
    // Some mailers and servers leave a few bytes before the mark.
    return head.substr(0, 1024).find(mark) != std::string_view::npos
           && (head.starts_with(mark) || head.find('\0') != std::string_view::npos
               || head.find("\n%\xe2") != std::string_view::npos);
}

void PdfReader::read(Bytes& bytes, const Origin& origin, const RecordSink& sink) const {
    const auto whole = read_whole(bytes, archive::limits::pdf_bytes);
    if (whole.more) {
        sink(rejected_record(0, {ErrorCode::article_too_large,
                                 "a PDF document of more than "
                                     + std::to_string(archive::limits::pdf_bytes >> 20U) + " MiB",
                                 {},
                                 {}}));
        return;
    }
    auto document = read_pdf(whole.text);
    if (!document) {
        sink(rejected_record(0, document.error()));
        return;
    }
    const bool has_text = std::any_of(document->pages.begin(), document->pages.end(),
                                      [](const auto& page) { return !page.blocks.empty(); });
    if (!has_text) {
        sink(rejected_record(0, {ErrorCode::article_empty, "a PDF of pictures only", {}, {}}));
        return;
    }
    std::uint64_t number = 0;
    for (auto& article : PdfArticles(std::move(*document)).articles()) {
        if (!sink(outcome_of(std::move(article), origin, ++number, name()))) return;
    }
}

}  // namespace indexer
