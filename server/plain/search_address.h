// SPDX-License-Identifier: GPL-2.0-or-later
// search_address.h - A search as an address: that of the page being written, and changes of it.
//
//     now.with("sort", "newest").restarted().at("/plain/search")
//
// The address is the state: every link of a page is this search with one thing changed. Defaults
// are left out and the order is fixed, so that equal searches have equal addresses. Names that are
// no parameter of a search are not carried on.
#pragma once

#include "server/guard/target.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace server {

/// The parameters of a search. A plain value; every change is a new one.
class SearchAddress {
public:
    /// Every article.
    SearchAddress() = default;

    /// Those of `parameters` that belong to a search. `plain` is left out: the paths say it.
    explicit SearchAddress(std::span<const Parameter> parameters);

    /// The value of a name that stands once; what leaving it out means where it is not given.
    std::string value(std::string_view name) const;

    bool holds(std::string_view name, std::string_view value) const;
    bool empty() const { return parameters_.empty(); }
    const std::vector<Parameter>& parameters() const { return parameters_; }

    /// `name` with this value alone, or without any where it is the default.
    SearchAddress with(std::string_view name, std::string_view value) const;

    /// One more value of a filter.
    SearchAddress also(std::string_view name, std::string_view value) const;

    SearchAddress without(std::string_view name) const;
    SearchAddress without(std::string_view name, std::string_view value) const;

    /// From its first row on.
    SearchAddress restarted() const;

    /// Path and query: "/plain/search?q=ferry".
    std::string at(std::string_view path) const;

private:
    void put_in_order();

    std::vector<Parameter> parameters_;
};

/// A search as a page without scripts, and one article as result number `offset` of it.
std::string list_page(const SearchAddress& search);
std::string article_page(std::string_view id, const SearchAddress& search, std::size_t offset);

/// Two articles side by side; the search, with the place of the left one in its list, rides along.
std::string comparison_page(std::string_view left, std::string_view right,
                            const SearchAddress& search);

}  // namespace server
