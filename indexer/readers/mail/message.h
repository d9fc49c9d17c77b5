// SPDX-License-Identifier: GPL-2.0-or-later
// message.h - One mail message as its headers and its text: what MIME wraps, unwrapped.
//
// The only place that names gmime. Transfer encodings are undone and character sets read as
// decode_text() does; of alternatives the richest is taken, attachments are named and left.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace indexer {

/// A text part of a message.
struct MailText {
    std::string text;  ///< UTF-8, line ends \n
    bool html = false;
    bool flowed = false;         ///< lines that end with a blank go on (RFC 3676)
    bool delete_blanks = false;  ///< and that blank is none of the text
};

struct MailMessage {
    // Headers, decoded; empty where the message has none.
    std::string subject;
    std::string date;          ///< as written
    std::string from_name;     ///< of the first sender, without the address
    std::string from_address;  ///< "ann@example.org"
    std::string id;            ///< without angle brackets
    std::string list_id;       ///< "Courier Briefing <briefing.courier.example>"
    std::string language;
    bool to_many = false;      ///< it says it goes to a list
    bool saved_page = false;   ///< no mail but a page that a browser saved (MHTML)
    std::string page_address;  ///< where that page had come from

    std::vector<MailText> texts;           ///< those shown one after another
    std::string plain;                     ///< the plain alternative of the first HTML text, if any
    std::vector<std::string> attachments;  ///< "harbour.pdf (application/pdf)"
    std::vector<MailMessage> inner;        ///< messages forwarded whole
};

/// Reads `bytes`, headers first. Never fails: what is no message has no headers and one text.
/// Messages in messages more than 8 deep are named as attachments. Thread-safe.
MailMessage read_message(std::string_view bytes);

}  // namespace indexer
