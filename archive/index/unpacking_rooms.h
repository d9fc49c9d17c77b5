// SPDX-License-Identifier: GPL-2.0-or-later
// unpacking_rooms.h - Memory in which stored articles are unpacked, used again and again.
//
// A frame refers to its dictionary all the time. Where an article is unpacked right behind the
// dictionary, zstd takes what it refers to for an earlier part of the same text and copies it at
// once; elsewhere it calls memmove() for each (2026-11-22: 4.7 and 6.1 us an article of 3.7 KB).
// So each room begins with a copy of the dictionary. There are as many as articles were unpacked at
// the same time.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace archive {

/// Any thread.
class UnpackingRooms {
public:
    /// `dictionary` as zstd makes them, which outlives the rooms; empty for none. Throws Failure
    /// index_damaged when it is none.
    explicit UnpackingRooms(std::string_view dictionary);
    ~UnpackingRooms();
    UnpackingRooms(const UnpackingRooms&) = delete;
    UnpackingRooms& operator=(const UnpackingRooms&) = delete;

    class Room;

    /// What was in a frame. Keeps its room until it goes.
    class Unpacked {
    public:
        Unpacked(UnpackingRooms& rooms, std::unique_ptr<Room> room);
        Unpacked(Unpacked&&) noexcept;
        Unpacked& operator=(Unpacked&&) = delete;
        ~Unpacked();
        std::string_view bytes() const { return bytes_; }

    private:
        friend class UnpackingRooms;
        UnpackingRooms* rooms_;
        std::unique_ptr<Room> room_;
        std::string_view bytes_;
    };

    /// Throws Failure index_damaged when this is no frame made with the dictionary, or holds more
    /// than `largest` bytes. The rooms outlive what they return.
    Unpacked unpacked(std::string_view frame, std::uint64_t largest);

private:
    std::unique_ptr<Room> lend();
    void take_back(std::unique_ptr<Room> room);

    std::mutex mutex_;
    std::vector<std::unique_ptr<Room>> idle_;
    const std::string_view dictionary_;
};

}  // namespace archive
