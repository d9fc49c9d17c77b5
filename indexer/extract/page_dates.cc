// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/page_dates.h"

#include "archive/base/text.h"
#include "indexer/analysis/dates.h"
#include "indexer/extract/class_words.h"
#include "indexer/extract/day_phrases.h"
#include "indexer/extract/page_text.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

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

bool says_published(std::string_view classes) {
    const auto holds = [&](std::string_view word) {
        return classes.find(word) != std::string_view::npos;
    };
    return classes.substr(0, 7) != "updated"
           && (holds("published") || holds("entry-date") || holds("dtstart"));
}

}  // namespace

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
    const bool above = node >= 0 && places_.above_text(node);
    if (!best || !above || places_.of_something_else(node, true)) return std::nullopt;
    for (int up = page_.node(node).parent; up >= 0; up = page_.node(up).parent) {
        const bool article =
            page_.node(up).tag == Tag::article
            || page_.attribute(up, "itemtype").find("Article") != std::string_view::npos;
        if (article) return page_.inside(places_.last_text(), up) ? best : std::nullopt;
    }
    return std::nullopt;
}

const MaybeDate& PageDates::doubtful_time() {
    read_markup();
    return doubtful_time_;
}

/// The date of an element: of the attribute that says it, else of its text.
MaybeDate PageDates::date_of(int node, Basis basis) const {
    constexpr std::size_t longest = 300;
    const auto hints = search_.hints(basis, first_web_year);
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
        time_place_ = places_.of(node);
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
    const auto place = places_.of(node);
    const bool better = !time_ || (place < time_place_ && time_->basis == Basis::time);
    if (!updated && better && !places_.of_something_else(node, true)) {
        time_ = date;
        time_place_ = place;
        time_node_ = node;
    }
    if (!doubtful_time_) doubtful_time_ = std::move(date);
}

void PageDates::find_named_element() {
    if (named_read_) return;
    named_read_ = true;
    constexpr std::size_t longest = 160;
    const auto hints = search_.hints(Basis::date_element, first_text_year);
    for (int i = 0; i < page_.size(); ++i) {
        const auto& node = page_.node(i);
        const bool skipped = node.is_text() || node.tag == Tag::body || node.tag == Tag::html
                             || is_silent(node.tag) || node.attributes_from == node.attributes_to;
        if (skipped) continue;
        const auto place = places_.of(i);
        if (named_ && place >= named_place_) continue;
        const ClassWords words(page_.attribute(i, "class"), page_.attribute(i, "id"));
        if (!words.has_any(date_words_of_classes)) continue;
        const std::string text = text_inside(page_, i, longest + 40);
        if (text.size() > longest) continue;
        const auto found = find_date(text, hints);
        if (!found || tells_other_day(text, found->first, found->last)) continue;
        if (found->first == 0 && places_.labelled_otherwise(i)) continue;
        if (place > Place::above_headline && places_.of_something_else(i, false)) continue;
        named_ = found->date;
        named_place_ = place;
        named_node_ = i;
    }
}

MaybeDate PageDates::printed_near(archive::DaySpan day) const {
    constexpr std::size_t shortest = 6;
    constexpr std::size_t longest = 90;
    constexpr int context_levels = 3;
    const int first = places_.header() >= 0 ? places_.header() : page_.body();
    for (int i = first; i < places_.second_text(); ++i) {
        const auto& node = page_.node(i);
        if (!node.is_text() || is_silent(page_.node(node.parent).tag)) continue;
        if (!places_.above_text(i)) continue;
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
            auto hints = search_.hints(Basis::date_element, first_web_year);
            hints.month_first = month_first;
            const auto found = find_date(line, hints);
            if (!found) break;
            const auto apart = found->date.span.first - day.first;
            if (apart >= -1 && apart <= 1) return found->date;
        }
    }
    return std::nullopt;
}

}  // namespace indexer
