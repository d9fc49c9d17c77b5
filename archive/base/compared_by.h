// SPDX-License-Identifier: GPL-2.0-or-later
// compared_by.h - What compares bytes in blocks.
#pragma once

namespace archive {

/// Every processor's arithmetic, or the widest registers this one has. Both find the same: the
/// choice is for tests.
enum class ComparedBy : bool { arithmetic, whatever_is_fastest };

}  // namespace archive
