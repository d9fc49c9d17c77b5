// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/inflation.h"

#include "archive/base/limits.h"

#include <brotli/decode.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <vector>

namespace indexer {

namespace {

constexpr std::size_t block_bytes = 64U << 10;
constexpr std::size_t free_bytes = 1U << 20;  // the ratio counts beyond the first MiB

/// What comes out, measured against what went in.
class Output {
public:
    Output(std::size_t packed, std::size_t limit) : packed_(packed), limit_(limit) {}

    /// Takes a block; false when there is enough or too much of it.
    bool take(const char* bytes, std::size_t size) {
        inflated.bytes.append(bytes, size);
        const std::size_t made = inflated.bytes.size();
        inflated.bomb =
            made > free_bytes && (made - free_bytes) / archive::limits::container_ratio > packed_;
        return !inflated.bomb && made <= limit_;
    }

    Inflated inflated;

private:
    std::size_t packed_;
    std::size_t limit_;
};

enum class Wrapping : int {
    gzip_or_zlib = 15 + 32,
    none = -15,
};

/// One member after another, as gzip allows. The input is at most a few MiB: it fits zlib's counts.
Inflated with_zlib(std::string_view packed, Wrapping wrapping, std::size_t limit) {
    Output output(packed.size(), limit);
    output.inflated.whole = false;
    z_stream stream{};
    if (inflateInit2(&stream, static_cast<int>(wrapping)) != Z_OK) return output.inflated;
    std::vector<unsigned char> input(packed.begin(), packed.end());
    stream.next_in = input.data();
    stream.avail_in = static_cast<uInt>(input.size());
    std::vector<unsigned char> block(block_bytes);
    for (bool more = true; more;) {
        stream.next_out = block.data();
        stream.avail_out = static_cast<uInt>(block.size());
        const int code = inflate(&stream, Z_NO_FLUSH);
        const std::size_t made = block.size() - stream.avail_out;
        more = output.take(reinterpret_cast<const char*>(block.data()), made);
        if (code == Z_STREAM_END) {
            output.inflated.whole = true;
            constexpr unsigned char first_of_gzip = 0x1F;
            more = more && stream.avail_in > 0 && *stream.next_in == first_of_gzip
                   && inflateReset(&stream) == Z_OK;
            if (more) output.inflated.whole = false;
        } else if (code != Z_OK || (made == 0 && stream.avail_in == 0)) {
            more = false;
        }
    }
    inflateEnd(&stream);
    return output.inflated;
}

Inflated with_brotli(std::string_view packed, std::size_t limit) {
    Output output(packed.size(), limit);
    output.inflated.whole = false;
    const std::unique_ptr<BrotliDecoderState, decltype(&BrotliDecoderDestroyInstance)> decoder(
        BrotliDecoderCreateInstance(nullptr, nullptr, nullptr), &BrotliDecoderDestroyInstance);
    if (!decoder) return output.inflated;
    std::size_t in_left = packed.size();
    const auto* in = reinterpret_cast<const std::uint8_t*>(packed.data());
    std::vector<std::uint8_t> block(block_bytes);
    for (;;) {
        std::size_t out_left = block.size();
        std::uint8_t* out = block.data();
        const auto code =
            BrotliDecoderDecompressStream(decoder.get(), &in_left, &in, &out_left, &out, nullptr);
        const bool more =
            output.take(reinterpret_cast<const char*>(block.data()), block.size() - out_left);
        if (code == BROTLI_DECODER_RESULT_SUCCESS) output.inflated.whole = true;
        if (code != BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT || !more) return output.inflated;
    }
}

Inflated with_zstd(std::string_view packed, std::size_t limit) {
    Output output(packed.size(), limit);
    output.inflated.whole = false;
    const std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> context(ZSTD_createDCtx(),
                                                                       &ZSTD_freeDCtx);
    if (!context) return output.inflated;
    ZSTD_inBuffer in{packed.data(), packed.size(), 0};
    std::vector<char> block(block_bytes);
    for (;;) {
        ZSTD_outBuffer out{block.data(), block.size(), 0};
        const std::size_t code = ZSTD_decompressStream(context.get(), &out, &in);
        if (ZSTD_isError(code) != 0U) return output.inflated;
        const bool more = output.take(block.data(), out.pos);
        output.inflated.whole = code == 0;
        const bool spent = in.pos == in.size && out.pos < out.size;
        if (!more || spent) return output.inflated;
    }
}

/// Nothing for what was not coded at all. Text that is declared compressed and is not often yields
/// a few bytes before it breaks off.
std::optional<Inflated> if_coded(Inflated inflated, std::string_view packed) {
    const bool like_text =
        !packed.empty() && std::string_view("<{[ \t\r\n").find(packed[0]) != std::string_view::npos;
    if (!inflated.whole && (inflated.bytes.empty() || like_text)) return std::nullopt;
    return inflated;
}

}  // namespace

std::optional<Inflated> inflated_by(std::string_view coding, std::string_view packed,
                                    std::size_t limit) {
    // What it begins with counts more than what is declared: servers say deflate and send gzip.
    if (packed.starts_with("\x1f\x8b\x08")) {
        return if_coded(with_zlib(packed, Wrapping::gzip_or_zlib, limit), packed);
    }
    if (packed.starts_with("\x28\xb5\x2f\xfd")) {
        return if_coded(with_zstd(packed, limit), packed);
    }
    if (coding == "deflate" || coding == "gzip" || coding == "x-gzip") {
        auto inflated = if_coded(with_zlib(packed, Wrapping::gzip_or_zlib, limit), packed);
        return inflated ? inflated : if_coded(with_zlib(packed, Wrapping::none, limit), packed);
    }
    if (coding == "br") return if_coded(with_brotli(packed, limit), packed);
    return std::nullopt;
}

}  // namespace indexer
