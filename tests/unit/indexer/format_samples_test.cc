// SPDX-License-Identifier: GPL-2.0-or-later
// Every format has samples in tests/corpus/formats/FORMAT, and what they must yield stands beside
// them in expected.txt:
//
//   FILE:RECORD | article | HEADLINE | DAY | SOURCE | FIRST WORDS OF THE BODY
//   FILE:RECORD | rejected | CODE
//   FILE:RECORD | skipped
//
// The day is as edtf() writes it, or "undated". Members of containers stand behind '!', as in
// reports. The order of files does not count, that of one file's records does.
#include "archive/base/error.h"
#include "archive/base/text.h"
#include "archive/model/date.h"
#include "indexer/analysis/chain.h"
#include "indexer/input_files.h"
#include "indexer/readers/read_file.h"
#include "indexer/readers/registry.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

using Fields = std::vector<std::string>;

const fs::path samples = "tests/corpus/formats";

/// The lines of expected.txt without comments, cut at " | ".
std::vector<Fields> expected_of(const fs::path& folder) {
    std::vector<Fields> lines;
    std::ifstream file(folder / "expected.txt");
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line.starts_with('#')) continue;
        if (line.ends_with(" |")) line += ' ';  // an article of a headline alone
        Fields fields;
        for (std::size_t at = 0; at != std::string::npos;) {
            const auto end = line.find(" | ", at);
            fields.push_back(std::string(archive::trimmed(line.substr(at, end - at))));
            at = end == std::string::npos ? end : end + 3;
        }
        lines.push_back(std::move(fields));
    }
    return lines;
}

Fields described(const std::string& where, indexer::Record record) {
    switch (record.kind) {
        case indexer::Record::Kind::rejected:
            return {where, "rejected", std::string(archive::name(record.error.code))};
        case indexer::Record::Kind::article: break;
        case indexer::Record::Kind::withdrawn: return {where, "withdrawn"};
        case indexer::Record::Kind::skipped: return {where, "skipped"};
    }
    auto& article = record.article;
    indexer::analyse(article);
    std::string body = archive::body_text(article);
    std::replace(body.begin(), body.end(), '\n', ' ');
    return {
        where,          "article",
        article.title,  article.published.known() ? archive::edtf(article.published) : "undated",
        article.source, std::move(body)};
}

/// By file, each file's records in their order.
std::vector<Fields> by_file(std::vector<Fields> lines) {
    const auto file = [](const Fields& line) { return line[0].substr(0, line[0].rfind(':')); };
    std::stable_sort(lines.begin(), lines.end(),
                     [&](const Fields& a, const Fields& b) { return file(a) < file(b); });
    return lines;
}

std::string joined(const Fields& fields) {
    std::string line;
    for (const auto& field : fields) line += (line.empty() ? "" : " | ") + field;
    return line;
}

/// What reading every file of the folder gives, in order.
std::vector<Fields> outcomes_of(const fs::path& folder) {
    static const indexer::Registry registry;
    const std::vector<std::string> given{folder.string()};
    const auto roots = indexer::input_roots(given);
    REQUIRE(roots);
    std::vector<Fields> outcomes;
    const auto read = [&](const indexer::InputFile& file) {
        const auto name = fs::path(file.path).filename().string();
        if (name == "expected.txt") return true;
        indexer::read_file(registry, file, {}, [&](indexer::RecordOutcome outcome) {
            const auto path = outcome.path.substr(folder.string().size() + 1);
            outcomes.push_back(
                described(path + ":" + std::to_string(outcome.record.record), outcome.record));
            return true;
        });
        return true;
    };
    indexer::for_each_input_file(*roots, indexer::Links::leave, read, [](const auto&) {});
    return outcomes;
}

}  // namespace

TEST_CASE("every format has samples, a damaged one among them") {
    for (const auto& format : indexer::formats()) {
        CAPTURE(format.name);
        const auto lines = expected_of(samples / format.name);
        REQUIRE_FALSE(lines.empty());
        const auto is = [&](const char* kind) {
            return std::any_of(lines.begin(), lines.end(),
                               [&](const Fields& line) { return line.at(1) == kind; });
        };
        CHECK(is("article"));
        const bool damaged = std::any_of(lines.begin(), lines.end(), [](const Fields& line) {
            return line.at(1) == "rejected" || line.at(0).find("damaged") != std::string::npos;
        });
        CHECK(damaged);
    }
}

TEST_CASE("the samples of every format are read as they should be") {
    if (!fs::exists(samples)) FAIL("the samples are not here: run from the repository's root");
    for (const auto& folder : fs::directory_iterator(samples)) {
        if (!folder.is_directory()) continue;
        CAPTURE(folder.path().string());
        const auto expected = by_file(expected_of(folder.path()));
        const auto found = by_file(outcomes_of(folder.path()));
        for (std::size_t i = 0; i < std::max(expected.size(), found.size()); ++i) {
            const Fields wanted = i < expected.size() ? expected[i] : Fields{"nothing more"};
            Fields got = i < found.size() ? found[i] : Fields{"nothing more"};
            // Only the first words of a body are written down.
            if (wanted.size() == 6 && got.size() == 6 && got[5].starts_with(wanted[5]))
                got[5] = wanted[5];
            CHECK(joined(got) == joined(wanted));
        }
    }
}
