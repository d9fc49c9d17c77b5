// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/neighbours.h"

#include "archive/base/text.h"
#include "indexer/readers/file_bytes.h"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <unordered_set>

namespace indexer {

namespace {

namespace fs = std::filesystem;
using archive::Failure;

constexpr std::size_t many_files = 5'000;  // above, a folder's files are looked at by name only
constexpr std::size_t searched_places = 3;

/// "%20" as a blank.
std::string without_escapes(std::string_view name) {
    const auto digit = [](char c) {
        if (c >= '0' && c <= '9') return c - '0';
        if (c >= 'a' && c <= 'f') return c - 'a' + 10;
        return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
    };
    std::string plain;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const bool escape = name[i] == '%' && i + 2 < name.size() && digit(name[i + 1]) >= 0
                            && digit(name[i + 2]) >= 0;
        if (!escape) {
            plain += name[i];
            continue;
        }
        plain += static_cast<char>(digit(name[i + 1]) * 16 + digit(name[i + 2]));
        i += 2;
    }
    return plain;
}

/// The place of a file and the two above it, as far as they lie in the same folder tree or
/// container.
std::vector<std::string> places_around(std::string_view path) {
    std::vector<std::string> places;
    std::string_view place = place_of(path);
    while (!place.empty() && places.size() < searched_places) {
        places.emplace_back(place);
        if (place.ends_with('!') || place == "/") break;
        place = place_of(place.substr(0, place.size() - 1));
    }
    return places;
}

bool holds_word(std::string_view path, std::string_view word) {
    const std::string name = archive::ascii_lower(path.substr(place_of(path).size()));
    return name.find(word) != std::string::npos;
}

/// Hands over members of a container that `wanted` names.
class Picking final : public MemberVisitor {
public:
    using Wanted = std::function<bool(const std::string& path, Bytes& bytes)>;

    Picking(Wanted wanted, const Neighbours::Taker& take)
        : wanted_(std::move(wanted)), take_(take) {}

    bool member(const Origin& origin, Bytes& bytes) override {
        return !wanted_(origin.path, bytes) || take_(origin.path, bytes);
    }
    // The container is read once for its members' own sake, and what is wrong is said then.
    bool rejected(const std::string&, archive::Error) override { return true; }
    bool skipped(const std::string&, std::string) override { return true; }

private:
    Wanted wanted_;
    const Neighbours::Taker& take_;
};

}  // namespace

std::optional<std::string> referred_path(std::string_view place, std::string_view name) {
    std::string plain = without_escapes(archive::trimmed(name));
    std::replace(plain.begin(), plain.end(), '\\', '/');
    std::string_view rest = plain;
    constexpr std::string_view file_scheme = "file:";
    if (rest.starts_with(file_scheme)) {
        rest.remove_prefix(file_scheme.size());
        // "file://./alto/1.xml" and "file:///alto/1.xml" are written for "alto/1.xml".
        while (rest.starts_with('/')) rest.remove_prefix(1);
    }
    if (rest.empty() || rest.starts_with('/') || rest.find_first_of(":!") != std::string_view::npos
        || rest.find('\0') != std::string_view::npos) {
        return std::nullopt;
    }
    std::vector<std::string_view> parts;
    for (const auto part : archive::split(rest, '/')) {
        if (part.empty() || part == ".") continue;
        if (part == "..") {
            if (parts.empty()) return std::nullopt;
            parts.pop_back();
            continue;
        }
        parts.push_back(part);
    }
    if (parts.empty()) return std::nullopt;
    std::string path(place);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) path += '/';
        path += parts[i];
    }
    return path;
}

void FolderNeighbours::open(const std::vector<std::string>& names, const Taker& take) const {
    const std::string place(place_of(path_));
    for (const auto& name : names) {
        const auto path = referred_path(place, name);
        if (!path || *path == path_) continue;
        // A folder on the way may be a link that leads out.
        std::error_code missing;
        const auto folder = fs::canonical(fs::path(*path).parent_path(), missing);
        if (missing || !(folder.string() + "/").starts_with(place)
            || !fs::is_regular_file(fs::symlink_status(*path, missing))) {
            continue;
        }
        FileBytes bytes(*path);
        if (!take(*path, bytes)) return;
    }
}

void FolderNeighbours::search(const std::function<bool(std::string_view head)>& wanted,
                              std::string_view word, const Taker& take) const {
    for (const auto& place : places_around(path_)) {
        std::vector<std::string> files;
        std::error_code trouble;
        for (auto entry = fs::directory_iterator(place, trouble);
             !trouble && entry != fs::directory_iterator(); entry.increment(trouble)) {
            std::error_code ignored;
            if (fs::is_regular_file(entry->symlink_status(ignored))) {
                files.push_back(place + entry->path().filename().string());
            }
        }
        std::sort(files.begin(), files.end());
        const bool many = files.size() > many_files;
        for (const auto& path : files) {
            if (path == path_ || (many && !holds_word(path, word))) continue;
            try {
                FileBytes bytes(path);
                if (wanted(bytes.head()) && !take(path, bytes)) return;
            } catch (const Failure&) {
                continue;  // it is reported where it is read for its own sake
            }
        }
    }
}

void MemberNeighbours::read_again(MemberVisitor& visitor) const {
    if (bytes_left_ == 0) {
        throw Failure(archive::ErrorCode::container_limit,
                      "too much of the container is read again for what its files speak of");
    }
    FileBytes file(file_);
    for_each_member(file, {file_, {}}, limits_, visitor);
    constexpr std::uint64_t least = 1U << 20;
    bytes_left_ -= std::min(bytes_left_, std::max(file.taken(), least));
}

void MemberNeighbours::open(const std::vector<std::string>& names, const Taker& take) const {
    const std::string_view place = place_of(path_);
    std::unordered_set<std::string> paths;
    for (const auto& name : names) {
        const bool from_top = name.starts_with('/');
        const auto top = std::string_view(path_).substr(0, path_.rfind('!') + 1);
        auto path = referred_path(from_top ? top : place, from_top ? name.substr(1) : name);
        if (path) paths.insert(std::move(*path));
    }
    if (paths.empty()) return;
    const Taker counting = [&](const std::string& path, Bytes& bytes) {
        paths.erase(path);
        return take(path, bytes) && !paths.empty();
    };
    Picking picking([&](const std::string& path, Bytes&) { return paths.count(path) != 0; },
                    counting);
    read_again(picking);
}

void MemberNeighbours::search(const std::function<bool(std::string_view head)>& wanted,
                              std::string_view, const Taker& take) const {
    const auto places = places_around(path_);
    Picking picking(
        [&](const std::string& path, Bytes& bytes) {
            const auto place = place_of(path);
            return std::find(places.begin(), places.end(), place) != places.end()
                   && wanted(bytes.head());
        },
        take);
    read_again(picking);
}

}  // namespace indexer
