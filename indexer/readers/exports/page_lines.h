// SPDX-License-Identifier: GPL-2.0-or-later
// page_lines.h - A part of an HTML page as lines of text, for what reads fields from lines.
#pragma once

#include "indexer/extract/page_tree.h"

#include <functional>
#include <string>
#include <string_view>

namespace indexer {

/// The text inside `node`: a blank line between blocks, a line end for <br>, a tab between the
/// cells of a row. Scripts and styles are left out, and the elements `leave_out` says yes to.
std::string page_lines(const PageTree& page, int node,
                       const std::function<bool(int)>& leave_out = {});

/// The same of the nodes [first, last) in document order.
std::string page_lines_between(const PageTree& page, int first, int last,
                               const std::function<bool(int)>& leave_out = {});

/// Whether `name` is one of the words of the node's class attribute.
bool has_class(const PageTree& page, int node, std::string_view name);

/// The first element inside `node` with one of the classes; -1 when there is none.
int first_of_class(const PageTree& page, int node, std::initializer_list<std::string_view> names);

}  // namespace indexer
