// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/html_outlet.h"

#include "archive/base/fold.h"

#include <algorithm>

namespace indexer {

namespace {

/// Shorter names say too little: "dw" is in many words.
constexpr std::size_t shortest_part = 4;

/// "gull" of "The Gull", "annlee" of "Ann Lee": names as hosts write them.
std::string squeezed(std::string_view name) {
    std::string text = archive::folded_words(name);
    if (text.rfind("the ", 0) == 0) text.erase(0, 4);
    text.erase(std::remove(text.begin(), text.end(), ' '), text.end());
    return text;
}

std::string_view host_in(std::string_view url) {
    const auto scheme = url.find("://");
    if (scheme == std::string_view::npos) return {};
    url.remove_prefix(scheme + 3);
    url = url.substr(0, url.find_first_of("/?#:"));
    if (url.substr(0, 4) == "www.") url.remove_prefix(4);
    return url;
}

}  // namespace

Outlet::Outlet(const PageMetadata& metadata, std::string_view url) {
    add(metadata.linked.house);
    for (const std::string_view name : {"og:site_name", "application-name", "dc.publisher"}) {
        add(plain_text(metadata.first_of({name})));
    }
    for (const auto address : {url, std::string_view(metadata.canonical)}) {
        const auto host = host_in(address);
        add(host);
        add(host.substr(0, host.find('.')));
    }
}

void Outlet::add(std::string_view name) {
    constexpr std::size_t shortest = 2;
    auto own = squeezed(name);
    const bool known = std::find(names_.begin(), names_.end(), own) != names_.end();
    if (own.size() >= shortest && !known) names_.push_back(std::move(own));
}

bool Outlet::is(std::string_view name) const {
    const std::string own = squeezed(name);
    if (own.empty()) return false;
    return std::any_of(names_.begin(), names_.end(), [&](const std::string& outlet) {
        return outlet == own
               || (own.size() >= shortest_part && outlet.find(own) != std::string::npos);
    });
}

bool Outlet::is_named_in(std::string_view name) const {
    if (is(name)) return true;
    const std::string own = squeezed(name);
    return std::any_of(names_.begin(), names_.end(), [&](const std::string& outlet) {
        return outlet.size() >= shortest_part && own.find(outlet) != std::string::npos;
    });
}

}  // namespace indexer
