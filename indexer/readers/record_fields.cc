// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/record_fields.h"

#include "archive/base/fold.h"

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
     "newstitle headlines titel titre titulo titular titolo schlagzeile ueberschrift "
     "überschrift encabezado manchete rubriektitel otsikko tytuł заголовок 标题 標題 タイトル 제목 "
     "العنوان כותרת"},
    {RecordField::standfirst, "standfirst",
     "standfirst description summary abstract subtitle subheadline subheading dek deck lede "
     "trailtext body.summary fields.trailtext fields.standfirst shortdescription metadescription "
     "excerpt snippet teaser lead intro untertitel vorspann chapo chapeau bajada entradilla "
     "resumen resumo sommario"},
    {RecordField::body, "body",
     "body text content article articlebody maintext bodytext fulltext bodyhtml html "
     "fields.bodytext fields.body articletext articlecontent contenttext contenthtml newstext "
     "newscontent story storytext fullcontent cleantext plaintext rawtext paragraphs "
     "contentelements "
     "inhalt volltext artikeltext texte textecomplet texto textocompleto testo tekst contenido "
     "cuerpo contenu contenuto conteudo corps corpo текст 正文 内容 內容 本文 본문 النص "
     "leadparagraph"},
    {RecordField::date, "date",
     "date published publishedat publishdate datepublish datepublished publishingdate pubdate "
     "seendate webpublicationdate publisheddate publicationdate publishedon publishtime "
     "publishedtime publicationtime publication.date dateissued issuedate issued datetime "
     "timestamp firstpublished publishdatetime publisheddatetime publicationdatetime "
     "publishtimestamp publishedts displaydate firstpublishdate dateofpublication "
     "datepublication createdat datecreated createddate createdutc created datum "
     "erscheinungsdatum veröffentlicht veröffentlichungsdatum veröffentlichtam fecha "
     "fechapublicación fechadepublicación fechapub datedepublication dateparution "
     "datadipubblicazione datapubblicazione datadepublicação datapublicação дата 日期 发布时间 "
     "日付 날짜 التاريخ day time"},
    {RecordField::updated, "updated",
     "updated modified datemodified datemodify lastmod updatedat updateddate dateupdated "
     "lastmodified lastupdated modifieddate modifiedat modifieddatetime lastupdateddate "
     "fields.lastmodified"},
    {RecordField::url, "url",
     "url link weburl permalink canonical newsurl articleurl articlelink pageurl canonicallink "
     "canonicalurl originalurl href html.respondedurl html.requestedurl"},
    {RecordField::source, "source",
     "source publication outlet newspaper publisher sourcename sourcedomain domain publishername "
     "publicationname outletname newssource newsoutlet fields.publication thread.site metasitename "
     "sitename site website journal provider paper papername medianame mediumname journalname "
     "newspapername newspapertitle publicationtitle quelle zeitung medium medio periódico fuente "
     "fonte testata jornal bron krant źródło источник издание 来源 來源 媒体 출처 المصدر"},
    {RecordField::author, "author",
     "author authors byline creator by byline.original fields.byline authorname writer journalist "
     "reporter bylines authornames authorsname credits.by autor autoren autores auteur auteurs "
     "autore autori verfasser periodista redactor journaliste автор 作者 記者 记者 기자 الكاتب"},
    {RecordField::section, "section",
     "section category channel sectionname articlesection newsdesk desk categoryname categories "
     "taxonomies.categories rubric sectiontitle thread.sectiontitle taxonomy.primarysection "
     "ressort rubrik kategorie rubrique catégorie sección categoría sezione seção раздел рубрика "
     "版面 栏目"},
    {RecordField::agency, "agency", "agency wire newsagency wireservice"},
    {RecordField::language, "language",
     "language lang inlanguage metalang locale sprache langue idioma lingua"},
    {RecordField::tags, "tags",
     "tags keywords topics subjects tag keyword topic newskeywords metakeywords labels "
     "taxonomies.tags taxonomy.tags schlagworte schlagwörter stichworte motscles etiquetas"},
    {RecordField::persons, "persons", "person persons people entities.persons entities.people"},
    {RecordField::orgs, "orgs",
     "org orgs organisation organisations organization organizations companies "
     "entities.organizations entities.organisations"},
    {RecordField::places, "places",
     "place places location locations entities.locations entities.places"},
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
    const bool ascii = std::all_of(plain.begin(), plain.end(),
                                   [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    return ascii ? plain : archive::folded(plain);
}

const FieldNames& FieldNames::standard() {
    static const FieldNames standard = [] {
        FieldNames fields;
        for (const auto& row : rows) {
            auto& names = fields.names_[static_cast<std::size_t>(row.field)];
            std::string_view rest = row.names;
            while (!rest.empty()) {
                const auto end = std::min(rest.find(' '), rest.size());
                names.push_back(plain_name(rest.substr(0, end)));
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
