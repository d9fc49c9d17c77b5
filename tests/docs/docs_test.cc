// SPDX-License-Identifier: GPL-2.0-or-later
// Holds the documentation against the tables it speaks of. Runs in the root of the source tree.
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
#include "server/guard/limits.h"
#include "server/options.h"
#include "server/problem.h"
#include "server/routes.h"
#include "server/routes/parameters.h"
#include "tests/docs/pages.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <regex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

using namespace tests;

namespace {

namespace fs = std::filesystem;
namespace schema = archive::schema;

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
        Limit{"`NEAR`", limits::query_joins},
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
