// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/name_numbers.h"

#include "archive/base/fold.h"
#include "archive/model/entity.h"

#include <algorithm>
#include <numeric>

namespace archive {

std::optional<EntityType> entity_type_of(schema::Names column) {
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

schema::Names column_of(EntityType type) {
    switch (type) {
        case EntityType::person: return schema::Names::person;
        case EntityType::org: return schema::Names::org;
        case EntityType::place: break;
    }
    return schema::Names::place;
}

std::string NameNumbers::key_of(schema::Names column, std::string_view text) {
    const auto type = entity_type_of(column);
    return type ? name_key(*type, text) : folded(text);
}

NameNumbers::Number NameNumbers::number_of(std::string_view key) {
    const auto number = keys_.number(key);
    values_.resize(keys_.size());
    return number;
}

/// Counts the live articles of each `wanted` number, and notes those that say one twice.
template <typename Wanted>
void NameNumbers::count(const Snapshot& snapshot, std::size_t segment, const Wanted& wanted) {
    const auto& part = snapshot.segment(segment);
    const auto& live = snapshot.live(segment);
    std::vector<Number> met;
    for (Docid docid = 1; docid <= part.facts().documents; ++docid) {
        if (!has_bit(live, docid)) continue;
        met.clear();
        for (const auto local : part.names[static_cast<std::size_t>(column_)][docid]) {
            const auto number = numbers_[segment][local];
            if (!wanted(number)) continue;
            if (std::find(met.begin(), met.end(), number) != met.end()) {
                set_bit(repeats_[segment], docid);
                continue;
            }
            met.push_back(number);
            ++values_[number].articles;
        }
    }
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

        repeats_.push_back(bitmap_for(part.facts().documents));
        count(snapshot, segment, [](Number) { return true; });

        std::vector<std::uint32_t> spelled(dictionary.size(), 0);
        const auto& live = snapshot.live(segment);
        for (Docid docid = 1; docid <= part.facts().documents; ++docid) {
            if (!has_bit(live, docid)) continue;
            for (const auto local : part.names[at][docid]) ++spelled[local];
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

NameNumbers::NameNumbers(const NameNumbers& keyed, const Snapshot& snapshot,
                         const AliasTable& aliases)
    : column_(keyed.column_),
      values_(keyed.values_),
      numbers_(keyed.numbers_),
      repeats_(keyed.repeats_),
      keyed_(&keyed),
      into_(keyed.size()) {
    std::iota(into_.begin(), into_.end(), Number{0});
    std::unordered_map<std::string, Number> by_id;
    std::vector<Number> joined;
    for (auto& [key, id] : aliases.known_keys()) {
        const auto number = keyed.find(key);
        if (!number) continue;
        if (aliases.blocks(key)) {
            values_[*number].blocked = true;
            continue;
        }
        const auto [held, first] = by_id.try_emplace(std::move(id), *number);
        if (first) continue;
        into_[*number] = held->second;
        values_[*number].articles = 0;
        joined.push_back(*number);
    }
    // The commonest spelling stays the label of what the table has no label for.
    for (const auto number : joined) {
        auto& value = values_[into_[number]];
        if (keyed.articles(number) > keyed.articles(into_[number]))
            value.label = keyed.label(number);
    }
    for (auto& [id, number] : by_id) {
        if (const auto label = aliases.label_of(id); !label.empty()) values_[number].label = label;
        ids_.emplace(number, id);
    }
    if (!joined.empty()) {
        for (auto& numbers : numbers_) {
            for (auto& number : numbers) number = into_[number];
        }
        count_joined(snapshot, joined);
    }
    add_forms(aliases, by_id);
}

/// An article that has two keys of an id counts once, so the sum of the keys would be too much.
void NameNumbers::count_joined(const Snapshot& snapshot, const std::vector<Number>& joined) {
    std::vector<char> counted(values_.size(), 0);
    for (const auto number : joined) {
        counted[into_[number]] = 1;
        values_[into_[number]].articles = 0;
    }
    for (std::size_t segment = 0; segment < snapshot.size(); ++segment)
        count(snapshot, segment, [&](Number number) { return counted[number] != 0; });
}

void NameNumbers::add_forms(const AliasTable& aliases,
                            const std::unordered_map<std::string, Number>& by_id) {
    for (const auto& alias : aliases.all()) {
        if (alias.metonym || alias.blocked) continue;
        const auto found = by_id.find(std::string(aliases.settled(alias.id)));
        if (found != by_id.end())
            forms_.push_back({found->second, alias.surface, folded_words(alias.surface)});
    }
}

std::string NameNumbers::value(Number number) const {
    if (const auto found = ids_.find(number); found != ids_.end()) return found->second;
    if (entity_type_of(column_)) return entity_id(key(number));
    return std::string(label(number));
}

std::optional<NameNumbers::Number> NameNumbers::find(std::string_view key) const {
    if (keyed_ != nullptr) {
        const auto found = keyed_->find(key);
        if (!found) return std::nullopt;
        return into_[*found];
    }
    return keys_.find(key);
}

std::vector<NameNumbers::Begun> NameNumbers::begun_with(std::string_view prefix) const {
    const bool typed = entity_type_of(column_).has_value();
    const auto wanted = typed ? folded_words(prefix) : folded(prefix);
    if (wanted.empty()) return {};
    std::vector<Begun> begun;
    const auto& of_keys = keyed_ == nullptr ? values_ : keyed_->values_;
    for (Number number = 0; number < of_keys.size(); ++number) {
        auto key = this->key(number);
        if (typed) key.remove_prefix(key.find(' ') + 1);
        if (a_word_begins_with(key, wanted))
            begun.push_back({keyed_ == nullptr ? number : into_[number], of_keys[number].label});
    }
    for (const auto& form : forms_) {
        if (a_word_begins_with(form.folded, wanted)) begun.push_back({form.number, form.written});
    }
    std::erase_if(begun, [&](const Begun& one) { return values_[one.number].blocked; });
    // Of several forms the label is the one meant, else the first.
    std::stable_sort(begun.begin(), begun.end(), [&](const Begun& left, const Begun& right) {
        if (left.number != right.number) return left.number < right.number;
        const auto label = values_[left.number].label;
        return left.form == label && right.form != label;
    });
    begun.erase(std::unique(begun.begin(), begun.end(),
                            [](const Begun& left, const Begun& right) {
                                return left.number == right.number;
                            }),
                begun.end());
    return begun;
}

bool a_word_begins_with(std::string_view text, std::string_view prefix) {
    if (text.substr(0, prefix.size()) == prefix) return true;
    for (auto at = text.find(' '); at != std::string_view::npos; at = text.find(' ', at + 1)) {
        if (text.substr(at + 1, prefix.size()) == prefix) return true;
    }
    return false;
}

}  // namespace archive
