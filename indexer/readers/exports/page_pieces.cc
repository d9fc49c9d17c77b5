// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/exports/page_pieces.h"

#include "archive/base/text.h"
#include "indexer/analysis/bylines.h"
#include "indexer/analysis/dates.h"
#include "indexer/analysis/month_names.h"
#include "indexer/extract/line_shape.h"
#include "indexer/extract/page_source.h"
#include "indexer/extract/page_text.h"
#include "indexer/extract/page_tree.h"
#include "indexer/readers/exports/factiva.h"
#include "indexer/readers/exports/nexis.h"
#include "indexer/readers/exports/page_lines.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>

namespace indexer {

namespace {

using archive::ZoneKind;
constexpr auto npos = std::string_view::npos;

/// Where a tag begins that has one of `marks` in it, at or behind `from`.
std::size_t tag_with(std::string_view text, std::size_t from,
                     std::initializer_list<std::string_view> marks) {
    std::size_t first = npos;
    for (const auto mark : marks) {
        for (auto at = text.find(mark, from); at != npos; at = text.find(mark, at + 1)) {
            const auto tag = text.rfind('<', at);
            if (tag == npos || tag < from || text.substr(tag, at - tag).find('>') != npos) continue;
            first = std::min(first, tag);
            break;
        }
    }
    return first;
}

/// Hands the tree of a piece to `read`; what would cost seconds to parse is read without its tags
/// by `read_text`.
template <typename Read, typename ReadText>
std::vector<PressDocument> with_page(std::string_view piece, const Read& read,
                                     const ReadText& read_text) {
    const auto source = look_over(piece);
    if (source.too_costly()) return read_text(text_without_tags(piece));
    const PageTree page(source.shortened.empty() ? piece : std::string_view(source.shortened));
    return read(page);
}

std::vector<PressDocument> nothing(const std::string&) {
    return {};
}

bool is_two_letters(std::string_view text) {
    return text.size() == 2
           && std::all_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

/// class="article enArticle", with any language in front of the second word.
std::size_t next_article_class(std::string_view text, std::size_t from) {
    constexpr std::string_view before = "article ";
    constexpr std::string_view behind = "Article";
    for (auto at = text.find(behind, from); at != npos; at = text.find(behind, at + 1)) {
        constexpr std::size_t letters = 2;
        if (at < before.size() + letters) continue;
        const auto language = text.substr(at - letters, letters);
        const auto word = text.substr(at - letters - before.size(), before.size());
        if (!is_two_letters(language) || word != before) continue;
        const auto tag = text.rfind('<', at);
        if (tag != npos && tag >= from && text.substr(tag, at - tag).find('>') == npos) return tag;
    }
    return npos;
}

/// "Headline" of class="enHeadline".
int headline_of(const PageTree& page, int article) {
    for (int at = article; at < page.node(article).end; ++at) {
        if (page.node(at).is_text()) continue;
        for (const auto word : archive::split(page.attribute(at, "class"), ' ')) {
            if (word.ends_with("Headline") && is_two_letters(word.substr(0, 2))) return at;
        }
    }
    return -1;
}

int article_of_class(const PageTree& page) {
    for (int at = 0; at < page.size(); ++at) {
        if (page.node(at).is_text()) continue;
        for (const auto word : archive::split(page.attribute(at, "class"), ' ')) {
            if (word.size() == 9 && word.ends_with("Article")
                && is_two_letters(word.substr(0, 2))) {
                return at;
            }
        }
    }
    return -1;
}

std::vector<PressDocument> factiva_article(const PageTree& page) {
    std::vector<PressDocument> documents;
    const int article = article_of_class(page);
    if (article < 0) return documents;
    const std::string text = page_lines(page, article);
    const int headline = headline_of(page, article);
    const std::string title = headline < 0 ? std::string() : text_inside(page, headline);
    if (auto document = factiva_document(text, title)) {
        if (document->has_words()) documents.push_back(std::move(*document));
        return documents;
    }
    return factiva_documents(text);
}

// Europresse

/// "Économie, samedi 30 novembre 2024 - 742 mots, p. 4": section, day, length and page.
void take_europresse_header(PressDocument& document, const std::string& header) {
    document.keep_line(ZoneKind::header, header);
    document.take(ExportField::date, "date", header);
    const auto found = find_date(header);
    if (!found) return;
    constexpr std::string_view edges = " ,;-|\n\t", bullet = "\u2022";
    const auto without_edges = [&](std::string_view part) {
        for (;;) {
            if (part.ends_with(bullet))
                part.remove_suffix(bullet.size());
            else if (part.starts_with(bullet))
                part.remove_prefix(bullet.size());
            else if (!part.empty() && edges.find(part.back()) != npos)
                part.remove_suffix(1);
            else if (!part.empty() && edges.find(part.front()) != npos)
                part.remove_prefix(1);
            else
                return part;
        }
    };
    auto section = without_edges(std::string_view(header).substr(0, found->first));
    const auto last_word = section.rfind(' ') == npos ? 0 : section.rfind(' ') + 1;
    if (weekday_named(without_edges(section.substr(last_word)))) {
        section = without_edges(section.substr(0, last_word));
    }
    document.take(ExportField::section, "section", section);
    document.take(ExportField::other, "length",
                  without_edges(std::string_view(header).substr(found->last)));
}

/// "news·20241130·LM·5534" holds the day, when nothing else does.
void take_europresse_number(PressDocument& document, const std::string& number) {
    document.take(ExportField::id, "id", number);
    if (document.stated().published) return;
    constexpr std::size_t day_digits = 8;
    constexpr std::string_view digits = "0123456789";
    const auto at = std::min(number.find_first_of(digits), number.size());
    const auto day = std::string_view(number).substr(at, day_digits);
    if (day.size() == day_digits && day.find_first_not_of(digits) == npos) {
        document.take(ExportField::date, "id", day);
    }
}

/// Reads the fields of one article and remembers the elements they were in.
class EuropressePage {
public:
    EuropressePage(const PageTree& page, int article) : page_(page), article_(article) {}

    PressDocument read() {
        take({"rdp__DocPublicationName", "DocPublicationName"}, [&](const std::string& text) {
            const auto end = text.find_first_of(",\n");
            document_.keep_line(ZoneKind::header, text);
            document_.take(ExportField::source, "source", std::string_view(text).substr(0, end));
            if (end != std::string::npos) {
                document_.take(ExportField::other, "issue",
                               archive::trimmed(std::string_view(text).substr(end + 1)));
            }
        });
        take({"rdp__DocHeader", "DocHeader"},
             [&](const std::string& text) { take_europresse_header(document_, one_line(text)); });
        take({"titreArticle", "rdp__articletitle", "titreArticleVisu", "TitreArticleVisu",
              "grandTitre"},
             [&](const std::string& text) { document_.take(ExportField::title, "title", text); });
        take({"rdp__subtitle"}, [&](const std::string& text) {
            document_.take(ExportField::standfirst, "subtitle", text);
        });
        take({"docAuthors", "sm-margin-bottomNews"},
             [&](const std::string& text) { document_.take(ExportField::byline, "author", text); });
        take({"publiC-lblNodoc", "PubliC_lblNodoc"},
             [&](const std::string& text) { take_europresse_number(document_, one_line(text)); });
        take_link();
        const int text = first_of_class(page_, article_, {"docOcurrContainer", "DocText"});
        const bool whole = text < 0;
        take_text(lines_of(whole ? article_ : text, whole));
        if (!whole) {
            taken_.push_back(text);
            const std::string rest = lines_of(article_, false);
            for (const auto line : archive::split(rest, '\n')) {
                document_.keep_line(ZoneKind::furniture, line);
            }
        }
        return std::move(document_);
    }

private:
    template <typename Take>
    void take(std::initializer_list<std::string_view> classes, const Take& field) {
        for (const auto name : classes) {
            const int node = first_of_class(page_, article_, {name});
            if (node < 0) continue;
            const std::string text = page_lines(page_, node);
            if (stripped(text).empty()) continue;
            taken_.push_back(node);
            field(text);
            return;
        }
    }

    /// The text; in the older layout its first line may be the author.
    void take_text(std::string_view text) {
        const auto first = text.substr(0, text.find('\n'));
        if (document_.stated().byline.empty() && word_count(first) <= 4 && all_capitalised(first)
            && authors_in(first) == std::vector<std::string>{std::string(first)}) {
            document_.take(ExportField::byline, "author", first);
            text.remove_prefix(first.size());
        }
        document_.take(ExportField::body, {}, text);
    }

    /// "Cet article est paru dans Le Courrier", with the address of the page.
    void take_link() {
        for (int at = article_; at < page_.node(article_).end; ++at) {
            if (page_.node(at).tag != Tag::a) continue;
            const std::string text = archive::ascii_lower(text_inside(page_, at, 80));
            if (text.find("cet article est paru dans") == npos
                && text.find("this article appeared in") == npos) {
                continue;
            }
            document_.take(ExportField::url, "url", page_.attribute(at, "href"));
            document_.take(ExportField::other, "published in", text_inside(page_, at));
            taken_.push_back(at);
            return;
        }
    }

    std::string lines_of(int node, bool text) const {
        return page_lines(page_, node, [&](int at) {
            const Tag tag = page_.node(at).tag;
            if (text && (tag == Tag::aside || tag == Tag::footer)) return true;
            return std::find(taken_.begin(), taken_.end(), at) != taken_.end();
        });
    }

    const PageTree& page_;
    int article_;
    PressDocument document_;
    std::vector<int> taken_;
};

std::vector<PressDocument> europresse_article(const PageTree& page) {
    int article = page.body();
    for (int at = 0; at < page.size(); ++at) {
        if (page.node(at).tag == Tag::article) {
            article = at;
            break;
        }
    }
    std::vector<PressDocument> documents;
    const int marked = first_of_class(page, article,
                                      {"DocPublicationName", "DocHeader", "titreArticle",
                                       "titreArticleVisu", "docOcurrContainer", "DocText"});
    if (marked < 0) return documents;
    documents.push_back(EuropressePage(page, article).read());
    return documents;
}

bool has_any(std::string_view head, std::initializer_list<std::string_view> marks) {
    return std::any_of(marks.begin(), marks.end(),
                       [&](std::string_view mark) { return head.find(mark) != npos; });
}

bool is_page(std::string_view head) {
    return has_any(archive::ascii_lower(head.substr(0, 1024)),
                   {"<html", "<!doctype html", "<head", "<article", "<div", "<body"});
}

}  // namespace

bool begins_nexis_page(std::string_view head) {
    return is_page(head)
           && has_any(head, {"<!-- LXNComment", "NAME=\"DOC_ID_", "name=\"DOC_ID_", "<DOCFULL>"});
}

std::size_t next_nexis_page(std::string_view text, std::size_t from, bool) {
    return tag_with(text, from, {"NAME=\"DOC_ID_", "name=\"DOC_ID_"});
}

std::vector<PressDocument> nexis_page_documents(std::string_view piece) {
    return with_page(
        piece, [](const PageTree& page) { return nexis_documents(page_lines(page, 0)); },
        [](const std::string& text) { return nexis_documents(text); });
}

bool begins_factiva_page(std::string_view head) {
    return is_page(head) && next_article_class(head, 0) != npos;
}

std::size_t next_factiva_page(std::string_view text, std::size_t from, bool) {
    return next_article_class(text, from);
}

std::vector<PressDocument> factiva_page_documents(std::string_view piece) {
    return with_page(piece, factiva_article,
                     [](const std::string& text) { return factiva_documents(text); });
}

bool begins_europresse_page(std::string_view head) {
    return is_page(head)
           && has_any(head, {"DocPublicationName", "docOcurrContainer", "titreArticleVisu"});
}

std::size_t next_article_tag(std::string_view text, std::size_t from, bool) {
    for (auto at = text.find("<article", from); at != npos; at = text.find("<article", at + 1)) {
        const char behind = at + 8 < text.size() ? text[at + 8] : '\0';
        if (behind == '>' || behind == ' ' || behind == '\n' || behind == '\t') return at;
    }
    return npos;
}

std::size_t next_old_europresse_page(std::string_view text, std::size_t from, bool) {
    return tag_with(text, from, {"class=\"DocPublicationName\""});
}

std::vector<PressDocument> europresse_page_documents(std::string_view piece) {
    return with_page(piece, europresse_article, nothing);
}

}  // namespace indexer
