// SPDX-License-Identifier: GPL-2.0-or-later
// limits.h - The limits that users are told about, in one place (docs/operations.md lists them).
#pragma once

#include <cstddef>

namespace archive::limits {

// queries
inline constexpr std::size_t query_bytes = 2'000;
inline constexpr std::size_t query_terms = 64;
inline constexpr std::size_t query_wildcards = 8;
inline constexpr std::size_t query_levels = 32;
inline constexpr std::size_t phrase_words = 32;
inline constexpr std::size_t query_joins = 16;  ///< of NEAR, ADJ and SAME
inline constexpr std::size_t wildcard_letters = 3;
inline constexpr std::size_t near_words = 50;
inline constexpr std::size_t mentions = 255;  ///< asked for by atleastN:

// pages of results
inline constexpr std::size_t page_rows = 200;
inline constexpr std::size_t page_offset = 10'000;
inline constexpr std::size_t timeline_queries = 5;
inline constexpr std::size_t facet_rows = 100;
inline constexpr std::size_t batch_queries = 1'000;
inline constexpr std::size_t change_rows = 10'000;
inline constexpr std::size_t concordance_articles = 2'000;  ///< read for one answer
inline constexpr std::size_t concordance_lines = 20'000;    ///< sorted for one answer
inline constexpr std::size_t telling_articles = 1'000;      ///< read for one answer
inline constexpr std::size_t kindred_articles = 200;  ///< of a story or event, shown beside one

// requests
inline constexpr std::size_t request_parameters = 64;
inline constexpr std::size_t request_target_bytes = 8'192;
inline constexpr std::size_t request_path_bytes = 1'024;
inline constexpr std::size_t request_head_bytes = 16'384;
inline constexpr std::size_t request_headers = 100;

// articles
inline constexpr std::size_t article_bytes = 16U << 20;  ///< text read from one article
inline constexpr std::size_t indexed_bytes = 4U << 20;   ///< text of it that is indexed
inline constexpr std::size_t compared_bytes = 1U << 20;  ///< text of it that is compared
inline constexpr std::size_t json_line_bytes = 32U << 20;
inline constexpr std::size_t json_levels = 64;
inline constexpr std::size_t xml_record_bytes = 32U << 20;
inline constexpr std::size_t xml_levels = 256;      ///< deeper elements hang on the one there
inline constexpr std::size_t xml_nodes = 1U << 20;  ///< tags and texts of one record
inline constexpr std::size_t html_tag_bytes = 64U << 10;
inline constexpr std::size_t pdf_bytes = 128U << 20;  ///< a whole document, pictures included
inline constexpr std::size_t title_bytes = 1'024;
inline constexpr std::size_t term_bytes = 64;  ///< a word of the text; longer ones are cut
inline constexpr std::size_t container_entry_bytes = 64U << 20;
inline constexpr std::size_t container_entries = 1'000'000;
inline constexpr std::size_t container_levels = 3;
inline constexpr std::size_t container_ratio = 200;  ///< expansion allowed beyond the first MiB

}  // namespace archive::limits
