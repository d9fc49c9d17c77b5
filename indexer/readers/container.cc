// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/container.h"

#include "archive/base/text.h"
#include "indexer/readers/neighbours.h"
#include "indexer/readers/stream_unpacking.h"
#include "indexer/readers/unpacking.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

namespace indexer {

namespace {

using archive::Error;
using archive::ErrorCode;
using archive::Failure;
using Kind = Unpacking::Entry::Kind;

constexpr std::uint64_t free_bytes = 1U << 20;  // the ratio counts beyond the first MiB

/// What looking into one file needs everywhere.
struct Look {
    const FileBytes& file;
    const ContainerLimits& limits;
    MemberVisitor& visitor;
    const Origin& origin;               ///< of the file
    std::uint64_t bytes_to_read_again;  ///< for what members speak of
    bool spent = false;                 ///< it expanded too far: nothing more is read of it
};

/// Damage of one layer, and whether it was reported. What lies in that layer breaks off with it.
struct Damage {
    Error error;
    bool told = false;
};

/// The bytes of the current entry, measured against what they were unpacked from: the layer below,
/// and the whole file. Damage is their end.
class EntryBytes final : public HeadedBytes {
public:
    /// `below` are the bytes that are unpacked.
    EntryBytes(Unpacked& unpacked, const Bytes& below, Look& look)
        : unpacked_(unpacked), below_(below), look_(look) {}

    bool broke_off() const override { return damage_ != nullptr; }

    /// Null when there is none.
    Damage* damage() const { return damage_.get(); }

protected:
    std::size_t pull(char* buffer, std::size_t size) override {
        const std::size_t got = broke_off() ? 0 : unpack(buffer, size);
        made_ += got;
        const auto packed = std::min(unpacked_.position(), look_.file.taken());
        const auto unpacked = unpacked_.unpacked();
        if (unpacked > free_bytes && (unpacked - free_bytes) / look_.limits.ratio > packed) {
            look_.spent = true;
            throw Failure(ErrorCode::container_limit,
                          "expands more than " + std::to_string(look_.limits.ratio) + " to 1");
        }
        return got;
    }

private:
    std::size_t unpack(char* buffer, std::size_t size) {
        try {
            return unpacked_.read(buffer, size);
        } catch (const Failure& failure) {
            if (failure.error().code != ErrorCode::container_damaged) throw;
            const auto* entry = dynamic_cast<const EntryBytes*>(&below_);
            if (entry != nullptr && entry->broke_off()) {
                damage_ = entry->damage_;
            } else {
                damage_ = std::make_shared<Damage>(Damage{failure.error()});
                damage_->error.message += ", after " + std::to_string(made_) + " bytes";
            }
            return 0;
        }
    }

    Unpacked& unpacked_;
    const Bytes& below_;
    Look& look_;
    std::uint64_t made_ = 0;
    std::shared_ptr<Damage> damage_;
};

bool is_hidden(std::string_view name) {
    for (const auto part : archive::split(name, '/')) {
        if (part.starts_with('.') && part != "." && part != "..") return true;
    }
    return name.starts_with("__MACOSX/");
}

/// Why an entry is not read, or nothing when it is.
std::optional<std::string> reason_to_skip(const Unpacking::Entry& entry) {
    switch (entry.kind) {
        case Kind::file: break;
        case Kind::link: return "a link in a container";
        case Kind::folder:
        case Kind::special: return "not a regular file";
    }
    if (is_hidden(entry.name)) return "its name begins with a dot";
    return std::nullopt;
}

bool look_into(Bytes& bytes, const Origin& origin, std::size_t level, Look& look);

/// Calls `work`; what it throws as a Failure is reported for `path`.
template <typename Work>
bool reporting(const std::string& path, Look& look, Work&& work) {
    try {
        return work();
    } catch (const Failure& failure) {
        return look.visitor.rejected(path, failure.error());
    }
}

/// Looks into what `entry` holds, then reports its damage, once: what fails in bytes that broke off
/// fails for the same reason.
bool look_into_entry(EntryBytes& entry, const Origin& origin, std::size_t level, Look& look) {
    bool go_on = true;
    try {
        go_on = look_into(entry, origin, level, look);
    } catch (const Failure&) {
        if (!entry.broke_off()) throw;
    }
    if (!go_on || !entry.broke_off() || std::exchange(entry.damage()->told, true)) return go_on;
    return look.visitor.rejected(origin.path, entry.damage()->error);
}

bool look_into_compressed(Bytes& bytes, const Origin& origin, std::size_t level, Look& look) {
    const Packing packing = packing_of(bytes.head());
    std::unique_ptr<Unpacked> unpacked;
    if (is_stream(packing)) {
        unpacked = unpacked_stream(bytes, packing);
    } else {
        auto unpacking = std::make_unique<Unpacking>(bytes, packing);
        if (!unpacking->next()) {
            MemoryBytes nothing{std::string()};
            return look.visitor.member(origin, nothing);
        }
        unpacked = std::move(unpacking);
    }
    EntryBytes entry(*unpacked, bytes, look);
    // "a.tar.gz" is one container, "a.gz.gz" is two.
    const bool box = is_box(packing_of(entry.head()));
    return look_into_entry(entry, origin, box ? level : level + 1, look);
}

bool look_into_box(Bytes& bytes, const Origin& origin, std::size_t level, Look& look) {
    Unpacking unpacking(bytes, packing_of(bytes.head()));
    for (std::size_t count = 1;; ++count) {
        const auto entry = unpacking.next();
        if (!entry) return true;
        if (count > look.limits.entries) {
            throw Failure(ErrorCode::container_limit,
                          "holds more than " + std::to_string(look.limits.entries) + " entries");
        }
        if (entry->kind == Kind::folder) continue;
        Origin member;
        member.path = origin.path + "!"
                      + (entry->name.empty() ? "entry " + std::to_string(count) : entry->name);
        member.folder = folder_of(member.path);
        const MemberNeighbours neighbours(look.origin.path, member.path, look.limits,
                                          look.bytes_to_read_again);
        member.neighbours = &neighbours;
        bool go_on = true;
        if (auto reason = reason_to_skip(*entry)) {
            go_on = look.visitor.skipped(member.path, std::move(*reason));
        } else if (entry->encrypted) {
            go_on = look.visitor.rejected(
                member.path,
                Error{ErrorCode::container_damaged, "encrypted with a password", {}, {}});
        } else {
            go_on = reporting(member.path, look, [&] {
                EntryBytes member_bytes(unpacking, bytes, look);
                return look_into_entry(member_bytes, member, level + 1, look);
            });
        }
        if (!go_on) return false;
        if (look.spent || !unpacking.usable()) return true;  // the member's reject says why
    }
}

bool look_into(Bytes& bytes, const Origin& origin, std::size_t level, Look& look) {
    const Packing packing = packing_of(bytes.head());
    if (packing == Packing::none) return look.visitor.member(origin, bytes);
    if (level >= look.limits.levels) {
        throw Failure(
            ErrorCode::container_limit,
            "containers in one another more than " + std::to_string(look.limits.levels) + " deep");
    }
    if (!is_box(packing)) return look_into_compressed(bytes, origin, level, look);
    if (packing == Packing::tar || dynamic_cast<PlacedBytes*>(&bytes) != nullptr) {
        return look_into_box(bytes, origin, level, look);
    }
    // A zip or 7z in another container: its directory stands at its end.
    auto whole = read_whole(bytes, look.limits.entry_bytes);
    if (whole.more) {
        throw Failure(ErrorCode::container_limit,
                      "a container of more than " + std::to_string(look.limits.entry_bytes >> 20U)
                          + " MiB in another");
    }
    MemoryBytes memory(std::move(whole.text));
    return look_into_box(memory, origin, level, look);
}

}  // namespace

bool for_each_member(FileBytes& file, const Origin& origin, const ContainerLimits& limits,
                     MemberVisitor& visitor) {
    // Eight GiB are a minute or two of unpacking; a large container may be read some times more.
    constexpr std::uint64_t again_bytes = 8ULL << 30U, again_times = 20;
    Look look{file, limits, visitor, origin, again_bytes + again_times * file.size()};
    return reporting(origin.path, look, [&] { return look_into(file, origin, 0, look); });
}

std::string_view place_of(std::string_view path) {
    const auto end = path.find_last_of("/!");
    return path.substr(0, end == std::string_view::npos ? 0 : end + 1);
}

std::string folder_of(std::string_view path) {
    const auto is_letter = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
               || static_cast<unsigned char>(c) >= 0x80;
    };
    auto end = path.find_last_of("/!");
    while (end != std::string_view::npos) {
        const bool box = path[end] == '!';
        const auto begin = path.substr(0, end).find_last_of("/!");
        const auto first = begin == std::string_view::npos ? 0 : begin + 1;
        std::string_view name = path.substr(first, end - first);
        if (box) name = name.substr(0, name.find('.', 1));
        if (std::any_of(name.begin(), name.end(), is_letter)) return std::string(name);
        end = begin;
    }
    return {};
}

}  // namespace indexer
