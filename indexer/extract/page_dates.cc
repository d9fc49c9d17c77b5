// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/page_dates.h"

#include "archive/base/fold.h"
#include "archive/base/text.h"
#include "indexer/analysis/dates.h"
#include "indexer/extract/class_words.h"
#include "indexer/extract/day_phrases.h"
#include "indexer/extract/line_shape.h"
#include "indexer/extract/page_text.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace indexer {

namespace {

using archive::Basis;
using MaybeDate = std::optional<archive::Date>;

constexpr int first_web_year = 1990;
constexpr int first_text_year = 1995;

/// Words of a class or id that mark an element holding the day of publication.
const WordSet date_words_of_classes{
    "metadata",  "date",     "datum",     "fecha",    "pubdate",   "publishdate",
    "published", "posted",   "timestamp", "dateline", "postdate",  "entrydate",
    "meta",      "postmeta", "entrymeta", "byline",   "submitted", "time",
    "created",   "publish",  "info",      "day",
};

/// Words of elements around a day that belongs to something else.
const WordSet elsewhere{"comment",     "comments", "kommentar",    "kommentare", "related",
                        "sidebar",     "widget",   "footer",       "teaser",     "teasers",
                        "recommended", "popular",  "latest",       "swiper",     "carousel",
                        "lastmod",     "modified", "lastmodified", "menu",       "ticker",
                        "calendar",    "events",   "ipp"};

bool says_published(std::string_view classes) {
    const auto holds = [&](std::string_view word) {
        return classes.find(word) != std::string_view::npos;
    };
    return classes.substr(0, 7) != "updated"
           && (holds("published") || holds("entry-date") || holds("dtstart"));
}

/// The day of a "teaser-meta" may be the article's, one inside a "teaser" is not.
bool own_teaser(const PageTree& page, int node) {
    const ClassWords words(page.attribute(node, "class"), page.attribute(node, "id"));
    return words.has("teaser") || words.has("teasers");
}

/// The text of an element of few parts, no more than `limit` bytes of it.
std::string short_text(const PageTree& page, int node, std::size_t limit) {
    constexpr int most_nodes = 60;
    const int end = std::min(page.node(node).end, node + most_nodes);
    std::string text;
    for (int i = node; i < end && text.size() < limit; ++i) {
        if (page.node(i).is_text()) append_folded(text, page.node(i).text);
    }
    return text;
}

DateHints hints_for(Basis basis, int earliest_year, const PageDateSearch& search) {
    DateHints hints;
    hints.month_first = search.month_first;
    hints.latest_day = search.latest;
    hints.basis = basis;
    hints.earliest_year = earliest_year;
    return hints;
}

}  // namespace

PageDates::PageDates(const PageTree& page, const PageDateSearch& search)
    : page_(page), search_(search), others_(page, elsewhere), article_end_(page.size()) {
    const auto& blocks = search.body->blocks;
    if (blocks.empty()) {
        first_text_ = last_text_ = page.size();
    } else {
        first_text_ = blocks.front().texts.front();
        last_text_ = blocks.back().texts.back();
        if (blocks.size() > 1) {
            lead_last_ = blocks.front().texts.back();
            second_text_ = blocks[1].texts.front();
        }
        for (int up = last_text_; up >= 0; up = page.node(up).parent) {
            if (page.node(up).tag == Tag::article) {
                article_end_ = page.node(up).end;
                break;
            }
        }
    }
    constexpr int levels = 3;
    header_ = search.heading;
    for (int level = 0; level < levels && header_ > 0; ++level) {
        const int up = page.node(header_).parent;
        if (up <= page.body() || page.inside(last_text_, up)) break;
        header_ = up;
    }
}

const MaybeDate& PageDates::stated() {
    read_markup();
    return stated_;
}

MaybeDate PageDates::best_element() {
    read_markup();
    find_named_element();
    return named_ && (!time_ || named_place_ < time_place_) ? named_ : time_;
}

const MaybeDate& PageDates::named_element() {
    find_named_element();
    return named_;
}

MaybeDate PageDates::at_headline() {
    auto best = best_element();
    const bool near = (time_ && time_place_ <= Place::above_headline)
                      || (named_ && named_place_ <= Place::above_headline);
    return near ? best : std::nullopt;
}

MaybeDate PageDates::at_article_top() {
    const auto best = best_element();
    const int node =
        best && named_ && best->evidence == named_->evidence ? named_node_ : time_node_;
    const bool above = node >= 0 && (node < first_text_ || behind_lead(node));
    if (!best || !above || of_something_else(node, true)) return std::nullopt;
    for (int up = page_.node(node).parent; up >= 0; up = page_.node(up).parent) {
        const bool article =
            page_.node(up).tag == Tag::article
            || page_.attribute(up, "itemtype").find("Article") != std::string_view::npos;
        if (article) return page_.inside(last_text_, up) ? best : std::nullopt;
    }
    return std::nullopt;
}

const MaybeDate& PageDates::doubtful_time() {
    read_markup();
    return doubtful_time_;
}

/// Whether a node stands between the first block, which often is a standfirst, and the second, and
/// is no quotation between two paragraphs.
bool PageDates::behind_lead(int node) const {
    if (node <= lead_last_ || node >= second_text_) return false;
    constexpr int searched_levels = 5;
    for (int level = 0; node >= 0 && level < searched_levels; ++level) {
        if (page_.node(node).tag == Tag::blockquote) return false;
        node = page_.node(node).parent;
    }
    return true;
}

PageDates::Place PageDates::place_of(int node) const {
    if (search_.heading >= 0 && node >= page_.node(search_.heading).end
        && (node < first_text_ || behind_lead(node))) {
        return Place::below_headline;
    }
    if (header_ >= 0 && page_.inside(node, header_)) return Place::above_headline;
    if (node >= first_text_ && node <= last_text_) return Place::body;
    if (node > last_text_ && node < article_end_ && article_end_ < page_.size()) {
        return Place::article;
    }
    return Place::page;
}

/// The date of an element: of the attribute that says it, else of its text.
MaybeDate PageDates::date_of(int node, Basis basis) const {
    constexpr std::size_t longest = 300;
    const auto hints = hints_for(basis, first_web_year, search_);
    for (const std::string_view name : {"datetime", "content", "title"}) {
        const auto value = page_.attribute(node, name);
        if (value.empty()) continue;
        if (auto date = parse_written_date(value, hints)) return date;
    }
    auto found = find_date(text_inside(page_, node, longest), hints);
    return found ? MaybeDate(found->date) : std::nullopt;
}

void PageDates::read_markup() {
    if (read_) return;
    read_ = true;
    for (int i = 0; i < page_.size() && !stated_; ++i) {
        if (!page_.node(i).is_text()) read_element(i);
    }
}

void PageDates::read_element(int node) {
    const Tag tag = page_.node(node).tag;
    const auto property = page_.attribute(node, "itemprop");
    if (property == "datePublished" || property == "dateCreated") {
        stated_ = date_of(node, Basis::microdata);
        if (stated_) return;
    }
    if (tag != Tag::abbr && tag != Tag::span && tag != Tag::time) return;
    const std::string classes = archive::ascii_lower(page_.attribute(node, "class"));
    if (!time_ && says_published(classes)) {
        time_ = date_of(node, Basis::microdata);
        time_place_ = place_of(node);
        time_node_ = node;
    }
    if (tag == Tag::time) note_time(node, classes);
}

void PageDates::note_time(int node, std::string_view classes) {
    auto date = date_of(node, Basis::time);
    if (!date || date->precision < archive::Precision::day) return;
    if (page_.has_attribute(node, "pubdate")) {
        stated_ = date;
        stated_->basis = Basis::microdata;
        return;
    }
    const bool updated = classes.find("updat") != std::string_view::npos
                         || classes.find("modif") != std::string_view::npos;
    const auto place = place_of(node);
    const bool better = !time_ || (place < time_place_ && time_->basis == Basis::time);
    if (!updated && better && !of_something_else(node, true)) {
        time_ = date;
        time_place_ = place;
        time_node_ = node;
    }
    if (!doubtful_time_) doubtful_time_ = std::move(date);
}

/// Whether a node stands in the margin of the page or among other articles; list items are such for
/// <time>, and where the days of articles stand for classes.
bool PageDates::of_something_else(int node, bool in_lists) const {
    constexpr int searched_levels = 8;
    for (int level = 0; node >= 0 && level <= searched_levels; ++level) {
        const Tag tag = page_.node(node).tag;
        if (tag == Tag::aside || tag == Tag::footer || tag == Tag::nav) return true;
        if (in_lists && tag == Tag::li) return true;
        if (tag == Tag::body || tag == Tag::html) return false;
        if (others_.has(node) && (level > 0 || !own_teaser(page_, node))) return true;
        node = page_.node(node).parent;
    }
    return false;
}

/// Whether the element or the text in front of a node says that the day of the node is that of a
/// change, of a visit, of a member: "Last edited: <b>12 March 2019</b>".
bool PageDates::labelled_otherwise(int node) const {
    constexpr int searched_nodes = 6;
    constexpr std::size_t longest_word = 30;
    for (int i = node - 1; i >= 0 && i > node - searched_nodes; --i) {
        if (!page_.node(i).is_text()) continue;
        std::string label;
        append_folded(label, archive::cut(page_.node(i).text, 200));
        const auto words = archive::trimmed(label);
        if (words.empty()) continue;
        return (words.back() == ':' || words.size() <= longest_word) && names_other_day(words);
    }
    return false;
}

void PageDates::find_named_element() {
    if (named_read_) return;
    named_read_ = true;
    constexpr std::size_t longest = 160;
    const auto hints = hints_for(Basis::date_element, first_text_year, search_);
    for (int i = 0; i < page_.size(); ++i) {
        const auto& node = page_.node(i);
        const bool skipped = node.is_text() || node.tag == Tag::body || node.tag == Tag::html
                             || is_silent(node.tag) || node.attributes_from == node.attributes_to;
        if (skipped) continue;
        const auto place = place_of(i);
        if (named_ && place >= named_place_) continue;
        const ClassWords words(page_.attribute(i, "class"), page_.attribute(i, "id"));
        if (!words.has_any(date_words_of_classes)) continue;
        const std::string text = text_inside(page_, i, longest + 40);
        if (text.size() > longest) continue;
        const auto found = find_date(text, hints);
        if (!found || tells_other_day(text, found->first, found->last)) continue;
        if (found->first == 0 && labelled_otherwise(i)) continue;
        if (place > Place::above_headline && of_something_else(i, false)) continue;
        named_ = found->date;
        named_place_ = place;
        named_node_ = i;
    }
}

MaybeDate PageDates::printed_near(archive::DaySpan day) const {
    constexpr std::size_t shortest = 6;
    constexpr std::size_t longest = 90;
    constexpr int context_levels = 3;
    const int first = header_ >= 0 ? header_ : page_.body();
    const int last = std::max(first_text_, second_text_);
    for (int i = first; i < last; ++i) {
        const auto& node = page_.node(i);
        if (!node.is_text() || is_silent(page_.node(node.parent).tag)) continue;
        if (i >= first_text_ && !behind_lead(i)) continue;
        // the parts of a date often stand in elements of their own
        int around = i;
        std::string line;
        for (int level = 0; level < context_levels; ++level) {
            auto text = short_text(page_, around, longest + 1);
            if (text.size() > longest) break;
            line = std::move(text);
            around = page_.node(around).parent;
            if (around <= page_.body()) break;
        }
        if (line.size() < shortest) continue;
        for (const bool month_first : {search_.month_first, !search_.month_first}) {
            auto hints = hints_for(Basis::date_element, first_web_year, search_);
            hints.month_first = month_first;
            const auto found = find_date(line, hints);
            if (!found) break;
            const auto apart = found->date.span.first - day.first;
            if (apart >= -1 && apart <= 1) return found->date;
        }
    }
    return std::nullopt;
}

/// A word of publication in front of a day, or near it in the same short element.
void PageDates::note_keyword(int node, const std::string& line) {
    constexpr std::size_t behind_keyword = 60;
    constexpr std::size_t short_element = 120;
    const auto word = publication_word(line);
    if (!word || word->rank >= by_keyword_.rank) return;
    const auto hints = hints_for(Basis::text_keyword, first_text_year, search_);
    auto behind =
        find_date(archive::cut(std::string_view(line).substr(word->at), behind_keyword), hints);
    if (!behind) {
        const std::string near = short_text(page_, page_.node(node).parent, 2 * short_element);
        if (near.size() < short_element) behind = find_date(near, hints);
    }
    if (behind) by_keyword_ = {behind->date, word->rank};
}

namespace {

constexpr int running_text = 6;  ///< added to the rank of a line that is part of the story

}  // namespace

void PageDates::note_line(int node, const std::string& line) {
    constexpr std::size_t short_line = 60;
    constexpr std::size_t dateline = 12;
    constexpr std::size_t longest_note = 120;
    const auto found = find_date(line, hints_for(Basis::free_text, first_text_year, search_));
    if (!found) return;
    const auto place = place_of(node);
    int rank = static_cast<int>(place);
    const bool opens = place == Place::body && node == first_text_ && found->first < dateline;
    if (opens) rank = 1;
    if (line.size() > short_line && !opens) rank += running_text;
    if (tells_other_day(line, found->first, found->last)
        || (found->first == 0 && labelled_otherwise(node))) {
        if (!changed_ && line.size() < longest_note) changed_ = found->date;
        return;
    }
    if (rank >= by_place_.rank) return;
    if (place > Place::above_headline && of_something_else(page_.node(node).parent, false)) {
        rank += 2 * running_text;
    }
    if (rank < by_place_.rank) by_place_ = {found->date, rank};
}

namespace {

bool has_figure(std::string_view line) {
    return std::any_of(line.begin(), line.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

void PageDates::read_text() {
    if (text_read_) return;
    text_read_ = true;
    constexpr std::size_t enough = 60'000;
    constexpr std::size_t shortest = 8;
    constexpr std::size_t longest_label = 120;  // the day may stand in the element beside it
    std::size_t read = 0;
    for (int i = 0; i < page_.size() && read < enough; ++i) {
        const auto& node = page_.node(i);
        if (!node.is_text() || is_silent(page_.node(node.parent).tag)) continue;
        std::string line;
        append_folded(line, node.text);
        if (line.size() < shortest) continue;
        read += line.size();
        if (line.size() < longest_label || has_figure(line)) note_keyword(i, line);
        note_line(i, line);
    }
}

MaybeDate PageDates::in_text() {
    read_text();
    if (by_keyword_.date) return by_keyword_.date;
    return changed_ && by_place_.rank >= running_text ? std::nullopt : by_place_.date;
}

MaybeDate PageDates::printed() {
    read_text();
    if (by_keyword_.date) return by_keyword_.date;
    return by_place_.rank <= static_cast<int>(Place::above_headline) ? by_place_.date
                                                                     : std::nullopt;
}

}  // namespace indexer
