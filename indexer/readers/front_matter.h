// SPDX-License-Identifier: GPL-2.0-or-later
// front_matter.h - The fields above a text: YAML, TOML or JSON.
#pragma once

#include "archive/base/result.h"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace indexer {

enum class FrontMatterKind : std::uint8_t { yaml, toml, json };

/// Where front matter and the text below it stand in a file.
struct FrontMatter {
    FrontMatterKind kind = FrontMatterKind::yaml;
    std::string_view fields;  ///< without its fences; of JSON the object
    std::string_view text;    ///< below it
    bool closed = true;       ///< false when the second fence is missing: `text` is empty then
};

/// Nothing when `file`, without a byte-order mark, begins with no fence or object.
std::optional<FrontMatter> front_matter(std::string_view file);

/// The fields as one object. Values of YAML are the words as written, dates of TOML as ISO 8601.
/// YAML that breaks its own rules ("title: Venn: I stay") is read line by line where that gives
/// fields. Fails with article_unreadable, also for more than 64 KiB, 64 levels or 10,000 values, as
/// aliases may stand for.
archive::Result<nlohmann::json> fields_of(const FrontMatter& matter);

}  // namespace indexer
