// SPDX-License-Identifier: GPL-2.0-or-later
// json_tree.h - The same calls as JsonText, for a tree: where an answer goes on with what it got.
#pragma once

#include <nlohmann/json.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace server {

class JsonTree {
public:
    void begin_object() { open_.push_back({nlohmann::ordered_json::object(), {}}); }
    void end_object() { close(); }
    void begin_array() { open_.push_back({nlohmann::ordered_json::array(), {}}); }
    void end_array() { close(); }

    JsonTree& key(std::string_view name) {
        open_.back().key = name;
        return *this;
    }

    void text(std::string_view text) { put(std::string(text)); }
    void number(std::uint64_t value) { put(value); }
    void number(std::uint32_t value) { put(value); }
    void number(double value) { put(value); }
    void boolean(bool value) { put(value); }
    void null() { put(nullptr); }
    void tree(nlohmann::ordered_json value) { put(std::move(value)); }

    /// The one value that was put.
    nlohmann::ordered_json take() && { return std::move(whole_); }

private:
    /// An object or array that has not ended.
    struct Open {
        nlohmann::ordered_json value;
        std::string key;  ///< of its next member
    };
    void close() {
        auto value = std::move(open_.back().value);
        open_.pop_back();
        put(std::move(value));
    }
    void put(nlohmann::ordered_json value) {
        if (open_.empty())
            whole_ = std::move(value);
        else if (open_.back().value.is_array())
            open_.back().value.push_back(std::move(value));
        else
            open_.back().value[open_.back().key] = std::move(value);
    }

    std::vector<Open> open_;
    nlohmann::ordered_json whole_;
};

/// What `write(JsonTree&)` puts.
template <typename Write>
nlohmann::ordered_json tree_of(const Write& write) {
    JsonTree tree;
    write(tree);
    return std::move(tree).take();
}

}  // namespace server
