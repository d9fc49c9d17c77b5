// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/json_quick.h"

#include <simdjson.h>

#include <string>
#include <utility>

namespace indexer {

namespace {

using nlohmann::json;
using simdjson::dom::element;
using simdjson::dom::element_type;

/// The parser keeps 14 bytes for each, and one is kept a thread.
constexpr std::size_t most_bytes = std::size_t{1} << 20U;

std::string text_of(const element& from) {
    return std::string(from.get_string().value_unsafe());
}

/// Makes nlohmann's values of simdjson's. Functions are false beyond the limits.
class Conversion {
public:
    Conversion(std::size_t most_levels, std::size_t most_values)
        : levels_left_(most_levels), values_left_(most_values) {}

    bool value(const element& from, json& into) {
        switch (from.type()) {
            case element_type::OBJECT: return object(from.get_object().value_unsafe(), into);
            case element_type::ARRAY: return array(from.get_array().value_unsafe(), into);
            case element_type::STRING: into = text_of(from); return true;
            case element_type::BOOL: into = from.get_bool().value_unsafe(); return true;
            case element_type::DOUBLE: into = from.get_double().value_unsafe(); return true;
            case element_type::UINT64: into = from.get_uint64().value_unsafe(); return true;
            case element_type::INT64: {
                const auto number = from.get_int64().value_unsafe();
                if (number < 0)
                    into = number;
                else
                    into = static_cast<std::uint64_t>(number);
                return true;
            }
            case element_type::NULL_VALUE: into = nullptr; return true;
        }
        return false;
    }

private:
    bool object(const simdjson::dom::object& from, json& into) {
        if (levels_left_ == 0) return false;
        --levels_left_;
        into = json::object();
        auto& members = into.get_ref<json::object_t&>();
        for (const auto& [name, member] : from) {
            if (values_left_-- == 0) return false;
            if (!value(member, members[std::string(name)])) return false;  // the last of two counts
        }
        ++levels_left_;
        return true;
    }

    bool array(const simdjson::dom::array& from, json& into) {
        if (levels_left_ == 0) return false;
        --levels_left_;
        into = json::array();
        auto& values = into.get_ref<json::array_t&>();
        for (const auto& member : from) {
            if (values_left_-- == 0) return false;
            if (!value(member, values.emplace_back())) return false;
        }
        ++levels_left_;
        return true;
    }

    std::size_t levels_left_;
    std::size_t values_left_;
};

}  // namespace

std::optional<json> parsed_quickly(std::string_view text, std::size_t most_levels,
                                   std::size_t most_values) {
    if (text.size() > most_bytes) return std::nullopt;
    thread_local simdjson::dom::parser parser;
    element root;
    if (parser.parse(text.data(), text.size()).get(root) != simdjson::SUCCESS) return std::nullopt;
    json value;
    if (!Conversion(most_levels, most_values).value(root, value)) return std::nullopt;
    return value;
}

}  // namespace indexer
