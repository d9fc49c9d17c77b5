// SPDX-License-Identifier: GPL-2.0-or-later
// large_pages.h - Memory for tables that are looked into at random, in pages of 2 MiB.
//
// Of a table of 20 MB nearly every look is into another page of 4 KiB, of which the processor knows
// too few by heart: finding out where the page is takes longer than fetching what stands there.
// Where the system has no large pages it gives usual ones; nothing but the time is different.
#pragma once

#include <sys/mman.h>

#include <cstddef>
#include <new>
#include <type_traits>
#include <utility>

namespace indexer {

/// An allocator for std::vector. Plain values that are given no value are left as they are, so that
/// a table may be written once, in order.
template <typename Value>
class LargePages {
public:
    using value_type = Value;

    LargePages() = default;
    template <typename Other>
    LargePages(const LargePages<Other>&) {}  // NOLINT: allocators convert

    Value* allocate(std::size_t count) {
        const std::size_t bytes = count * sizeof(Value);  // of what fits into memory: no overflow
        void* const memory = ::operator new(bytes, alignment(count));
        if (bytes >= page) ::madvise(memory, bytes, MADV_HUGEPAGE);  // a wish: refusal is fine
        return static_cast<Value*>(memory);
    }
    void deallocate(Value* memory, std::size_t count) {
        ::operator delete(memory, alignment(count));
    }

    template <typename Made, typename... From>
    void construct(Made* place, From&&... from) {
        if constexpr (sizeof...(From) == 0 && std::is_trivially_default_constructible_v<Made>)
            static_cast<void>(place);
        else
            ::new (static_cast<void*>(place)) Made(std::forward<From>(from)...);
    }

    friend bool operator==(const LargePages&, const LargePages&) { return true; }

private:
    static constexpr std::size_t page = std::size_t{2} << 20U;

    static std::align_val_t alignment(std::size_t count) {
        return std::align_val_t{count * sizeof(Value) >= page ? page : alignof(Value)};
    }
};

}  // namespace indexer
