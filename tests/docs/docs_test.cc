// SPDX-License-Identifier: GPL-2.0-or-later
// Holds the documentation against the tables and the files it speaks of. Runs in the root of the
// source tree.
#include "archive/base/error.h"
#include "archive/base/limits.h"
#include "archive/base/settings.h"
#include "archive/base/text.h"
#include "archive/index/schema.h"
#include "archive/model/article.h"
#include "archive/model/date.h"
#include "indexer/analysis/dictionaries.h"
#include "indexer/exit_codes.h"
#include "indexer/readers/record_fields.h"
#include "indexer/readers/registry.h"
#include "indexer/readers/unread_formats.h"
#include "server/embedded.h"
#include "server/guard/limits.h"
#include "server/options.h"
#include "server/problem.h"
#include "server/routes.h"
#include "server/routes/parameters.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <iterator>
#include <regex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace fs = std::filesystem;
namespace schema = archive::schema;

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

/// The first row of a table of the page whose first cell names `name` in backticks; empty when
/// there is none.
std::string row_of(const fs::path& page, std::string_view name) {
    for (const auto& line : lines_of(page)) {
        const auto cell_end = line.find(" | ");
        if (line.starts_with("| ") && holds(line.substr(0, cell_end), in_ticks(name))) return line;
    }
    return {};
}

/// All that the first group of `pattern` finds in the files.
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

/// "16384" as people write it: "16,384".
std::string grouped(std::string digits) {
    for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
    return digits;
}

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

/// The names by which links reach the headings of a page: "Exit codes" is "exit-codes".
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

const fs::path docs = "docs";

}  // namespace

TEST_CASE("every field of the query language is on its page with its example") {
    const std::string page = text_of(docs / "query-language.md");
    for (const auto& field : schema::fields()) {
        CAPTURE(field.name);
        const std::string name = std::string(field.name) + ":";
        CHECK(holds(page, in_ticks(name)));
        if (!field.alias.empty()) CHECK(holds(page, in_ticks(std::string(field.alias) + ":")));
        CHECK(holds(row_of(docs / "query-language.md", name), in_ticks(field.example)));
    }
    for (const auto presence : schema::presences()) {
        CAPTURE(presence);
        CHECK(holds(page, in_ticks(presence)));
    }
}

TEST_CASE("every format that is read has a section, and every other one that is known a row") {
    const auto sections = anchors_of(docs / "formats.md");
    for (const auto& format : indexer::formats()) {
        CAPTURE(format.name);
        CHECK(sections.count(std::string(format.name)) == 1);
        const std::string row = row_of(docs / "formats.md", format.name);
        for (const auto extension : archive::split(format.extensions, ' '))
            CHECK(holds(row, in_ticks(extension)));
    }
    for (const auto& format : indexer::unread_formats()) {
        CAPTURE(format.name);
        const std::string row = row_of(docs / "formats.md", format.name);
        CHECK(holds(row, format.articles ? "| rejected |" : "| skipped |"));
    }
}

TEST_CASE("the table of field names is that of the readers") {
    const auto& names = indexer::FieldNames::standard();
    for (std::size_t i = 0; i < indexer::record_fields; ++i) {
        const auto field = static_cast<indexer::RecordField>(i);
        std::string row = "| " + std::string(indexer::name(field)) + " |";
        for (const auto& name : names.of(field)) row += ' ' + in_ticks(name);
        CAPTURE(row);
        CHECK(holds(text_of(docs / "formats.md"), row + " |\n"));
        CHECK(holds(text_of(docs / "configuration.md"), in_ticks(indexer::name(field))));
    }
}

TEST_CASE("every basis of a date, zone and basis of a title is explained") {
    for (auto i = 0; i <= static_cast<int>(archive::Basis::path); ++i) {
        const auto name = archive::name(static_cast<archive::Basis>(i));
        CAPTURE(name);
        CHECK_FALSE(row_of(docs / "formats.md", name).empty());
    }
    const std::string zones = row_of(docs / "formats.md", "zones");
    for (std::size_t i = 0; i < archive::zone_kinds; ++i)
        CHECK(holds(zones, archive::name(static_cast<archive::ZoneKind>(i))));
    const std::string titles = row_of(docs / "formats.md", "title_basis");
    for (auto i = 1; i <= static_cast<int>(archive::TitleBasis::lead); ++i)
        CHECK(holds(titles, in_ticks(archive::name(static_cast<archive::TitleBasis>(i)))));
}

TEST_CASE("every setting is documented with its default and its variable") {
    for (const auto& setting : archive::settings_table()) {
        CAPTURE(setting.key);
        const std::string row = row_of(docs / "configuration.md", setting.key);
        const std::string initial = setting.initial.empty() ? "none" : in_ticks(setting.initial);
        CHECK(holds(row, in_ticks(setting.key) + " | " + initial + " |"));
        if (!setting.environment.empty()) CHECK(holds(row, in_ticks(setting.environment)));
        if (setting.most > 0) {
            CHECK(holds(row, std::to_string(setting.least) + " to "
                                 + grouped(std::to_string(setting.most))));
        }
    }
}

TEST_CASE("config/dateline.toml holds every setting with its default below a remark") {
    std::set<std::string> written;
    std::string section, above;
    for (const auto& line : lines_of("config/dateline.toml")) {
        std::smatch found;
        if (std::regex_match(line, found, std::regex(R"(\[(\w+)\])"))) section = found[1];
        if (std::regex_search(line, found, std::regex(R"(^\w+ = )"))) {
            CAPTURE(line);
            CHECK(written.insert(section + '.' + line).second);
            CHECK(above.starts_with("# "));
        }
        above = line;
    }
    CHECK(written.size() == archive::settings_table().size());
    for (const auto& setting : archive::settings_table()) {
        const std::string initial(setting.initial);
        const std::string value = setting.kind == archive::SettingKind::text   ? '"' + initial + '"'
                                  : setting.kind == archive::SettingKind::list ? '[' + initial + ']'
                                                                               : initial;
        CAPTURE(value);
        CHECK(written.count(std::string(setting.key) + " = " + value) == 1);
    }
    archive::Settings settings;
    CHECK(settings.read_file("config/dateline.toml"));
}

TEST_CASE("every route is in docs/rest.md, and those of programs in docs/openapi.json") {
    const std::string page = text_of(docs / "rest.md");
    const std::string description = text_of(docs / "openapi.json");
    for (const auto& route : server::routes()) {
        CAPTURE(route.pattern);
        CHECK(holds(page, in_ticks(route.pattern)));
        if (route.audience != server::Audience::person)
            CHECK(holds(description, '"' + std::string(route.pattern) + "\":"));
    }
}

TEST_CASE("every parameter is in docs/rest.md with the values it takes") {
    for (const auto& parameter : server::search_parameters()) {
        CAPTURE(parameter.name);
        const std::string row = row_of(docs / "rest.md", parameter.name);
        CHECK_FALSE(row.empty());
        if (parameter.choices.empty()) continue;
        for (const auto choice : archive::split(parameter.choices, ' '))
            CHECK(holds(row, in_ticks(choice)));
    }
    for (const auto& file : fs::directory_iterator("server/routes")) {
        if (file.path().extension() != ".cc") continue;
        for (const auto& name : found_in({file.path()}, R"re(\.name = "([a-z_]+)")re")) {
            CAPTURE(name);
            CHECK_FALSE(row_of(docs / "rest.md", name).empty());
        }
    }
}

TEST_CASE("every language that is judged by a dictionary is in docs/stories.md") {
    for (const auto language : indexer::languages_with_dictionary()) {
        CAPTURE(language);
        CHECK_FALSE(row_of(docs / "stories.md", language).empty());
    }
}

TEST_CASE("every error code is explained, with its status or its exit code") {
    for (const auto& error : archive::error_codes()) {
        CAPTURE(error.name);
        CHECK_FALSE(row_of(docs / "errors.md", error.name).empty());
    }
    for (const auto& problem : server::problem_rows()) {
        const auto name = archive::name(problem.code);
        CAPTURE(name);
        const std::string row = row_of(docs / "errors.md", name);
        const std::string status = "| " + std::to_string(problem.status) + " |";
        CHECK((name.starts_with("query.") ? problem.status == 400 : holds(row, status)));
    }
    using enum archive::ErrorCode;
    const auto ends_with = [](archive::ErrorCode code, int exit) {
        CAPTURE(archive::name(code));
        CHECK(holds(row_of(docs / "errors.md", archive::name(code)),
                    "| " + std::to_string(exit) + " |"));
    };
    for (const auto code :
         {usage, bad_setting, path_missing, cannot_create, io_failed, disk_full, locked})
        ends_with(code, static_cast<int>(indexer::exit_for(code)));
    ends_with(address_in_use, static_cast<int>(server::exit_for(address_in_use)));
}

TEST_CASE("the table of exit codes is that of the programs") {
    const auto ours = found_in({"indexer/exit_codes.h"}, R"(\w = (\d+),)");
    const auto servers = found_in({"server/options.h"}, R"(\w = (\d+),)");
    CHECK(ours.size() > 5);
    CHECK(servers.size() > 3);
    std::set<std::string> all = ours;
    all.insert(servers.begin(), servers.end());
    const std::string page = text_of(docs / "operations.md");
    for (const auto& code : all) {
        const std::string program = ours.count(code) == 0      ? "server"
                                    : servers.count(code) == 0 ? "indexer"
                                                               : "both";
        CAPTURE(code);
        CHECK(holds(page, "| " + code + " | " + program + " |"));
    }
}

TEST_CASE("every prefix of a term and every column is in docs/schema.md") {
    const auto prefixes = found_in({"archive/index/schema.h"}, R"re(\w = "([A-Z]+:?)")re");
    CHECK(prefixes.size() > 15);
    for (const auto& prefix : prefixes) {
        CAPTURE(prefix);
        CHECK_FALSE(row_of(docs / "schema.md", prefix).empty());
    }
    const auto columns =
        found_in({"archive/index/segment_writer.cc"}, R"re(write\("columns/(\w+)")re");
    CHECK(columns.size() > 5);
    for (const auto& column : columns) {
        CAPTURE(column);
        CHECK_FALSE(row_of(docs / "schema.md", column).empty());
    }
    for (std::size_t i = 0; i < schema::names_columns; ++i)
        CHECK(holds(text_of(docs / "schema.md"),
                    in_ticks(schema::name(static_cast<schema::Names>(i)))));
    CHECK(holds(text_of(docs / "schema.md"), "\n| " + std::to_string(schema::version) + " | "));
}

TEST_CASE("the options on the page are those of the programs") {
    auto options =
        found_in({"indexer/options.cc", "server/options.cc"}, R"re("(--[a-z][a-z-]*)")re");
    options.insert("--help");
    CHECK(options.size() > 10);
    std::set<std::string> documented;
    for (const auto& line : lines_of(docs / "operations.md")) {
        if (!line.starts_with("| `--")) continue;
        const std::string cell = line.substr(0, line.find(" | "));
        const std::regex option("--[a-z][a-z-]*");
        for (std::sregex_iterator at(cell.begin(), cell.end(), option), end; at != end; ++at)
            documented.insert(at->str());
    }
    CHECK(documented == options);
}

TEST_CASE("the metrics on the page are those of the server") {
    const std::string name = "((?:dateline|process)_[a-z_]+)";
    const auto metrics = found_in({"server/metrics.cc", "server/app.cc"}, '"' + name + "[\"{]");
    CHECK(metrics.size() > 10);
    CHECK(found_in({docs / "operations.md"}, "\\| `" + name + '`') == metrics);
}

TEST_CASE("every limit is on the page with its number") {
    const auto lines = lines_of(docs / "operations.md");
    const auto stated = [&lines](std::string_view what, const std::string& number) {
        CAPTURE(what);
        CAPTURE(number);
        const auto row = std::find_if(lines.begin(), lines.end(), [&](const std::string& line) {
            return line.starts_with("| ") && holds(line.substr(0, line.find(" | ", 2)), what);
        });
        REQUIRE(row != lines.end());
        const std::regex whole("(^|[^0-9,])" + number + "($|[^0-9,]|, )");
        CHECK(std::regex_search(*row, whole));
    };
    for (const auto& row : server::limit_rows(server::GuardLimits())) {
        stated(row.what, grouped(row.allowed.substr(0, row.allowed.find(' '))));
        if (!holds(row.answer, " ")) CHECK(holds(text_of(docs / "operations.md"), row.answer));
    }
    namespace limits = archive::limits;
    struct Limit {
        std::string_view what;
        std::size_t number;
    };
    constexpr std::size_t mib = std::size_t{1} << 20U;
    const std::array known{
        Limit{"query", limits::query_bytes},
        Limit{"terms", limits::query_terms},
        Limit{"words of a phrase", limits::phrase_words},
        Limit{"levels of brackets", limits::query_levels},
        Limit{"wildcards", limits::query_wildcards},
        Limit{"wildcards", limits::wildcard_letters},
        Limit{"words of a distance", limits::near_words},
        Limit{"mentions", limits::mentions},
        Limit{"`limit`", limits::page_rows},
        Limit{"`offset`", limits::page_offset},
        Limit{"articles read for a concordance", limits::concordance_articles},
        Limit{"articles read for a concordance", limits::concordance_lines},
        Limit{"articles read for telling words", limits::telling_articles},
        Limit{"queries of a batch", limits::batch_queries},
        Limit{"changes of one answer", limits::change_rows},
        Limit{"queries of one chart", limits::timeline_queries},
        Limit{"`facet_limit`", limits::facet_rows},
        Limit{"articles of a story or an event", limits::kindred_articles},
        Limit{"text read of one article", limits::article_bytes / mib},
        Limit{"text of it that is indexed", limits::indexed_bytes / mib},
        Limit{"text of it that is compared", limits::compared_bytes / mib},
        Limit{"one JSON record", limits::json_line_bytes / mib},
        Limit{"one JSON record", limits::json_levels},
        Limit{"one tag of HTML", limits::html_tag_bytes},
        Limit{"title", limits::title_bytes},
        Limit{"one word", limits::term_bytes},
        Limit{"members of a container", limits::container_entries},
        Limit{"a container inside another", limits::container_entry_bytes / mib},
        Limit{"a container inside another", limits::container_levels},
        Limit{"expansion of a container", limits::container_ratio},
    };
    for (const auto& limit : known) stated(limit.what, grouped(std::to_string(limit.number)));
}

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
    for (const auto& line : lines_of(docs / "architecture.md")) {
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
