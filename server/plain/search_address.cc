// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/plain/search_address.h"

#include "server/routes/parameter_table.h"

#include <algorithm>

namespace server {

namespace {

/// The row of a parameter, "-source" having that of "source"; null for what is none of a search.
const ParameterRow* row_of(std::string_view name) {
    const bool excluded = name.starts_with('-');
    if (excluded) name.remove_prefix(1);
    const auto rows = search_parameters();
    const auto row = std::find_if(rows.begin(), rows.end(),
                                  [name](const ParameterRow& one) { return one.name == name; });
    return row == rows.end() || (excluded && !row->filter) ? nullptr : &*row;
}

}  // namespace

SearchAddress::SearchAddress(std::span<const Parameter> parameters) {
    for (const auto& parameter : parameters) {
        const auto* row = row_of(parameter.name);
        if (row == nullptr || row->name == "plain") continue;
        if (row->filter || parameter.value != row->initial) parameters_.push_back(parameter);
    }
    put_in_order();
}

void SearchAddress::put_in_order() {
    // The rows of the table stand one after another in memory, so their order is that of pointers.
    std::stable_sort(parameters_.begin(), parameters_.end(),
                     [](const Parameter& left, const Parameter& right) {
                         const auto* const one = row_of(left.name);
                         const auto* const other = row_of(right.name);
                         if (one != other) return std::less<>()(one, other);
                         if (left.name != right.name) return left.name > right.name;
                         return one->filter && left.value < right.value;
                     });
}

std::string SearchAddress::value(std::string_view name) const {
    for (const auto& parameter : parameters_) {
        if (parameter.name == name) return parameter.value;
    }
    const auto* row = row_of(name);
    return row == nullptr ? std::string() : std::string(row->initial);
}

bool SearchAddress::holds(std::string_view name, std::string_view value) const {
    return std::any_of(parameters_.begin(), parameters_.end(), [&](const Parameter& one) {
        return one.name == name && one.value == value;
    });
}

SearchAddress SearchAddress::with(std::string_view name, std::string_view value) const {
    auto changed = without(name);
    const auto* row = row_of(name);
    return row != nullptr && value == row->initial ? changed : changed.also(name, value);
}

SearchAddress SearchAddress::also(std::string_view name, std::string_view value) const {
    auto changed = *this;
    changed.parameters_.push_back({std::string(name), std::string(value)});
    changed.put_in_order();
    return changed;
}

SearchAddress SearchAddress::without(std::string_view name) const {
    auto changed = *this;
    std::erase_if(changed.parameters_, [name](const Parameter& one) { return one.name == name; });
    return changed;
}

SearchAddress SearchAddress::without(std::string_view name, std::string_view value) const {
    auto changed = *this;
    std::erase_if(changed.parameters_,
                  [&](const Parameter& one) { return one.name == name && one.value == value; });
    return changed;
}

SearchAddress SearchAddress::restarted() const {
    return without("offset").without("cursor");
}

std::string SearchAddress::at(std::string_view path) const {
    return address_of(path, parameters_);
}

std::string list_page(const SearchAddress& search) {
    return search.at("/plain/search");
}

std::string article_page(std::string_view id, const SearchAddress& search, std::size_t offset) {
    auto parameters = search.without("cursor").with("offset", std::to_string(offset)).parameters();
    parameters.insert(parameters.begin(), {"id", std::string(id)});
    return address_of("/plain/article", parameters);
}

std::string comparison_page(std::string_view left, std::string_view right,
                            const SearchAddress& search) {
    std::vector<Parameter> parameters{{"left", std::string(left)}, {"right", std::string(right)}};
    const auto& riding = search.parameters();
    parameters.insert(parameters.end(), riding.begin(), riding.end());
    return address_of("/plain/compare", parameters);
}

}  // namespace server
