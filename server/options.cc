// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/options.h"

#include "archive/base/text.h"
#include "server/embedded.h"

#include <CLI/CLI.hpp>

#include <charconv>
#include <utility>

namespace server {

using archive::Error;
using archive::ErrorCode;
using archive::Result;

namespace {

CommandLine refusal(const Error& error) {
    return {std::nullopt, exit_for(error.code),
            "dateline-server: " + archive::sentence(error) + "\n"};
}

}  // namespace

Exit exit_for(ErrorCode code) {
    switch (code) {
        case ErrorCode::usage: return Exit::usage;
        case ErrorCode::address_in_use: return Exit::address_in_use;
        case ErrorCode::io_failed:
        case ErrorCode::disk_full: return Exit::io_failed;
        case ErrorCode::bad_setting:
        case ErrorCode::path_missing:
        case ErrorCode::file_unreadable: return Exit::configuration;
        default: return Exit::internal;  // the other codes never end the server
    }
}

Result<Listen> read_listen(std::string_view text) {
    const auto refuse = [&] {
        return Error{
            ErrorCode::usage,
            "\"" + archive::escaped(text) + "\" is no address to listen on; 127.0.0.1:8080 is one"};
    };
    const auto colon = text.rfind(':');
    if (colon == std::string_view::npos) return refuse();
    Listen listen;
    auto address = text.substr(0, colon);
    const bool bracketed = address.starts_with('[') && address.ends_with(']') && address.size() > 2;
    if (bracketed) address = address.substr(1, address.size() - 2);
    if (address.empty() || (!bracketed && address.find_first_of(":[]") != std::string_view::npos)) {
        return refuse();
    }
    listen.address = address;
    const auto digits = text.substr(colon + 1);
    const auto [stop, status] =
        std::from_chars(digits.data(), digits.data() + digits.size(), listen.port);
    if (status != std::errc{} || stop != digits.data() + digits.size() || listen.port < 1
        || listen.port > 65535) {
        return refuse();
    }
    return listen;
}

bool is_loopback(std::string_view address) {
    if (address == "localhost" || address == "::1") return true;
    if (!address.starts_with("127.")) return false;
    return address.find_first_not_of("0123456789.") == std::string_view::npos;
}

HostNames host_names(int port, const std::vector<std::string>& allowed) {
    std::vector<std::string> names = allowed;
    for (const char* own : {"127.0.0.1:", "localhost:", "[::1]:"}) {
        names.push_back(own + std::to_string(port));
    }
    HostNames hosts;
    for (const auto& name : names) {
        const std::string lower = archive::ascii_lower(name);
        hosts.insert(lower);
        for (const std::string_view usual : {":80", ":443"}) {
            if (lower.ends_with(usual)) hosts.insert(lower.substr(0, lower.size() - usual.size()));
        }
    }
    return hosts;
}

CommandLine read_command_line(int argc, const char* const* argv) {
    CLI::App cli{"Serves the search page and the API of a Dateline index.", "dateline-server"};
    std::string config;
    std::string index;
    std::string listen;
    std::string web;
    std::vector<std::string> assignments;
    std::vector<std::string> hosts;
    bool remote = false;
    Options options;
    cli.add_option("--config", config, "Settings file")->type_name("FILE");
    cli.add_option("--set", assignments, "Any setting, such as server.workers=8")
        ->type_name("KEY=VALUE")
        ->expected(1)
        ->take_all();
    cli.add_option("--index", index, "Folder of the index")->type_name("DIR");
    cli.add_option("--listen", listen, "Address and port to listen on")->type_name("ADDRESS:PORT");
    cli.add_option("--web", web, "Folder of the page")->type_name("DIR");
    cli.add_flag("--allow-remote", remote, "Listen beyond loopback; needs --allowed-host too");
    cli.add_option("--allowed-host", hosts, "A name that clients may use for this server")
        ->type_name("NAME:PORT");
    cli.add_flag("--probe", options.probe, "Ask /readyz of a running server: ends with 0 or 69");
    cli.add_flag("--quiet", options.quiet, "Log warnings and errors only");
    cli.set_version_flag("--version", "dateline-server " + std::string(program_version()));
    try {
        cli.parse(argc, argv);
    } catch (const CLI::CallForHelp&) {
        return {std::nullopt, Exit::done, cli.help()};
    } catch (const CLI::CallForVersion&) {
        return {std::nullopt, Exit::done, cli.version() + "\n"};
    } catch (const CLI::ParseError& error) {
        return {
            std::nullopt, Exit::usage,
            "dateline-server: " + archive::escaped(error.what()) + "; --help lists the options\n"};
    }

    if (!index.empty()) assignments.push_back("index.path=" + index);
    if (!listen.empty()) assignments.push_back("server.listen=" + listen);
    if (!web.empty()) assignments.push_back("server.web=" + web);
    if (remote) assignments.emplace_back("server.allow_remote=true");
    if (!hosts.empty()) {
        std::string joined;
        for (const auto& host : hosts) joined += (joined.empty() ? "" : ",") + host;
        assignments.push_back("server.allowed_hosts=" + joined);
    }
    auto settings = archive::settings_for_run(config, assignments);
    if (!settings) return refusal(settings.error());
    options.settings = *std::move(settings);

    auto address = read_listen(options.settings.text("server.listen"));
    if (!address) return refusal(address.error());
    options.listen = *std::move(address);
    const bool open = options.settings.flag("server.allow_remote")
                      && !options.settings.list("server.allowed_hosts").empty();
    if (!is_loopback(options.listen.address) && !open && !options.probe) {
        return refusal({ErrorCode::usage,
                        options.listen.address
                            + " can be reached from other machines: that needs both --allow-remote "
                              "and --allowed-host NAME:PORT"});
    }
    return {std::move(options), Exit::done, {}};
}

}  // namespace server
