// SPDX-License-Identifier: GPL-2.0-or-later
// refusal.h - The answer to a request that never gets to a handler.
//
// Written by hand, as the library never saw the request. The connection always ends with it: after
// a refusal nobody can be sure where the next request starts.
#pragma once

#include "archive/base/error.h"

#include <string>

namespace server {

/// Head and problem document, ready to be sent; `with_body` is false for HEAD.
std::string refusal_bytes(const archive::Error& error, bool with_body);

}  // namespace server
