// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/offsets.h"

#include "archive/base/error.h"

#include <limits>
#include <utility>

namespace archive {

namespace {

/// The elements of a file for documents that have all as much: how many offsets, and the step.
/// Written ones are three at least.
constexpr std::size_t of_one_step = 2;

bool has_one_step(std::span<const std::uint64_t> at) {
    for (std::size_t i = 1; i < at.size(); ++i) {
        if (at[i] != (i - 1) * at[2]) return false;
    }
    return at[0] == 0;
}

template <typename T>
bool end_at(std::span<const T> offsets, std::uint64_t end) {
    return offsets.size() > of_one_step && offsets.front() == 0 && offsets.back() == end;
}

template <typename T>
std::span<const T> elements(const Mapping& file, const std::string& path) {
    const auto bytes = column_elements(file, path, sizeof(T));
    return {reinterpret_cast<const T*>(bytes.data()), bytes.size() / sizeof(T)};
}

}  // namespace

FileStamp write_offsets(const std::string& path, std::span<const std::uint64_t> at) {
    assert(at.size() > of_one_step);
    if (has_one_step(at)) return write_column(path, std::vector<std::uint64_t>{at.size(), at[2]});
    if (at.back() > std::numeric_limits<std::uint32_t>::max())
        return write_column(path, std::as_bytes(at), sizeof at[0]);
    return write_column(path, std::vector<std::uint32_t>(at.begin(), at.end()));
}

Offsets::Offsets(std::string path, std::uint64_t end)
    : path_(std::move(path)), file_(path_), end_(end) {
    bool fits = false;
    if (column_element_bytes(file_, path_) == sizeof(std::uint32_t)) {
        narrow_ = elements<std::uint32_t>(file_, path_);
        size_ = narrow_.size();
        fits = end_at(narrow_, end);
    } else if (wide_ = elements<std::uint64_t>(file_, path_); wide_.size() == of_one_step) {
        size_ = wide_[0];
        step_ = wide_[1];
        wide_ = {};
        const auto documents = size_ - of_one_step;
        fits = size_ > of_one_step && (step_ == 0 ? end == 0 : end / step_ == documents)
               && documents * step_ == end;
    } else {
        size_ = wide_.size();
        fits = end_at(wide_, end);
    }
    if (!fits) fail();
}

void Offsets::fail() const {
    throw Failure(ErrorCode::index_damaged, "holds offsets that do not fit", path_);
}

}  // namespace archive
