// SPDX-License-Identifier: GPL-2.0-or-later
// copy_cases.h - Reads families of articles and what each of them is to the others.
//
// tests/corpus/copies/README.md describes the files. Whatever cannot be understood throws
// std::runtime_error with file and line: a case that is silently left out would pass.
#pragma once

#include "archive/model/article.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tests {

/// What two articles are to each other. `story` and `apart` leave open why; `kin` are versions of
/// one story too, joined by others where they do not share enough themselves.
enum class CopyLabel : std::uint8_t {
    story,
    kin,
    apart,
    identical,
    version,
    excerpt,
    series,
    none,
};

std::string_view name(CopyLabel label);

struct CopyPair {
    std::size_t left = 0, right = 0;  ///< places among the articles of the family; left < right
    CopyLabel label = CopyLabel::apart;
};

/// The articles of one file, and every pair of them.
struct CopyFamily {
    std::string name;                        ///< of the file: "wire-ferry"
    std::vector<archive::Article> articles;  ///< ids are "FAMILY/NAME"
    std::vector<CopyPair> pairs;             ///< each once
};

/// All families in a folder, by name.
std::vector<CopyFamily> copy_families(const std::string& folder);

}  // namespace tests
