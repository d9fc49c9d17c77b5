// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/text_dictionary.h"

#include "archive/base/error.h"
#include "archive/index/frames.h"

#include <zdict.h>

#include <vector>

namespace archive {

namespace {

/// A higher level finds more in a large dictionary, and less in a small one.
int level_for(std::string_view dictionary) {
    constexpr std::size_t large = std::size_t{128} << 10U;
    constexpr int higher_level = 5;
    return dictionary.size() < large ? compression_level : higher_level;
}

}  // namespace

struct TextDictionary::Tables {
    explicit Tables(std::string_view bytes)
        : packing(ZSTD_createCDict(bytes.data(), bytes.size(), level_for(bytes))),
          unpacking(ZSTD_createDDict(bytes.data(), bytes.size())) {}
    ~Tables() {
        ZSTD_freeCDict(packing);
        ZSTD_freeDDict(unpacking);
    }
    Tables(const Tables&) = delete;
    Tables& operator=(const Tables&) = delete;

    ZSTD_CDict* packing;
    ZSTD_DDict* unpacking;
};

TextDictionary::TextDictionary() = default;
TextDictionary::~TextDictionary() = default;
TextDictionary::TextDictionary(TextDictionary&&) noexcept = default;
TextDictionary& TextDictionary::operator=(TextDictionary&&) noexcept = default;

TextDictionary::TextDictionary(std::string_view bytes) {
    if (bytes.empty()) return;
    const bool whole = ZDICT_getDictID(bytes.data(), bytes.size()) != 0;
    auto tables = std::make_unique<const Tables>(bytes);
    if (!whole || tables->packing == nullptr || tables->unpacking == nullptr)
        throw Failure(ErrorCode::index_damaged, "is no dictionary of stored articles");
    tables_ = std::move(tables);
}

std::string TextDictionary::learned_from(std::span<const std::string> articles,
                                         std::size_t largest) {
    std::string all;
    std::vector<std::size_t> sizes;
    for (const auto& article : articles) {
        all += article;
        sizes.push_back(article.size());
    }
    std::string dictionary(largest, '\0');
    const auto size = ZDICT_trainFromBuffer(dictionary.data(), dictionary.size(), all.data(),
                                            sizes.data(), static_cast<unsigned>(sizes.size()));
    if (ZDICT_isError(size) != 0) return {};
    dictionary.resize(size);
    return dictionary;
}

std::string TextDictionary::packed(std::string_view bytes) const {
    if (!tables_) return archive::packed(bytes);
    return packed_by(bytes, [&](ZSTD_CCtx* context, std::string& frame) {
        return ZSTD_compress_usingCDict(context, frame.data(), frame.size(), bytes.data(),
                                        bytes.size(), tables_->packing);
    });
}

std::string TextDictionary::unpacked(std::string_view frame, std::uint64_t largest) const {
    std::string bytes;
    unpacked_into(bytes, frame, largest);
    return bytes;
}

std::string_view TextDictionary::unpacked_into(std::string& room, std::string_view frame,
                                               std::uint64_t largest) const {
    if (!tables_) return archive::unpacked_into(room, frame, largest);
    return unpacked_by(room, frame, largest, [&](ZSTD_DCtx* context, std::string& bytes) {
        return ZSTD_decompress_usingDDict(context, bytes.data(), bytes.size(), frame.data(),
                                          frame.size(), tables_->unpacking);
    });
}

}  // namespace archive
