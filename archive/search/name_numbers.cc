// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/name_numbers.h"

#include "archive/base/fold.h"
#include "archive/model/entity.h"

#include <algorithm>

namespace archive {

namespace {

std::optional<EntityType> entity_type(schema::Names column) {
    switch (column) {
        case schema::Names::person: return EntityType::person;
        case schema::Names::org: return EntityType::org;
        case schema::Names::place: return EntityType::place;
        case schema::Names::source:
        case schema::Names::section:
        case schema::Names::language:
        case schema::Names::author:
        case schema::Names::agency:
        case schema::Names::tag: break;
    }
    return std::nullopt;
}

}  // namespace

std::string NameNumbers::key_of(schema::Names column, std::string_view text) {
    const auto type = entity_type(column);
    return type ? name_key(*type, text) : folded(text);
}

NameNumbers::Number NameNumbers::number_of(std::string key) {
    const auto [found, added] = by_key_.try_emplace(key, static_cast<Number>(values_.size()));
    if (added) values_.push_back({std::move(key), {}, 0});
    return found->second;
}

NameNumbers::NameNumbers(const Snapshot& snapshot, schema::Names column) : column_(column) {
    const auto at = static_cast<std::size_t>(column);
    std::vector<std::uint32_t> best;  // articles of the spelling that is the label
    std::unordered_map<std::string_view, std::uint32_t> shared;  // spellings of several segments
    for (std::size_t segment = 0; segment < snapshot.size(); ++segment) {
        const auto& part = snapshot.segment(segment);
        const auto& dictionary = part.dictionaries[at];
        auto& numbers = numbers_.emplace_back();
        numbers.reserve(dictionary.size());
        for (std::uint32_t local = 0; local < dictionary.size(); ++local)
            numbers.push_back(number_of(key_of(column, dictionary[local])));

        std::vector<std::uint32_t> spelled(dictionary.size(), 0);
        const auto& live = snapshot.live(segment);
        std::vector<Number> met;
        for (Docid docid = 1; docid <= part.facts().documents; ++docid) {
            if (!has_bit(live, docid)) continue;
            met.clear();
            for (const auto local : part.names[at][docid]) {
                ++spelled[local];
                const auto number = numbers[local];
                if (std::find(met.begin(), met.end(), number) != met.end()) continue;
                met.push_back(number);
                ++values_[number].articles;
            }
        }
        best.resize(values_.size(), 0);
        for (std::uint32_t local = 0; local < dictionary.size(); ++local) {
            const auto number = numbers[local];
            const auto articles = shared[dictionary[local]] += spelled[local];
            auto& value = values_[number];
            if (articles > best[number] || value.label.empty()
                || (articles == best[number] && dictionary[local] < value.label)) {
                best[number] = articles;
                value.label = dictionary[local];
            }
        }
    }
}

std::string NameNumbers::value(Number number) const {
    const auto& value = values_[number];
    return entity_type(column_) ? entity_id(value.key) : std::string(value.label);
}

std::optional<NameNumbers::Number> NameNumbers::find(std::string_view key) const {
    const auto found = by_key_.find(std::string(key));
    if (found == by_key_.end()) return std::nullopt;
    return found->second;
}

bool a_word_begins_with(std::string_view text, std::string_view prefix) {
    if (text.substr(0, prefix.size()) == prefix) return true;
    for (auto at = text.find(' '); at != std::string_view::npos; at = text.find(' ', at + 1)) {
        if (text.substr(at + 1, prefix.size()) == prefix) return true;
    }
    return false;
}

}  // namespace archive
