// SPDX-License-Identifier: GPL-2.0-or-later
// crawl_records.h - The records of a web crawl, WARC 0.17 to 1.1 or ARC, one at a time.
//
//   WARC/1.0
//   WARC-Type: response
//   WARC-Target-URI: http://gull.example/
//   Content-Length: 214
//
//   HTTP/1.1 200 OK ...
//
// or, in an ARC file, one line "http://gull.example/ 192.0.2.1 20190404081500 text/html 214" above
// the answer of the server. Crawls are cut off when a disk fills, joined by hand and written by
// programs that count wrong, so a record's length is believed only where the next record begins
// behind it; else the record ends where the next one does begin. Never read crawls with libarchive,
// which loses records in silence.
#pragma once

#include "archive/base/limits.h"
#include "indexer/readers/read_ahead.h"
#include "indexer/readers/reader.h"

#include <cstddef>
#include <cstdint>
#include <exception>
#include <optional>
#include <string>
#include <string_view>

namespace indexer {

/// How much of a record's block is held: the longest article, and room for what its server said.
inline constexpr std::size_t crawl_block_bytes = archive::limits::article_bytes + (1U << 20);

struct CrawlRecord {
    std::uint64_t number = 0;  ///< position in the crawl, from 1
    std::string kind;          ///< "response", "request", "warcinfo", ..., in lower case
    std::string uri;           ///< of the target, without angle brackets; may be empty
    std::string date;          ///< as written: "2019-04-04T08:15:00Z", "20190404081500"
    std::string media_type;    ///< of the block, as written: "application/http; msgtype=response"
    std::string payload_type;  ///< of what it carries, where the crawler looked; may be empty
    std::string_view block;    ///< at most crawl_block_bytes of it; valid until the next call
    bool shortened = false;    ///< the crawler says that it left out the rest of the page
    bool cut = false;          ///< its block is not whole
    std::string damage;        ///< what is wrong with the record; empty when nothing is
};

/// Whether a file that begins with `head` is a web crawl.
bool is_web_crawl(std::string_view head);

class CrawlRecords {
public:
    /// `from` must outlive this.
    explicit CrawlRecords(Bytes& from) : ahead_(from) {}

    /// The next record, or nothing after the last one. One whose header cannot be read comes with
    /// its damage and without a kind. What reading `from` throws comes once everything before it
    /// was handed over.
    std::optional<CrawlRecord> next();

private:
    // All offsets count from the first byte not handed over.
    std::string_view rest() const { return ahead_.rest(); }
    bool fill();
    bool has(std::size_t bytes);
    std::string_view line(std::size_t offset);
    void skip(std::uint64_t bytes);
    void skip_blank_lines();
    bool begins_record(std::size_t offset);
    bool record_follows(std::size_t offset);
    std::optional<std::size_t> next_record(std::size_t offset);

    using Length = std::optional<std::uint64_t>;
    Length read_warc_header(CrawlRecord& record);
    Length read_arc_header(CrawlRecord& record);
    void take_block(CrawlRecord& record, std::uint64_t length);
    void take_up_to(CrawlRecord& record, std::size_t end);
    void take_what_is_there(CrawlRecord& record);

    ReadAhead ahead_;          // from the first byte not handed over
    std::uint64_t block_ = 0;  // of the record that was handed over last
    std::uint64_t number_ = 0;
    bool warc_ = true;            // which of the two the crawl is
    std::exception_ptr trouble_;  // what reading threw
};

}  // namespace indexer
