// SPDX-License-Identifier: GPL-2.0-or-later
// newsletter.h - A newsletter that is a digest: several headlines, each with its text and link.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace indexer {

struct DigestItem {
    std::string title;
    std::string url;   ///< where the headline leads
    std::string text;  ///< paragraphs parted by blank lines
};

struct Digest {
    std::vector<DigestItem> items;
    std::string above;  ///< what stands before the first
    std::string below;  ///< and behind the last
};

/// The items of a digest, or nothing where the page is not surely one: three and more headings of
/// one kind, each with a link to another place and a text of its own, which make up most of the
/// page.
std::optional<Digest> digest_of(std::string_view html);

}  // namespace indexer
