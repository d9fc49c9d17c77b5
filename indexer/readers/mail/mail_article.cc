// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/mail/mail_article.h"

#include "archive/base/fold.h"
#include "archive/base/limits.h"
#include "archive/base/text.h"
#include "indexer/analysis/dates.h"
#include "indexer/extract/extract.h"
#include "indexer/extract/saved_pages.h"
#include "indexer/readers/exports/press_document.h"
#include "indexer/readers/mail/mail_text.h"
#include "indexer/readers/mail/newsletter.h"
#include "indexer/readers/stated_fields.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace indexer {

namespace {

using archive::Article;
using archive::Error;
using archive::ErrorCode;
using archive::ZoneKind;

/// The subject without "Re:", "Fwd:" and what other programs write for them.
std::string_view without_prefixes(std::string_view subject) {
    constexpr std::array<std::string_view, 10> prefixes{
        "re:", "fwd:", "fw:", "aw:", "wg:", "tr:", "rv:", "sv:", "vs:", "antw:"};
    for (bool found = true; found;) {
        found = false;
        subject = archive::trimmed(subject);
        const std::string lower = archive::ascii_lower(subject.substr(0, 8));
        for (const auto prefix : prefixes) {
            if (!lower.starts_with(prefix)) continue;
            subject.remove_prefix(prefix.size());
            found = true;
            break;
        }
    }
    return subject;
}

/// "Courier Briefing" of "Courier Briefing <briefing.courier.example>", else what is in brackets.
std::string list_name(std::string_view list_id) {
    const auto bracket = list_id.find('<');
    auto phrase = archive::trimmed(list_id.substr(0, bracket));
    if (phrase.size() > 1 && phrase.front() == '"' && phrase.back() == '"') {
        phrase = phrase.substr(1, phrase.size() - 2);
    }
    if (!phrase.empty() || bracket == std::string_view::npos) return std::string(phrase);
    const auto end = list_id.find('>', bracket);
    return std::string(archive::trimmed(list_id.substr(bracket + 1, end - bracket - 1)));
}

/// "courier.example" of "desk@mail.courier.example".
std::string domain_of(std::string_view address) {
    constexpr std::array<std::string_view, 9> servers{
        "mail.", "email.", "news.", "newsletter.", "newsletters.", "e.", "em.", "info.", "mailer."};
    const auto at = address.rfind('@');
    if (at == std::string_view::npos) return {};
    std::string domain = archive::ascii_lower(address.substr(at + 1));
    for (const auto server : servers) {
        if (!domain.starts_with(server)) continue;
        // "mail.com.au" is no server of "com.au".
        constexpr std::size_t shortest_name = 4;
        const auto dot = domain.find('.', server.size());
        if (dot != std::string::npos && dot - server.size() >= shortest_name) {
            domain.erase(0, server.size());
        }
    }
    return domain;
}

/// Whether an address is that of an office: "newsletter@...", "no-reply@...".
bool is_office(std::string_view address) {
    constexpr std::array<std::string_view, 17> offices{
        "news",  "newsletter", "newsletters", "noreply",  "no-reply", "donotreply",
        "info",  "hello",      "alerts",      "alert",    "briefing", "redaktion",
        "press", "presse",     "editor",      "mailings", "service"};
    const std::string local = archive::ascii_lower(address.substr(0, address.find('@')));
    return std::find(offices.begin(), offices.end(), local) != offices.end();
}

/// The name of a person who sent it; empty for an outlet or a list.
std::string sender(const MailMessage& message, const std::string& source) {
    std::string name = message.from_name;
    for (const std::string_view behind : {" via ", " ("}) {
        const auto at = name.find(behind);
        if (at != std::string::npos) name.resize(at);
    }
    if (name.empty() || name.find('@') != std::string::npos || is_office(message.from_address)) {
        return {};
    }
    if (message.to_many && message.list_id.empty()) return {};
    const std::string own = archive::folded_words(name);
    const std::string outlet = archive::folded_words(source);
    const bool same =
        outlet.find(own) != std::string::npos || own.find(outlet) != std::string::npos;
    return !outlet.empty() && same ? std::string() : name_in_order(name);
}

StatedFields stated_of(const MailMessage& message) {
    StatedFields stated;
    stated.external_id = message.id;
    stated.title = without_prefixes(message.subject);
    stated.language = message.language;
    const bool outlet = message.to_many || is_office(message.from_address);
    stated.source = list_name(message.list_id);
    if (stated.source.empty() && outlet) stated.source = message.from_name;
    if (stated.source.empty() || stated.source.find('@') != std::string::npos) {
        stated.source = domain_of(message.from_address);
    }
    stated.byline = sender(message, stated.source);
    DateHints hints;
    hints.basis = archive::Basis::field;
    stated.published = parse_written_date(message.date, hints);
    return stated;
}

void add_furniture(Article& article, std::string_view text) {
    std::string lines;
    for (const auto raw : archive::split(text, '\n')) {
        const std::string line = one_line(raw);
        if (line.empty()) continue;
        if (!lines.empty()) lines += '\n';
        lines += line;
    }
    if (lines.empty()) return;
    if (!article.zones.empty() && article.zones.back().kind == ZoneKind::furniture) {
        article.zones.back().text += "\n" + lines;
    } else {
        article.zones.push_back({ZoneKind::furniture, lines});
    }
}

/// The text parts as one article; a page is read as such, unless it hides what its plain version
/// says.
archive::Result<Article> article_of(const MailMessage& message, bool titled) {
    Article article;
    MailWords words;
    bool page = false;
    for (const auto& part : message.texts) {
        if (!part.html) {
            auto more = mail_words(part);
            words.text += words.text.empty() ? "" : "\n\n";
            words.text += more.text;
            words.added += more.added;
        } else if (!page) {
            auto read = article_from_html(part.text, {});
            if (!read && read.error().code != ErrorCode::article_empty) return read;
            if (!read) continue;
            constexpr std::size_t plainly_more = 3;
            const auto body = archive::body_text(*read).size();
            if (message.plain.size() > plainly_more * (body + 64)) {
                auto more = mail_words({message.plain, false, false, false});
                words.text += more.text;
                words.added += more.added;
            } else {
                article = *std::move(read);
                page = true;
            }
        }
    }
    if (!archive::trimmed(words.text).empty()) {
        Article text = article_from_text(words.text);
        if (titled) keep_as_body(text);
        if (page) {
            article.zones.insert(article.zones.end(), text.zones.begin(), text.zones.end());
        } else {
            article = std::move(text);
        }
    }
    add_furniture(article, words.added);
    return article;
}

std::vector<Article> digest_articles(const Digest& digest, const StatedFields& common) {
    std::vector<Article> articles;
    for (const auto& item : digest.items) {
        const std::string number = std::to_string(articles.size() + 1);
        StatedFields stated = common;
        if (!stated.external_id.empty()) stated.external_id += "#" + number;
        stated.title = item.title;
        stated.url = item.url;
        stated.byline.clear();
        Article article = article_from_text(item.text);
        keep_as_body(article);
        merge_stated(article, stated);
        article.other.emplace_back("newsletter", common.title);
        if (articles.empty()) add_furniture(article, digest.above);
        articles.push_back(std::move(article));
    }
    add_furniture(articles.back(), digest.below);
    return articles;
}

/// A page that a browser saved: the day of the message is the one on which it did.
archive::Result<Article> article_of_page(const MailMessage& message, const MailText& page) {
    const auto saved = parse_written_date(message.date, {});
    const auto latest = saved ? saved->span.last + 1 : archive::last_day_ever;
    auto article = article_from_html(page.text, original_address(message.page_address), latest);
    if (article && saved) article->other.emplace_back("saved", message.date);
    return article;
}

}  // namespace

archive::Result<std::vector<Article>> mail_articles(const MailMessage& message) {
    const auto page = std::find_if(message.texts.begin(), message.texts.end(),
                                   [](const MailText& text) { return text.html; });
    if (message.saved_page && page != message.texts.end()) {
        auto article = article_of_page(message, *page);
        if (!article) return article.error();
        return std::vector<Article>{*std::move(article)};
    }
    const StatedFields stated = stated_of(message);
    std::size_t bytes = 0;
    for (const auto& part : message.texts) bytes += part.text.size();
    if (bytes > archive::limits::article_bytes) {
        return Error{
            ErrorCode::article_too_large,
            "a text of more than " + std::to_string(archive::limits::article_bytes >> 20U) + " MiB",
            {},
            {}};
    }
    if (message.texts.size() == 1 && message.texts.front().html) {
        if (const auto digest = digest_of(message.texts.front().text)) {
            return digest_articles(*digest, stated);
        }
    }
    auto article = article_of(message, !stated.title.empty());
    if (!article) return article.error();
    if (article->zones.empty() && stated.title.empty()) {
        return Error{ErrorCode::article_empty, "neither a subject nor a text", {}, {}};
    }
    merge_stated(*article, stated);
    if (stated.title != message.subject) article->other.emplace_back("subject", message.subject);
    return std::vector<Article>{*std::move(article)};
}

}  // namespace indexer
