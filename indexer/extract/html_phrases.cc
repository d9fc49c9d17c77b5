// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/html_phrases.h"

#include "archive/base/fold.h"
#include "archive/base/text.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <vector>

namespace indexer {

namespace {

/// Openings of lines, one language a row. Behind the last letter no other letter may follow.
constexpr std::string_view openings[] = {
    // English
    "also read|read also|read more|read:|read next|related:|related article|related articles|"
    "related story|related stories|related coverage|related news|related topics|related content|"
    "see also|see more|more:|more from|more on this|more stories|more about|watch:|"
    "watch now|listen:|photos:|click here|sign up|subscribe|follow us|follow @|share this|"
    "advertisement|- advertisement -|copyright|©|all rights reserved|download the|get the latest|"
    "for the latest stories|for more stories|like us on|join our|don't miss|editor's picks|"
    "you may also|you might also|recommended|most read|most popular|photo:|image:|image credit|"
    "photo credit|photocredit|photocredits|getty images|view comments|view this post|skip to|"
    "continue reading|story continues|article continues|explore further|this article was "
    "originally|"
    "originally published|comments (|leave a comment|tags:|filed under|topics:|posted in|source:|"
    "sources:|via:|next:|previous:|next article|previous article|next post|previous post|"
    "table of contents|contents:|keep reading|up next|sponsored|what to read next|trending now",
    // German
    "lesen sie auch|lesen sie mehr|lesen sie hier|lesen sie dazu|lies auch|lies mehr|mehr zum "
    "thema|"
    "mehr zu diesem thema|mehr dazu|mehr themen|mehr infos|mehr von|mehr aus|noch mehr infos|"
    "auch interessant|auch spannend|das könnte sie auch|das könnte dich auch|"
    "das könnte ihnen auch|das thema könnte dich|das thema könnte sie|ähnliche beiträge|"
    "ähnliche artikel|verwandte artikel|verwandte beiträge|verwandte themen|weitere artikel|"
    "weitere beiträge|weitere themen|weitere meldungen|weitere informationen:|"
    "weitere nachrichten|weiterlesen|weiter zu|weiter zum|... weiter|empfohlene beiträge|"
    "empfohlene artikel|empfohlener redaktioneller inhalt|passend zum artikel|zum thema:|"
    "siehe auch|anzeige:|anzeige,|- anzeige -|anzeige -|*werbung|werbung:|titelbild:|bild:|bilder:|"
    "foto:|fotos:|fotocredit|fotocredits|bildquelle|bildnachweis|quelle:|quellen:|quellenangaben|"
    "inhaltsverzeichnis|kommentar schreiben|kommentare (|diskutieren sie|hinterlasse|"
    "schlagwörter:|schlagworte:|jetzt anmelden|jetzt abonnieren|newsletter|vorschau auf|"
    "nächster artikel|vorheriger artikel|nächster beitrag|vorheriger beitrag|in eigener sache|"
    "möchten sie den artikel teilen|artikel teilen|beitrag teilen|hier geht es zu|hier geht's zu",
    // French
    "lire aussi|à lire aussi|à lire|lire également|lire la suite|a lire sur|voir aussi|pour aller "
    "plus loin|"
    "sur le même sujet|articles liés|à voir aussi|publicité|crédit photo|crédits photo|"
    "en savoir plus|dans la même rubrique|partager cet article|laisser un commentaire|"
    "inscrivez-vous|abonnez-vous|article précédent|article suivant|photo :|source :|sources "
    ":|mots-clés",
    // Spanish
    "lea también|lee también|leer también|lea más|leer más|lee más|le puede interesar|"
    "te puede interesar|te puede gustar|puede interesarle|también te puede|también puede|"
    "puedes ver|puede ver|ver también|mira también|vea también|vea además|más sobre|más "
    "información|más noticias|noticias relacionadas|"
    "notas relacionadas|artículos relacionados|temas relacionados|relacionado:|relacionadas:|"
    "sigue leyendo|seguir leyendo|suscríbete|suscríbase|publicidad|foto:|fuente:|etiquetas:|"
    "compartir en|síguenos|no te pierdas|recomendado|recomendamos|video relacionado|hazte miembro",
    // Portuguese
    "leia também|leia mais|veja também|veja mais|saiba mais|confira também|notícias relacionadas|"
    "matérias relacionadas|artigos relacionados|conteúdo "
    "relacionado|publicidade|compartilhe|inscreva-se|assine|"
    "continue lendo|fonte:|créditos:|siga-nos|comentários (",
    // Italian
    "leggi anche|leggi tutto|leggi di più|continua a leggere|vedi anche|guarda anche|articoli "
    "correlati|"
    "notizie correlate|potrebbe interessarti|ti potrebbe interessare|approfondisci|pubblicità|"
    "iscriviti|condividi|fonte:|foto:|fonte foto",
    // Dutch
    "lees ook|lees meer|lees verder|bekijk ook|zie ook|meer over|gerelateerde "
    "artikelen|advertentie|"
    "foto:|bron:|deel dit artikel|meld je aan",
    // Swedish, Norwegian, Danish, Finnish
    "läs också|läs även|läs mer|läs mera|annons|relaterat|les også|les mer|artikkelen "
    "fortsetter|annonse|"
    "relaterte saker|læs også|læs mere|annonce|relaterede artikler|lue myös|lue lisää|mainos|katso "
    "myös",
    // Polish, Czech, Slovak, Hungarian, Romanian
    "czytaj też|czytaj także|czytaj również|czytaj więcej|czytaj dalej|przeczytaj też|"
    "przeczytaj także|przeczytaj również|przeczytaj|zobacz też|zobacz także|zobacz "
    "również|polecamy|dowiedz się więcej|reklama|źródło:|fot.:|"
    "čtěte také|čtěte více|přečtěte si|mohlo by vás zajímat|související články|související|reklama|"
    "zdroj:|čítajte aj|prečítajte si|olvassa el|kapcsolódó|hirdetés|citește și|citeşte şi|vezi și|"
    "sursa:|articole similare|publicitate",
    // Russian, Ukrainian, Bulgarian, Greek, Turkish
    "читайте также|читать также|читать далее|смотрите также|по теме|реклама|источник:|"
    "фото:|подписывайтесь|читайте також|дивіться також|джерело:|прочетете|още по темата|"
    "διαβάστε επίσης|διαβάστε ακόμη|δείτε επίσης|ayrıca bakınız|ilgili haber|ilgili haberler|"
    "haberin devamı|reklam|kaynak:",
    // Arabic, Persian, Hindi, Indonesian, Vietnamese, Japanese, Korean, Chinese
    "اقرأ أيضا|اقرأ أيضاً|إقرأ أيضا|شاهد أيضا|المصدر:|بیشتر بخوانید|यह भी पढ़ें|ये भी पढ़ें|baca "
    "juga|simak juga|iklan|"
    "sumber:|xem thêm|đọc thêm|関連記事|【関連記事】|【関連】|広告|あわせて読みたい|관련기사|관련 "
    "기사|相关阅读|相关新闻|延伸閱讀|推荐阅读|更多新闻|广告",
};

/// Networks and letters that readers are asked to follow.
constexpr std::string_view networks =
    "facebook|twitter|instagram|whatsapp|telegram|youtube|linkedin|tiktok|threads|bluesky|mastodon|"
    "x.com|newsletter|google news|podcast|flipboard|pinterest|snapchat";

/// Words by which they are asked to.
constexpr std::string_view follow_words =
    "follow|like us|join|subscribe|sign up|signing up|signed up|folge|folgen sie|folgt uns|besuche "
    "uns|abonnier|"
    "abonnez|suivez|retrouvez|síguenos|síguele|sigue|suscr|siga|inscreva|curta|seguici|iscriviti|"
    "volg|følg|följ|seuraa|śledź|obserwuj|sledujte|подпис|підпис|takip|get our|find us|contact "
    "us|visit our|check out our|download";

/// Openings of lines about access and money, whatever follows.
constexpr std::string_view requests[] = {
    "to view the full story|to read the full story|to continue reading|to read more,|"
    "please subscribe|please sign in|please log in|please support|please consider|"
    "already a subscriber|first-time subscribers|if you're already a subscriber|"
    "if you’re already a subscriber|subscribe to|sign up for|sign up to|support our|support us|"
    "support independent|become a member|become a subscriber|get unlimited|"
    "get access to|this post contains|this article contains affiliate|this story contains "
    "affiliate|"
    "we may earn|we earn a commission|when you buy through|"
    "written permission|this article is the copyrighted|the views expressed|"
    "the views and opinions expressed|the opinions expressed|opinions expressed|views expressed|"
    "have a tip|got a tip|have a story|do you have a story|have you got|send us your|tell us what|"
    "our standards:|this material may not be|download our app|download the app",
    "um kommentieren zu können|um diesen artikel|jetzt weiterlesen|dieser beitrag enthält|"
    "dieser artikel enthält|dieser text enthält|hat ihnen dieser artikel|hat dir der "
    "artikel|unterstützen sie uns|"
    "wir verwenden cookies|an dieser stelle findest du|an dieser stelle finden sie|"
    "ich bin damit einverstanden|personenbezogene daten können|alle rechte vorbehalten|"
    "nachdruck|sie möchten|keine termine mehr|nichts mehr verpassen",
    "abonnez-vous|soutenez|cet article est réservé|la suite est réservée|il vous reste|tous droits "
    "réservés",
    "suscríbete|suscríbase|hazte miembro|hazte socio|todos los derechos|regístrate|apoya",
    "assine|todos os direitos|abbonati|sostieni|tutti i diritti|wszelkie prawa",
    "この記事は会員限定|有料会員|会員登録|無断転載|저작권자|무단전재|무단 "
    "전재|ⓒ|版权所有|未经授权|未經授權",
};

/// Folded phrases by their first byte.
using Phrases = std::array<std::vector<std::string>, 256>;

std::size_t first_byte(std::string_view text) {
    return static_cast<unsigned char>(text.front());
}

Phrases folded_rows(std::span<const std::string_view> rows) {
    Phrases phrases;
    for (const auto row : rows) {
        for (const auto phrase : archive::split(row, '|')) {
            auto folded = archive::folded(phrase);
            if (!folded.empty()) phrases[first_byte(folded)].push_back(std::move(folded));
        }
    }
    return phrases;
}

std::vector<std::string> folded_row(std::string_view row) {
    std::vector<std::string> phrases;
    for (const auto phrase : archive::split(row, '|')) phrases.push_back(archive::folded(phrase));
    return phrases;
}

/// As archive::folded(), for most lines without asking Unicode; `line` is trimmed.
std::string folded(std::string_view line) {
    const bool ascii = std::all_of(line.begin(), line.end(),
                                   [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    return ascii ? archive::ascii_lower(line) : archive::folded(line);
}

bool letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/// Whether the text begins with a phrase that is not cut off inside a word.
bool begins_with_one(std::string_view text, const Phrases& phrases) {
    if (text.empty()) return false;
    const auto& same_letter = phrases[first_byte(text)];
    return std::any_of(same_letter.begin(), same_letter.end(), [&](const std::string& phrase) {
        if (text.substr(0, phrase.size()) != phrase) return false;
        const bool whole = text.size() == phrase.size() || !letter(phrase.back());
        return whole || !letter(text[phrase.size()]);
    });
}

bool holds_one(std::string_view text, const std::vector<std::string>& phrases) {
    return std::any_of(phrases.begin(), phrases.end(), [&](const std::string& phrase) {
        return text.find(phrase) != std::string_view::npos;
    });
}

}  // namespace

bool tells_origin(std::string_view line) {
    constexpr std::size_t longest = 400;
    constexpr std::array<std::pair<std::string_view, std::string_view>, 11> notes{{
        {"the post ", " appeared first on "},
        {"der beitrag ", " erschien zuerst auf "},
        {"l'article ", " est apparu en premier sur "},
        {"l’article ", " est apparu en premier sur "},
        {"cet article ", " est apparu en premier sur "},
        {"la entrada ", " primero en "},
        {"l'articolo ", " proviene da "},
        {"l’articolo ", " proviene da "},
        {"o post ", " apareceu primeiro em "},
        {"het bericht ", " verscheen eerst op "},
        {"inlagget ", " dok forst upp pa "},
    }};
    if (line.size() > longest) return false;
    const std::string text = folded(line);
    return std::any_of(notes.begin(), notes.end(), [&](const auto& note) {
        return text.starts_with(note.first) && text.find(note.second) != std::string::npos;
    });
}

bool points_elsewhere(std::string_view line) {
    static const Phrases phrases = folded_rows(openings);
    constexpr std::size_t longest = 300;
    constexpr std::size_t compared = 64;
    if (line.size() > longest) return false;
    return begins_with_one(folded(archive::cut(line, compared)), phrases);
}

bool asks_reader(std::string_view line) {
    static const Phrases asking = folded_rows(requests);
    static const std::vector<std::string> named = folded_row(networks);
    static const std::vector<std::string> following = folded_row(follow_words);
    constexpr std::size_t longest = 400;
    constexpr std::size_t longest_invitation = 240;
    if (line.size() > longest) return false;
    const std::string text = folded(line);
    if (begins_with_one(text, asking)) return true;
    return text.size() <= longest_invitation && holds_one(text, named)
           && holds_one(text, following);
}

}  // namespace indexer
