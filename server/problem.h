// SPDX-License-Identifier: GPL-2.0-or-later
// problem.h - How an Error looks over HTTP: a status and a document of RFC 9457.
//
//     {"type":"/problems/query.bad_date","title":"A date in the query could not be
//     read","status":400,
//      "code":"query.bad_date","detail":"\"2024-13\" is not a
//      month","errors":[{"code":"query.bad_date",
//      "parameter":"q","start":5,"end":12,"found":"2024-13","hint":"date:2024-12"}]}
//
// Titles and details are for people and may change. Codes, parameters and spans are for programs
// and hold. The one place where an error code meets an HTTP status.
#pragma once

#include "archive/base/error.h"

#include <span>
#include <string>
#include <string_view>

namespace server {

inline constexpr std::string_view problem_type = "application/problem+json";

/// The methods that a 405 names in `Allow`.
inline constexpr std::string_view allowed_methods = "GET, HEAD, OPTIONS";

/// The same for the address of the batch.
inline constexpr std::string_view batch_methods = "POST, OPTIONS";

/// One row of the table of answers: what a code means over HTTP.
struct ProblemRow {
    archive::ErrorCode code;
    int status;
};

/// Every code that a client can meet, in the order of docs/errors.md. Any other code is 500.
std::span<const ProblemRow> problem_rows();

/// The status a code is answered with. Codes of the indexer never get here and are 500.
int http_status(archive::ErrorCode code);

/// Words for a status line: "Bad Request".
std::string_view reason_phrase(int status);

/// The document for `errors`, of which there is at least one; the first names the problem, all are
/// listed. Malformed UTF-8 becomes U+FFFD. For codes that are answered with 500 the text is kept
/// back, as it may name paths: it belongs into the log.
std::string problem_document(std::span<const archive::Error> errors);
std::string problem_document(const archive::Error& error);

}  // namespace server
