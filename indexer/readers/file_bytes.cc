// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/file_bytes.h"

#include <fcntl.h>
#include <openssl/evp.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <memory>
#include <utility>
#include <vector>

namespace indexer {

namespace {

using archive::ErrorCode;
using archive::Failure;

constexpr std::size_t head_bytes = 4096;
constexpr std::size_t block_bytes = 64U << 10;

FileBytes::Stamp stamp_of(const struct stat& status) {
    constexpr std::int64_t second = 1'000'000'000;
    return {static_cast<std::uint64_t>(status.st_size),
            status.st_mtim.tv_sec * second + status.st_mtim.tv_nsec};
}

struct FreeDigest {
    void operator()(EVP_MD_CTX* digest) const { EVP_MD_CTX_free(digest); }
};

[[noreturn]] void throw_digest_failure() {
    throw Failure(ErrorCode::internal, "the hash SHA-256 is not available");
}

}  // namespace

std::string_view HeadedBytes::head() {
    if (!looked_) {
        looked_ = true;
        head_.resize(head_bytes);
        std::size_t filled = 0;
        while (filled < head_.size()) {
            const auto got = pull(head_.data() + filled, head_.size() - filled);
            if (got == 0) break;
            filled += got;
        }
        head_.resize(filled);
    }
    return std::string_view(head_).substr(handed_over_);
}

std::size_t HeadedBytes::read(char* buffer, std::size_t size) {
    if (handed_over_ == head_.size()) return pull(buffer, size);
    const std::size_t got = std::min(size, head_.size() - handed_over_);
    std::memcpy(buffer, head_.data() + handed_over_, got);
    handed_over_ += got;
    return got;
}

void HeadedBytes::drop_head() {
    head_.clear();
    handed_over_ = 0;
    looked_ = false;
}

FileBytes::FileBytes(const std::string& path) : path_(path) {
    descriptor_ = open(path.c_str(), O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC | O_NOCTTY);
    if (descriptor_ < 0) {
        archive::throw_system_error("cannot be opened", {}, ErrorCode::file_unreadable);
    }
    struct stat status {};
    if (fstat(descriptor_, &status) != 0 || !S_ISREG(status.st_mode)) {
        close(descriptor_);
        throw Failure(ErrorCode::file_unreadable, "not a regular file");
    }
    opened_ = stamp_of(status);
}

FileBytes::~FileBytes() {
    close(descriptor_);
}

std::size_t FileBytes::pull(char* buffer, std::size_t size) {
    for (;;) {
        const auto got = pread(descriptor_, buffer, size, static_cast<off_t>(at_));
        if (got >= 0) {
            at_ += static_cast<std::uint64_t>(got);
            taken_ += static_cast<std::uint64_t>(got);
            return static_cast<std::size_t>(got);
        }
        if (errno != EINTR) {
            archive::throw_system_error("cannot be read", {}, ErrorCode::file_unreadable);
        }
    }
}

void FileBytes::seek(std::uint64_t at) {
    drop_head();
    at_ = at;
}

FileBytes::Stamp FileBytes::stamp() const {
    struct stat status {};
    if (fstat(descriptor_, &status) != 0) {
        archive::throw_system_error("cannot be looked at", {}, ErrorCode::file_unreadable);
    }
    return stamp_of(status);
}

std::string FileBytes::sha256() {
    const std::unique_ptr<EVP_MD_CTX, FreeDigest> digest(EVP_MD_CTX_new());
    if (!digest || EVP_DigestInit_ex(digest.get(), EVP_sha256(), nullptr) != 1) {
        throw_digest_failure();
    }
    seek(0);
    const std::uint64_t taken = taken_;
    std::vector<char> block(block_bytes);
    while (const std::size_t got = pull(block.data(), block.size())) {
        if (EVP_DigestUpdate(digest.get(), block.data(), got) != 1) throw_digest_failure();
    }
    std::array<unsigned char, EVP_MAX_MD_SIZE> bytes{};
    unsigned length = 0;
    if (EVP_DigestFinal_ex(digest.get(), bytes.data(), &length) != 1) throw_digest_failure();
    seek(0);
    taken_ = taken;
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (unsigned i = 0; i < length; ++i) {
        text += digits[bytes[i] >> 4U];
        text += digits[bytes[i] & 15U];
    }
    return text;
}

MemoryBytes::MemoryBytes(std::string bytes) : bytes_(std::move(bytes)) {}

void MemoryBytes::seek(std::uint64_t at) {
    drop_head();
    at_ = static_cast<std::size_t>(std::min<std::uint64_t>(at, bytes_.size()));
}

std::size_t MemoryBytes::pull(char* buffer, std::size_t size) {
    const std::size_t got = std::min(size, bytes_.size() - at_);
    std::memcpy(buffer, bytes_.data() + at_, got);
    at_ += got;
    return got;
}

std::size_t PrecededBytes::pull(char* buffer, std::size_t size) {
    if (at_ == first_.size()) return rest_.read(buffer, size);
    const std::size_t got = std::min(size, first_.size() - at_);
    std::memcpy(buffer, first_.data() + at_, got);
    at_ += got;
    return got;
}

std::string read_first(Bytes& bytes, std::size_t size) {
    std::string first;
    while (first.size() < size) {
        const std::size_t filled = first.size();
        first.resize(filled + std::min(block_bytes, size - filled));
        const std::size_t got = bytes.read(first.data() + filled, first.size() - filled);
        first.resize(filled + got);
        if (got == 0) break;
    }
    return first;
}

WholeText read_whole(Bytes& bytes, std::size_t limit) {
    WholeText whole;
    for (;;) {
        const std::size_t filled = whole.text.size();
        if (filled > limit) {
            whole.text.resize(limit);
            whole.more = true;
            return whole;
        }
        const std::size_t block = std::clamp(filled, std::size_t{4096}, std::size_t{1U << 20});
        whole.text.resize(filled + block);
        const std::size_t got = bytes.read(whole.text.data() + filled, block);
        whole.text.resize(filled + got);
        if (got == 0) return whole;
    }
}

}  // namespace indexer
