// SPDX-License-Identifier: GPL-2.0-or-later
// notices.h - Pages that say one thing: what is wrong, or that there is nothing yet.
#pragma once

#include "server/plain/html.h"

#include <string_view>

namespace server {

/// A heading and whatever follows.
Html notice(std::string_view heading, const Html& rest);

/// An index without articles, or none at all yet: the command that adds some.
Html empty_archive();

}  // namespace server
