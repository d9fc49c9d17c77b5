// SPDX-License-Identifier: GPL-2.0-or-later
// libxml_begun.h - Readies libxml2 before threads use it.
//
// What all of its parsers share is made by the first of them, without a lock, where nobody asked
// for it before: pages and documents that two threads read at once must not both be first.
#pragma once

#include <libxml/parser.h>

#include <mutex>

namespace indexer {

/// Returns when libxml2 is ready. Any thread; called before each parser is made.
inline void begin_libxml() {
    static std::once_flag once;
    std::call_once(once, xmlInitParser);
}

}  // namespace indexer
