// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/base/memory.h"
#include "server/app.h"
#include "server/embedded.h"
#include "server/signals.h"

#include <filesystem>

namespace server {

using archive::Failure;

namespace {

/// The folder of the page: as set, else beside the build, else as installed; empty when there is
/// none.
std::string web_folder(const archive::Settings& settings) {
    if (!settings.text("server.web").empty()) return settings.text("server.web");
    for (const auto usual : {built_web_folder(), installed_web_folder()}) {
        std::error_code ignored;
        if (std::filesystem::is_directory(usual, ignored)) return std::string(usual);
    }
    return {};
}

/// Opens the published revision and asks it something, so that damage shows before it is served.
App::Searchers::Held open_and_try(const std::string& index) {
    auto searcher = archive::Searcher::open(index);
    archive::SearchRequest everything;
    everything.limit = 1;
    constexpr std::chrono::seconds patience(10);
    const auto tried = searcher->search(everything, std::chrono::steady_clock::now() + patience);
    if (!tried) throw Failure(tried.error());
    return searcher;
}

}  // namespace

Exit serve(const Options& options) {
    take_signals();
    archive::share_freed_memory();
    const auto& settings = options.settings;
    auto log = Log::open(settings.text("log.file"),
                         options.quiet ? "warning" : settings.text("log.level"));
    if (!log) throw Failure(log.error());
    const std::string folder = web_folder(settings);
    Assets assets = folder.empty() ? Assets() : Assets::load(folder);
    if (assets.find("/index.html") == nullptr) {
        (*log)->warning("page", "reason=\"no page is installed; only the API is served\" folder="
                                    + in_quotes(folder));
    }
    App app(settings, std::move(assets), **log,
            [index = settings.text("index.path")] { return open_and_try(index); });
    return app.run(options.listen);
}

Exit probe(const Listen& listen) {
    const bool everywhere = listen.address == "0.0.0.0" || listen.address == "::";
    httplib::Client client(everywhere ? "127.0.0.1" : listen.address, listen.port);
    client.set_connection_timeout(2);
    client.set_read_timeout(2);
    const auto answer = client.Get("/readyz");
    return answer && answer->status == 200 ? Exit::done : Exit::address_in_use;
}

}  // namespace server
