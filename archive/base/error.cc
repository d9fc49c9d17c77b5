// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/base/error.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

namespace archive {

namespace {

using enum ErrorCode;

constexpr std::array codes{
    ErrorName{query_missing_operand, "query.missing_operand",
              "An operator of the query has nothing on one side"},
    ErrorName{query_unknown_field, "query.unknown_field",
              "The query names a field that does not exist"},
    ErrorName{query_empty_value, "query.empty_value", "A field of the query has no value"},
    ErrorName{query_bad_date, "query.bad_date", "A date in the query could not be read"},
    ErrorName{query_reversed_range, "query.reversed_range",
              "A range in the query ends before it begins"},
    ErrorName{query_bad_number, "query.bad_number",
              "A number in the query is missing or out of range"},
    ErrorName{query_short_wildcard, "query.short_wildcard",
              "A wildcard has too few letters before it"},
    ErrorName{query_too_complex, "query.too_complex",
              "The query has more terms, words, wildcards or levels than allowed"},
    ErrorName{query_too_long, "query.too_long", "The query is longer than 2,000 bytes"},
    ErrorName{query_bad_encoding, "query.bad_encoding",
              "The query is not UTF-8 or holds control characters"},
    ErrorName{query_unclosed_quote, "query.unclosed_quote", "A quotation mark was never closed"},
    ErrorName{query_unclosed_group, "query.unclosed_group",
              "A bracket was never closed or never opened"},
    ErrorName{query_lowercase_operator, "query.lowercase_operator",
              "A lower-case operator was read as a word"},
    ErrorName{query_stray_character, "query.stray_character",
              "A character without meaning was left out"},
    ErrorName{query_spaced_slop, "query.spaced_slop", "A space before ~ was left out"},
    ErrorName{query_wide_wildcard, "query.wide_wildcard",
              "A wildcard matched more forms than are searched"},
    ErrorName{parameter_unknown, "parameter.unknown", "There is no parameter of this name"},
    ErrorName{parameter_repeated, "parameter.repeated", "A parameter was given more than once"},
    ErrorName{parameter_bad_value, "parameter.bad_value",
              "A parameter has a value that it cannot take"},
    ErrorName{parameter_bad_date, "parameter.bad_date", "A date parameter could not be read"},
    ErrorName{parameter_reversed_range, "parameter.reversed_range",
              "The range of dates ends before it begins"},
    ErrorName{request_malformed, "request.malformed", "The request could not be read"},
    ErrorName{request_method, "request.method", "This address does not take the method"},
    ErrorName{request_slow, "request.slow", "The request did not arrive in time"},
    ErrorName{request_length_required, "request.length_required",
              "A request body needs one length"},
    ErrorName{request_body_too_large, "request.body_too_large", "The request body is too large"},
    ErrorName{request_target_too_long, "request.target_too_long", "The address is too long"},
    ErrorName{request_host, "request.host",
              "The Host header names a machine this server does not speak for"},
    ErrorName{request_head_too_large, "request.head_too_large", "The request head is too large"},
    ErrorName{request_unsupported, "request.unsupported",
              "The method or a feature of the request is not supported"},
    ErrorName{article_not_found, "article.not_found", "There is no article of this id"},
    ErrorName{story_not_found, "story.not_found", "There is no story of this id"},
    ErrorName{entity_not_found, "entity.not_found", "There is no name of this id"},
    ErrorName{route_not_found, "route.not_found", "There is nothing at this address"},
    ErrorName{changes_too_old, "changes.too_old",
              "The changes since this revision are no longer kept"},
    ErrorName{index_not_ready, "index.not_ready", "There is no index to search yet"},
    ErrorName{index_damaged, "index.damaged", "The index is damaged"},
    ErrorName{index_schema, "index.schema",
              "The index was written by another version and must be rebuilt"},
    ErrorName{server_busy, "server.busy", "The server has too much to do"},
    ErrorName{server_deadline, "server.deadline", "The answer took too long"},
    ErrorName{internal, "internal", "The program met a defect of its own"},
    ErrorName{article_unreadable, "article.unreadable", "An article could not be read"},
    ErrorName{article_empty, "article.empty", "A file or record holds no headline and no text"},
    ErrorName{article_too_large, "article.too_large",
              "An article or record is larger than allowed"},
    ErrorName{format_unknown, "format.unknown", "A file is of no known format"},
    ErrorName{container_damaged, "container.damaged", "A compressed file or archive is damaged"},
    ErrorName{container_limit, "container.limit",
              "A compressed file or archive expands beyond its limits"},
    ErrorName{file_unreadable, "file.unreadable", "A file or folder could not be opened or read"},
    ErrorName{file_changed, "file.changed", "A file changed while it was read"},
    ErrorName{usage, "usage", "The command line could not be understood"},
    ErrorName{bad_setting, "setting.bad",
              "A setting is unknown or has a value that it cannot take"},
    ErrorName{path_missing, "path.missing", "A given path does not exist or cannot be opened"},
    ErrorName{cannot_create, "index.cannot_create",
              "The index directory cannot be created or written"},
    ErrorName{io_failed, "io.failed", "Reading or writing failed"},
    ErrorName{disk_full, "disk.full", "The disk is full"},
    ErrorName{locked, "index.locked", "Another indexer holds the lock"},
    ErrorName{address_in_use, "address.in_use", "Another program listens on the address"},
};

constexpr bool in_order() {
    for (std::size_t i = 0; i < codes.size(); ++i) {
        if (static_cast<std::size_t>(codes[i].code) != i) return false;
    }
    return true;
}
static_assert(in_order(), "the table follows the enumeration");

}  // namespace

std::span<const ErrorName> error_codes() {
    return codes;
}

std::string_view name(ErrorCode code) {
    return codes[static_cast<std::size_t>(code)].name;
}

Failure::Failure(Error error) : std::runtime_error(sentence(error)), error_(std::move(error)) {}

Failure::Failure(ErrorCode code, std::string message, std::string where)
    : Failure(Error{code, std::move(message), std::move(where), {}}) {}

std::string sentence(const Error& error) {
    return error.where.empty() ? error.message : error.where + ": " + error.message;
}

void throw_system_error(std::string_view doing, const std::string& path, ErrorCode otherwise) {
    const int number = errno;
    const bool full = number == ENOSPC || number == EDQUOT;
    throw Failure(full ? ErrorCode::disk_full : otherwise,
                  std::string(doing) + ": " + std::strerror(number), path);
}

}  // namespace archive
