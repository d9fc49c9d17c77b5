// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/answer.h"

#include "server/compression.h"
#include "server/etag.h"
#include "server/problem.h"

#include <nlohmann/json.hpp>

namespace server {
namespace {

constexpr const char* problem_note = "Dateline-Problem";
constexpr std::size_t worth_compressing = 1024;

}  // namespace

void answer(httplib::Response& response, std::span<const archive::Error> errors) {
    const auto code = errors.front().code;
    response.status = http_status(code);
    response.headers.erase("ETag");
    response.headers.erase("Cache-Control");
    response.headers.erase("Content-Type");
    response.set_header("Cache-Control", "no-store");
    response.set_header(problem_note, std::string(archive::name(code)));
    if (response.status == 503) response.set_header("Retry-After", "1");
    response.set_content(problem_document(errors), std::string(problem_type));
}

void answer(httplib::Response& response, const archive::Error& error) {
    answer(response, std::span(&error, 1));
}

void answer(httplib::Response& response, const nlohmann::ordered_json& body) {
    JsonText text;
    text.tree(body);
    answer(response, std::move(text));
}

void answer(httplib::Response& response, JsonText&& body) {
    response.status = 200;
    if (!response.has_header("Cache-Control")) response.set_header("Cache-Control", "no-cache");
    auto text = std::move(body).take();
    text += '\n';
    // As set_content() does, which copies the text.
    response.headers.erase("Content-Type");
    response.set_header("Content-Type", "application/json");
    response.body = std::move(text);
}

bool has_already(const Call& call, httplib::Response& response, std::string_view etag) {
    response.headers.erase("ETag");
    response.set_header("ETag", std::string(etag));
    if (!response.has_header("Cache-Control")) response.set_header("Cache-Control", "no-cache");
    if (!names_etag(call.field("if-none-match"), etag)) return false;
    response.status = 304;
    response.set_header("Vary", "Accept-Encoding");
    return true;
}

std::string take_problem_code(httplib::Response& response) {
    const std::string code = response.get_header_value(problem_note);
    response.headers.erase(problem_note);
    return code;
}

void compress_body(const Head& head, httplib::Response& response) {
    if (response.body.empty() || response.has_header("Content-Encoding")
        || !is_compressible(response.get_header_value("Content-Type"))) {
        return;
    }
    if (!response.has_header("Vary")) response.set_header("Vary", "Accept-Encoding");
    const Coding coding = chosen_coding(head.field("accept-encoding"));
    if (response.body.size() < worth_compressing || coding == Coding::identity) return;
    response.body = compressed(response.body, coding, Effort::quick);
    response.set_header("Content-Encoding", std::string(name(coding)));
    if (response.has_header("ETag")) {
        const std::string etag = etag_in_coding(response.get_header_value("ETag"), name(coding));
        response.headers.erase("ETag");
        response.set_header("ETag", etag);
    }
}

}  // namespace server
