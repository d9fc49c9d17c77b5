// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/line_phrases.h"

#include "indexer/extract/line_shape.h"

#include <algorithm>
#include <array>
#include <span>

namespace indexer {

namespace {

using Phrases = std::span<const std::string_view>;

constexpr std::array<std::string_view, 36> credit_openings{
    "reporting by",
    "reporting and writing by",
    "additional reporting",
    "writing by",
    "editing by",
    "compiled by",
    "with inputs from",
    "with input from",
    "with agency inputs",
    "with agencies",
    "inputs from",
    "translated by",
    "edited by",
    "this story was originally published",
    "this story was first published",
    "this report was",
    "this story has been published from a wire",
    "this article was produced",
    "this article was first published",
    "the above article",
    "source:",
    "sources:",
    "agencies/",
    "with reporting from",
    "contributed to this report",
    "- with inputs",
    "except for the headline",
    "published by:",
    "produced by",
    "our standards: the thomson",
    "the associated press contributed",
    "reuters contributed",
    "afp contributed",
    "mit material von",
    "avec afp",
    "con información de",
};

constexpr std::array<std::string_view, 36> pointer_openings{
    "also read",
    "read also",
    "read more",
    "read:",
    "read |",
    "also see",
    "see also",
    "related:",
    "related |",
    "watch |",
    "watch:",
    "must read",
    "more:",
    "don't miss",
    "recommended:",
    "also watch",
    "read next",
    "see more",
    "you may also like",
    "lire aussi",
    "à lire aussi",
    "À lire aussi",
    "lesen sie auch",
    "lee también",
    "leia também",
    "leggi anche",
    "lees ook",
    "läs också",
    "les også",
    "læs også",
    "\u25ba",
    "trending |",
    "explained |",
    "in pics",
    "opinion |",
    "live updates",
};

constexpr std::array<std::string_view, 68> promo_openings{
    "follow us on",
    "follow us @",
    "follow our",
    "subscribe to our",
    "subscribe now",
    "sign up for",
    "sign up to",
    "download the app",
    "download our",
    "click here",
    "join our",
    "get the latest",
    "like us on",
    "stay updated",
    "stay informed",
    "catch all the",
    "for more news",
    "for all the latest",
    "unlock a world of",
    "share this",
    "copyright ©",
    "copyright (c)",
    "© 20",
    "©20",
    "© 19",
    "all rights reserved",
    "first published:",
    "disclaimer:",
    "skip to main",
    "terms of use",
    "privacy policy",
    "published in dawn",
    "check out our",
    "continue reading",
    "share on facebook",
    "share on twitter",
    "share on x",
    "share on whatsapp",
    "share on linkedin",
    "share via ",
    "share by email",
    "auf facebook teilen",
    "auf twitter teilen",
    "teilen auf",
    "artikel teilen",
    "folgen sie uns",
    "abonnieren sie",
    "jetzt abonnieren",
    "alle rechte vorbehalten",
    "partager sur",
    "partager cet article",
    "suivez-nous",
    "abonnez-vous",
    "inscrivez-vous à",
    "tous droits réservés",
    "compartir en",
    "síguenos en",
    "sigue leyendo",
    "suscríbete",
    "suscribirse a",
    "todos los derechos reservados",
    "condividi su",
    "seguici su",
    "iscriviti alla",
    "tutti i diritti riservati",
    "siga-nos",
    "assine a",
    "todos os direitos reservados",
};

/// Found anywhere in a short line.
constexpr std::array<std::string_view, 4> promo_words{"whatsapp channel", "telegram channel",
                                                      "news alerts", "all rights reserved"};

/// Found in a line that ends no sentence, once the body has begun.
/// What a paper says of its own work, in a line that begins with "follow": "Follow AP's coverage
/// of the storm at ...".
constexpr std::array<std::string_view, 5> followed{"coverage", " on twitter", " on x ",
                                                   " on facebook", " on instagram"};

/// The whole of a line that a press or its agencies put below a story.
constexpr std::array<std::string_view, 10> end_marks{
    "-30-", "—30—", "- 30 -", "–30–", "# # #", "###", "-ends-", "- ends -", "(ends)", "[ends]",
};

constexpr std::array<std::string_view, 14> promo_labels{
    "newsletter",       "cookie",
    "comments",         "advertisement",
    "terms of use",     "privacy policy",
    "subscribe to",     "sign up",
    "log in",           "download the",
    "continue reading", "share this",
    "get more",         "like us on facebook",
};

constexpr std::array<std::string_view, 24> caption_openings{
    "file photo",    "photo:",
    "photo by",      "photos by",
    "(photo",        "image:",
    "picture:",      "image credit",
    "photo credit",  "representational image",
    "file image",    "file pic",
    "pic:",          "representative image",
    "image source",  "illustration:",
    "video:",        "(file photo",
    "archivfoto",    "foto:",
    "[photo",        "bild:",
    "handout photo", "courtesy photo",
};

/// What a caption holds somewhere, when the line also names a picture or its source.
constexpr std::array<std::string_view, 16> caption_words{
    "reuters/",      "afp via getty", "via reuters",         "getty images",
    "/afp",          "(ap photo",     "ap photo/",           "file photo",
    "in this photo", "in this image", "this photo released", "photo released by",
    "/shutterstock", "handout",       "| photo credit",      "screengrab",
};

constexpr std::array<std::string_view, 5> picture_words{"photo", "getty", "reuters", "afp",
                                                        "shutterstock"};

constexpr std::array<std::string_view, 57> tail_lines{
    "others also read",
    "related stories",
    "related news",
    "related articles",
    "related coverage",
    "more stories",
    "most read",
    "most popular",
    "trending",
    "trending now",
    "top stories",
    "latest news",
    "you may also like",
    "recommended",
    "recommended for you",
    "read more",
    "more from this section",
    "related topics",
    "what to read next",
    "popular",
    "editor's picks",
    "editors' picks",
    "you might also like",
    "more news",
    "also read",
    "latest stories",
    "more to read",
    "keep reading",
    "up next",
    "from around the web",
    "sponsored links",
    "around the web",
    "suggested for you",
    "related",
    "more on this story",
    "mehr zum thema",
    "das könnte sie auch interessieren",
    "das könnte dich auch interessieren",
    "auch interessant",
    "weitere artikel",
    "weitere themen",
    "weitere nachrichten",
    "meistgelesen",
    "meistgelesene artikel",
    "articles les plus lus",
    "les plus lus",
    "sur le même sujet",
    "lo más leído",
    "lo más visto",
    "más noticias",
    "noticias relacionadas",
    "te puede interesar",
    "también te puede interesar",
    "le più lette",
    "potrebbe interessarti",
    "mais lidas",
    "meest gelezen",
};

constexpr std::array<std::string_view, 7> tail_openings{
    "next in ",        "more in ",      "more from ", "latest in ",
    "top stories in ", "read more in ", "also in ",
};

constexpr std::array<std::string_view, 36> published_openings{
    "date:",
    "date ",
    "published on:",
    "published on ",
    "published at ",
    "published:",
    "published ",
    "posted on:",
    "posted on ",
    "posted:",
    "posted ",
    "publié le ",
    "veröffentlicht am ",
    "veröffentlicht:",
    "erstellt am ",
    "publicado el ",
    "publicado em ",
    "publicado:",
    "pubblicato il ",
    "gepubliceerd op ",
    "stand:",
    "опубликовано",
    "publié:",
    "publié :",
    "mis en ligne le ",
    "pubblicato:",
    "gepubliceerd:",
    "publicerad ",
    "publicerad:",
    "publisert ",
    "publiceret ",
    "udgivet ",
    "julkaistu ",
    "opublikowano",
    "publikováno",
    "megjelent",
};

constexpr std::array<std::string_view, 25> updated_openings{
    "updated on:",      "updated on ",      "updated at ",   "updated:",       "updated ",
    "last updated:",    "last updated on ", "last updated ", "last modified:", "last modified on ",
    "aktualisiert am ", "mis à jour le ",   "actualizado:",  "aggiornato il ", "aktualisiert:",
    "actualizado el ",  "atualizado em ",   "atualizado:",   "bijgewerkt",     "uppdaterad",
    "oppdatert",        "opdateret",        "päivitetty",    "aktualizacja",   "обновлено",
};

bool starts(std::string_view text, std::string_view begin) {
    return text.size() >= begin.size() && text.front() == begin.front()
           && text.substr(0, begin.size()) == begin;
}

bool starts_with_one(std::string_view text, Phrases phrases) {
    return std::any_of(phrases.begin(), phrases.end(),
                       [text](std::string_view phrase) { return starts(text, phrase); });
}

bool holds_one(std::string_view text, Phrases phrases) {
    return std::any_of(phrases.begin(), phrases.end(), [text](std::string_view phrase) {
        return text.find(phrase) != std::string_view::npos;
    });
}

std::size_t length_of_one(std::string_view text, Phrases phrases) {
    for (const auto phrase : phrases) {
        if (starts(text, phrase)) return phrase.size();
    }
    return 0;
}

/// Whether what follows a pointer's opening sets a headline off: "Read more: ...", not "Read more
/// than a hundred books this year."
bool sets_off(std::string_view rest) {
    const auto at = rest.find_first_not_of(' ');
    if (at == std::string_view::npos) return true;
    constexpr std::string_view marks = ":|->(";
    return marks.find(rest[at]) != std::string_view::npos
           || static_cast<unsigned char>(rest[at]) >= 0x80;
}

}  // namespace

bool is_credit(std::string_view lower) {
    constexpr std::size_t longest = 600;
    constexpr std::size_t longest_note = 200;
    if (lower.empty() || lower.size() >= longest) return false;
    const auto opened = lower.front() == '(' || lower.front() == '[' ? lower.substr(1) : lower;
    if (starts_with_one(opened, credit_openings)) return true;
    constexpr std::string_view contributed = "contributed to this report";
    return lower.size() < longest_note && lower.find(contributed) != std::string_view::npos;
}

bool is_pointer(std::string_view lower) {
    constexpr std::size_t longest = 260;
    if (lower.size() >= longest) return false;
    for (const auto opening : pointer_openings) {
        if (!starts(lower, opening)) continue;
        constexpr std::string_view marks = ":|";
        const bool marked = marks.find(opening.back()) != std::string_view::npos;
        return marked || sets_off(lower.substr(opening.size())) || !ends_sentence(lower);
    }
    return false;
}

bool is_promo(std::string_view lower, bool in_body) {
    constexpr std::size_t longest = 240;
    constexpr std::size_t longest_label = 140;
    if (lower.size() >= longest) return false;
    if (starts_with_one(lower, promo_openings) || holds_one(lower, promo_words)) return true;
    if (in_body && (lower == "advertisement" || lower == "comments")) return true;
    if (in_body && std::find(end_marks.begin(), end_marks.end(), lower) != end_marks.end()) {
        return true;
    }
    if (in_body && starts(lower, "follow ") && holds_one(lower, followed)) return true;
    return in_body && lower.size() < longest_label && !ends_sentence(lower)
           && holds_one(lower, promo_labels);
}

bool is_caption(std::string_view lower) {
    constexpr std::size_t longest = 420;
    if (starts_with_one(lower, caption_openings)) return true;
    if (lower.size() >= longest) return false;
    return holds_one(lower, picture_words) && holds_one(lower, caption_words)
           && lower.find("\" ") == std::string_view::npos;
}

bool is_tail_marker(std::string_view lower) {
    constexpr std::size_t longest = 50;
    while (!lower.empty() && (lower.back() == ':' || lower.back() == ' ')) lower.remove_suffix(1);
    if (lower.empty() || lower.size() > longest) return false;
    return std::find(tail_lines.begin(), tail_lines.end(), lower) != tail_lines.end()
           || (starts_with_one(lower, tail_openings) && !ends_sentence(lower));
}

std::size_t published_opening(std::string_view lower) {
    return length_of_one(lower, published_openings);
}

std::size_t updated_opening(std::string_view lower) {
    return length_of_one(lower, updated_openings);
}

}  // namespace indexer
