// SPDX-License-Identifier: GPL-2.0-or-later
// news_sitemap.h - The headlines of a news sitemap: what an outlet published in two days.
//
// A sitemap without the news part is a mere list of addresses and known by name only
// (unread_formats.h).
#pragma once

#include "indexer/readers/reader.h"

#include <string_view>

namespace indexer {

class NewsSitemapReader final : public Reader {
public:
    std::string_view name() const override { return "sitemap-news"; }
    bool recognises(std::string_view head) const override;
    void read(Bytes& bytes, const Origin& origin, const RecordSink& sink) const override;
};

}  // namespace indexer
