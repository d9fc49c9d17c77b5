// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/sites.h"

#include "archive/base/text.h"

#include <algorithm>

namespace archive {

namespace {

bool is_letter(char c) {
    return c >= 'a' && c <= 'z';
}

bool is_host_byte(char c) {
    return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '.';
}

/// "thestar.com.my", but not "Reuters", "St. Louis Post" or "3.14".
bool looks_like_host(std::string_view text) {
    const auto dot = text.rfind('.');
    if (dot == std::string_view::npos || dot == 0 || text.size() - dot < 3) return false;
    return std::all_of(text.begin(), text.end(), is_host_byte)
           && std::all_of(text.begin() + static_cast<std::ptrdiff_t>(dot) + 1, text.end(),
                          is_letter)
           && text.find("..") == std::string_view::npos;
}

bool is_address(std::string_view host) {
    return host.starts_with('[') || std::all_of(host.begin(), host.end(), [](char c) {
               return c == '.' || (c >= '0' && c <= '9');
           });
}

std::string bare(std::string_view host) {
    std::string lower = ascii_lower(trimmed(host));
    if (lower.ends_with('.')) lower.pop_back();
    if (lower.starts_with("www.")) lower.erase(0, 4);
    return lower;
}

void add_with_parents(std::vector<std::string>& names, std::string_view host) {
    const auto add = [&](std::string_view name) {
        if (std::find(names.begin(), names.end(), name) == names.end()) names.emplace_back(name);
    };
    if (host.empty()) return;
    add(host);
    if (is_address(host)) return;
    for (auto dot = host.find('.'); dot != std::string_view::npos; dot = host.find('.')) {
        host.remove_prefix(dot + 1);
        if (host.find('.') != std::string_view::npos) add(host);
    }
}

}  // namespace

std::string host_of(std::string_view url) {
    const auto scheme = url.find("://");
    if (scheme == std::string_view::npos) return "";
    url.remove_prefix(scheme + 3);
    url = url.substr(0, url.find_first_of("/?#\\"));
    if (const auto user = url.rfind('@'); user != std::string_view::npos)
        url.remove_prefix(user + 1);
    const auto bracket = url.find(']');
    const auto port = url.find(':', bracket == std::string_view::npos ? 0 : bracket);
    return bare(url.substr(0, port));
}

std::vector<std::string> site_names(const Article& article) {
    std::vector<std::string> names;
    add_with_parents(names, host_of(article.url));
    const std::string source = bare(article.source);
    if (looks_like_host(source)) add_with_parents(names, source);
    return names;
}

}  // namespace archive
