// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/compression.h"

#include "archive/base/error.h"
#include "archive/base/text.h"

#include <brotli/encode.h>
#include <zlib.h>

#include <array>
#include <charconv>
#include <cstdint>
#include <optional>

namespace server {

using archive::ErrorCode;
using archive::Failure;

namespace {

/// A quality in thousandths: "0.75" is 750. Nothing for what is no quality.
std::optional<int> read_quality(std::string_view text) {
    if (text.empty() || text.size() > 5 || (text[0] != '0' && text[0] != '1')) return std::nullopt;
    if (text.size() == 1) return text[0] == '1' ? 1000 : 0;
    if (text[1] != '.') return std::nullopt;
    int thousandths = 0;
    for (std::size_t i = 2; i < 5; ++i) {
        const char digit = i < text.size() ? text[i] : '0';
        if (digit < '0' || digit > '9') return std::nullopt;
        thousandths = thousandths * 10 + (digit - '0');
    }
    if (text[0] == '1') return thousandths == 0 ? std::optional(1000) : std::nullopt;
    return thousandths;
}

/// The quality an entry such as "gzip;q=0.5" gives its coding.
std::optional<int> quality_of(std::string_view entry) {
    const auto semicolon = entry.find(';');
    if (semicolon == std::string_view::npos) return 1000;
    const auto weight = archive::trimmed(entry.substr(semicolon + 1));
    if (!weight.starts_with("q=")) return std::nullopt;
    return read_quality(weight.substr(2));
}

std::string gzip(std::string_view bytes, Effort effort) {
    z_stream stream{};
    constexpr int gzip_window = 15 + 16;  // 16: with the header of gzip
    const int level = effort == Effort::quick ? 1 : 9;
    if (::deflateInit2(&stream, level, Z_DEFLATED, gzip_window, 8, Z_DEFAULT_STRATEGY) != Z_OK) {
        throw Failure(ErrorCode::internal, "zlib could not begin");
    }
    std::string out(::deflateBound(&stream, bytes.size()), '\0');
    // zlib declares its input as changeable and its bytes as unsigned; it does not change them.
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const int status = ::deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    ::deflateEnd(&stream);
    if (status != Z_STREAM_END) throw Failure(ErrorCode::internal, "zlib could not compress");
    return out;
}

std::string brotli(std::string_view bytes, Effort effort) {
    const int quality = effort == Effort::quick ? 1 : 9;
    std::size_t size = ::BrotliEncoderMaxCompressedSize(bytes.size());
    std::string out(size, '\0');
    const auto done =
        ::BrotliEncoderCompress(quality, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT, bytes.size(),
                                reinterpret_cast<const std::uint8_t*>(bytes.data()), &size,
                                reinterpret_cast<std::uint8_t*>(out.data()));
    if (done == BROTLI_FALSE) throw Failure(ErrorCode::internal, "brotli could not compress");
    out.resize(size);
    return out;
}

}  // namespace

std::string_view name(Coding coding) {
    switch (coding) {
        case Coding::identity: return "";
        case Coding::gzip: return "gzip";
        case Coding::br: return "br";
    }
    return "";
}

Coding chosen_coding(std::string_view accept_encoding) {
    const std::string wishes = archive::ascii_lower(accept_encoding);
    std::optional<int> br;
    std::optional<int> gzip;
    std::optional<int> identity;
    int others = 0;
    for (const auto part : archive::split(wishes, ',')) {
        const auto entry = archive::trimmed(part);
        const auto coding = archive::trimmed(entry.substr(0, entry.find(';')));
        const auto quality = quality_of(entry);
        if (!quality) continue;
        if (coding == "br") br = quality;
        if (coding == "gzip" || coding == "x-gzip") gzip = quality;
        if (coding == "identity") identity = quality;
        if (coding == "*") others = *quality;
    }
    // Identity needs no mention to be acceptable, but only a mention ranks it above a coding.
    const int br_quality = br.value_or(others);
    const int gzip_quality = gzip.value_or(others);
    const int identity_quality = identity.value_or(0);
    if (br_quality > 0 && br_quality >= gzip_quality && br_quality >= identity_quality) {
        return Coding::br;
    }
    if (gzip_quality > 0 && gzip_quality >= identity_quality) return Coding::gzip;
    return Coding::identity;
}

std::string compressed(std::string_view bytes, Coding coding, Effort effort) {
    switch (coding) {
        case Coding::identity: break;
        case Coding::gzip: return gzip(bytes, effort);
        case Coding::br: return brotli(bytes, effort);
    }
    return std::string(bytes);
}

bool is_compressible(std::string_view media_type) {
    const auto type = media_type.substr(0, media_type.find(';'));
    constexpr std::array<std::string_view, 8> worth{
        "application/json",     "application/problem+json",
        "application/x-ndjson", "application/atom+xml",
        "application/xml",      "application/javascript",
        "image/svg+xml",        "application/opensearchdescription+xml"};
    if (type.starts_with("text/")) return true;
    for (const auto known : worth) {
        if (type == known) return true;
    }
    return false;
}

}  // namespace server
