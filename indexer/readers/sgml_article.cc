// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/sgml_article.h"

#include "archive/base/text.h"
#include "indexer/analysis/dates.h"
#include "indexer/extract/extract.h"
#include "indexer/readers/record_values.h"
#include "indexer/readers/sgml_elements.h"
#include "indexer/readers/stated_fields.h"
#include "indexer/readers/wire_text.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace indexer {

namespace {

using archive::Article;
using archive::ZoneKind;
using Elements = std::vector<SgmlElement>;
using Names = std::initializer_list<std::string_view>;

/// Collections by the letters their document numbers begin with.
struct Collection {
    std::string_view letters;
    std::string_view source;
    std::string_view agency;
};
constexpr std::array<Collection, 17> collections{{
    {"AP", "AP", "AP"},
    {"APW", "AP", "AP"},
    {"AFP", "AFP", "AFP"},
    {"CNA", "Central News Agency", ""},
    {"FBIS", "FBIS", ""},
    {"FR", "Federal Register", ""},
    {"FT", "Financial Times", ""},
    {"LA", "Los Angeles Times", ""},
    {"LTW", "Los Angeles Times-Washington Post", ""},
    {"NYT", "The New York Times", ""},
    {"SJMN", "San Jose Mercury News", ""},
    {"WPB", "Washington Post", ""},
    {"WSJ", "The Wall Street Journal", ""},
    {"XIE", "Xinhua", "Xinhua"},
    {"XIN", "Xinhua", "Xinhua"},
    {"ZF", "Ziff", ""},
    {"REUTE", "Reuters", "Reuters"},
}};

bool is_letter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

const Collection* collection_of(std::string_view number) {
    const auto end = std::find_if_not(number.begin(), number.end(), is_letter);
    const auto letters = number.substr(0, static_cast<std::size_t>(end - number.begin()));
    const auto* const found =
        std::find_if(collections.begin(), collections.end(),
                     [&](const Collection& each) { return each.letters == letters; });
    return found == collections.end() ? nullptr : found;
}

std::string line_of(const Elements& elements, Names names) {
    const auto* element = find_element(elements, names);
    return element == nullptr ? std::string() : clean_line(sgml_text(element->inside));
}

/// The values of <TOPICS><D>cocoa</D><D>grain</D></TOPICS>.
std::vector<std::string> list_of(const Elements& elements, std::string_view name) {
    std::vector<std::string> values;
    const auto* list = find_element(elements, {name});
    if (list == nullptr) return values;
    for (const auto& each : elements) {
        if (each.name != "D" || each.first < list->first || each.last > list->last) continue;
        std::string value = clean_line(sgml_text(each.inside));
        if (!value.empty() && std::find(values.begin(), values.end(), value) == values.end()) {
            values.push_back(std::move(value));
        }
    }
    return values;
}

std::optional<archive::Date> iso_date(std::string_view iso, std::string_view written) {
    DateHints hints;
    hints.basis = archive::Basis::field;
    auto date = parse_written_date(iso, hints);
    if (date) date->evidence = written;
    return date;
}

/// Six or eight digits as a day: 910514, 19980601; month first where `month_first` says so: 010189.
std::optional<archive::Date> packed_date(std::string_view digits, std::string_view written,
                                         bool month_first) {
    if (digits.size() != 6 && digits.size() != 8) return std::nullopt;
    std::string day(digits);
    if (month_first && day.size() == 6) day = day.substr(4) + day.substr(0, 4);
    if (day.size() == 6) day = (day[0] < '4' ? "20" : "19") + day;
    return iso_date(day.substr(0, 4) + "-" + day.substr(4, 2) + "-" + day.substr(6), written);
}

bool all_digits(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// The day in a document number: AP880212-0001, NYT19980601.0001, XIN_ENG_20021001.0001; the Los
/// Angeles Times writes the month first: LA010189-0001.
std::optional<archive::Date> date_of_number(std::string_view number) {
    const auto end = number.find_first_of("-.");
    if (end == std::string_view::npos) return std::nullopt;
    const auto head = number.substr(0, end);
    const auto begin = head.find_last_not_of("0123456789");
    if (begin == std::string_view::npos) return std::nullopt;
    return packed_date(head.substr(begin + 1), number, number.starts_with("LA"));
}

std::optional<archive::Date> date_of(const Elements& elements, std::string_view number) {
    for (const std::string_view name : {"DATE", "DATE_TIME", "DD", "PUBDATE", "DATE1"}) {
        const std::string written = line_of(elements, {name});
        if (written.empty()) continue;
        if (all_digits(written)) {
            if (auto date = packed_date(written, written, false)) return date;
        }
        DateHints hints;
        hints.basis = archive::Basis::field;
        hints.month_first = true;  // all of these collections are American
        if (auto date = parse_written_date(written, hints)) return date;
    }
    return date_of_number(number);
}

/// The part of `record` in `around` that is in none of the elements called one of `names`.
std::string rest_of(std::string_view record, const SgmlElement& around, const Elements& elements,
                    Names names) {
    std::string rest;
    const auto begin = static_cast<std::size_t>(around.inside.data() - record.data());
    const auto end = begin + around.inside.size();
    auto at = begin;
    for (const auto& each : elements) {
        const bool named = std::find(names.begin(), names.end(), each.name) != names.end();
        if (!named || each.first < at || each.last > end) continue;
        rest += record.substr(at, each.first - at);
        rest += '\n';
        at = each.last;
    }
    rest += record.substr(at, end - at);
    return rest;
}

/// What goes into an article beside its stated fields.
struct Story {
    std::string text;    ///< SGML
    std::string filler;  ///< SGML that is no story
};

Story reuters_story(std::string_view record, const Elements& elements) {
    Story story;
    if (const auto* body = find_element(elements, {"BODY"})) {
        story.text = line_of(elements, {"DATELINE"}) + " " + std::string(body->inside);
        return story;
    }
    const auto* text = find_element(elements, {"TEXT"});
    if (text == nullptr) return story;
    std::string rest = rest_of(record, *text, elements, {"TITLE", "DATELINE", "AUTHOR", "MKNOTE"});
    std::erase(rest, '*');
    const std::string dateline = line_of(elements, {"DATELINE"});
    // A brief is a headline alone; what stands beside it fills the place.
    const bool brief = sgml_attribute(text->attributes, "TYPE") == "BRIEF";
    (brief ? story.filler : story.text) = dateline.empty() ? rest : dateline + " " + rest;
    return story;
}

Story trec_story(std::string_view record, const Elements& elements) {
    Story story;
    std::size_t behind = 0;
    for (const auto& each : elements) {
        const bool text = each.name == "LEADPARA" || each.name == "LP" || each.name == "TEXT";
        if (!text || each.first < behind) continue;  // a TEXT inside a TEXT is in it already
        behind = each.last;
        if (!story.text.empty()) story.text += "\n\n";
        story.text += each.inside;
    }
    if (behind == 0) {
        const auto* body = find_element(elements, {"BODY"});
        const auto& around = body != nullptr ? *body : elements.front();
        story.text =
            rest_of(record, around, elements,
                    {"DOCNO",  "DOCID",   "DOCHDR",   "HEAD",    "HEADLINE", "HL",     "TITLE",
                     "DATE",   "BYLINE",  "DATELINE", "SECTION", "LENGTH",   "FILEID", "FIRST",
                     "SECOND", "GRAPHIC", "CAPTION",  "HEADER",  "SO",       "PUB",    "IN"});
    }
    return story;
}

/// "FT  14 MAY 91 / Contigas plans": the paper's stamp, taken off the headline.
std::string take_stamp(std::string& title) {
    const auto end = title.find(" / ");
    if (!title.starts_with("FT ") || end == std::string::npos || end > 16) return {};
    std::string stamp = title.substr(0, end);
    title.erase(0, end + 3);
    return stamp;
}

StatedFields stated_fields(const Elements& elements, bool reuters) {
    StatedFields stated;
    const auto attributes = elements.front().attributes;
    stated.external_id =
        reuters ? std::string(sgml_attribute(attributes, "NEWID")) : line_of(elements, {"DOCNO"});
    if (stated.external_id.empty())
        stated.external_id = clean_line(sgml_attribute(attributes, "ID"));
    for (const auto& each : elements) {
        constexpr std::array<std::string_view, 6> titles{"TITLE", "HEAD", "HEADLINE",
                                                         "HL",    "TI",   "TTL"};
        if (std::find(titles.begin(), titles.end(), each.name) == titles.end()) continue;
        std::string title = clean_line(sgml_text(each.inside));
        if (title.empty()) continue;
        if (stated.title.empty()) {
            stated.title = std::move(title);
        } else if (title != stated.title) {
            stated.more_titles.push_back(std::move(title));
        }
    }
    stated.byline = line_of(elements, {"AUTHOR", "BYLINE", "AU"});
    stated.section = line_of(elements, {"SECTION"});
    stated.published = date_of(elements, reuters ? std::string_view() : stated.external_id);
    const auto* collection = reuters ? &collections.back() : collection_of(stated.external_id);
    if (collection != nullptr) {
        stated.source = collection->source;
        if (!collection->agency.empty()) stated.agency.emplace_back(collection->agency);
    } else {
        stated.source = line_of(elements, {"PUB", "SO", "SOURCE"});
    }
    stated.tags = list_of(elements, "TOPICS");
    stated.persons = list_of(elements, "PEOPLE");
    stated.places = list_of(elements, "PLACES");
    for (const std::string_view name : {"ORGS", "EXCHANGES", "COMPANIES"}) {
        const auto orgs = list_of(elements, name);
        stated.orgs.insert(stated.orgs.end(), orgs.begin(), orgs.end());
    }
    // In Reuters-21578 it begins the text, and is put there.
    if (!reuters) stated.dateline = line_of(elements, {"DATELINE"});
    const std::string caption = line_of(elements, {"CAPTION", "GRAPHIC"});
    if (!caption.empty()) stated.captions.push_back(caption);
    return stated;
}

}  // namespace

archive::Result<Article> article_from_sgml(std::string_view record) {
    const Elements elements = sgml_elements(record);
    const archive::Error empty{
        archive::ErrorCode::article_empty, "neither a headline nor a text", {}, {}};
    if (elements.empty()) return empty;
    const bool reuters = elements.front().name == "REUTERS";
    const Story story = reuters ? reuters_story(record, elements) : trec_story(record, elements);
    StatedFields stated = stated_fields(elements, reuters);
    const std::string stamp = take_stamp(stated.title);
    std::string text = sgml_text(story.text);
    const std::string closing = take_closing(text);
    text = wire_paragraphs(text);
    if (text.empty() && stated.title.empty()) return empty;
    Article article = text.empty() ? Article() : article_from_text(text);
    settle_wire_zones(article, !stated.title.empty());
    if (!closing.empty()) article.zones.push_back({ZoneKind::credit, closing});
    merge_stated(article, stated);
    if (!stamp.empty()) article.zones.insert(article.zones.begin(), {ZoneKind::header, stamp});
    const std::string filler = clean_line(sgml_text(story.filler));
    if (!filler.empty()) article.zones.push_back({ZoneKind::furniture, filler});
    return article;
}

}  // namespace indexer
