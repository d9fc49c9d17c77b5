// SPDX-License-Identifier: GPL-2.0-or-later
// neighbours.h - Opens the files that another one speaks of, on the disk and inside containers.
//
// The table of contents of a newspaper's issue names the pages that hold its text. What a hostile
// file names is never opened outside its own folder, and no link is followed.
#pragma once

#include "indexer/readers/container.h"
#include "indexer/readers/reader.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace indexer {

/// The path that `name`, a reference in a file lying at `place`, means: "a.zip!b/alto/1.xml" for
/// "file://./alto/1.xml" at "a.zip!b/". Nothing for addresses on the web, absolute names and names
/// that lead out of that place.
std::optional<std::string> referred_path(std::string_view place, std::string_view name);

/// Around a file on the disk.
class FolderNeighbours final : public Neighbours {
public:
    /// `path` is the real path of the file.
    explicit FolderNeighbours(std::string path) : path_(std::move(path)) {}

    void open(const std::vector<std::string>& names, const Taker& take) const override;
    void search(const std::function<bool(std::string_view head)>& wanted, std::string_view word,
                const Taker& take) const override;

private:
    std::string path_;
};

/// Around a member of a container, which is read once more for every call.
class MemberNeighbours final : public Neighbours {
public:
    /// `file` is the real path of the container, `path` that of the member. `bytes_left` is how
    /// much of the container may still be read for such calls, which throw a Failure
    /// (container_limit) beyond it. Both references must outlive this.
    MemberNeighbours(std::string file, std::string path, const ContainerLimits& limits,
                     std::uint64_t& bytes_left)
        : file_(std::move(file)),
          path_(std::move(path)),
          limits_(limits),
          bytes_left_(bytes_left) {}

    void open(const std::vector<std::string>& names, const Taker& take) const override;
    void search(const std::function<bool(std::string_view head)>& wanted, std::string_view word,
                const Taker& take) const override;

private:
    void read_again(MemberVisitor& visitor) const;

    std::string file_;
    std::string path_;
    const ContainerLimits& limits_;
    std::uint64_t& bytes_left_;
};

}  // namespace indexer
