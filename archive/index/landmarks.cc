// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/landmarks.h"

#include "archive/index/number_bytes.h"

#include <algorithm>

namespace archive {

namespace {

/// The number that lies `step` behind `before`, as positions do.
std::uint32_t behind(std::uint32_t before, std::uint64_t step) {
    if (step > UINT32_MAX - before)
        throw Failure(ErrorCode::index_damaged, "holds a position that is too large");
    return before + static_cast<std::uint32_t>(step);
}

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
    NumberBytes numbers(bytes);
    for (auto& of_type : landmarks.names) {
        std::uint32_t before = 0;
        for (auto left = numbers.number(); left > 0; --left) {
            const auto first = behind(before, numbers.number());
            of_type.push_back({first, behind(first, numbers.number())});
            before = first;
        }
    }
    std::uint32_t before = 0;
    while (!numbers.at_end()) {
        before = behind(before, numbers.number());
        landmarks.capitals.push_back(before);
    }
}

}  // namespace archive
