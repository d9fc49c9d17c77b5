// SPDX-License-Identifier: GPL-2.0-or-later
// feed.h - Articles of a feed: RSS 0.9 to 2.0, RSS 1.0 (RDF), Atom, and WordPress exports.
//
// What a feed says of an item is stated; its text is an excerpt more often than not. So the
// description is the standfirst where the item also brings its whole text (content:encoded, Atom's
// content), and the text where it does not. A WordPress export holds pages, drafts and pictures
// too: only published posts are articles.
#pragma once

#include "indexer/readers/reader.h"

#include <string_view>

namespace indexer {

class FeedReader final : public Reader {
public:
    std::string_view name() const override { return "feed"; }
    bool recognises(std::string_view head) const override;
    void read(Bytes& bytes, const Origin& origin, const RecordSink& sink) const override;
};

}  // namespace indexer
