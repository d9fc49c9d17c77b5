// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/options.h"

#include "archive/base/text.h"
#include "archive/index/schema.h"
#include "indexer/exit_codes.h"

#include <CLI/CLI.hpp>

#include <iostream>
#include <map>
#include <optional>

namespace indexer {

namespace {

/// What is wrong with a first word that is no command; nothing when it is one, or an option.
std::optional<std::string> unknown_command(const CLI::App& app, std::string_view typed) {
    if (typed.empty() || typed.front() == '-') return std::nullopt;
    constexpr std::size_t farthest = 3;
    std::size_t best = farthest;
    std::string nearest;
    for (const auto* command : app.get_subcommands([](const CLI::App*) { return true; })) {
        if (command->get_name() == typed) return std::nullopt;
        const auto distance = archive::edit_distance(typed, command->get_name(), farthest);
        if (distance >= best) continue;
        best = distance;
        nearest = command->get_name();
    }
    std::string wrong = "there is no command \"" + archive::escaped(typed) + "\"";
    if (!nearest.empty()) wrong += "; the nearest is " + nearest;
    return wrong;
}

}  // namespace

std::variant<Options, int> options_from(int argc, char** argv) {
    Options options;
    std::string config;
    std::string index;
    std::vector<std::string> assignments;
    std::uint64_t jobs = 0;

    CLI::App app("Reads news articles and keeps the index of a Dateline archive current.",
                 "dateline-indexer");
    app.set_version_flag("--version", "dateline-indexer " DATELINE_VERSION " (schema "
                                          + std::to_string(archive::schema::version) + ")");
    app.require_subcommand(1);

    const auto common = [&](CLI::App* command) {
        command->add_option("--config", config, "File of settings")->type_name("FILE");
        command->add_option("--set", assignments, "One setting, as KEY=VALUE; may be repeated")
            ->type_name("KEY=VALUE")
            ->take_all()
            ->expected(1)
            ->allow_extra_args(false);
        command->add_flag("--quiet", options.quiet,
                          "Print neither rejects nor summary, unless the command fails");
    };
    const auto with_index = [&](CLI::App* command) {
        command->add_option("--index", index, "Folder of the index")->type_name("DIR");
    };
    const auto run = [&](const char* name, const char* help, Command which) {
        CLI::App* const command = app.add_subcommand(name, help);
        common(command);
        with_index(command);
        const std::map<std::string, Progress::When> when{{"auto", Progress::When::automatic},
                                                         {"always", Progress::When::always},
                                                         {"never", Progress::When::never}};
        command->add_option("--progress", options.progress, "Whether to draw a bar")
            ->transform(CLI::CheckedTransformer(when).description(""))
            ->type_name("auto|always|never");
        command->add_option("--report", options.report, "Write the counts and rejects as JSON")
            ->type_name("FILE");
        command->add_option("--jobs", jobs, "Threads of each sort; 0: one a core")
            ->check(CLI::Range(0, 256))
            ->type_name("N");
        command->add_flag("--follow", options.follow, "Follow symbolic links");
        command->add_option("PATH", options.paths,
                            "Files and folders; without one those of the settings");
        command->callback([&options, which] { options.command = which; });
    };
    run("update", "Add what is new, change what changed, remove what vanished", Command::update);
    run("rebuild", "Make everything anew beside the present index, then switch", Command::rebuild);

    CLI::App* const check = app.add_subcommand("check", "Verify every file of the index");
    common(check);
    with_index(check);
    check->callback([&] { options.command = Command::check; });

    CLI::App* const explain =
        app.add_subcommand("explain", "Show what files become, and why; touches no index");
    common(explain);
    const std::map<std::string, ExplainFormat> formats{{"text", ExplainFormat::text},
                                                       {"json", ExplainFormat::json},
                                                       {"jsonl", ExplainFormat::jsonl}};
    explain->add_option("--format", options.explain, "How to print")
        ->transform(CLI::CheckedTransformer(formats).description(""))
        ->type_name("text|json|jsonl");
    explain->add_option("FILE", options.paths, "Files to read")->required();
    explain->callback([&] { options.command = Command::explain; });

    CLI::App* const stats = app.add_subcommand("stats", "Counts, spans and sizes of the index");
    common(stats);
    with_index(stats);
    stats->add_flag("--json", options.json, "Print one JSON object");
    stats->callback([&] { options.command = Command::stats; });

    CLI::App* const tag = app.add_subcommand("tag", "Label words as names, for evaluations");
    common(tag);
    tag->add_option("--format", "How words come in and labels go out")
        ->check(CLI::IsMember({"iob"}))
        ->type_name("iob");
    tag->callback([&] { options.command = Command::tag; });

    try {
        app.parse(argc, argv);
    } catch (const CLI::Success& success) {  // --help, --version
        app.exit(success);
        return static_cast<int>(Exit::done);
    } catch (const CLI::ParseError& error) {
        const auto wrong = unknown_command(app, argc > 1 ? argv[1] : "");
        std::cerr << "dateline-indexer: " << wrong.value_or(archive::escaped(error.what()))
                  << "; --help lists commands and options\n";
        return static_cast<int>(Exit::usage);
    }

    auto settings = archive::settings_for_run(config, assignments);
    if (!settings) throw archive::Failure(settings.error());
    options.settings = std::move(*settings);
    const auto put = [&](const std::string& key, const std::string& value) {
        if (auto done = options.settings.set(key + "=" + value); !done)
            throw archive::Failure(done.error());
    };
    if (!index.empty()) put("index.path", index);
    if (jobs != 0) put("indexer.jobs", std::to_string(jobs));
    if (options.follow) put("indexer.follow_links", "true");
    return options;
}

}  // namespace indexer
