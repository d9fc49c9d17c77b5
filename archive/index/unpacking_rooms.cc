// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/unpacking_rooms.h"

#define ZSTD_STATIC_LINKING_ONLY  // for ZSTD_createDDict_byReference()
#include "archive/index/frames.h"

#include <algorithm>
#include <utility>

namespace archive {

namespace {

struct FreeDictionary {
    void operator()(ZSTD_DDict* dictionary) const { ZSTD_freeDDict(dictionary); }
};

}  // namespace

class UnpackingRooms::Room {
public:
    explicit Room(std::string_view dictionary)
        : behind_(dictionary.size()),
          memory_(std::make_unique_for_overwrite<char[]>(behind_ + usual_bytes)),
          context_(ZSTD_createDCtx()) {
        std::copy(dictionary.begin(), dictionary.end(), memory_.get());
        if (behind_ == 0) return;
        dictionary_.reset(ZSTD_createDDict_byReference(memory_.get(), behind_));
        if (!dictionary_ || ZSTD_getDictID_fromDDict(dictionary_.get()) == 0)
            throw Failure(ErrorCode::index_damaged, "is no dictionary of stored articles");
    }

    std::string_view unpack(std::string_view frame, std::uint64_t largest) {
        const auto size = bytes_in(frame, largest);
        char* to = memory_.get() + behind_;
        if (size > usual_bytes) {
            large_.resize(size);
            to = large_.data();
        }
        // Else zstd takes the dictionary it used last for near, and waits for each place of it.
        ZSTD_decompressBegin(context_.get());
        const std::size_t done =
            dictionary_ ? ZSTD_decompress_usingDDict(context_.get(), to, size, frame.data(),
                                                     frame.size(), dictionary_.get())
                        : ZSTD_decompressDCtx(context_.get(), to, size, frame.data(), frame.size());
        require_all(done, size);
        return {to, size};
    }

    /// What an unusual article took is not kept.
    void tidy() { large_ = std::string(); }

private:
    static constexpr std::size_t usual_bytes = std::size_t{256} << 10U;

    const std::size_t behind_;  ///< bytes of the dictionary
    std::unique_ptr<char[]> memory_;
    std::string large_;
    std::unique_ptr<ZSTD_DCtx, FreeContext> context_;
    std::unique_ptr<ZSTD_DDict, FreeDictionary> dictionary_;  ///< refers to `memory_`
};

UnpackingRooms::UnpackingRooms(std::string_view dictionary) : dictionary_(dictionary) {
    if (!dictionary.empty()) idle_.push_back(std::make_unique<Room>(dictionary));
}

UnpackingRooms::~UnpackingRooms() = default;

UnpackingRooms::Unpacked::Unpacked(UnpackingRooms& rooms, std::unique_ptr<Room> room)
    : rooms_(&rooms), room_(std::move(room)) {}
UnpackingRooms::Unpacked::Unpacked(Unpacked&&) noexcept = default;
UnpackingRooms::Unpacked::~Unpacked() {
    if (room_) rooms_->take_back(std::move(room_));
}

UnpackingRooms::Unpacked UnpackingRooms::unpacked(std::string_view frame, std::uint64_t largest) {
    Unpacked unpacked(*this, lend());
    unpacked.bytes_ = unpacked.room_->unpack(frame, largest);
    return unpacked;
}

std::unique_ptr<UnpackingRooms::Room> UnpackingRooms::lend() {
    {
        const std::lock_guard lock(mutex_);
        if (!idle_.empty()) {
            auto room = std::move(idle_.back());
            idle_.pop_back();
            return room;
        }
    }
    return std::make_unique<Room>(dictionary_);
}

void UnpackingRooms::take_back(std::unique_ptr<Room> room) {
    room->tidy();
    const std::lock_guard lock(mutex_);
    idle_.push_back(std::move(room));
}

}  // namespace archive
