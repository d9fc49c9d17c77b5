// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/record_fields.h"

#include <algorithm>

namespace indexer {

namespace {

using archive::Error;
using archive::ErrorCode;

struct Row {
    RecordField field;
    std::string_view name;   // in the setting readers.mapping
    std::string_view names;  // divided by blanks, the first to win first
};

// After the names anybody uses come those of single producers, reaching into objects where a dot
// says so (NYT "headline.main", the Guardian "fields.bodyText", Zola "taxonomies.tags"), then those
// that tables made elsewhere than in English give their columns. docs/formats.md shows the same
// table.
constexpr std::array<Row, record_fields> rows{{
    {RecordField::id, "id",
     "id externalid guid uri docno articleid docid documentid newsid uuid accessionnumber"},
    {RecordField::title, "title",
     "title headline heading hed headline.main fields.headline webtitle headlinetext articletitle "
     "newstitle headlines titel titre titulo título titolo schlagzeile "
     "überschrift"},
    {RecordField::standfirst, "standfirst",
     "standfirst description summary abstract subtitle subheadline subheading dek deck lede "
     "trailtext body.summary fields.trailtext fields.standfirst shortdescription metadescription "
     "excerpt snippet teaser lead intro untertitel vorspann chapo resumen"},
    {RecordField::body, "body",
     "body text content article articlebody maintext bodytext fulltext bodyhtml html "
     "fields.bodytext fields.body articletext articlecontent contenttext contenthtml newstext "
     "newscontent story storytext fullcontent cleantext plaintext rawtext inhalt texte texto testo "
     "contenido cuerpo contenu leadparagraph"},
    {RecordField::date, "date",
     "date published publishedat publishdate datepublish datepublished publishingdate pubdate "
     "seendate webpublicationdate publisheddate publicationdate publishedon publishtime "
     "publishedtime publicationtime publication.date dateissued issuedate issued datetime "
     "timestamp firstpublished createdat datecreated createddate created datum fecha day time"},
    {RecordField::updated, "updated",
     "updated modified datemodified datemodify lastmod updatedat updateddate dateupdated "
     "lastmodified lastupdated modifieddate modifiedat fields.lastmodified"},
    {RecordField::url, "url",
     "url link weburl permalink canonical newsurl articleurl articlelink pageurl canonicallink "
     "canonicalurl originalurl href html.respondedurl html.requestedurl"},
    {RecordField::source, "source",
     "source publication outlet newspaper publisher sourcename sourcedomain domain publishername "
     "publicationname outletname newssource newsoutlet fields.publication thread.site metasitename "
     "sitename site website journal provider paper quelle zeitung fuente fonte bron"},
    {RecordField::author, "author",
     "author authors byline creator by byline.original fields.byline authorname writer journalist "
     "reporter bylines autor auteur autore verfasser"},
    {RecordField::section, "section",
     "section category channel sectionname articlesection newsdesk desk categoryname categories "
     "taxonomies.categories rubric thread.sectiontitle ressort rubrik rubrique sección "
     "seccion sezione"},
    {RecordField::agency, "agency", "agency wire newsagency wireservice"},
    {RecordField::language, "language", "language lang inlanguage metalang locale sprache"},
    {RecordField::tags, "tags",
     "tags keywords topics subjects tag keyword topic newskeywords metakeywords labels "
     "taxonomies.tags schlagworte"},
    {RecordField::persons, "persons", "person persons people"},
    {RecordField::orgs, "orgs",
     "org orgs organisation organisations organization organizations companies"},
    {RecordField::places, "places", "place places location locations"},
}};

constexpr bool in_order() {
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (static_cast<std::size_t>(rows[i].field) != i) return false;
    }
    return true;
}
static_assert(in_order(), "the table follows the enumeration");

}  // namespace

std::string_view name(RecordField field) {
    return rows[static_cast<std::size_t>(field)].name;
}

std::string plain_name(std::string_view name) {
    std::string plain;
    plain.reserve(name.size());
    for (const char c : name) {
        if (c == '_' || c == '-' || c == ' ') continue;
        plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return plain;
}

const FieldNames& FieldNames::standard() {
    static const FieldNames standard = [] {
        FieldNames fields;
        for (const auto& row : rows) {
            auto& names = fields.names_[static_cast<std::size_t>(row.field)];
            std::string_view rest = row.names;
            while (!rest.empty()) {
                const auto end = std::min(rest.find(' '), rest.size());
                names.emplace_back(rest.substr(0, end));
                rest.remove_prefix(std::min(end + 1, rest.size()));
            }
        }
        fields.number();
        return fields;
    }();
    return standard;
}

archive::Result<void> FieldNames::add(std::string_view field, std::string_view name) {
    const auto* const row =
        std::find_if(rows.begin(), rows.end(), [&](const Row& each) { return each.name == field; });
    if (row == rows.end()) {
        return Error{ErrorCode::bad_setting,
                     "\"" + std::string(field) + "\" is no field of an article",
                     "readers.mapping",
                     {}};
    }
    std::string plain = plain_name(name);
    if (plain.empty()) {
        return Error{ErrorCode::bad_setting,
                     "an empty name for \"" + std::string(field) + "\"",
                     "readers.mapping",
                     {}};
    }
    for (auto& names : names_) std::erase(names, plain);  // a name means one thing
    auto& names = names_[static_cast<std::size_t>(row->field)];
    names.insert(names.begin(), std::move(plain));
    number();
    return {};
}

std::span<const std::string> FieldNames::of(RecordField field) const {
    return names_[static_cast<std::size_t>(field)];
}

std::optional<FieldNames::Meaning> FieldNames::meaning(std::string_view plain) const {
    const auto found = meanings_.find(std::string(plain));
    if (found == meanings_.end()) return std::nullopt;
    return found->second;
}

bool FieldNames::reaches_into(std::string_view plain) const {
    return outer_.contains(std::string(plain));
}

void FieldNames::number() {
    meanings_.clear();
    outer_.clear();
    for (std::size_t field = 0; field < names_.size(); ++field) {
        for (std::size_t rank = 0; rank < names_[field].size(); ++rank) {
            const std::string& name = names_[field][rank];
            meanings_.emplace(name, Meaning{static_cast<RecordField>(field), rank});
            for (auto dot = name.find('.'); dot != std::string::npos;
                 dot = name.find('.', dot + 1)) {
                outer_.insert(name.substr(0, dot));
            }
        }
    }
}

}  // namespace indexer
