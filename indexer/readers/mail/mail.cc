// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/mail/mail.h"

#include "archive/base/limits.h"
#include "archive/base/text.h"
#include "indexer/readers/exports/pieces.h"
#include "indexer/readers/mail/mail_article.h"
#include "indexer/readers/mail/message.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace indexer {

namespace {

using archive::Error;
using archive::ErrorCode;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// "From ann@example.org Sat Nov 21 18:30:38 2026": sender, clock time and year.
bool is_mailbox_line(std::string_view line) {
    constexpr std::size_t longest = 300;
    if (!line.starts_with("From ") || line.size() > longest) return false;
    const auto colon = line.find(':');
    if (colon == std::string_view::npos || colon + 1 >= line.size()) return false;
    if (!is_digit(line[colon - 1]) || !is_digit(line[colon + 1])) return false;
    const auto words = archive::split(line, ' ');
    return std::any_of(words.begin(), words.end(), [](std::string_view word) {
        word = archive::trimmed(word);
        constexpr std::size_t year = 4;
        return word.size() == year && std::all_of(word.begin(), word.end(), is_digit);
    });
}

/// Pieces' NextStart: a "From " line below a blank one.
std::size_t next_message(std::string_view text, std::size_t from, bool ended) {
    while (const auto line = whole_line(text, from, ended)) {
        const auto before = text.substr(0, line->first);
        const bool blank =
            before.size() < 2 || before.ends_with("\n\n") || before.ends_with("\n\r\n");
        if (blank && is_mailbox_line(line->text)) return line->first;
        from = line->last;
    }
    return std::string_view::npos;
}

/// The "From " line goes, and the '>' that mailboxes put before such words in a text.
std::string out_of_mailbox(std::string_view piece) {
    if (piece.starts_with("From ")) {
        piece.remove_prefix(std::min(piece.find('\n'), piece.size() - 1) + 1);
    }
    std::string message;
    message.reserve(piece.size());
    while (!piece.empty()) {
        const auto end = std::min(piece.find('\n'), piece.size() - 1) + 1;
        auto line = piece.substr(0, end);
        const auto text = line.find_first_not_of('>');
        if (text != std::string_view::npos && text > 0 && line.substr(text).starts_with("From ")) {
            line.remove_prefix(1);
        }
        message += line;
        piece.remove_prefix(end);
    }
    return message;
}

class Messages {
public:
    Messages(const Origin& origin, const RecordSink& sink) : origin_(origin), sink_(sink) {}

    bool take(const Pieces::Piece& piece, bool mailbox) {
        ++record_;
        if (piece.too_long) {
            return rejected({ErrorCode::article_too_large,
                             "a message of more than "
                                 + std::to_string(archive::limits::container_entry_bytes >> 20U)
                                 + " MiB",
                             {},
                             {}});
        }
        const std::string bytes = mailbox ? out_of_mailbox(piece.text) : std::string(piece.text);
        // Some programs write blank lines in front of the headers.
        const auto begin = std::min(bytes.find_first_not_of(" \t\r\n"), bytes.size());
        return message(read_message(std::string_view(bytes).substr(begin)));
    }

private:
    bool message(const MailMessage& mail) {
        auto articles = mail_articles(mail);
        const bool wrapper = mail.texts.empty() && !mail.inner.empty();
        if (!articles) {
            if (!wrapper && !rejected(articles.error())) return false;
        } else if (!wrapper) {
            for (auto& each : *articles) {
                if (!article(std::move(each))) return false;
            }
        }
        for (const auto& attachment : mail.attachments) {
            if (!skipped("attachment: " + attachment)) return false;
        }
        return std::all_of(mail.inner.begin(), mail.inner.end(),
                           [&](const MailMessage& inner) { return message(inner); });
    }

    bool article(archive::Article article) {
        Record record;
        record.record = record_;
        record.article = std::move(article);
        record.article.provenance.path = origin_.path;
        record.article.provenance.record = record_;
        record.article.provenance.reader = "mail";
        return sink_(std::move(record));
    }

    bool rejected(Error error) {
        Record record;
        record.kind = Record::Kind::rejected;
        record.record = record_;
        record.error = std::move(error);
        return sink_(std::move(record));
    }

    bool skipped(std::string note) {
        Record record;
        record.kind = Record::Kind::skipped;
        record.record = record_;
        record.note = std::move(note);
        return sink_(std::move(record));
    }

    const Origin& origin_;
    const RecordSink& sink_;
    std::uint64_t record_ = 0;
};

/// Header lines before a blank one, among them some that only mail has.
bool has_mail_headers(std::string_view head) {
    constexpr std::array<std::string_view, 11> mail_only{"message-id",
                                                         "mime-version",
                                                         "received",
                                                         "return-path",
                                                         "delivered-to",
                                                         "x-received",
                                                         "in-reply-to",
                                                         "list-id",
                                                         "list-unsubscribe",
                                                         "dkim-signature",
                                                         "content-transfer-encoding"};
    constexpr std::array<std::string_view, 4> usual{"from", "to", "subject", "date"};
    constexpr std::size_t fewest = 3;
    std::size_t headers = 0;
    std::size_t usual_found = 0;
    bool mail = false;
    bool address = false;
    for (const auto line : archive::split(head, '\n')) {
        if (archive::trimmed(line).empty()) {
            if (headers > 0) break;
            continue;
        }
        if (headers > 0 && (line.starts_with(' ') || line.starts_with('\t'))) continue;
        const auto colon = line.find(':');
        if (colon == std::string_view::npos
            || line.substr(0, colon).find(' ') != std::string_view::npos) {
            return false;
        }
        ++headers;
        const std::string name = archive::ascii_lower(line.substr(0, colon));
        mail = mail || std::find(mail_only.begin(), mail_only.end(), name) != mail_only.end();
        if (std::find(usual.begin(), usual.end(), name) != usual.end()) ++usual_found;
        address = address || (name == "from" && line.find('@') != std::string_view::npos);
    }
    return headers >= fewest && (mail || (address && usual_found >= usual.size()));
}

}  // namespace

bool MailReader::recognises(std::string_view head) const {
    if (head.starts_with("\xef\xbb\xbf")) head.remove_prefix(3);
    const auto first = archive::trimmed(head.substr(0, head.find('\n')));
    if (is_mailbox_line(first)) return head.find(':', head.find('\n')) != std::string_view::npos;
    return has_mail_headers(head);
}

void MailReader::read(Bytes& bytes, const Origin& origin, const RecordSink& sink) const {
    const bool mailbox = bytes.head().starts_with("From ");
    const NextStart nowhere = [](std::string_view, std::size_t, bool) {
        return std::string_view::npos;
    };
    Pieces pieces(bytes, mailbox ? next_message : nowhere, archive::limits::container_entry_bytes);
    Messages messages(origin, sink);
    while (const auto piece = pieces.next()) {
        if (!piece->too_long && archive::trimmed(piece->text).empty()) continue;
        if (!messages.take(*piece, mailbox)) return;
    }
}

}  // namespace indexer
