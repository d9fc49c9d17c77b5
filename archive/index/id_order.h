// SPDX-License-Identifier: GPL-2.0-or-later
// id_order.h - Which document of a segment has an id.
//
//     docid   1     2     3     4            ids.order
//     id      k7..  04..  zc..  9v..         2 4 1 3
//
// Four bytes an article, where a term of the postings with one document takes 35. Ids are hashes:
// where one stands is guessed from its first characters, and again among those that the last guess
// leaves. That takes three looks on average in a thousand documents, four and a half in a million.
#pragma once

#include "archive/index/bitmap.h"
#include "archive/index/columns.h"
#include "archive/index/identity.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace archive {

/// The docids in the order of the bytes of their ids, of a column of ids.
std::vector<std::uint32_t> order_of_ids(const std::vector<IdBytes>& ids);

/// Such an order in a published segment.
class IdOrder {
public:
    IdOrder() = default;

    /// Throws Failure index_damaged when the file is no column of so many documents, which are not
    /// read: `check` does that.
    IdOrder(std::string path, std::uint32_t documents);

    /// The document that has the id in `ids`, the segment's column. Nothing has no id, or one of
    /// more than article_id_size characters. Throws Failure index_damaged when the order names a
    /// document that is not there.
    std::optional<Docid> find(std::string_view id, std::span<const IdBytes> ids) const;

private:
    std::string path_;
    Column<std::uint32_t> docids_;
};

}  // namespace archive
