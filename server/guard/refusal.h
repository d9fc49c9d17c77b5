// SPDX-License-Identifier: GPL-2.0-or-later
// refusal.h - The answer to a request that never gets to a handler.
//
// Written by hand, as the library never saw the request. The connection always ends with it: after
// a refusal nobody can be sure where the next request starts. Programs are told by a problem
// document, and whoever opens an address of a page by a page.
#pragma once

#include "archive/base/error.h"

#include <functional>
#include <string>
#include <string_view>

namespace server {

/// A refusal as HTML; empty where a problem document is the answer. `address` is what was asked
/// for, as it was sent; it may be cut short. Called on any thread.
using RefusalPage =
    std::function<std::string(std::string_view address, const archive::Error& error)>;

/// What a GET asks for, as far as it arrived: "/search?q=ferry". Empty for anything else.
std::string_view address_in(std::string_view request);

/// Head and body, ready to be sent: `page`, or a problem document where it is empty. `with_body` is
/// false for HEAD.
std::string refusal_bytes(const archive::Error& error, bool with_body,
                          const std::string& page = {});

}  // namespace server
