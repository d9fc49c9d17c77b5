// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/base/files.h"

#include "archive/base/error.h"
#include "archive/base/sync_together.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>
#include <xxhash.h>

#include <algorithm>
#include <cerrno>
#include <utility>

namespace archive {

namespace {

constexpr std::size_t buffer_bytes = 1U << 18;

/// A descriptor that closes itself.
class Descriptor {
public:
    Descriptor(const std::string& path, int flags, std::string_view doing)
        : fd_(::open(path.c_str(), flags | O_CLOEXEC)) {
        if (fd_ < 0) throw_system_error(doing, path);
    }
    ~Descriptor() { ::close(fd_); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int get() const { return fd_; }

private:
    int fd_;
};

}  // namespace

NewFile::NewFile(std::string path) : path_(std::move(path)), hash_(XXH3_createState()) {
    fd_ = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
    if (fd_ < 0) {
        XXH3_freeState(hash_);
        throw_system_error("cannot create", path_);
    }
    XXH3_64bits_reset(hash_);
    buffer_.reserve(buffer_bytes);
}

NewFile::~NewFile() {
    if (fd_ >= 0) ::close(fd_);
    XXH3_freeState(hash_);
}

void NewFile::write(std::string_view bytes) {
    XXH3_64bits_update(hash_, bytes.data(), bytes.size());
    size_ += bytes.size();
    buffer_.append(bytes);
    if (buffer_.size() >= buffer_bytes) flush();
}

void NewFile::flush() {
    for (std::size_t at = 0; at < buffer_.size();) {
        const ssize_t done = ::write(fd_, buffer_.data() + at, buffer_.size() - at);
        if (done < 0 && errno == EINTR) continue;
        if (done < 0) throw_system_error("cannot write", path_);
        at += static_cast<std::size_t>(done);
    }
    buffer_.clear();
}

FileStamp NewFile::finish() {
    flush();
    if (auto* const together = SyncTogether::at_hand()) {
        together->add(std::exchange(fd_, -1), path_);
        return {size_, XXH3_64bits_digest(hash_)};
    }
    if (::fsync(fd_) != 0) throw_system_error("cannot make durable", path_);
    if (::close(std::exchange(fd_, -1)) != 0) throw_system_error("cannot close", path_);
    return {size_, XXH3_64bits_digest(hash_)};
}

Mapping::Mapping(const std::string& path) {
    const Descriptor file(path, O_RDONLY, "cannot open");
    struct stat info {};
    if (::fstat(file.get(), &info) != 0) throw_system_error("cannot look at", path);
    size_ = static_cast<std::size_t>(info.st_size);
    if (size_ == 0) return;
    start_ = ::mmap(nullptr, size_, PROT_READ, MAP_SHARED, file.get(), 0);
    if (start_ == MAP_FAILED) {  // NOLINT: the macro's cast is not ours
        start_ = nullptr;
        throw_system_error("cannot map", path);
    }
}

Mapping::Mapping(Mapping&& other) noexcept
    : start_(std::exchange(other.start_, nullptr)), size_(std::exchange(other.size_, 0)) {}

Mapping& Mapping::operator=(Mapping&& other) noexcept {
    std::swap(start_, other.start_);
    std::swap(size_, other.size_);
    return *this;
}

Mapping::~Mapping() {
    if (start_ != nullptr) ::munmap(start_, size_);
}

void Mapping::will_need() const {
    if (start_ != nullptr) ::madvise(start_, size_, MADV_WILLNEED);
}

void Mapping::done_with(std::size_t from, std::size_t to) const {
    const auto page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
    from = (from + page - 1) / page * page;
    to = std::min(to, size_) / page * page;
    if (from < to) ::madvise(static_cast<char*>(start_) + from, to - from, MADV_DONTNEED);
}

void read_part_of_file(const std::string& path, std::uint64_t at, std::span<char> into) {
    const Descriptor file(path, O_RDONLY, "cannot open");
    while (!into.empty()) {
        const ssize_t done = ::pread(file.get(), into.data(), into.size(), static_cast<off_t>(at));
        if (done < 0 && errno == EINTR) continue;
        if (done < 0) throw_system_error("cannot read", path);
        if (done == 0) throw Failure(ErrorCode::io_failed, "is shorter than it was", path);
        at += static_cast<std::uint64_t>(done);
        into = into.subspan(static_cast<std::size_t>(done));
    }
}

std::string read_whole_file(const std::string& path) {
    const Descriptor file(path, O_RDONLY, "cannot open");
    std::string bytes;
    for (;;) {
        const std::size_t before = bytes.size();
        bytes.resize(before + buffer_bytes);
        const ssize_t done = ::read(file.get(), bytes.data() + before, buffer_bytes);
        if (done < 0 && errno == EINTR) {
            bytes.resize(before);
            continue;
        }
        if (done < 0) throw_system_error("cannot read", path);
        bytes.resize(before + static_cast<std::size_t>(done));
        if (done == 0) return bytes;
    }
}

FileStamp write_whole_file(const std::string& path, std::string_view bytes) {
    NewFile file(path);
    file.write(bytes);
    return file.finish();
}

void replace_file(const std::string& path, std::string_view bytes) {
    const std::string beside = path + ".tmp";
    ::unlink(beside.c_str());  // what a killed run left
    write_whole_file(beside, bytes);
    if (::rename(beside.c_str(), path.c_str()) != 0)
        throw_system_error("cannot rename into place", path);
    sync_directory(std::filesystem::path(path).parent_path().string());
}

FileStamp stamp_of(const std::string& path) {
    const Mapping file(path);
    return {file.bytes().size(), checksum_of(file.bytes())};
}

std::uint64_t checksum_of(std::string_view bytes) {
    return XXH3_64bits(bytes.data(), bytes.size());
}

void sync_directory(const std::string& path) {
    const Descriptor folder(path.empty() ? "." : path, O_RDONLY | O_DIRECTORY,
                            "cannot open folder");
    if (::fsync(folder.get()) != 0) throw_system_error("cannot make folder durable", path);
}

void require_space(const std::string& path, std::uint64_t bytes) {
    struct statvfs info {};
    if (::statvfs(path.c_str(), &info) != 0) throw_system_error("cannot ask for free space", path);
    const std::uint64_t free = std::uint64_t{info.f_bavail} * info.f_frsize;
    if (free < bytes) {
        throw Failure(ErrorCode::disk_full,
                      "needs " + std::to_string(bytes >> 20U) + " MiB of free space and has "
                          + std::to_string(free >> 20U),
                      path);
    }
}

}  // namespace archive
