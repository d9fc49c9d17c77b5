// SPDX-License-Identifier: GPL-2.0-or-later
// Holds the source tree against what its pages and its first lines say of it.
#include "archive/base/text.h"
#include "server/embedded.h"
#include "tests/docs/pages.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <initializer_list>
#include <regex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

using namespace tests;

namespace {

namespace fs = std::filesystem;

/// What is ours and is read by people or compilers: not build trees, not what npm brought.
std::vector<fs::path> files_ending(std::initializer_list<std::string_view> endings) {
    std::vector<fs::path> files;
    for (auto at = fs::recursive_directory_iterator("."); at != fs::end(at); ++at) {
        const std::string name = at->path().filename().string();
        const bool made = at.depth() == 0 && (name == "build" || name == "index");
        if (made || name == "node_modules" || name.starts_with('.')) {
            at.disable_recursion_pending();
            continue;
        }
        const std::string ending = at->path().extension().string();
        if (std::find(endings.begin(), endings.end(), ending) != endings.end())
            files.push_back(at->path().lexically_normal());
    }
    std::sort(files.begin(), files.end());
    return files;
}

/// A page without its blocks of code and what stands in backticks: there are no links in them.
std::string prose_of(const fs::path& page) {
    std::string prose;
    bool code = false;
    for (const auto& line : lines_of(page)) {
        if (line.starts_with("```")) code = !code;
        if (!code) prose += std::regex_replace(line, std::regex("`[^`]*`"), "") + '\n';
    }
    return prose;
}

}  // namespace

TEST_CASE("every relative link leads to a file and a heading") {
    const std::regex link(R"(\]\(([^)\s]+)\))");
    for (const auto& page : files_ending({".md"})) {
        const std::string prose = prose_of(page);
        for (std::sregex_iterator at(prose.begin(), prose.end(), link), end; at != end; ++at) {
            const std::string target = (*at)[1];
            CAPTURE(page.string());
            CAPTURE(target);
            if (holds(target, "://") || target.starts_with("mailto:")) continue;
            const auto mark = target.find('#');
            const std::string name = target.substr(0, mark);
            const fs::path file = name.empty() ? page : page.parent_path() / name;
            CHECK(fs::exists(file));
            if (mark != std::string::npos && fs::exists(file))
                CHECK(anchors_of(file).count(target.substr(mark + 1)) == 1);
        }
    }
}

TEST_CASE("what the tree of docs/architecture.md names exists") {
    bool heading = false, code = false;
    std::size_t named = 0;
    for (const auto& line : lines_of("docs/architecture.md")) {
        if (line.starts_with("#")) heading = line == "## The tree";
        if (line.starts_with("```")) {
            code = !code;
        } else if (heading && code && !line.empty()) {
            CAPTURE(line);
            CHECK(fs::exists(line.substr(0, line.find(' '))));
            ++named;
        }
    }
    CHECK(named > 50);
}

TEST_CASE("every file of code begins with its licence, and every header with its name") {
    for (const auto& file : files_ending({".h", ".cc"})) {
        CAPTURE(file.string());
        const auto lines = lines_of(file);
        REQUIRE(lines.size() > 2);
        CHECK(lines[0] == "// SPDX-License-Identifier: GPL-2.0-or-later");
        if (file.extension() == ".h")
            CHECK(lines[1].starts_with("// " + file.filename().string() + " - "));
    }
}

TEST_CASE("the newest entry of CHANGELOG.md is this version") {
    const auto lines = lines_of("CHANGELOG.md");
    const auto entry = std::find_if(lines.begin(), lines.end(), [](const std::string& line) {
        return line.starts_with("## ");
    });
    REQUIRE(entry != lines.end());
    CHECK(entry->starts_with("## " + std::string(server::program_version())));
}
