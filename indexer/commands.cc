// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/commands.h"

#include "archive/base/files.h"
#include "archive/index/aliases.h"
#include "archive/index/index_check.h"
#include "archive/index/index_folder.h"
#include "archive/index/index_lock.h"
#include "indexer/archive_run.h"
#include "indexer/exit_codes.h"
#include "indexer/explain.h"
#include "indexer/names/name_files.h"
#include "indexer/statistics.h"
#include "indexer/summary.h"
#include "indexer/supervised.h"
#include "indexer/tag_words.h"

#include <fmt/format.h>

#include <cstdio>
#include <filesystem>
#include <iostream>
#include <vector>

namespace indexer {

namespace {

using archive::ErrorCode;
using archive::Failure;

void print(const std::string& text) {
    if (std::fputs(text.c_str(), stdout) < 0 || std::fflush(stdout) != 0)
        archive::throw_system_error("cannot write", "standard output");
}

void complain(const archive::Error& error) {
    std::fputs(("dateline-indexer: " + archive::sentence(error) + "\n").c_str(), stderr);
}

/// The child's part of update and rebuild.
int write_index(const Options& options, const RunRequest& request, const std::atomic<int>& signal) {
    try {
        RunReport report;
        {
            Progress progress(options.quiet ? Progress::When::never : options.progress,
                              options.quiet ? Progress::Rejects::hide : Progress::Rejects::show);
            ArchiveRun run(request, options.settings, signal, progress);
            report = run.run();
        }
        Exit code = report.counts.rejected > 0 ? Exit::some_rejected : Exit::done;
        if (!options.report.empty())
            archive::replace_file(options.report, report_json(report, static_cast<int>(code)));
        if (!options.quiet) print(summary_line(report) + "\n");
        return report.interrupted != 0 ? 128 + report.interrupted : static_cast<int>(code);
    } catch (const Failure& failure) {
        complain(failure.error());
        return static_cast<int>(exit_for(failure.error().code));
    } catch (const std::exception& error) {
        complain({ErrorCode::internal, error.what()});
        return static_cast<int>(Exit::internal);
    }
}

int run_writer(const Options& options, archive::Publication::Mode mode) {
    RunRequest request;
    request.mode = mode;
    request.index = options.settings.text("index.path");
    request.paths = options.paths.empty() ? options.settings.list("archive.paths") : options.paths;
    request.links = options.settings.flag("indexer.follow_links") ? Links::follow : Links::leave;
    if (request.paths.empty()) {
        throw Failure(ErrorCode::usage,
                      "no PATH was given, and the setting archive.paths names none");
    }
    if (auto roots = input_roots(request.paths); !roots) throw Failure(roots.error());
    if (archive::kind_of_folder(request.index) == archive::FolderKind::foreign) {
        throw Failure(ErrorCode::index_damaged,
                      "holds files that are no index of ours; give another folder with --index",
                      request.index);
    }
    const archive::IndexLock lock(request.index);
    const int code = run_supervised(
        [&](const std::atomic<int>& signal) { return write_index(options, request, signal); });
    if (code > 128) die_of(code - 128);
    return code;
}

/// Lines of the user's table of names that are skipped whenever it is read.
void tell_bad_aliases(const archive::Settings& settings) {
    const auto file = archive::alias_file(settings);
    if (file.empty()) return;
    std::vector<archive::Error> bad_lines;
    const auto table =
        archive::AliasTable::read_over(archive::AliasTable::shipped(), file, &bad_lines);
    if (!table) return complain(table.error());
    for (auto& bad : bad_lines) {
        bad.where = file + ", " + bad.where;
        complain(bad);
    }
}

int run_check(const Options& options) {
    const std::string index = options.settings.text("index.path");
    return run_supervised([&](const std::atomic<int>&) {
        tell_bad_aliases(options.settings);
        const auto report = archive::check_index(index);
        for (const auto& fault : report.faults) complain(fault);
        if (!report.faults.empty()) return static_cast<int>(exit_for(report.faults.front().code));
        if (!options.quiet) {
            print(fmt::format("{}: sound; revision {}, {} articles, {} files, {:.1f} MiB\n", index,
                              report.revision, report.articles, report.files,
                              static_cast<double>(report.bytes) / (1 << 20)));
        }
        return static_cast<int>(Exit::done);
    });
}

int run_stats(const Options& options) {
    const std::string& index = options.settings.text("index.path");
    print(options.json ? statistics_json(index) : statistics_text(index));
    return static_cast<int>(Exit::done);
}

int run_tag(const Options& options) {
    const auto tagger = tagger_for(options.settings);
    std::ios::sync_with_stdio(false);
    tag_words(tagger, std::cin, std::cout);
    return static_cast<int>(Exit::done);
}

}  // namespace

int run_command(const Options& options) {
    switch (options.command) {
        case Command::update: return run_writer(options, archive::Publication::Mode::update);
        case Command::rebuild: return run_writer(options, archive::Publication::Mode::rebuild);
        case Command::check: return run_check(options);
        case Command::explain: return explain_files(options);
        case Command::stats: return run_stats(options);
        case Command::tag: return run_tag(options);
    }
    return static_cast<int>(Exit::internal);
}

}  // namespace indexer
