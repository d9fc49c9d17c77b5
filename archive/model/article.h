// SPDX-License-Identifier: GPL-2.0-or-later
// article.h - One news article: its text in zones, and what is known about it.
//
// One type before and after analysis: readers fill what the file says, each step of the analysis
// adds what it works out, nothing is overwritten. Every line of the input is in exactly one zone,
// so nothing is lost: page furniture is a zone too. All text is valid UTF-8 without NUL.
#pragma once

#include "archive/model/date.h"
#include "archive/model/entity.h"
#include "archive/model/quote.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace archive {

/// What a stretch of an article is. On disk: append, never renumber.
enum class ZoneKind : std::uint8_t {
    headline = 0,
    standfirst = 1,
    header = 2,  ///< a line that only carries section or date
    body = 3,
    caption = 4,
    byline = 5,
    dateline = 6,
    credit = 7,
    furniture = 8,  ///< navigation, promos, other articles' headlines
};
inline constexpr std::size_t zone_kinds = 9;

std::string_view name(ZoneKind kind);

/// A kind and a text. Paragraphs of the text are parted by '\n'.
struct Zone {
    ZoneKind kind = ZoneKind::body;
    std::string text;

    friend bool operator==(const Zone&, const Zone&) = default;
};

/// Where the shown title comes from. On disk: append, never renumber.
enum class TitleBasis : std::uint8_t { none = 0, field, jsonld, meta, h1, text, standfirst, lead };

std::string_view name(TitleBasis basis);

/// What is doubtful about the text.
struct Quality {
    bool altered = false;    ///< machine-altered wording
    bool truncated = false;  ///< the input ends too early, or says it does
    std::optional<float> ocr =
        {};  ///< share of sure words, 0 to 1, when the text was read by a machine

    friend bool operator==(const Quality&, const Quality&) = default;
};

/// Where the article was read from.
struct Provenance {
    std::string path;          ///< as in the ledger; members of containers after '!'
    std::uint64_t record = 1;  ///< number in its file, from 1: the line in JSONL, else the position
    std::string
        sha256;  ///< of the file (of the container for members), 64 hex digits; may be empty
    std::string reader;  ///< name of the reader: "jsonl"

    friend bool operator==(const Provenance&, const Provenance&) = default;
};

struct Article {
    std::string id;             ///< 16 characters; article_id() in archive/index/identity.h
    std::string external_id;    ///< what its own metadata calls it; may be empty
    std::uint64_t version = 0;  ///< higher replaces lower, where the format gives versions
    Provenance provenance;

    std::string title;  ///< what is shown as headline; also in a headline zone unless it is the
                        ///< lead's words
    TitleBasis title_basis = TitleBasis::none;
    std::string standfirst;   ///< may be empty
    std::vector<Zone> zones;  ///< in reading order; all text of the article, the title included
                              ///< where it is a line of it

    Date published;
    std::optional<Date> updated;
    std::string byline;                ///< as written: "By Ann Lee and Bo Chu"; may be empty
    std::vector<std::string> authors;  ///< names read from it
    std::string source;                ///< outlet: "thestar.com.my"; may be empty
    std::vector<std::string> agency;   ///< "Reuters"
    std::string section;
    std::vector<std::string> tags;
    std::string language;  ///< ISO 639-1, or "und" when it can't be told
    std::string url;       ///< http or https, or empty
    std::vector<Entity> entities;
    std::vector<Quote> quotes;  ///< in reading order
    Quality quality;
    bool running = false;  ///< the text came in lines of print; known to who reads it, not kept
    std::vector<std::pair<std::string, std::string>>
        other;  ///< fields nobody knows, kept and shown, not searched

    friend bool operator==(const Article&, const Article&) = default;
};

/// The body zones joined by '\n'.
std::string body_text(const Article& article);

}  // namespace archive
