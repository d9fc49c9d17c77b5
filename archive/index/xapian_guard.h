// SPDX-License-Identifier: GPL-2.0-or-later
// xapian_guard.h - Where Xapian's exceptions become our own, and nowhere else.
#pragma once

#include "archive/base/error.h"

#include <xapian.h>

#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace archive {

/// Runs `work`; what Xapian throws leaves as a Failure index_damaged that names `where`, such as a
/// segment. Nothing is tried again: a published segment never changes, so an error in it is damage.
/// Xapian also lets std::length_error out of damaged tables.
template <typename Work>
decltype(auto) guarded(std::string_view where, Work&& work) {
    try {
        return std::forward<Work>(work)();
    } catch (const Xapian::Error& error) {
        throw Failure(ErrorCode::index_damaged, error.get_description(), std::string(where));
    } catch (const std::length_error& error) {
        throw Failure(ErrorCode::index_damaged, error.what(), std::string(where));
    }
}

}  // namespace archive
