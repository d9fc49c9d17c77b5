// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/stories/common_terms.h"

#include "archive/base/files.h"
#include "archive/base/fold.h"
#include "archive/base/text.h"
#include "indexer/names/name_hash.h"

#include <unicode/locid.h>
#include <unicode/strenum.h>
#include <unicode/timezone.h>
#include <unicode/tznames.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string>

namespace indexer {

namespace {

/// Words of which the first six letters are enough: "govern" for governments and governing.
constexpr std::array<std::string_view, 6> daily_words{
    // English; people of countries whose name begins otherwise come first
    "american british french german english dutch spanish swiss danish welsh scottish irish greek "
    "turkish european western eastern northern southern north south east west world global "
    "according account action activity actually added additional administration against agency "
    "agreement already although analyst announced another anyone around attention authorities "
    "authority available average because become before behind believe better between billion board "
    "building business campaign capital center central centre century certain chairman challenge "
    "change charges chief children citizen committee community company concern condition "
    "conference congress continued control corporation council countries country county court "
    "current daily decided decision defence defense demand democratic department deputy described "
    "despite details development different difficult director district during economic economy "
    "education effort election employees enough especially evening everyone everything evidence "
    "example exchange executive expect experience experts export family federal figure final "
    "finance financial follow foreign former forward friday general getting giving government "
    "governor group growth health higher himself history hospital however hundred immediately "
    "important improve include including income increase independent individual industry "
    "information inside instead interest international interview investigation investment involved "
    "issues itself judge justice largest leader leading legislation letter little living local "
    "longer looking lower major majority making manager market matter measure medical meeting "
    "member military million minister ministry minute moment monday money month morning moving "
    "national nation necessary number offered office officer official opened operation opinion "
    "opportunity opposition organisation organization others outside parliament particular parties "
    "partner party payment people percent perhaps period person planned planning players police "
    "policy political position possible power present president pressure previous price prime "
    "private problem process produce product program programme project property proposal protect "
    "provide province public published purchase purpose quarter question quickly reached really "
    "reason received recent record region related release remain report representative republic "
    "required research reserve resident resources response responsible result return right running "
    "saturday school season second secretary section security senate senator senior serious "
    "service several shares should significant similar simply situation social society something "
    "special spending spokesman spokeswoman staff started statement states station street strong "
    "student success sunday support system taking talking team technology television themselves "
    "things thinking third though thought thousand through thursday together tomorrow tonight "
    "total towards trading training treatment trying tuesday turned under understand union united "
    "university until using value various version village visit volume waiting wanted washington "
    "website wednesday weekend whether within without woman working worker worried writing "
    "yesterday young january february march april june july august september october november "
    "december inc corp ltd plc co mr mrs ms dr sir reuters",
    // German
    "allerdings anderen angaben arbeit aufgrund beispiel bereich bereits bericht besonders bisher "
    "bürger bundes bundesregierung damals daraufhin dennoch deshalb deutsch eigenen einige "
    "einfach entscheidung erklärte ersten etliche euro fragen frauen gegenüber gemeinde genau "
    "geschäft gesellschaft gestern gibt große grund hatten heute hinaus ihrer immer insgesamt "
    "jahren jedoch jeweils kinder könnte konnte kosten länder leben letzten leute machen männer "
    "mehrere menschen millionen minister mitarbeiter mittlerweile möglich monate morgen müssen "
    "nachdem nächsten neuen niemand partei polizei präsident prozent regierung samstag schließlich "
    "schon schule schüler seiner seitdem selbst sollen sonntag sowie später sprecher stadt "
    "staat stunden tausend teilte trotz unternehmen unter verein vergangenen viele vielleicht "
    "wegen weiter weitere weniger werden wieder wirtschaft woche wollen worden würde zahlen "
    "zudem zunächst zusammen zwischen montag dienstag mittwoch donnerstag freitag januar februar "
    "märz juni juli oktober dezember herr frau uhr",
    // French
    "affaire ainsi alors années ancien après assemblée aujourd aussi autres avant beaucoup "
    "cependant cette chaque choses communauté comme conseil contre dernier depuis derrière deux "
    "devant directeur dossier élection encore enfants ensemble entre entreprise environ équipe "
    "état faire femmes français gouvernement grand groupe heures hommes ici jamais jeunes "
    "jours journée justice lundi mardi mercredi jeudi vendredi samedi dimanche maintenant maire "
    "mairie matin meilleur même ministre ministère mois moins monde national nombre notamment "
    "nouveau nouvelle parce parmi parti pendant personnes peuple place plusieurs plus police "
    "politique porte pour pourtant pouvoir premier président presse près projet public quelques "
    "question région rien saison sans selon semaine service seulement situation société soir sous "
    "soutien suite surtout temps toujours tous toute travail travaux trois vers ville vingt "
    "janvier février mars avril juin juillet août septembre octobre novembre décembre",
    // Spanish
    "además agencia ahora algunos alcalde anterior antes años aquí aunque ayuntamiento cada "
    "cambio campaña caso centro ciudad ciudadanos comisión como comunidad congreso consejo contra "
    "cuando cuatro decisión desde después dijo días director donde durante elecciones empresa "
    "entonces entre equipo españa español estado estados este evento familia general gobierno "
    "grandes grupo hacer hacia hasta historia hombre horas internacional jóvenes jornada junto "
    "lugar lunes martes miércoles jueves viernes sábado domingo mañana mayor medio mejor menos "
    "meses miembros mientras millones ministerio ministro mismo momento mujeres mundo nacional "
    "niños noche nueva nuevo número ocasión otros parte partido para pasado personas pesar "
    "población poder policía política por porque posible presidente primera problema proceso "
    "programa proyecto público pueblo quien región resultado reunión según seguridad semana señor "
    "señaló siempre siglo situación sobre social sociedad tarde también tiempo tiene todos "
    "trabajo tras través todavía último varios vecinos veces vida zona enero febrero marzo abril "
    "mayo junio julio agosto septiembre octubre noviembre diciembre",
    // Italian
    "adesso alcuni allora altri ancora anche anni attività azienda bambini campagna centro città "
    "cittadini commissione comune comunità consiglio contro cosa così dalla decisione delle "
    "dopo dove durante elezioni essere famiglia fatto forse giorni giovani governo grande gruppo "
    "hanno importante infatti inoltre insieme invece italia italiano lavoro legge lunedì martedì "
    "mercoledì giovedì venerdì sabato domenica maggiore mattina meglio meno mentre mesi milioni "
    "ministro mondo nazionale nella nessuno notte numero nuovo occasione oggi ogni oltre paese "
    "parte partito persone politica polizia popolazione possibile presidente presso prima primo "
    "problema progetto proprio pubblico quando quanto quasi quella questo regione risultato "
    "scuola secondo sempre senza servizio settimana sindaco situazione sociale società solo "
    "sono stato strada subito tempo tutti ultimo uomo vita volta zona gennaio febbraio aprile "
    "maggio giugno luglio settembre ottobre dicembre",
    // Portuguese
    "acordo ainda alguns além antes anos após aqui através brasil câmara cada campanha caso "
    "centro cidade comissão como comunidade conselho contra cujo decisão depois desde dias "
    "direção diretor disse durante eleições empresa então entre equipe escola estado estados "
    "estava família federal forma governo grande grupo história hoje homem horas importante "
    "informação jovens junto lugar maior mais meio melhor menos mesmo meses mil milhões "
    "ministério ministro momento muito mulheres mundo nacional nesta noite novo número obras "
    "outros para parte partido passado pela pessoas pode polícia política população porque "
    "possível prefeito presidente primeira problema processo programa projeto público quando "
    "quatro região resultado reunião segunda segundo segurança semana sempre serviço sistema "
    "situação sobre sociedade também tempo todos trabalho último vezes vida terça quarta quinta "
    "sexta sábado domingo janeiro fevereiro março abril maio junho julho agosto setembro outubro "
    "novembro dezembro",
};

constexpr std::array<const char*, 6> languages{"en", "de", "fr", "es", "it", "pt"};

std::string_view beginning(std::string_view word, std::size_t letters) {
    std::size_t at = 0;
    while (at < word.size() && letters > 0) {
        archive::next_code_point(word, at);
        --letters;
    }
    return word.substr(0, at);
}

/// The beginnings of common words, of six letters and of five for places, whose people are named
/// after them: "russia" and "russian", "ukraine" and "ukrainian".
class CommonTerms {
public:
    CommonTerms() {
        for (const auto words : daily_words) {
            for (const auto word : archive::split(words, ' '))
                put(terms_, beginning(archive::folded(word), word_letters));
        }
        for (const auto* const language : languages) add_places(icu::Locale(language));
    }

    bool have(std::string_view word) const {
        const bool ascii = std::all_of(word.begin(), word.end(),
                                       [](char c) { return static_cast<unsigned char>(c) < 0x80; });
        if (!ascii) return have_folded(archive::folded(word));
        return have_folded(word);
    }

private:
    static constexpr std::size_t word_letters = 6, place_letters = 5;

    using Set = HashTable<bool>;

    static void put(Set& set, std::string_view word) { set[word_hash(word)] = true; }
    static bool has(const Set& set, std::string_view word) {
        return set.find(word_hash(word)) != nullptr;
    }

    bool have_folded(std::string_view folded) const {
        if (has(terms_, beginning(folded, word_letters))) return true;
        if (has(places_, beginning(folded, place_letters))) return true;
        constexpr std::size_t longest_people = 7;  // "Iraqis"
        return folded.size() <= longest_people && has(places_, beginning(folded, 4));
    }

    void add_places(const icu::Locale& language) {
        for (const char* const* code = icu::Locale::getISOCountries(); *code != nullptr; ++code) {
            icu::UnicodeString name;
            add(icu::Locale("", *code).getDisplayCountry(language, name));
        }
        UErrorCode status = U_ZERO_ERROR;
        const std::unique_ptr<icu::TimeZoneNames> cities(
            icu::TimeZoneNames::createInstance(language, status));
        const std::unique_ptr<icu::StringEnumeration> zones(
            icu::TimeZone::createTimeZoneIDEnumeration(UCAL_ZONE_TYPE_CANONICAL_LOCATION, nullptr,
                                                       nullptr, status));
        if (U_FAILURE(status)) return;
        while (const auto* const zone = zones->snext(status)) {
            icu::UnicodeString name;
            add(cities->getExemplarLocationName(*zone, name));
        }
    }

    void add(const icu::UnicodeString& name) {
        constexpr std::size_t shortest = 4;
        std::string text;
        name.toUTF8String(text);
        const auto folded = archive::folded_words(text);
        for (const auto word : archive::split(folded, ' ')) {
            if (archive::code_points(word) >= shortest)
                put(places_, beginning(word, place_letters));
        }
    }

    Set terms_;
    Set places_;
};

}  // namespace

bool is_common_term(std::string_view word) {
    static const CommonTerms common;
    return common.have(word);
}

}  // namespace indexer
