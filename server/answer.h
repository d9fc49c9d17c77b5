// SPDX-License-Identifier: GPL-2.0-or-later
// answer.h - What every route does to its response: errors, JSON, ETags.
#pragma once

#include "archive/base/error.h"
#include "server/call.h"
#include "server/json/json_text.h"

#include <httplib.h>
#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace server {

/// Answers with a problem document (docs/rest.md, "Errors") and the status of the first error.
/// Fills in `Retry-After` where the status asks for it.
void answer(httplib::Response& response, const archive::Error& error);
void answer(httplib::Response& response, std::span<const archive::Error> errors);

/// Answers 200 with `body` as compact JSON; malformed UTF-8 becomes U+FFFD. `Cache-Control` is
/// no-cache: a client may keep the answer, but asks each time whether it still holds.
void answer(httplib::Response& response, const nlohmann::ordered_json& body);
void answer(httplib::Response& response, JsonText&& body);

/// Sets the ETag of an answer, and when the client has it already (`If-None-Match`) makes the
/// answer an empty 304 and returns true: the handler is done then, before any search.
bool has_already(const Call& call, httplib::Response& response, std::string_view etag);

/// The code of the problem that answer() put into `response`, as a dotted name; empty without one.
/// Takes the note off: it is for the server's own counters and does not travel.
std::string take_problem_code(httplib::Response& response);

/// Compresses a finished body when the client takes it and it is worth the time: text of 1 kB or
/// more that is not compressed yet. Streamed bodies stay as they are.
void compress_body(const Head& head, httplib::Response& response);

}  // namespace server
