// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/stream_unpacking.h"

#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <limits>
#include <new>
#include <string>
#include <vector>

namespace indexer {

namespace {

using archive::ErrorCode;
using archive::Failure;

// As in unpacking.cc: what comes out is measured against what went in.
constexpr std::size_t block_bytes = 32U << 10;

[[noreturn]] void fail(const std::string& reason) {
    throw Failure(ErrorCode::container_damaged, "damaged: " + reason);
}

constexpr const char* too_early = "it ends too early";

/// What both have: a block of packed bytes, and counts.
class Stream : public Unpacked {
public:
    std::uint64_t position() const override { return position_; }
    std::uint64_t unpacked() const override { return unpacked_; }

    std::size_t read(char* buffer, std::size_t size) override {
        if (size == 0 || ended_) return 0;
        const std::size_t got = next_bytes(buffer, size);
        unpacked_ += got;
        return got;
    }

protected:
    explicit Stream(Bytes& from) : from_(from), block_(block_bytes) {}

    /// At least one byte, or 0 at the end, which ended_ says too. Throws Failure for damage.
    virtual std::size_t next_bytes(char* buffer, std::size_t size) = 0;

    /// Fetches the next block; 0 when there is none.
    std::size_t fetch() {
        const std::size_t got = from_.read(block_.data(), block_.size());
        position_ += got;
        return got;
    }

    char* block() { return block_.data(); }

    bool ended_ = false;

private:
    Bytes& from_;
    std::vector<char> block_;
    std::uint64_t position_ = 0;
    std::uint64_t unpacked_ = 0;
};

class GzipStream final : public Stream {
public:
    explicit GzipStream(Bytes& from) : Stream(from) {
        constexpr int gzip_only = 15 + 16;
        if (inflateInit2(&stream_, gzip_only) != Z_OK) throw std::bad_alloc();
    }
    ~GzipStream() override { inflateEnd(&stream_); }
    GzipStream(const GzipStream&) = delete;
    GzipStream& operator=(const GzipStream&) = delete;

private:
    std::size_t next_bytes(char* buffer, std::size_t size) override {
        const auto room =
            static_cast<uInt>(std::min<std::size_t>(size, std::numeric_limits<uInt>::max()));
        stream_.next_out = reinterpret_cast<Bytef*>(buffer);
        stream_.avail_out = room;
        while (stream_.avail_out == room) {
            if (stream_.avail_in == 0 && !refill()) {
                if (in_member_) fail(too_early);
                ended_ = true;
                return 0;
            }
            if (!in_member_ && !begins_member()) return 0;
            const int code = inflate(&stream_, Z_NO_FLUSH);
            if (code == Z_STREAM_END) {
                in_member_ = false;
            } else if (code == Z_MEM_ERROR) {
                throw std::bad_alloc();
            } else if (code != Z_OK && code != Z_BUF_ERROR && stream_.avail_out == room) {
                fail(stream_.msg == nullptr ? "no gzip" : stream_.msg);
            }
        }
        return room - stream_.avail_out;
    }

    bool refill() {
        stream_.avail_in = static_cast<uInt>(fetch());
        stream_.next_in = reinterpret_cast<Bytef*>(block());
        return stream_.avail_in > 0;
    }

    /// Between two members; padding ends the file.
    bool begins_member() {
        constexpr Bytef first_of_gzip = 0x1F;
        in_member_ = *stream_.next_in == first_of_gzip && inflateReset(&stream_) == Z_OK;
        ended_ = !in_member_;
        return in_member_;
    }

    z_stream stream_{};
    bool in_member_ = true;
};

class ZstdStream final : public Stream {
public:
    explicit ZstdStream(Bytes& from) : Stream(from), context_(ZSTD_createDCtx(), &ZSTD_freeDCtx) {
        if (!context_) throw std::bad_alloc();
    }

private:
    std::size_t next_bytes(char* buffer, std::size_t size) override {
        ZSTD_outBuffer out{buffer, size, 0};
        while (out.pos == 0) {
            const bool fetched = in_.pos < in_.size || refill();
            // What is left in the decoder comes without more input.
            const std::size_t taken = in_.pos;
            const std::size_t code = ZSTD_decompressStream(context_.get(), &out, &in_);
            if (ZSTD_isError(code) != 0U) fail(ZSTD_getErrorName(code));
            if (fetched || in_.pos > taken || out.pos > 0) {
                in_frame_ = code != 0;
                continue;
            }
            if (in_frame_) fail(too_early);
            ended_ = true;
            return 0;
        }
        return out.pos;
    }

    bool refill() {
        in_ = {block(), fetch(), 0};
        return in_.size > 0;
    }

    std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> context_;
    ZSTD_inBuffer in_{nullptr, 0, 0};
    bool in_frame_ = true;
};

}  // namespace

bool is_stream(Packing packing) {
    return packing == Packing::gzip || packing == Packing::zstd;
}

std::unique_ptr<Unpacked> unpacked_stream(Bytes& from, Packing packing) {
    if (packing == Packing::zstd) return std::make_unique<ZstdStream>(from);
    return std::make_unique<GzipStream>(from);
}

}  // namespace indexer
