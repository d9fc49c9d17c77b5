// SPDX-License-Identifier: GPL-2.0-or-later
// mail_article.h - The articles in one mail message.
#pragma once

#include "archive/base/result.h"
#include "archive/model/article.h"
#include "indexer/readers/mail/message.h"

#include <vector>

namespace indexer {

/// The article that `message` is, or the several that a digest holds; messages inside it are not
/// looked at. Fails with article_empty without a text and article_too_large above
/// limits::article_bytes. Provenance and id stay empty.
archive::Result<std::vector<archive::Article>> mail_articles(const MailMessage& message);

}  // namespace indexer
