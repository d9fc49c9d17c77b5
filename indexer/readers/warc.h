// SPDX-License-Identifier: GPL-2.0-or-later
// warc.h - The pages of a web crawl, WARC or ARC.
//
// Every page, feed or JSON answer that the crawler fetched is read by the reader of its own format.
// An article's number is that of its record, so that "crawl.warc.gz:1234" can be found again; what
// is no page of an article (requests, pictures, pages that were not found) is skipped.
#pragma once

#include "indexer/readers/crawl_records.h"
#include "indexer/readers/reader.h"
#include "indexer/readers/registry.h"

#include <string_view>

namespace indexer {

class WarcReader final : public Reader {
public:
    /// `registry` must outlive this.
    explicit WarcReader(const Registry& registry) : registry_(registry) {}

    std::string_view name() const override { return "warc"; }
    bool recognises(std::string_view head) const override { return is_web_crawl(head); }
    void read(Bytes& bytes, const Origin& origin, const RecordSink& sink) const override;

private:
    const Registry& registry_;
};

}  // namespace indexer
