// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/ledger.h"

#include "archive/index/article_codec.h"
#include "archive/index/number_bytes.h"

#include <algorithm>
#include <filesystem>
#include <tuple>

namespace archive {

namespace {

/// A piece is a run of packed blocks, each with its length in front, so that neither side holds a
/// large piece twice.
constexpr std::size_t block_bytes = 4U << 20U;

/// A block holds at least one file, however many records it has.
constexpr std::uint64_t largest_block = std::uint64_t{8} << 30U;

void put(std::string& bytes, const LedgerFile& file) {
    put_number(bytes, 1);  // an entry
    put_text(bytes, file.path);
    put_number(bytes, file.bytes);
    put_number(bytes, static_cast<std::uint64_t>(file.modified_ns));
    put_number(bytes, (file.complete ? 1U : 0U) | (file.named ? 2U : 0U));
    put_number(bytes, file.skipped);
    put_number(bytes, file.records.size());
    for (const auto& record : file.records) {
        put_text(bytes, record.member);
        put_number(bytes, record.record);
        put_text(bytes, record.id);
        put_number(bytes, record.content);
        put_number(bytes, record.version);
    }
    put_number(bytes, file.rejects.size());
    for (const auto& reject : file.rejects) {
        put_text(bytes, reject.member);
        put_number(bytes, reject.record);
        put_text(bytes, reject.reason);
    }
}

LedgerFile file_from(NumberBytes& from) {
    LedgerFile file;
    file.path = from.text();
    file.bytes = from.number();
    file.modified_ns = static_cast<std::int64_t>(from.number());
    const auto flags = from.number();
    file.complete = (flags & 1U) != 0;
    file.named = (flags & 2U) != 0;
    file.skipped = from.number();
    auto count = from.number();
    constexpr std::uint64_t fewest_bytes = 5;  // of a record: as many as there can be
    file.records.reserve(std::min(count, from.left() / fewest_bytes));
    for (; count > 0; --count) {
        LedgerRecord& record = file.records.emplace_back();
        record.member = from.text();
        record.record = from.number();
        record.id = from.text();
        record.content = from.number();
        record.version = from.number();
    }
    for (count = from.number(); count > 0; --count) {
        LedgerReject& reject = file.rejects.emplace_back();
        reject.member = from.text();
        reject.record = from.number();
        reject.reason = from.text();
    }
    return file;
}

void take_block(LedgerFiles& files, std::string_view block) {
    NumberBytes from(block);
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
            NumberBytes blocks(mapped.bytes());
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
        put_text(framed, packed(block));
        piece.write(framed);
        block.clear();
    };
    for (const auto& gone : dropped) {
        put_number(block, 0);
        put_text(block, gone);
    }
    for (const auto* file : files) {
        put(block, *file);
        if (block.size() >= block_bytes) flush();
    }
    if (!block.empty()) flush();
    return {path, piece.finish()};
}

}  // namespace archive
