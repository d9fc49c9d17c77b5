// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/plain/comparison.h"

#include "server/plain/masthead.h"
#include "server/plain/parts.h"
#include "server/plain/spoken_date.h"
#include "server/plain/words.h"

#include <algorithm>
#include <array>

namespace server {

using archive::ComparedArticles;
using archive::ParagraphFate;
using archive::ResultRow;
using archive::Side;

namespace {

std::string source_of(const ResultRow& row) {
    return row.article.source.empty() ? std::string(words::no_source) : row.article.source;
}

/// What the two are called, so that they can be told apart.
struct Names {
    std::string left, right;
};

/// The sources; where they are the same the days too, then the lengths.
Names names_of(const ComparedArticles& compared) {
    const auto known = [](const ResultRow& row) {
        return std::array{source_of(row), spoken_date(row.article.published).cited,
                          words::words(row.words)};
    };
    const auto left = known(compared.left), right = known(compared.right);
    const auto differ = std::mismatch(left.begin(), left.end(), right.begin()).first;
    const auto needed = differ == left.end() ? left.begin() : differ;
    Names names;
    for (std::size_t i = 0; i <= static_cast<std::size_t>(needed - left.begin()); ++i) {
        names.left += (i == 0 ? "" : ", ") + left[i];
        names.right += (i == 0 ? "" : ", ") + right[i];
    }
    return names;
}

Html on_side(const std::string& text, Side side) {
    switch (side) {
        case Side::both: break;
        case Side::left: return element("del", {}, text);
        case Side::right: return element("ins", {}, text);
    }
    return text;
}

Html paragraph(const archive::PairedParagraph& paragraph) {
    Html text;
    switch (paragraph.fate) {
        case ParagraphFate::same: text = paragraph.text; break;
        case ParagraphFate::left: text = on_side(paragraph.text, Side::left); break;
        case ParagraphFate::right: text = on_side(paragraph.text, Side::right); break;
        case ParagraphFate::changed:
            for (const auto& edit : paragraph.edits) text += on_side(edit.text, edit.side);
    }
    return element("p", {}, text);
}

/// The other article, and which colour is whose.
Html key(const ComparedArticles& compared, const Names& names, const SearchAddress& search) {
    const auto& [left, right, texts] = compared;
    const auto swapped = comparison_page(right.article.id, left.article.id, search);
    const auto opened = element("a",
                                {{"href", article_page(right.article.id, search, 0)},
                                 {"lang", language_tag(right.article)}},
                                element("bdi", {}, headline(right.title)));
    const auto only = [](const std::string& name) {
        return Html(words::only_in) + " " + element("bdi", {}, name);
    };
    return element("div", {{"class", "diffhead"}, {"lang", "en"}},
                   element("h2", {}, comparison_title(compared)), " ",
                   link(swapped, words::swap_sides),
                   element("p", {}, spoken_date(right.article.published).at_length, ": ", opened),
                   element("p", {{"class", "diffkey"}}, element("del", {}, only(names.left)), " ",
                           element("ins", {}, only(names.right))));
}

Html facts(std::string_view heading, const archive::OneSidedFacts& facts, const Names& names) {
    const auto side = [](const std::string& name, const std::vector<std::string>& found) {
        return element("dd", {}, element("bdi", {}, name), ": ",
                       element("span", {{"dir", "auto"}},
                               found.empty() ? std::string(words::no_fact) : comma_list(found)));
    };
    return element("dt", {}, heading) + side(names.left, facts.left)
           + side(names.right, facts.right);
}

/// What is to be said before the texts.
Html notes(const archive::Comparison& texts) {
    const bool same = std::all_of(
        texts.paragraphs.begin(), texts.paragraphs.end(),
        [](const archive::PairedParagraph& one) { return one.fate == ParagraphFate::same; });
    Html notes;
    const auto say = [&notes](std::string_view text) {
        notes += element("p", {{"class", "note"}, {"lang", "en"}}, text);
    };
    if (same && !texts.cut) say(words::no_difference);
    if (texts.cut) say(words::end_left_out);
    return notes;
}

}  // namespace

std::string comparison_title(const ComparedArticles& compared) {
    return std::string(words::compare_with) + source_of(compared.right);
}

Html comparison(const ComparedArticles& compared, const SearchAddress& search) {
    const auto& left = compared.left;
    const auto& texts = compared.comparison;
    const auto names = names_of(compared);
    const std::size_t offset = std::stoul(search.value("offset"));
    Html paragraphs;
    for (const auto& one : texts.paragraphs) paragraphs += paragraph(one);
    const auto differ =
        element("section", {}, element("h2", {}, words::what_differs),
                element("dl", {{"class", "differ"}}, facts(words::names_differ, texts.names, names),
                        facts(words::figures_differ, texts.figures, names)));
    return element(
        "div", {{"class", "reader"}},
        crumbs(article_page(left.article.id, search, offset), words::back_to_text, {}),
        element("article", {{"class", "paper"}, {"lang", language_tag(left.article)}},
                masthead(left.article, left.words, left.title), key(compared, names, search),
                notes(texts), element("div", {{"class", "text"}, {"dir", "auto"}}, paragraphs)),
        element("aside", {{"class", "side"}, {"aria-label", words::about_article}}, differ));
}

}  // namespace server
