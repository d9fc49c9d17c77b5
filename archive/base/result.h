// SPDX-License-Identifier: GPL-2.0-or-later
// result.h - A value, or the Error that explains why there is none.
#pragma once

#include "archive/base/error.h"

#include <cassert>
#include <utility>
#include <variant>

namespace archive {

/// Holds a T or an Error. Converts from both; test it before taking the value.
template <typename T>
class [[nodiscard]] Result {
public:
    // Both convert on purpose. NOLINTNEXTLINE(google-explicit-constructor)
    Result(T value) : held_(std::in_place_index<0>, std::move(value)) {}
    // NOLINTNEXTLINE(google-explicit-constructor)
    Result(Error error) : held_(std::in_place_index<1>, std::move(error)) {}

    explicit operator bool() const { return held_.index() == 0; }

    const T& operator*() const& { return value(); }
    T& operator*() & { return value(); }
    T&& operator*() && { return std::move(value()); }
    const T* operator->() const { return &value(); }
    T* operator->() { return &value(); }

    /// The reason; only when there is no value.
    const Error& error() const {
        assert(held_.index() == 1);
        return *std::get_if<1>(&held_);
    }

private:
    const T& value() const {
        assert(held_.index() == 0);
        return *std::get_if<0>(&held_);
    }
    T& value() {
        assert(held_.index() == 0);
        return *std::get_if<0>(&held_);
    }

    std::variant<T, Error> held_;
};

/// Result<void>: nothing, or an Error.
template <>
class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Error error) : error_(std::move(error)) {}  // NOLINT: converts on purpose

    explicit operator bool() const { return !error_; }
    const Error& error() const {
        assert(error_);
        return *error_;
    }

private:
    std::optional<Error> error_;
};

}  // namespace archive
