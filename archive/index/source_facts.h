// SPDX-License-Identifier: GPL-2.0-or-later
// source_facts.h - What many articles of a source together say of it, kept beside the ledger.
//
// How often each line stands in a source tells its page furniture; which languages it prints and
// whether its dates begin with the day help to read articles that do not say. An update adds what
// its new articles say in one small piece; the pieces are added up when they are read, and joined
// when there are many. All of it is derived: a rebuild makes it anew from the articles.
//
// A piece: its layout's number, then a name and a block for each source. Lines are kept as keys of
// 48 bits in ascending order, as differences: about six bytes a line.
#pragma once

#include "archive/base/files.h"
#include "archive/index/manifest.h"

#include <cstdint>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace archive {

/// A line, by the hash that its reader gives it, and the number of articles it stands in.
struct LineCount {
    std::uint64_t key = 0;  ///< below 2^48
    std::uint64_t count = 0;
    friend bool operator==(const LineCount&, const LineCount&) = default;
};

inline constexpr unsigned line_key_bits = 48;

struct SourceFacts {
    std::string name;
    std::uint64_t articles = 0;  ///< of which lines were counted; copies of one text count once
    std::map<std::string, std::uint64_t> languages;  ///< articles whose language is sure, by code
    std::uint64_t day_first = 0;    ///< dates such as 30/11/2024, which can be read one way only
    std::uint64_t month_first = 0;  ///< dates such as 11/30/2024
    std::uint64_t dated_paths = 0;  ///< articles whose path and text say the same day or month
    std::uint64_t other_paths = 0;  ///< articles whose path says another day than their text
    std::vector<LineCount> lines;   ///< ascending by key, each once
    friend bool operator==(const SourceFacts&, const SourceFacts&) = default;
};

/// Adds up what two lots of articles say of one source.
void add_facts(SourceFacts& sum, const SourceFacts& more);

/// The pieces of a revision, mapped. Any thread may read.
class SourceRecords {
public:
    SourceRecords() = default;

    /// Throws Failure index_damaged.
    SourceRecords(const std::string& index, const std::vector<NamedFile>& pieces);

    /// All but the lines of a source; without articles for one that nobody knows.
    SourceFacts facts(std::string_view name) const;

    /// Adds to each of `lines`, ascending by key, how often it was counted before. Throws Failure
    /// index_damaged.
    void add_counts(std::string_view name, std::span<LineCount> lines) const;

    /// Every source with its lines, ascending by name, one at a time. Lines of sources with many
    /// articles that stand in one only are left out: so few of them ever become furniture that they
    /// are not worth their place.
    void for_each(const std::function<void(const SourceFacts&)>& sink) const;

private:
    std::vector<Mapping> files_;
    std::map<std::string, std::vector<std::string_view>, std::less<>> blocks_;
};

/// Writes a piece, source by source.
class SourcePiece {
public:
    /// Replaces `path`. Throws Failure.
    explicit SourcePiece(const std::string& path);
    void add(const SourceFacts& facts);
    /// Makes the piece durable.
    FileStamp finish();

private:
    NewFile file_;
};

/// Where a run writes its piece before the revision that it belongs to is published.
std::string unpublished_sources(const std::string& index);

/// Writes one piece instead of many; `path` is relative to the index.
NamedFile join_source_pieces(const std::string& index, const std::vector<NamedFile>& pieces,
                             const std::string& path);

}  // namespace archive
