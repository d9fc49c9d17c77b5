// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/analysis/altered_wording.h"

#include "indexer/analysis/dictionaries.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

using namespace indexer;

namespace {

archive::Article told(const std::string& body, const std::string& language = "en") {
    archive::Article article;
    article.language = language;
    article.zones = {{archive::ZoneKind::body, body}};
    return article;
}

bool altered(const archive::Article& article) {
    return is_altered(unknown_words(article), {});
}

bool altered(const std::string& body, const std::string& language = "en") {
    return altered(told(body, language));
}

bool lists(const UnknownWords& unknown, const std::string& word) {
    return std::find(unknown.words.begin(), unknown.words.end(), word) != unknown.words.end();
}

const std::string harbour =
    "The harbour board of Varnholm agreed on Thursday to rebuild the eastern pier, which the storm "
    "of last winter had damaged beyond repair. Chairwoman Ilse Torvik said the leaders of the "
    "fishing fleet had asked for a deeper basin, and that the measure would be paid for by the "
    "province. Work is to begin in March and to last for two years.\n"
    "Against the plan spoke councillor Per Aldane, who told reporters that the board had never "
    "confirmed what the repairs would cost. He said the engineers were worried about the ground "
    "under the quay and had steadfastly denied reports of cracks in the new wall. The movement of "
    "larger ships would in any case require a stronger breakwater, he added, and the board had to "
    "create a reserve for it.\n"
    "The provincial government wants to strengthen its ties with the island ports and allowed the "
    "board to borrow more than planned. A final decision is expected after the summer meeting.";

/// The same after a thesaurus went over it.
const std::string spun_harbour =
    "The harbour board of Varnholm consentd on Thursday to reproduce the eastern pier, which the "
    "storm of last triumpher had injured beyond repair. Chairwoman Ilse Torvik shelp the directers "
    "of the fishing fleet had inquireed for a intenseer basin, and that the meacertain would be "
    "phelp for by the province. Labor is to start in March and to endure for two years.\n"
    "Aobtainst the plan talked councillor Per Aldane, who telderly alerters that the board had "
    "never validateed what the mfinishings would cost. He shelp the engineers were worryed about "
    "the ground under the quay and had steadrapidly rejected alerts of splits in the new wall. The "
    "shiftment of hugger ships would in any case insistire a powerfuler breakwater, he insertd, "
    "and the board had to produce a reserve for it.\n"
    "The provincial regulatement wants to strongthen its joins with the island ports and permited "
    "the board to borrow more than set upned. A final choosion is awaitted after the summer "
    "encountering.";

}  // namespace

TEST_CASE("an article whose words were exchanged inside is altered, the one before is not") {
    REQUIRE(dictionary_of("en") != nullptr);
    const auto unknown = unknown_words(told(spun_harbour));
    CHECK(unknown.looked_at > 30);
    CHECK(lists(unknown, "consentd"));
    CHECK(lists(unknown, "steadrapidly"));
    CHECK(is_altered(unknown, {}));
    CHECK_FALSE(altered(harbour));
    CHECK(unknown_words(told(harbour)).words.empty());
}

TEST_CASE("a few strange words do not make an article altered") {
    const std::string body = harbour + "\nThe directers consentd to the meacertain, it was alertd.";
    CHECK_FALSE(altered(body));
}

TEST_CASE("words that clean articles use elsewhere are words") {
    const auto unknown = unknown_words(told(spun_harbour));
    CHECK(is_altered(unknown, [](std::string_view) { return false; }));
    CHECK_FALSE(is_altered(unknown, [](std::string_view) { return true; }));
    CHECK(is_altered(unknown, [](std::string_view word) { return word == "consentd"; }));
}

TEST_CASE("words are listed once, in small letters without accents") {
    UnknownWords unknown = unknown_words(told(spun_harbour + "\n" + spun_harbour));
    auto words = unknown.words;
    std::sort(words.begin(), words.end());
    CHECK(std::adjacent_find(words.begin(), words.end()) == words.end());
}

TEST_CASE("names, British and American spelling, addresses and hyphened words do not count") {
    CHECK_FALSE(altered(
        "Governor Oluwaseun Adebanjo of Kwarbenga met Przemyslaw Wisniewskovic and Aroha "
        "Ngatahuia-Brondesbury in Hlohovecvaros on Monday to talk about the Zhambulskaya fields, "
        "the Trondbergheim pipeline and the Aktyubinskugol company. The honourable programme was "
        "defended by the labor center, whose organizers realised that its colours and favors were "
        "analyzed by neighbours. See www.trondbergheim-energi.example/aktyubinskoe/varnholmske or "
        "write to przemyslawowski@kwarbenga.example about #zhambulgate.\n"
        "Adebanjo's semi-autonomous, quasi-underfunded and post-Zhambulian agency is anti-"
        "dumpinglike, ultra-Kwarbengan and pro-pipelining, the governor's spokesman said. "
        "TRONDBERGHEIM ENERGIVERKET could not be reached. The neighbours' organisation and the "
        "organization's neighbors both called the agreement reasonable and the meeting useful."));
}

TEST_CASE("quotations in another language do not count") {
    CHECK_FALSE(altered(
        "The mayor of Santa Brava thanked the volunteers who had fought the flames all night. "
        "\"Agradecemos profundamente el esfuerzo extraordinario de los bomberos voluntarios que "
        "trabajaron incansablemente durante toda la madrugada,\" she told the crowd before the "
        "town hall. \"Nuestra comunidad demostr\u00F3 solidaridad inquebrantable frente a la "
        "emergencia m\u00E1s devastadora que recordamos,\" her deputy said, and added: "
        "\"Seguiremos "
        "reconstruyendo nuestras viviendas.\" The regional government promised money for the "
        "families who had lost their houses, and the bishop celebrated a service for the dead."));
}

TEST_CASE("technical terms and dishes do not count") {
    CHECK_FALSE(altered(
        "Doctors at the clinic gave the patients either leflunomide, febuxostat, bosentan or "
        "teriflunomide and watched for hyperuricemia, necrolysis and leukocytoclastic changes. At "
        "the market beside it the cooks sell tlacoyos, memelitas, huitlacoche, escamoles and "
        "chapulines, and in the evening pozoles and esquites. The granulysin found in samples of "
        "the blood told the doctors more than oxypurinol did, and the study will be published in "
        "spring, when the market moves to the other side of the river and the cooks with it."));
}

TEST_CASE("a text that lost blanks is not altered") {
    CHECK_FALSE(altered(
        "The Senate approvedthe funding for theharbour on Tuesday, and supportersof the bill "
        "saidit would helpthe region. Leaders calledon the agency torelease the money before "
        "theend of the year, because ofdelays in theprogram and becausethe work cannotwait. The "
        "amendmentwould also allowthe states toreceive more forroads and bridges, and requiresthe "
        "department toreport on the progressof the work. The committee willmeet again inthe "
        "autumn to discussthe matter with thegovernors of the states, and with the mayorsof the "
        "towns on the river."));
}

TEST_CASE("what a scanner misread is not altered") {
    CHECK_FALSE(altered(
        "Tbe committee yestcrday saitl tlie next inove of the eity oflicials wou1d be to "
        "ofticially noniinate candidatcs fo1 the ofiice of povernor, as the prosccuting attorncy "
        "had exaetly dcmanded. Tne dramatie meetiug was atteuded by tlie wholc party and hy the "
        "overhcard speakcrs whoin the conventiou had iuvited. lt was deeided to postpoue the "
        "clection until Scptember. Tlie goverument has not auswered tlie qucstion, and nobodv "
        "eould teil whcther the Iine of the raiiroad will bc coutinued to the rivcr or not."));
    auto scanned = told(spun_harbour);
    scanned.quality.ocr = 0.97F;
    CHECK(unknown_words(scanned).looked_at == 0);
    CHECK_FALSE(altered(scanned));
}

TEST_CASE("an article that states a day before there were such programs is not judged") {
    auto article = told(spun_harbour);
    const auto day = archive::parse_iso_span("1987-10-19");
    REQUIRE(day);
    article.published.span = day->span;
    article.published.precision = archive::Precision::day;
    article.published.certainty = archive::Certainty::stated;
    CHECK_FALSE(altered(article));
    article.published.certainty = archive::Certainty::inferred;
    CHECK(altered(article));
}

TEST_CASE("a text without capitals is not judged, its names cannot be told") {
    std::string body = spun_harbour;
    std::transform(body.begin(), body.end(), body.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    CHECK_FALSE(altered(body));
}

TEST_CASE("a language without dictionary is not judged") {
    CHECK(dictionary_of("tl") == nullptr);
    CHECK(dictionary_of("") == nullptr);
    CHECK_FALSE(altered(spun_harbour, "tl"));
    CHECK_FALSE(altered(spun_harbour, "und"));
}

TEST_CASE("German compounds and Swiss spelling do not count, exchanged words do") {
    REQUIRE(dictionary_of("de") != nullptr);
    const std::string clean =
        "Der Hafenausschuss von Varnholm hat am Donnerstag beschlossen, die vom Wintersturm "
        "besch\u00E4digte Ostmole wiederaufzubauen. Die ausschliesslich aus Landesmitteln "
        "finanzierten Bauarbeiten beginnen im M\u00E4rz und dauern zwei Jahre. Der grösste Teil "
        "der "
        "hochwassergef\u00E4hrdeten Kaimauer wird verst\u00E4rkt, ausserdem entsteht ein "
        "strömungsg\u00FCnstiges Hafenbecken. Kritiker bem\u00E4ngeln, dass die "
        "sicherheitstechnischen Untersuchungen noch immer nicht abgeschlossen seien und die "
        "Ausschussmitglieder die tats\u00E4chlichen Kosten nie best\u00E4tigt h\u00E4tten. Die "
        "Landesregierung genehmigte zus\u00E4tzliche Darlehen und erwartet eine endg\u00FCltige "
        "Entscheidung nach der Sommersitzung.";
    CHECK_FALSE(altered(clean, "de"));
    CHECK(altered(
        "Der Hafenausschuss von Varnholm hat am Donnerstag festlegtlossen, die vom Wintersturm "
        "beschdefektigte Ostmole erneutaufzuerrichten. Die nurlich aus Landesmitteln "
        "bezahltzierten Arbeiten anfangenen im M\u00E4rz und andauernen zwei Jahre. Der "
        "gewaltigte Teil der Mauer wird kr\u00E4ftigstarkt, au\u00DFerdem entspringtsteht ein "
        "Becken f\u00FCr umfangreichere Schiffe. Kritiker tadelnmeln, dass die "
        "geborgenheitstechnischen Untersuchungen noch ewigmer nicht abgeriegeltlossen seien und "
        "die Mitglieder die wahrs\u00E4chlichen Kosten nie bekr\u00E4ftigttigt h\u00E4tten. Die "
        "Regierung erlaubtmigte hinzus\u00E4tzliche Darlehen und harrtwartet eine endg\u00FCltige "
        "Entscheidung nach der Sitzung.",
        "de"));
}

TEST_CASE("a Portuguese text typed without accents is not judged") {
    CHECK_FALSE(altered(
        "A comissao do porto decidiu na quinta reconstruir o molhe, porque a decisao do governo "
        "nao permite outra solucao. A construcao comeca em marco e a operacao continua durante "
        "dois anos, segundo a informacao da direcao. A populacao espera uma explicacao sobre a "
        "situacao financeira, e a oposicao pede uma investigacao sobre a contratacao da empresa. "
        "O presidente da associacao de pescadores disse que a condicao do porto exige uma "
        "intervencao imediata e que a discussao nao pode durar mais tempo na camara de Varnholm.",
        "pt"));
}

TEST_CASE("only the beginning of a very long body is read") {
    std::string body;
    while (body.size() < (1U << 20)) body += spun_harbour + "\n";
    const auto unknown = unknown_words(told(body));
    CHECK(unknown.looked_at < 2'000);
    CHECK(is_altered(unknown, {}));
}

TEST_CASE("a dictionary knows inflexions, capitals and composed letters and nothing beyond") {
    const auto* const english = dictionary_of("en");
    REQUIRE(english != nullptr);
    CHECK(english->knows("leaders"));
    CHECK(english->knows("colour"));
    CHECK(english->knows("color"));
    CHECK(english->knows("february"));
    CHECK_FALSE(english->knows("directers"));
    CHECK_FALSE(english->knows("directers"));
    CHECK_FALSE(english->knows(std::string(5'000, 'a')));
    CHECK_FALSE(english->knows(""));
    const auto* const german = dictionary_of("de");
    REQUIRE(german != nullptr);
    CHECK(german->knows("schlie\u00DFlich"));
    CHECK(german->knows("schliesslich"));
    CHECK(german->knows("gro\u0308\u00DFer"));
    CHECK_FALSE(german->knows("festlegtlossen"));
}
