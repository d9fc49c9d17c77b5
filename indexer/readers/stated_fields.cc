// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/stated_fields.h"

#include "archive/base/fold.h"
#include "archive/base/limits.h"
#include "archive/base/text.h"
#include "archive/index/identity.h"
#include "indexer/readers/exports/press_document.h"

#include <algorithm>
#include <string_view>

namespace indexer {

namespace {

using archive::Article;
using archive::Zone;
using archive::ZoneKind;

/// How much of the body a standfirst must repeat to be none.
constexpr std::size_t repeated_letters = 120;

bool is_upper_part(ZoneKind kind) {
    return kind == ZoneKind::headline || kind == ZoneKind::standfirst;
}

bool only_body(const Article& article) {
    return std::count_if(article.zones.begin(), article.zones.end(),
                         [](const Zone& zone) { return zone.kind == ZoneKind::body; })
           == 1;
}

/// "example.org" of "https://www.example.org/a".
std::string host_of(std::string_view url) {
    const std::string canonical = archive::canonical_url(url);
    constexpr std::string_view scheme = "https://";
    if (canonical.empty()) return {};
    const auto end = canonical.find_first_of("/?:", scheme.size());
    return canonical.substr(scheme.size(), end - scheme.size());
}

/// Gives `text` a zone of `kind`: the one that holds the same words already, else a new one before
/// `place`, which moves behind it.
void put_zone(Article& article, ZoneKind kind, const std::string& text, std::size_t& place) {
    const std::string wanted = archive::folded_words(text);
    for (std::size_t i = 0; i < article.zones.size(); ++i) {
        auto& zone = article.zones[i];
        // Zones of several lengths are not worth folding: the body is long and never the headline.
        if (zone.text.size() > 4 * text.size() + 16) continue;
        if (archive::folded_words(zone.text) != wanted) continue;
        if (zone.kind == ZoneKind::body && only_body(article)) continue;
        zone.kind = kind;
        place = std::max(place, i + 1);
        return;
    }
    const auto at = article.zones.begin() + static_cast<std::ptrdiff_t>(place);
    article.zones.insert(at, Zone{kind, text});
    ++place;
}

/// The beginning of the body as words, enough of it to compare a standfirst.
std::string beginning_of_body(const Article& article, std::size_t bytes) {
    std::string text;
    for (const auto& zone : article.zones) {
        if (zone.kind != ZoneKind::body && zone.kind != ZoneKind::standfirst) continue;
        if (!text.empty()) text += ' ';
        text += archive::cut(zone.text, bytes);
        if (text.size() >= bytes) break;
    }
    return archive::folded_words(text);
}

/// "Storms hit the coast on …" against "Storms hit the coast on Friday": the shorter, or its first
/// 120 letters, begins the other.
bool repeats_body(const Article& article, std::string_view standfirst) {
    const std::string own = archive::folded_words(standfirst);
    const std::string body = beginning_of_body(article, 2 * standfirst.size() + 256);
    const std::string_view begin = archive::cut(own, std::min(own.size(), repeated_letters));
    return !begin.empty() && body.starts_with(begin);
}

void put_names(Article& article, const StatedFields& stated) {
    if (!stated.byline.empty()) article.byline = stated.byline;
    if (!stated.authors.empty()) {
        article.byline.clear();
        article.authors.clear();
        for (const auto& author : stated.authors) {
            if (archive::canonical_url(author).empty()) article.authors.push_back(author);
            if (!article.byline.empty()) article.byline += ", ";
            article.byline += author;
        }
    } else if (!stated.byline.empty()) {
        article.authors.clear();  // the analysis reads them from the byline
    }
}

/// Captions of pictures stand behind the text, where the text does not hold them itself.
void put_captions(Article& article, const std::vector<std::string>& captions) {
    for (const auto& caption : captions) {
        if (archive::trimmed(caption).empty()) continue;
        std::size_t place = article.zones.size();
        put_zone(article, ZoneKind::caption, caption, place);
    }
}

void put_dateline(Article& article, const std::string& dateline, std::size_t place) {
    const std::string own = archive::folded_words(dateline);
    const std::string body = beginning_of_body(article, own.size() + 16);
    // "OTTAWA - A Manitoba man" says what "Ottawa Ontario Canada" says.
    const bool said = body.substr(0, body.find(' ')) == own.substr(0, own.find(' '));
    if (own.empty() || said) return;
    while (place < article.zones.size() && article.zones[place].kind != ZoneKind::body) ++place;
    put_zone(article, ZoneKind::dateline, dateline, place);
}

void put_dates(Article& article, const StatedFields& stated) {
    if (stated.published) article.published = *stated.published;
    if (stated.updated) article.updated = stated.updated;
    if (article.published.known() || !stated.updated) return;
    article.published = *stated.updated;
    article.published.certainty = archive::Certainty::inferred;
    article.published.basis = archive::Basis::modified;
}

}  // namespace

void add_entities(Article& article, archive::EntityType type,
                  const std::vector<std::string>& names) {
    for (const auto& written : names) {
        const std::string name =
            type == archive::EntityType::person ? name_in_order(written) : written;
        const std::string key = archive::name_key(type, name);
        const bool known = std::any_of(
            article.entities.begin(), article.entities.end(),
            [&](const auto& entity) { return archive::name_key(entity.type, entity.name) == key; });
        if (!key.empty() && !known) article.entities.push_back({type, name, 1});
    }
}

void merge_stated(Article& article, const StatedFields& stated) {
    std::size_t place = 0;  // of the next zone that is put in
    if (!stated.title.empty()) {
        article.title = archive::cut(stated.title, archive::limits::title_bytes);
        article.title_basis = archive::TitleBasis::field;
        put_zone(article, ZoneKind::headline, stated.title, place);
    }
    for (const auto& title : stated.more_titles) {
        if (!title.empty()) put_zone(article, ZoneKind::headline, title, place);
    }
    const bool is_headline =
        archive::folded_words(stated.standfirst) == archive::folded_words(stated.title);
    if (!stated.standfirst.empty() && !is_headline && !repeats_body(article, stated.standfirst)) {
        article.standfirst = stated.standfirst;
        while (place < article.zones.size() && is_upper_part(article.zones[place].kind)) ++place;
        put_zone(article, ZoneKind::standfirst, stated.standfirst, place);
    }
    put_names(article, stated);
    const bool new_byline = !stated.byline.empty() || !stated.authors.empty();
    if (new_byline) put_zone(article, ZoneKind::byline, article.byline, place);

    const auto put = [](std::string& field, const std::string& text) {
        if (!text.empty()) field = text;
    };
    put(article.external_id, stated.external_id);
    put(article.url, stated.url);
    put(article.source, stated.source);
    put(article.section, stated.section);
    put(article.language, stated.language);
    if (!stated.agency.empty()) article.agency = stated.agency;
    if (!stated.tags.empty()) article.tags = stated.tags;
    put_dateline(article, stated.dateline, place);
    put_captions(article, stated.captions);
    put_dates(article, stated);
    add_entities(article, archive::EntityType::person, stated.persons);
    add_entities(article, archive::EntityType::org, stated.orgs);
    add_entities(article, archive::EntityType::place, stated.places);
    if (stated.version != 0) article.version = stated.version;
    article.other.insert(article.other.end(), stated.other.begin(), stated.other.end());
    if (article.source.empty()) article.source = host_of(article.url);
}

}  // namespace indexer
