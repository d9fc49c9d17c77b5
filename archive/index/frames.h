// SPDX-License-Identifier: GPL-2.0-or-later
// frames.h - The zstd frames of stored articles, for those who make and read them.
#pragma once

#include "archive/base/error.h"

#include <zstd.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace archive {

inline constexpr int compression_level = 3;

inline Failure damaged_article() {
    return {ErrorCode::index_damaged, "a stored article cannot be read"};
}

struct FreeContext {
    void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
    void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
};

/// A frame of `bytes`. `pack` fills it with the thread's context and returns what zstd says.
template <typename Pack>
std::string packed_by(std::string_view bytes, const Pack& pack) {
    thread_local const std::unique_ptr<ZSTD_CCtx, FreeContext> context(ZSTD_createCCtx());
    std::string frame(ZSTD_compressBound(bytes.size()), '\0');
    const std::size_t size = pack(context.get(), frame);
    if (ZSTD_isError(size) != 0) throw Failure(ErrorCode::internal, ZSTD_getErrorName(size));
    frame.resize(size);
    return frame;
}

/// What is in a frame of at most `largest` bytes, filled by `unpack` in the same way. It lies in
/// `room`, which grows to hold it and never shrinks. Throws Failure index_damaged.
template <typename Unpack>
std::string_view unpacked_by(std::string& room, std::string_view frame, std::uint64_t largest,
                             const Unpack& unpack) {
    thread_local const std::unique_ptr<ZSTD_DCtx, FreeContext> context(ZSTD_createDCtx());
    const unsigned long long size = ZSTD_getFrameContentSize(frame.data(), frame.size());
    if (size > largest) throw damaged_article();  // also the codes for "unknown" and "no frame"
    if (room.size() < size) room.resize(size);
    const std::size_t done = unpack(context.get(), room);
    if (ZSTD_isError(done) != 0 || done != size) throw damaged_article();
    return std::string_view(room).substr(0, size);
}

}  // namespace archive
