// SPDX-License-Identifier: GPL-2.0-or-later
// refusal_page.h - What is wrong, as a page without scripts: in words, with a way on.
//
// A problem document (server/problem.h) says all that a page needs: the page with scripts is made
// of the same one. So a refusal takes one way through the server whatever form it ends in.
#pragma once

#include "server/guard/target.h"

#include <httplib.h>

#include <string>
#include <string_view>

namespace server {

/// What a problem document says, as a page for whoever asked for `target`.
std::string refusal_page(const Target& target, int status, const std::string& problem);

/// Turns a response that holds a problem document into a page of the same status.
void tell_as_page(const Target& target, httplib::Response& response);

/// A refused text with the hint in place of the fault, `start` to `end` in code points. Where the
/// hint is the whole clause, it repeats what stands around the fault and takes the place of that
/// too: "date:2024-13" with the fault "2024-13" and the hint "date:2024-12".
std::string with_hint(const std::string& text, std::size_t start, std::size_t end,
                      std::string_view hint);

}  // namespace server
