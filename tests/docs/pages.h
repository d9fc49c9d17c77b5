// SPDX-License-Identifier: GPL-2.0-or-later
// pages.h - The pages of the documentation as tests read them, from the root of the source tree.
#pragma once

#include <filesystem>
#include <initializer_list>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace tests {

/// The whole file; the test fails when it cannot be read.
std::string text_of(const std::filesystem::path& path);
std::vector<std::string> lines_of(const std::filesystem::path& path);

bool holds(std::string_view text, std::string_view part);
std::string in_ticks(std::string_view name);

/// The first row of a table of the page whose first cell names `name` in backticks; empty when
/// there is none.
std::string row_of(const std::filesystem::path& page, std::string_view name);

/// All that the first group of `pattern` finds in the files.
std::set<std::string> found_in(std::initializer_list<std::filesystem::path> files,
                               const std::string& pattern);

/// "16384" as people write it: "16,384".
std::string grouped(std::string digits);

/// The names by which links reach the headings of a page: "Exit codes" is "exit-codes".
std::set<std::string> anchors_of(const std::filesystem::path& page);

}  // namespace tests
