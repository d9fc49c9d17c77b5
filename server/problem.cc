// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/problem.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cassert>

namespace server {

using archive::Error;
using archive::ErrorCode;

namespace {

using enum ErrorCode;

constexpr std::array rows{
    ProblemRow{query_missing_operand, 400},
    ProblemRow{query_unknown_field, 400},
    ProblemRow{query_empty_value, 400},
    ProblemRow{query_bad_date, 400},
    ProblemRow{query_reversed_range, 400},
    ProblemRow{query_bad_number, 400},
    ProblemRow{query_short_wildcard, 400},
    ProblemRow{query_too_complex, 400},
    ProblemRow{query_too_long, 400},
    ProblemRow{query_bad_encoding, 400},
    ProblemRow{query_unclosed_quote, 400},
    ProblemRow{query_unclosed_group, 400},
    ProblemRow{query_lowercase_operator, 400},
    ProblemRow{query_stray_character, 400},
    ProblemRow{query_spaced_slop, 400},
    ProblemRow{query_wide_wildcard, 400},
    ProblemRow{parameter_unknown, 400},
    ProblemRow{parameter_repeated, 400},
    ProblemRow{parameter_bad_value, 400},
    ProblemRow{parameter_bad_date, 400},
    ProblemRow{parameter_reversed_range, 400},
    ProblemRow{request_malformed, 400},
    ProblemRow{article_not_found, 404},
    ProblemRow{story_not_found, 404},
    ProblemRow{entity_not_found, 404},
    ProblemRow{route_not_found, 404},
    ProblemRow{request_method, 405},
    ProblemRow{request_slow, 408},
    ProblemRow{changes_too_old, 410},
    ProblemRow{request_length_required, 411},
    ProblemRow{request_body_too_large, 413},
    ProblemRow{request_target_too_long, 414},
    ProblemRow{request_host, 421},
    ProblemRow{request_head_too_large, 431},
    ProblemRow{internal, 500},
    ProblemRow{request_unsupported, 501},
    ProblemRow{index_not_ready, 503},
    ProblemRow{index_damaged, 503},
    ProblemRow{index_schema, 503},
    ProblemRow{server_busy, 503},
    ProblemRow{server_deadline, 503},
};

const ProblemRow* row_of(ErrorCode code) {
    const auto found = std::find_if(rows.begin(), rows.end(),
                                    [code](const ProblemRow& row) { return row.code == code; });
    return found == rows.end() ? nullptr : &*found;
}

std::string_view title(ErrorCode code) {
    for (const auto& known : archive::error_codes()) {
        if (known.code == code) return known.help;
    }
    return {};
}

nlohmann::ordered_json to_json(const Error& error) {
    nlohmann::ordered_json object;
    object["code"] = archive::name(error.code);
    if (error.place) {
        object["parameter"] = error.place->parameter;
        object["start"] = error.place->start;
        object["end"] = error.place->end;
        object["found"] = error.place->found;
        if (!error.place->hint.empty()) object["hint"] = error.place->hint;
    }
    object["detail"] = error.message;
    return object;
}

}  // namespace

std::span<const ProblemRow> problem_rows() {
    return rows;
}

int http_status(ErrorCode code) {
    const auto* row = row_of(code);
    return row == nullptr ? 500 : row->status;
}

std::string_view reason_phrase(int status) {
    switch (status) {
        case 200: return "OK";
        case 204: return "No Content";
        case 304: return "Not Modified";
        case 400: return "Bad Request";
        case 404: return "Not Found";
        case 405: return "Method Not Allowed";
        case 408: return "Request Timeout";
        case 410: return "Gone";
        case 411: return "Length Required";
        case 413: return "Content Too Large";
        case 414: return "URI Too Long";
        case 421: return "Misdirected Request";
        case 431: return "Request Header Fields Too Large";
        case 501: return "Not Implemented";
        case 503: return "Service Unavailable";
        default: return "Internal Server Error";
    }
}

std::string problem_document(std::span<const Error> errors) {
    assert(!errors.empty());
    const Error& first = errors.front();
    const int status = http_status(first.code);
    // A code without a row is one that no client should meet: it is told as a defect of ours.
    const auto code = status == 500 ? ErrorCode::internal : first.code;

    nlohmann::ordered_json problem;
    problem["type"] = "/problems/" + std::string(archive::name(code));
    problem["title"] = title(code);
    problem["status"] = status;
    problem["code"] = archive::name(code);
    problem["detail"] = status == 500 ? "the server's log says more" : first.message;
    problem["errors"] = nlohmann::ordered_json::array();
    if (status == 500) {
        problem["errors"].push_back({{"code", archive::name(code)}});
    } else {
        for (const auto& error : errors) problem["errors"].push_back(to_json(error));
    }
    return problem.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

std::string problem_document(const Error& error) {
    return problem_document({&error, 1});
}

}  // namespace server
