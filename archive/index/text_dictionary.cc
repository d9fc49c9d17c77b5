// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/text_dictionary.h"

#include "archive/base/error.h"
#include "archive/index/frames.h"

#include <zdict.h>

#include <mutex>
#include <utility>
#include <vector>

namespace archive {

namespace {

/// A higher level finds more in a large dictionary, and less in a small one.
int level_for(std::string_view dictionary) {
    constexpr std::size_t large = std::size_t{128} << 10U;
    constexpr int higher_level = 7;
    return dictionary.size() < large ? compression_level : higher_level;
}

}  // namespace

struct TextDictionary::Tables {
    explicit Tables(std::string_view of) : bytes(of), rooms(bytes) {}

    /// Made when first asked for: who only reads needs none, and it is large.
    const ZSTD_CDict* packing() {
        std::call_once(once, [this] {
            made.reset(ZSTD_createCDict(bytes.data(), bytes.size(), level_for(bytes)));
        });
        if (!made) throw Failure(ErrorCode::internal, "no memory for a dictionary of articles");
        return made.get();
    }

    struct FreeDictionary {
        void operator()(ZSTD_CDict* dictionary) const { ZSTD_freeCDict(dictionary); }
    };

    const std::string bytes;
    UnpackingRooms rooms;
    std::once_flag once;
    std::unique_ptr<ZSTD_CDict, FreeDictionary> made;
};

TextDictionary::TextDictionary() : TextDictionary(std::string_view()) {}
TextDictionary::TextDictionary(std::string_view bytes) : tables_(std::make_unique<Tables>(bytes)) {}
TextDictionary::~TextDictionary() = default;
TextDictionary::TextDictionary(TextDictionary&&) noexcept = default;
TextDictionary& TextDictionary::operator=(TextDictionary&&) noexcept = default;

bool TextDictionary::learned() const {
    return !tables_->bytes.empty();
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
    if (!learned()) return archive::packed(bytes);
    const auto* const packing = tables_->packing();
    return packed_by(bytes, [&](ZSTD_CCtx* context, std::string& frame) {
        return ZSTD_compress_usingCDict(context, frame.data(), frame.size(), bytes.data(),
                                        bytes.size(), packing);
    });
}

TextDictionary::Unpacked TextDictionary::unpacked(std::string_view frame,
                                                  std::uint64_t largest) const {
    return tables_->rooms.unpacked(frame, largest);
}

}  // namespace archive
