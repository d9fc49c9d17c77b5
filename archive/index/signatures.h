// SPDX-License-Identifier: GPL-2.0-or-later
// signatures.h - What other articles are looked up by: an article's text and what it is about.
#pragma once

#include "archive/index/copy_signature.h"
#include "archive/index/event_signature.h"

namespace archive {

/// Worked out once, when an article is new, and carried along when segments are joined.
struct Signatures {
    CopySignature copies;
    EventSignature event;
};

}  // namespace archive
