// SPDX-License-Identifier: GPL-2.0-or-later
// error.h - What can go wrong, as values that people read and programs branch on.
//
// Bad input is normal in an archive: it is returned as an Error inside a Result. Bad surroundings
// (a full disk, a damaged index) end the work at hand: they are thrown as a Failure. The dotted
// names of the codes ("query.bad_date") are public: JSON, reports and docs/errors.md use them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>

namespace archive {

/// Every way to fail. The names, in error_codes(), are stable; the numbers are not.
enum class ErrorCode : std::uint8_t {
    // a query that can't be read
    query_missing_operand,
    query_unknown_field,
    query_empty_value,
    query_bad_date,
    query_reversed_range,
    query_bad_number,
    query_short_wildcard,
    query_too_complex,
    query_too_long,
    query_bad_encoding,
    // a query that was repaired: warnings, or refusals with strict=1
    query_unclosed_quote,
    query_unclosed_group,
    query_lowercase_operator,
    query_stray_character,
    query_spaced_slop,
    query_wide_wildcard,
    // parameters and requests
    parameter_unknown,
    parameter_repeated,
    parameter_bad_value,
    parameter_bad_date,
    parameter_reversed_range,
    request_malformed,
    request_method,
    request_slow,
    request_length_required,
    request_body_too_large,
    request_target_too_long,
    request_host,
    request_head_too_large,
    request_unsupported,
    article_not_found,
    story_not_found,
    entity_not_found,
    route_not_found,
    changes_too_old,
    // the server's and the index's own condition
    index_not_ready,
    index_damaged,
    index_schema,
    server_busy,
    server_deadline,
    internal,
    // input of the indexer
    article_unreadable,
    article_empty,
    article_too_large,
    format_unknown,
    container_damaged,
    container_limit,
    file_unreadable,
    file_changed,
    // surroundings of the indexer
    usage,
    bad_setting,
    path_missing,
    cannot_create,
    io_failed,
    disk_full,
    locked,
    address_in_use,
};

/// One row of the table of error codes.
struct ErrorName {
    ErrorCode code;
    std::string_view name;  ///< dotted and stable: "query.bad_date"
    std::string_view help;  ///< one sentence for docs/errors.md and titles of problems
};

/// All codes, in the order of the enumeration.
std::span<const ErrorName> error_codes();

/// The dotted name of a code.
std::string_view name(ErrorCode code);

/// The stretch of a parameter that an error or a warning speaks of.
struct Place {
    std::string parameter;  ///< "q", "from"
    std::size_t start = 0;  ///< in Unicode code points, from 0
    std::size_t end = 0;    ///< exclusive
    std::string found;      ///< the text there
    std::string hint;       ///< a repaired form to offer, or empty

    friend bool operator==(const Place&, const Place&) = default;
};

/// What went wrong, for a person to read and a program to branch on.
struct Error {
    ErrorCode code;
    std::string message;              ///< lower case, no full stop, names the value at fault
    std::string where = {};           ///< "articles/1989.jsonl:214", "manifest.json", or empty
    std::optional<Place> place = {};  ///< for errors in queries and parameters

    friend bool operator==(const Error&, const Error&) = default;
};

/// An Error on its way up, when the work at hand cannot go on.
class Failure : public std::runtime_error {
public:
    explicit Failure(Error error);
    Failure(ErrorCode code, std::string message, std::string where = {});

    const Error& error() const { return error_; }

private:
    Error error_;
};

/// "where: message", or the message alone.
std::string sentence(const Error& error);

/// Throws the Failure of a system call that went wrong: disk_full for ENOSPC and EDQUOT, else
/// `otherwise`. `doing` is a phrase such as "cannot write"; errno is read first.
[[noreturn]] void throw_system_error(std::string_view doing, const std::string& path,
                                     ErrorCode otherwise = ErrorCode::io_failed);

}  // namespace archive
