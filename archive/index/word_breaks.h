// SPDX-License-Identifier: GPL-2.0-or-later
// word_breaks.h - Words of scripts that are written without blanks: Thai, Lao, Khmer, Burmese.
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>

namespace archive {

/// Hands over where each word of `run` begins and ends, in bytes, by ICU's dictionaries. Every byte
/// is in one word. Thread-safe: each thread keeps its own dictionary walker.
void for_each_break(std::string_view run,
                    const std::function<void(std::size_t begin, std::size_t end)>& sink);

}  // namespace archive
