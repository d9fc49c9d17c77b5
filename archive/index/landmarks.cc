// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/landmarks.h"

#include "archive/index/number_bytes.h"
#include "archive/index/tokens.h"

#include <algorithm>

namespace archive {

namespace {

/// Takes numbers off the front. Every article that has the words is read for some searches: this
/// takes half the time of NumberBytes.
class Numbers {
public:
    explicit Numbers(std::string_view bytes)
        : at_(reinterpret_cast<const unsigned char*>(bytes.data())), end_(at_ + bytes.size()) {}

    bool at_end() const { return at_ == end_; }

    std::uint32_t number() {
        if (at_end()) throw Failure(ErrorCode::index_damaged, "ends too early");
        return read_token_number(at_, end_);
    }

    /// The number that lies so far behind `before`, as positions do.
    std::uint32_t behind(std::uint32_t before) {
        const auto step = number();
        if (step > UINT32_MAX - before)
            throw Failure(ErrorCode::index_damaged, "holds a position that is too large");
        return before + step;
    }

private:
    const unsigned char* at_;
    const unsigned char* end_;
};

}  // namespace

bool Landmarks::empty() const {
    return capitals.empty() && std::all_of(names.begin(), names.end(), [](const auto& of_type) {
               return of_type.empty();
           });
}

void Landmarks::clear() {
    for (auto& of_type : names) of_type.clear();
    capitals.clear();
}

void put_landmarks(std::string& bytes, const Landmarks& landmarks) {
    if (landmarks.empty()) return;
    for (const auto& of_type : landmarks.names) {
        put_number(bytes, of_type.size());
        std::uint32_t before = 0;
        for (const auto& name : of_type) {
            put_number(bytes, name.first - before);
            put_number(bytes, name.last - name.first);
            before = name.first;
        }
    }
    // To the end, so that they need no count.
    std::uint32_t before = 0;
    for (const auto position : landmarks.capitals) {
        put_number(bytes, position - before);
        before = position;
    }
}

void read_landmarks(std::string_view bytes, Landmarks& landmarks) {
    landmarks.clear();
    if (bytes.empty()) return;
    Numbers numbers(bytes);
    for (auto& of_type : landmarks.names) {
        std::uint32_t before = 0;
        for (auto left = numbers.number(); left > 0; --left) {
            const auto first = numbers.behind(before);
            of_type.push_back({first, numbers.behind(first)});
            before = first;
        }
    }
    std::uint32_t before = 0;
    while (!numbers.at_end()) {
        before = numbers.behind(before);
        landmarks.capitals.push_back(before);
    }
}

}  // namespace archive
