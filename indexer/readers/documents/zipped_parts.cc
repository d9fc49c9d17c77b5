// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/documents/zipped_parts.h"

#include "archive/base/limits.h"
#include "indexer/readers/file_bytes.h"
#include "indexer/readers/unpacking.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstddef>

namespace indexer {

namespace {

using archive::Error;
using archive::ErrorCode;
namespace limits = archive::limits;

constexpr std::string_view entry_mark{"PK\x03\x04", 4};
constexpr std::size_t header_bytes = 30;

std::size_t number_at(std::string_view head, std::size_t at) {
    return static_cast<unsigned char>(head[at])
           + (std::size_t{static_cast<unsigned char>(head[at + 1])} << 8U);
}

/// The name of the entry whose header begins at `at`.
std::string_view entry_name(std::string_view head, std::size_t at) {
    constexpr std::size_t size_at = 26;
    if (head.size() - at < header_bytes) return {};
    return head.substr(at + header_bytes, number_at(head, at + size_at));
}

/// The beginning of the first entry, unpacked as far as `head` has it.
std::string first_entry_text(std::string_view head) {
    constexpr std::size_t method_at = 8, name_size_at = 26, extra_size_at = 28;
    if (head.size() < header_bytes) return {};
    const std::size_t begin =
        header_bytes + number_at(head, name_size_at) + number_at(head, extra_size_at);
    if (begin >= head.size()) return {};
    auto packed = head.substr(begin);
    constexpr std::size_t stored = 0, deflated = 8;
    const std::size_t method = number_at(head, method_at);
    if (method == stored) return std::string(packed);
    if (method != deflated) return {};
    std::string text(16U << 10, '\0');
    std::string input(packed);
    z_stream stream{};
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) return {};
    stream.next_in = reinterpret_cast<Bytef*>(input.data());
    stream.avail_in = static_cast<uInt>(input.size());
    stream.next_out = reinterpret_cast<Bytef*>(text.data());
    stream.avail_out = static_cast<uInt>(text.size());
    inflate(&stream, Z_SYNC_FLUSH);
    text.resize(text.size() - stream.avail_out);
    inflateEnd(&stream);
    return text;
}

bool is_word_part(std::string_view name) {
    return name.starts_with("word/");
}

std::string mebibytes(std::size_t bytes) {
    return std::to_string(bytes >> 20U) + " MiB";
}

/// Reads the current entry into `part`, which keeps what came before damage. Throws what reading
/// does.
archive::Result<void> read_part(Unpacking& unpacking, std::size_t packed, std::string& part) {
    constexpr std::size_t free_bytes = 1U << 20;
    std::array<char, 16U << 10> block{};
    while (const std::size_t got = unpacking.read(block.data(), block.size())) {
        part.append(block.data(), got);
        if (part.size() > limits::container_entry_bytes) {
            return Error{ErrorCode::container_limit,
                         "a part of more than " + mebibytes(limits::container_entry_bytes),
                         {},
                         {}};
        }
        if (part.size() > free_bytes
            && (part.size() - free_bytes) / limits::container_ratio > packed) {
            return Error{ErrorCode::container_limit,
                         "expands more than " + std::to_string(limits::container_ratio) + " to 1",
                         {},
                         {}};
        }
    }
    return {};
}

}  // namespace

ZippedKind zipped_kind(std::string_view head) {
    if (!head.starts_with(entry_mark)) return ZippedKind::none;
    const auto first = entry_name(head, 0);
    if (first == "mimetype") {
        constexpr std::string_view text = "application/vnd.oasis.opendocument.text";
        return first_entry_text(head).starts_with(text) ? ZippedKind::open_text : ZippedKind::other;
    }
    if (is_word_part(first)) return ZippedKind::word;
    if (!is_zipped_document(first)) return ZippedKind::none;
    for (auto at = head.find(entry_mark, 1); at != std::string_view::npos;
         at = head.find(entry_mark, at + 1)) {
        if (is_word_part(entry_name(head, at))) return ZippedKind::word;
    }
    // The list of contents comes first in most files, and says what the whole is.
    const bool word = first_entry_text(head).find("wordprocessingml.") != std::string::npos;
    return word ? ZippedKind::word : ZippedKind::other;
}

archive::Result<std::map<std::string, std::string>> zipped_parts(
    Bytes& bytes, std::span<const std::string_view> names) {
    auto whole = read_whole(bytes, limits::container_entry_bytes);
    if (whole.more) {
        return Error{ErrorCode::article_too_large,
                     "a document of more than " + mebibytes(limits::container_entry_bytes),
                     {},
                     {}};
    }
    const std::size_t packed = whole.text.size();
    MemoryBytes file(std::move(whole.text));
    std::map<std::string, std::string> parts;
    try {
        Unpacking unpacking(file, Packing::zip);
        constexpr std::size_t most_entries = 10'000;
        for (std::size_t count = 0; count < most_entries; ++count) {
            const auto entry = unpacking.next();
            if (!entry) break;
            if (std::find(names.begin(), names.end(), entry->name) == names.end()) continue;
            if (entry->encrypted) {
                return Error{ErrorCode::container_damaged, "encrypted with a password", {}, {}};
            }
            const auto read = read_part(unpacking, packed, parts[entry->name]);
            if (!read) return read.error();
        }
    } catch (const archive::Failure& failure) {
        const bool nothing = std::all_of(parts.begin(), parts.end(),
                                         [](const auto& part) { return part.second.empty(); });
        if (nothing) return failure.error();  // else what was read is worth showing
    }
    return parts;
}

}  // namespace indexer
