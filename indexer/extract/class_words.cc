// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/class_words.h"

#include <array>

namespace indexer {

namespace {

/// Single words that mark furniture.
constexpr std::array<std::string_view, 183> furniture_words{
    "comment",
    "comments",
    "disqus",
    "share",
    "sharing",
    "shares",
    "sharebar",
    "sharetools",
    "social",
    "related",
    "recommended",
    "recommendation",
    "recommendations",
    "recirc",
    "recirculation",
    "newsletter",
    "newsletters",
    "subscribe",
    "subscription",
    "subscriptions",
    "promo",
    "promos",
    "promoted",
    "promotion",
    "ad",
    "ads",
    "advert",
    "adverts",
    "advertisement",
    "advertising",
    "adsense",
    "sponsor",
    "sponsored",
    "sponsors",
    "sidebar",
    "sidebars",
    "footer",
    "nav",
    "navbar",
    "navigation",
    "menu",
    "submenu",
    "breadcrumb",
    "breadcrumbs",
    "byline",
    "bylines",
    "caption",
    "captions",
    "figcaption",
    "credit",
    "credits",
    "tags",
    "taglist",
    "tagcloud",
    "cookie",
    "cookies",
    "consent",
    "gdpr",
    "paywall",
    "popup",
    "modal",
    "toolbar",
    "widget",
    "widgets",
    "popular",
    "trending",
    "outbrain",
    "taboola",
    "follow",
    "copyright",
    "pagination",
    "pager",
    "readmore",
    "teaser",
    "teasers",
    "carousel",
    "slideshow",
    "signup",
    "login",
    "signin",
    "register",
    "print",
    "printfooter",
    "rating",
    "ratings",
    "poll",
    "survey",
    "quiz",
    "skip",
    "banner",
    "masthead",
    "topbar",
    "bio",
    "authorbox",
    "timestamp",
    "donate",
    "donation",
    "whatsapp",
    "jp",
    "sharedaddy",
    "invisible",
    "offscreen",
    "catlinks",
    "editsection",
    "mostread",
    "mostpopular",
    "seealso",
    "alsoread",
    "relatedposts",
    "postmeta",
    "metadata",
    "metainfo",
    "abo",
    "kommentare",
    "kommentar",
    "teilen",
    "werbung",
    "anzeige",
    "verwandt",
    "feedback",
    "reply",
    "respond",
    "trackback",
    "trackbacks",
    "infobox",
    "navbox",
    "noprint",
    "crumbs",
    "crumb",
    "sharethis",
    "addthis",
    "addtoany",
    "livefyre",
    "correlati",
    "commentaires",
    "partager",
    "articlemeta",
    "byl",
    "contrib",
    "author",
    "authors",
    "callout",
    "cta",
    "upsell",
    "meter",
    "piano",
    "tooltip",
    "dropdown",
    "hidden",
    "overlay",
    "lightbox",
    "gallery",
    "thumb",
    "thumbnail",
    "icon",
    "icons",
    "video",
    "player",
    "audio",
    "vcard",
    "profile",
    "timeline",
    "ticker",
    "partner",
    "partners",
    "affiliate",
    "disclaimer",
    "contact",
    "download",
    "downloads",
    "syndication",
    "reprint",
    "reprints",
    "attribution",
    "kicker",
    "eyebrow",
    "publishdate",
    "pubdate",
    "posted",
    "published",
    "date",
    "datetime",
    "time",
};

/// Two words in a row that mark furniture.
constexpr std::array<std::string_view, 73> furniture_pairs{
    "read more",      "most read",     "also read",       "sign up",         "up next",
    "more from",      "you may",       "may like",        "read next",       "see also",
    "more stories",   "more on",       "sr only",         "screen reader",   "visually hidden",
    "print only",     "entry meta",    "post meta",       "article meta",    "story meta",
    "article info",   "post info",     "article tools",   "entry footer",    "post footer",
    "article footer", "story footer",  "author box",      "about author",    "article tags",
    "post tags",      "entry tags",    "tag list",        "tag cloud",       "link list",
    "article list",   "news list",     "top stories",     "latest news",     "whats next",
    "keep reading",   "next article",  "inline link",     "in other",        "mail list",
    "email signup",   "image caption", "wp caption",      "photo credit",    "article date",
    "post date",      "entry date",    "further reading", "related content", "recommended articles",
    "article header", "entry header",  "post header",     "story header",    "page header",
    "site header",    "load more",     "show more",       "view more",       "jump to",
    "table of",       "of contents",   "ad container",    "ad slot",         "ad wrapper",
    "google auto",    "back to",       "wm ipp",
};

/// Words and pairs that mark the text of an article.
constexpr std::array<std::string_view, 57> article_words{
    "article body",    "article content", "article text",  "story body",       "story content",
    "story text",      "entry content",   "post content",  "post body",        "post text",
    "body text",       "body copy",       "body content",  "content body",     "articlebody",
    "storybody",       "article copy",    "main text",     "node content",     "field body",
    "article story",   "rich text",       "text content",  "article bodytext", "content article",
    "content text",    "artikel text",    "article main",  "single content",   "news content",
    "news text",       "news body",       "td post",       "story main",       "detail text",
    "detail content",  "page content",    "articletext",   "articlecontent",   "storytext",
    "storycontent",    "postcontent",     "entrycontent",  "post entry",       "entry body",
    "blog content",    "content core",    "body field",    "body main",        "post article",
    "articulo cuerpo", "texte article",   "article corps", "zn body",          "paragraph text",
    "e content",       "hentry content",
};

bool white(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

}  // namespace

ClassWords::ClassWords(std::string_view classes, std::string_view id) {
    letters_.reserve(2 * (classes.size() + id.size()) + 4);
    cut(classes);
    begin_name();
    cut(id);
}

/// Names that stand apart are parted by '|', so that no pair is made of two of them.
void ClassWords::begin_name() {
    if (words_.empty() || words_.back().first == words_.back().last) return;
    words_.push_back({letters_.size(), letters_.size()});
    letters_ += '|';
}

void ClassWords::cut(std::string_view names) {
    std::size_t first = letters_.size();
    const auto end_word = [&] {
        if (letters_.size() > first) {
            words_.push_back({first, letters_.size()});
            letters_ += ' ';
        }
        first = letters_.size();
    };
    for (std::size_t i = 0; i < names.size(); ++i) {
        const char c = names[i];
        const bool upper = c >= 'A' && c <= 'Z';
        const bool lower = (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
        if (upper) {
            if (i > 0 && names[i - 1] >= 'a' && names[i - 1] <= 'z') end_word();
            letters_ += static_cast<char>(c - 'A' + 'a');
        } else if (lower) {
            letters_ += c;
        } else if (c < '0' || c > '9') {
            end_word();
            if (white(c)) begin_name();
            first = letters_.size();
        }
    }
    end_word();
}

bool ClassWords::has(std::string_view word) const {
    for (const auto& one : words_) {
        if (view(one.first, one.last) == word) return true;
    }
    return false;
}

bool ClassWords::has_any(const WordSet& known) const {
    for (const auto& one : words_) {
        if (one.first != one.last && known.count(view(one.first, one.last)) > 0) return true;
    }
    return false;
}

ClassReading ClassWords::reading() const {
    static const WordSet furniture(furniture_words.begin(), furniture_words.end());
    static const WordSet furniture_two(furniture_pairs.begin(), furniture_pairs.end());
    static const WordSet article(article_words.begin(), article_words.end());
    ClassReading found;
    for (std::size_t i = 0; i < words_.size(); ++i) {
        if (words_[i].first == words_[i].last) continue;
        const auto word = view(words_[i].first, words_[i].last);
        if (furniture.count(word) > 0) ++found.furniture;
        if (article.count(word) > 0) ++found.article;
        if (i + 1 == words_.size() || words_[i + 1].first == words_[i + 1].last) continue;
        const auto pair = view(words_[i].first, words_[i + 1].last);
        if (furniture_two.count(pair) > 0) ++found.furniture;
        if (article.count(pair) > 0) ++found.article;
    }
    return found;
}

}  // namespace indexer
