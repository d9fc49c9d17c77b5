// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/compression.h"

#include <brotli/decode.h>
#include <doctest/doctest.h>
#include <zlib.h>

using server::Coding;
using server::Effort;

namespace {

std::string gunzipped(const std::string& bytes, std::size_t size) {
    std::string out(size, '\0');
    z_stream stream{};
    REQUIRE(::inflateInit2(&stream, 15 + 16) == Z_OK);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    CHECK(::inflate(&stream, Z_FINISH) == Z_STREAM_END);
    ::inflateEnd(&stream);
    return out;
}

std::string unbrotlied(const std::string& bytes, std::size_t size) {
    std::string out(size, '\0');
    CHECK(::BrotliDecoderDecompress(bytes.size(),
                                    reinterpret_cast<const std::uint8_t*>(bytes.data()), &size,
                                    reinterpret_cast<std::uint8_t*>(out.data()))
          == BROTLI_DECODER_RESULT_SUCCESS);
    return out;
}

}  // namespace

TEST_CASE("both codings give back what was put in, with either effort") {
    std::string text;
    for (int i = 0; i < 3000; ++i) text += "{\"id\":\"" + std::to_string(i * 7919) + "\"},";
    for (const auto effort : {Effort::quick, Effort::small}) {
        const auto gzip = server::compressed(text, Coding::gzip, effort);
        const auto br = server::compressed(text, Coding::br, effort);
        CHECK(gzip.size() < text.size() / 2);
        CHECK(br.size() < text.size() / 2);
        CHECK(gunzipped(gzip, text.size()) == text);
        CHECK(unbrotlied(br, text.size()) == text);
    }
    CHECK(server::compressed(text, Coding::identity, Effort::quick) == text);
}

TEST_CASE("the best coding that the client takes is chosen") {
    CHECK(server::chosen_coding("") == Coding::identity);
    CHECK(server::chosen_coding("gzip") == Coding::gzip);
    CHECK(server::chosen_coding("gzip, deflate, br") == Coding::br);
    CHECK(server::chosen_coding("GZIP;q=0.8 , br;q=0.2") == Coding::gzip);
    CHECK(server::chosen_coding("*") == Coding::br);
    CHECK(server::chosen_coding("br;q=0, *;q=0.5") == Coding::gzip);
    CHECK(server::chosen_coding("gzip;q=0.5, identity") == Coding::identity);
    CHECK(server::chosen_coding("deflate, zstd") == Coding::identity);
}

TEST_CASE("a quality of zero means never, and a malformed one is not guessed at") {
    CHECK(server::chosen_coding("gzip;q=0, br;q=0, identity") == Coding::identity);
    CHECK(server::chosen_coding("gzip;q=0.000") == Coding::identity);
    CHECK(server::chosen_coding("gzip; q=0.001") == Coding::gzip);
    for (const char* header :
         {"gzip;q=2", "gzip;q=", "gzip;q=x", "gzip;q=1.5", "gzip;level=9", "gzip;q=-1"}) {
        CAPTURE(header);
        CHECK(server::chosen_coding(header) == Coding::identity);
    }
}

TEST_CASE("text is compressed and fonts and pictures are not") {
    for (const char* type : {"text/html; charset=utf-8", "application/json",
                             "application/problem+json", "image/svg+xml", "application/atom+xml"}) {
        CHECK(server::is_compressible(type));
    }
    for (const char* type : {"font/woff2", "image/png", "application/octet-stream", ""}) {
        CHECK_FALSE(server::is_compressible(type));
    }
}
