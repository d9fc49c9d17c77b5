// SPDX-License-Identifier: GPL-2.0-or-later
// mail_text.h - A plain-text message told apart: what was written, and what mail adds to it.
#pragma once

#include "indexer/readers/mail/message.h"

#include <string>

namespace indexer {

struct MailWords {
    std::string text;   ///< what the sender wrote; lines that go on are one
    std::string added;  ///< quoted lines, the line above them, signature and the list's footer
};

/// Where everything is quoted, that is what was sent.
MailWords mail_words(const MailText& part);

}  // namespace indexer
