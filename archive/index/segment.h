// SPDX-License-Identifier: GPL-2.0-or-later
// segment.h - A published segment: postings, columns, tokens and texts of some articles. Never
// changes.
//
// Docids follow publication: the dated ones by first day, then last day, then id; undated last. So
// a range of days is a window of docids, and the newest articles are at the end of the dated ones.
#pragma once

#include "archive/index/article_codec.h"
#include "archive/index/bitmap.h"
#include "archive/index/columns.h"
#include "archive/index/common_runs.h"
#include "archive/index/copy_signature.h"
#include "archive/index/event_signature.h"
#include "archive/index/id_order.h"
#include "archive/index/identity.h"
#include "archive/index/key_table.h"
#include "archive/index/landmarks.h"
#include "archive/index/offsets.h"
#include "archive/index/quote_table.h"
#include "archive/index/schema.h"
#include "archive/index/stem_words.h"
#include "archive/index/string_table.h"
#include "archive/index/text_dictionary.h"
#include "archive/model/article.h"

#include <xapian.h>

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace archive {

/// Docids first..last, both included; empty when first > last.
struct DocidWindow {
    Docid first = 1;
    Docid last = 0;
    bool empty() const { return first > last; }
    friend bool operator==(const DocidWindow&, const DocidWindow&) = default;
};

/// Bits of the flags column. On disk: append, never renumber.
namespace segment_flags {
inline constexpr std::uint8_t furniture = 1;  ///< has a furniture zone
inline constexpr std::uint8_t altered = 2;
}  // namespace segment_flags

/// Facts of a segment, as segment.json holds them.
struct SegmentFacts {
    std::uint32_t documents = 0;
    std::uint32_t dated = 0;  ///< docids 1..dated have a date
    DayNumber first_day = 0;  ///< of the dated ones; 0 without any
    DayNumber last_day = 0;
    DayNumber longest_span = 0;    ///< last day less first day of the vaguest date
    std::uint64_t text_bytes = 0;  ///< of the articles before compression
    std::vector<std::pair<std::string, FileStamp>> files;  ///< relative to the segment's folder
};

std::string to_json(const SegmentFacts& facts);
/// Throws Failure index_damaged.
SegmentFacts segment_facts_from(std::string_view json, const std::string& where);

class Segment {
public:
    /// Maps the files and checks that sizes are those of segment.json. Throws Failure
    /// index_damaged.
    explicit Segment(const std::string& folder);

    const std::string& folder() const { return folder_; }
    const SegmentFacts& facts() const { return facts_; }

    /// The postings, opened anew: Xapian's objects belong to one thread. The uuid tells parts
    /// apart.
    Xapian::Database open_postings() const;
    const std::string& postings_uuid() const { return postings_uuid_; }

    /// Dated documents whose first day lies in first..last.
    DocidWindow window_of_first_days(DayNumber first, DayNumber last) const;

    /// Documents that may meet the span: a window to look through; last_day decides the edge.
    DocidWindow window_meeting(const DaySpan& span) const;

    /// The undated documents.
    DocidWindow undated() const { return {facts_.dated + 1, facts_.documents}; }

    /// The stored article, or those parts of it. Throws Failure index_damaged.
    Article article(Docid docid, ArticleParts parts = ArticleParts::all) const;

    /// The same as encode_article() wrote it, and the bytes it takes here. Throws as article().
    std::string encoded_article(Docid docid) const;
    std::uint32_t packed_bytes(Docid docid) const;

    /// Lets memory fetch what a row reads of an article: first where it lies and its columns, then
    /// the beginning of its text. For many rows each, so that the waits overlap.
    void fetch_place(Docid docid) const;
    void fetch_text(Docid docid) const;

    /// The tokens of an article, for TokenWalk and TokenScan.
    std::string_view tokens(Docid docid) const;

    /// The landmarks of an article. Throws Failure index_damaged.
    void read_landmarks(Docid docid, Landmarks& landmarks) const;

    /// The quotations of an article, in reading order. Throws Failure index_damaged.
    std::vector<StoredQuote> quotes(Docid docid) const;

    bool has_quotes(Docid docid) const { return quotes_at_[docid].size() > 0; }

    std::string_view id(Docid docid) const;

    /// The document of the article with this id, shown or not. Throws Failure index_damaged.
    std::optional<Docid> find(std::string_view id) const;

    /// How the words of an article are stemmed.
    Stemmings stemming(Docid docid) const {
        const auto languages = names[static_cast<std::size_t>(schema::Names::language)][docid];
        return languages.empty() ? stemming_without_language_ : stemmings_[languages.front()];
    }

    Column<DayNumber> first_day;
    Column<DayNumber> last_day;
    Column<std::uint8_t> certainty;
    Column<std::uint8_t> flags;
    Column<std::int64_t>
        added;  ///< seconds since 1970, UTC: when the article first entered the archive
    Column<DayNumber> updated_day;  ///< 0 when nobody said so
    Column<std::uint32_t> words;    ///< words of the body
    Column<std::uint32_t> length;   ///< words of the text with their weights, as BM25 counts them
    Column<IdBytes> ids;
    Column<std::uint32_t> has;  ///< which fields have a value: presence_bits()
    std::array<ListColumn<std::uint32_t>, schema::names_columns>
        names;  ///< numbers in dictionaries
    std::array<StringTable, schema::names_columns> dictionaries;
    StringTable lexicon;       ///< the words of the tokens
    StemWords stems{lexicon};  ///< of the lexicon
    StringTable speakers;      ///< name keys of those who are quoted or pass quotations on
    CommonRuns runs;           ///< of common words
    Column<CopySignature> copies;
    KeyTable copy_keys;  ///< of the signatures
    Column<EventSignature> events;
    KeyTable event_terms;  ///< of the signatures
    KeyTable same_words;   ///< by the hash of all words, for texts long enough to have keys

private:
    TextDictionary::Unpacked unpacked(Docid docid) const;
    std::string place_of_text(Docid docid) const;

    void open_stems();

    std::string folder_;
    SegmentFacts facts_;
    IdOrder id_order_;
    std::vector<Stemmings> stemmings_;  ///< by the number of the language
    Stemmings stemming_without_language_ = 0;
    std::string postings_uuid_;
    Mapping tokens_;
    Offsets tokens_at_;
    Mapping landmarks_;
    Offsets landmarks_at_;
    Mapping quotes_;
    Offsets quotes_at_;
    Mapping texts_;
    Offsets texts_at_;
    TextDictionary text_dictionary_;
};

}  // namespace archive
