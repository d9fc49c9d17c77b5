// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/docs/pages.h"

#include "archive/base/text.h"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <regex>

namespace tests {

namespace fs = std::filesystem;

std::string text_of(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    INFO("the test runs in the root of the source tree, and needs ", path.string());
    REQUIRE(in);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::string> lines_of(const fs::path& path) {
    const std::string text = text_of(path);
    std::vector<std::string> lines;
    for (const auto line : archive::split(text, '\n')) lines.emplace_back(line);
    return lines;
}

bool holds(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

std::string in_ticks(std::string_view name) {
    return '`' + std::string(name) + '`';
}

std::string row_of(const fs::path& page, std::string_view name) {
    for (const auto& line : lines_of(page)) {
        const auto cell_end = line.find(" | ");
        if (line.starts_with("| ") && holds(line.substr(0, cell_end), in_ticks(name))) return line;
    }
    return {};
}

std::set<std::string> found_in(std::initializer_list<fs::path> files, const std::string& pattern) {
    std::set<std::string> found;
    const std::regex expression(pattern);
    for (const auto& file : files) {
        const std::string text = text_of(file);
        for (std::sregex_iterator at(text.begin(), text.end(), expression), end; at != end; ++at)
            found.insert((*at)[1]);
    }
    return found;
}

std::string grouped(std::string digits) {
    for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
    return digits;
}

std::set<std::string> anchors_of(const fs::path& page) {
    std::set<std::string> anchors;
    bool code = false;
    for (const auto& line : lines_of(page)) {
        if (line.starts_with("```")) code = !code;
        const auto blank = line.find(' ');
        if (code || blank == std::string::npos || blank == 0
            || line.find_first_not_of('#') != blank) {
            continue;
        }
        std::string anchor;
        for (const char c : archive::ascii_lower(line.substr(blank + 1))) {
            const bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'
                              || c == '_' || static_cast<unsigned char>(c) >= 0x80;
            if (kept) anchor += c;
            if (c == ' ') anchor += '-';
        }
        anchors.insert(anchor);
    }
    return anchors;
}

}  // namespace tests
