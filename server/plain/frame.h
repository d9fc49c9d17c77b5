// SPDX-License-Identifier: GPL-2.0-or-later
// frame.h - What stands around every page without scripts: head, search form, navigation.
//
// The style sheet, fonts and names are those of the page with scripts; nothing here needs one. The
// form is one GET form, so that a browser from any time can send it.
#pragma once

#include "server/plain/html.h"
#include "server/plain/search_address.h"

#include <string>

namespace server {

/// How much of the search form a page shows; what it does not show rides along.
enum class FormShown : bool {
    words,  ///< the box alone
    whole,  ///< dates, order and grouping too
};

/// A page in its frame.
struct Page {
    std::string title;     ///< of the window; empty for the product's name alone
    SearchAddress search;  ///< what the form starts from
    Html main;
    FormShown form = FormShown::words;
};

/// The whole document.
std::string written(const Page& page);

/// A search in hidden fields, those of `shown` names left out.
Html hidden_fields(const SearchAddress& search, std::initializer_list<std::string_view> shown);

}  // namespace server
