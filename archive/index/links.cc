// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/links.h"

#include "archive/base/error.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace archive {

namespace {

constexpr std::array<char, 8> magic{'D', 'L', 'L', 'I', 'N', 'K', 'S', '1'};

struct LinksHeader {
    std::array<char, 8> magic;
    std::uint64_t elements = 0;  ///< documents and the zeroth
};

template <typename T>
std::string_view bytes_of(const std::vector<T>& values) {
    return {reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T)};
}

}  // namespace

LinkColumns::LinkColumns(const std::string& path, std::uint32_t documents) : file_(path) {
    const auto bytes = file_.bytes();
    const std::size_t elements = std::size_t{documents} + 1;
    LinksHeader header{};
    if (bytes.size() >= sizeof header) std::memcpy(&header, bytes.data(), sizeof header);
    const std::size_t columns = elements * (2 * sizeof(GroupNumber) + 1);
    if (header.magic != magic || header.elements != elements
        || bytes.size() != sizeof header + columns) {
        throw Failure(ErrorCode::index_damaged, "is not the file of links that was written", path);
    }
    const char* const begin = bytes.data() + sizeof header;
    const auto* const numbers = reinterpret_cast<const GroupNumber*>(begin);
    stories_ = {numbers, elements};
    events_ = {numbers + elements, elements};
    roles_ = {reinterpret_cast<const std::uint8_t*>(numbers + 2 * elements), elements};
    const bool known = std::all_of(roles_.begin(), roles_.end(),
                                   [](std::uint8_t role) { return role < story_roles; });
    if (!known) throw Failure(ErrorCode::index_damaged, "holds roles nobody knows", path);
    in_stories_ = bitmap_for(documents);
    for (Docid docid = 1; docid < elements; ++docid) {
        if (stories_[docid] != 0) set_bit(in_stories_, docid);
    }
}

bool LinkColumns::fits(std::size_t stories, std::size_t events) const {
    const auto below = [](std::span<const GroupNumber> numbers, std::size_t limit) {
        return std::all_of(numbers.begin(), numbers.end(),
                           [limit](GroupNumber number) { return number == 0 || number < limit; });
    };
    return below(stories_, stories) && below(events_, events);
}

FileStamp write_links(const std::string& path, const std::vector<ArticleLink>& links) {
    std::vector<GroupNumber> stories, events;
    std::vector<std::uint8_t> roles;
    for (const auto& link : links) {
        stories.push_back(link.story);
        events.push_back(link.event);
        roles.push_back(static_cast<std::uint8_t>(link.role));
    }
    const LinksHeader header{magic, links.size()};
    NewFile file(path);
    file.write({reinterpret_cast<const char*>(&header), sizeof header});
    file.write(bytes_of(stories));
    file.write(bytes_of(events));
    file.write(bytes_of(roles));
    return file.finish();
}

GroupNumber final_group(std::span<const GroupRecord> groups, GroupNumber number) {
    // A group is merged into an older one only, so that no chain is longer than the table.
    for (std::size_t steps = 0; steps < groups.size(); ++steps) {
        if (number == 0 || number >= groups.size()) return 0;
        if (groups[number].into == 0) return groups[number].articles > 0 ? number : 0;
        number = groups[number].into;
    }
    return 0;
}

GroupNumber group_with_id(std::span<const GroupRecord> groups, std::string_view id) {
    // An article that left a story its own was merged into may have begun another: two of its name.
    GroupNumber merged_into = 0;
    for (GroupNumber number = 1; number < groups.size(); ++number) {
        if (groups[number].id_text() != id) continue;
        const auto found = final_group(groups, number);
        if (found == number) return number;
        if (merged_into == 0) merged_into = found;
    }
    return merged_into;
}

}  // namespace archive
