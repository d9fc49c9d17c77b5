// SPDX-License-Identifier: GPL-2.0-or-later
// help.h - How to write a search, as part of a page without scripts.
#pragma once

#include "server/plain/html.h"

namespace server {

/// Forms of the query language with examples to follow, and the fields it knows. Stands under the
/// anchor "help".
Html help();

}  // namespace server
