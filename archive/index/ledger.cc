// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/ledger.h"

#include "archive/index/article_codec.h"

#include <filesystem>
#include <tuple>

namespace archive {

namespace {

/// A piece is a run of packed blocks, each with its length in front, so that neither side holds a
/// large piece twice.
constexpr std::size_t block_bytes = 4U << 20U;

/// A block holds at least one file, however many records it has.
constexpr std::uint64_t largest_block = std::uint64_t{8} << 30U;

void put(std::string& bytes, std::uint64_t value) {
    for (; value >= 0x80; value >>= 7U)
        bytes += static_cast<char>(static_cast<unsigned char>(value | 0x80U));
    bytes += static_cast<char>(static_cast<unsigned char>(value));
}

void put(std::string& bytes, std::string_view text) {
    put(bytes, text.size());
    bytes += text;
}

class Taker {
public:
    explicit Taker(std::string_view bytes) : bytes_(bytes) {}
    bool at_end() const { return bytes_.empty(); }
    std::uint64_t number() {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            const auto byte = static_cast<unsigned char>(take(1)[0]);
            value |= std::uint64_t{byte & 0x7FU} << shift;
            if (byte < 0x80) return value;
        }
        throw Failure(ErrorCode::index_damaged, "a piece of the ledger cannot be read");
    }
    std::string_view text() { return take(number()); }
    std::string_view take(std::uint64_t size) {
        if (size > bytes_.size())
            throw Failure(ErrorCode::index_damaged, "a piece of the ledger ends too early");
        const auto part = bytes_.substr(0, size);
        bytes_.remove_prefix(size);
        return part;
    }

private:
    std::string_view bytes_;
};

void put(std::string& bytes, const LedgerFile& file) {
    put(bytes, 1);  // an entry
    put(bytes, file.path);
    put(bytes, file.bytes);
    put(bytes, static_cast<std::uint64_t>(file.modified_ns));
    put(bytes, (file.complete ? 1U : 0U) | (file.named ? 2U : 0U));
    put(bytes, file.skipped);
    put(bytes, file.records.size());
    for (const auto& record : file.records) {
        put(bytes, record.member);
        put(bytes, record.record);
        put(bytes, record.id);
        put(bytes, record.content);
        put(bytes, record.version);
    }
    put(bytes, file.rejects.size());
    for (const auto& reject : file.rejects) {
        put(bytes, reject.member);
        put(bytes, reject.record);
        put(bytes, reject.reason);
    }
}

LedgerFile file_from(Taker& from) {
    LedgerFile file;
    file.path = from.text();
    file.bytes = from.number();
    file.modified_ns = static_cast<std::int64_t>(from.number());
    const auto flags = from.number();
    file.complete = (flags & 1U) != 0;
    file.named = (flags & 2U) != 0;
    file.skipped = from.number();
    for (auto count = from.number(); count > 0; --count) {
        LedgerRecord& record = file.records.emplace_back();
        record.member = from.text();
        record.record = from.number();
        record.id = from.text();
        record.content = from.number();
        record.version = from.number();
    }
    for (auto count = from.number(); count > 0; --count) {
        LedgerReject& reject = file.rejects.emplace_back();
        reject.member = from.text();
        reject.record = from.number();
        reject.reason = from.text();
    }
    return file;
}

void take_block(LedgerFiles& files, std::string_view block) {
    Taker from(block);
    while (!from.at_end()) {
        if (from.number() == 0) {  // a path that is gone
            if (const auto gone = files.find(from.text()); gone != files.end()) files.erase(gone);
            continue;
        }
        LedgerFile file = file_from(from);
        std::string path = file.path;
        files.insert_or_assign(std::move(path), std::move(file));
    }
}

}  // namespace

bool outranks(const LedgerFile& left_file, const LedgerRecord& left, const LedgerFile& right_file,
              const LedgerRecord& right) {
    const auto rank = [](const LedgerFile& file, const LedgerRecord& record) {
        return std::make_tuple(record.version, record.withdraws(), std::string_view(file.path),
                               std::string_view(record.member), record.record);
    };
    return rank(left_file, left) > rank(right_file, right);
}

LedgerFiles read_ledger(const std::string& index, const std::vector<NamedFile>& pieces) {
    LedgerFiles files;
    for (const auto& piece : pieces) {
        const std::string path = index + "/" + piece.path;
        try {
            const Mapping mapped(path);
            if (mapped.bytes().size() != piece.stamp.bytes
                || checksum_of(mapped.bytes()) != piece.stamp.checksum) {
                throw Failure(ErrorCode::index_damaged, "is not what was written");
            }
            Taker blocks(mapped.bytes());
            while (!blocks.at_end()) take_block(files, unpacked(blocks.text(), largest_block));
        } catch (const Failure& failure) {
            throw Failure(ErrorCode::index_damaged, failure.error().message, path);
        }
    }
    return files;
}

NamedFile write_ledger_piece(const std::string& index, const std::string& path,
                             const std::vector<const LedgerFile*>& files,
                             const std::vector<std::string>& dropped) {
    std::filesystem::remove(index + "/" + path);  // left by a run that was killed, named by nobody
    NewFile piece(index + "/" + path);
    std::string block;
    const auto flush = [&] {
        std::string framed;
        put(framed, packed(block));
        piece.write(framed);
        block.clear();
    };
    for (const auto& gone : dropped) {
        put(block, 0);
        put(block, gone);
    }
    for (const auto* file : files) {
        put(block, *file);
        if (block.size() >= block_bytes) flush();
    }
    if (!block.empty()) flush();
    return {path, piece.finish()};
}

}  // namespace archive
