// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/id_order.h"

#include "archive/base/error.h"
#include "archive/index/byte_order.h"

#include <algorithm>
#include <utility>

namespace archive {

namespace {

/// Guesses before the middle is taken: ids that are no hashes would lead them astray.
constexpr int most_guesses = 8;

std::string_view bytes_of(const IdBytes& id) {
    return {id.characters.data(), id.characters.size()};
}

}  // namespace

std::vector<std::uint32_t> order_of_ids(const std::vector<IdBytes>& ids) {
    const auto text = [&](std::uint32_t number) { return bytes_of(ids[number + 1]); };
    auto order = in_order_of_bytes(ids.size() - 1, text);
    for (auto& number : order) ++number;
    return order;
}

IdOrder::IdOrder(std::string path, std::uint32_t documents)
    : path_(std::move(path)), docids_(path_) {
    if (docids_.values().size() != documents)
        throw Failure(ErrorCode::index_damaged, "is no order of so many documents", path_);
}

std::optional<Docid> IdOrder::find(std::string_view id, std::span<const IdBytes> ids) const {
    const IdBytes wanted(id);
    if (id.empty() || std::string_view(wanted) != id) return std::nullopt;
    const auto place = place_among_ids(wanted);
    const auto docids = docids_.values();
    std::size_t begin = 0, end = docids.size();  // it is in between, if it is there
    double begin_place = 0, end_place = 1;       // of the ids beside them
    for (int looks = 0; begin < end; ++looks) {
        double part = 0.5;
        if (looks < most_guesses && begin_place < end_place)
            part = std::clamp((place - begin_place) / (end_place - begin_place), 0.0, 1.0);
        const auto step = static_cast<std::size_t>(part * static_cast<double>(end - begin));
        const auto at = std::min(begin + step, end - 1);
        const auto docid = docids[at];
        if (docid == 0 || docid >= ids.size())
            throw Failure(ErrorCode::index_damaged, "names an article that is not there", path_);
        const auto order = bytes_of(ids[docid]).compare(bytes_of(wanted));
        if (order == 0) return docid;
        if (order < 0) {
            begin = at + 1;
            begin_place = place_among_ids(ids[docid]);
        } else {
            end = at;
            end_place = place_among_ids(ids[docid]);
        }
    }
    return std::nullopt;
}

}  // namespace archive
