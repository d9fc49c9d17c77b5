// SPDX-License-Identifier: GPL-2.0-or-later
// fuzz_name_model.cc - Any bytes as a model: it is read, or refused as a bad setting. The bytes are
// tried as they are and as the contents of a model with the right checksum.
#include "archive/base/error.h"
#include "archive/base/files.h"
#include "indexer/names/name_model.h"

#include <zstd.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

void put_fixed(std::string& bytes, std::uint64_t value, unsigned size) {
    for (unsigned byte = 0; byte < size; ++byte)
        bytes += static_cast<char>(static_cast<unsigned char>(value >> (8 * byte)));
}

std::string sealed(std::string_view plain) {
    std::string packed(ZSTD_compressBound(plain.size()), '\0');
    packed.resize(ZSTD_compress(packed.data(), packed.size(), plain.data(), plain.size(), 1));
    std::string rest;
    put_fixed(rest, plain.size(), 8);
    rest += packed;
    std::string bytes = "DLNAMES\n";
    put_fixed(bytes, 1, 4);
    put_fixed(bytes, archive::checksum_of(rest), 8);
    return bytes + rest;
}

void read(std::string_view bytes) {
    try {
        const auto model = indexer::NameModel::from_bytes(bytes, "names.model");
        static_cast<void>(model.weights(1));
        static_cast<void>(indexer::NameModel::from_bytes(model.to_bytes(1), "again.model"));
    } catch (const archive::Failure& failure) {
        if (failure.error().code != archive::ErrorCode::bad_setting) std::abort();
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(bytes), size);
    read(text);
    read(sealed(text));
    return 0;
}
