// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/options.h"

#include <doctest/doctest.h>

using server::Exit;

namespace {

server::CommandLine read(std::vector<const char*> arguments) {
    arguments.insert(arguments.begin(), "dateline-server");
    return server::read_command_line(static_cast<int>(arguments.size()), arguments.data());
}

}  // namespace

TEST_CASE("options win over the settings' defaults") {
    const auto line = read({"--index", "/srv/index", "--listen", "127.0.0.1:9000", "--set",
                            "server.workers=8", "--web", "/srv/web", "--quiet"});
    REQUIRE(line.options);
    CHECK(line.options->settings.text("index.path") == "/srv/index");
    CHECK(line.options->settings.text("server.web") == "/srv/web");
    CHECK(line.options->settings.number("server.workers") == 8);
    CHECK(line.options->listen.port == 9000);
    CHECK(line.options->quiet);
}

TEST_CASE("help and version end with 0, an unknown option with 64, an unknown setting with 78") {
    for (const char* option : {"--help", "--version"}) {
        const auto line = read({option});
        CHECK_FALSE(line.options);
        CHECK(line.exit == Exit::done);
        CHECK_FALSE(line.message.empty());
    }
    CHECK(read({"--nope"}).exit == Exit::usage);
    CHECK(read({"surplus"}).exit == Exit::usage);
    CHECK(read({"--index"}).exit == Exit::usage);
    CHECK(read({"--set", "server.nope=1"}).exit == Exit::configuration);
    CHECK(read({"--set", "server.workers=many"}).exit == Exit::configuration);
    CHECK(read({"--config", "/nonexistent.toml"}).exit == Exit::configuration);
}

TEST_CASE("addresses to listen on are read strictly") {
    const auto v6 = server::read_listen("[::1]:8080");
    REQUIRE(v6);
    CHECK(v6->address == "::1");
    for (const char* text : {"", "8080", "127.0.0.1", "127.0.0.1:", ":8080", "127.0.0.1:0",
                             "127.0.0.1:65536", "127.0.0.1:80x", "::1:8080", "[]:80"}) {
        CAPTURE(text);
        CHECK_FALSE(server::read_listen(text));
    }
}

TEST_CASE("other machines get in only when both options say so") {
    CHECK(server::is_loopback("127.8.9.10"));
    CHECK_FALSE(server::is_loopback("127.evil.example"));
    CHECK_FALSE(server::is_loopback("0.0.0.0"));
    CHECK(read({"--listen", "0.0.0.0:8080"}).exit == Exit::usage);
    CHECK(read({"--listen", "0.0.0.0:8080", "--allow-remote"}).exit == Exit::usage);
    CHECK(read({"--listen", "0.0.0.0:8080", "--allowed-host", "news.example:8080"}).exit
          == Exit::usage);
    const auto both = read({"--listen", "0.0.0.0:8080", "--allow-remote", "--allowed-host",
                            "a.example:8080", "--allowed-host", "b.example:8080"});
    REQUIRE(both.options);
    CHECK(both.options->settings.list("server.allowed_hosts").size() == 2);
}

TEST_CASE(
    "hosts are the loopback names and the allowed ones, without their port only where it is "
    "usual") {
    const auto names = server::host_names(8080, {"News.Example:443"});
    for (const char* name :
         {"127.0.0.1:8080", "localhost:8080", "[::1]:8080", "news.example:443", "news.example"}) {
        CHECK(names.count(name) == 1);
    }
    CHECK(names.count("localhost") == 0);
    CHECK(server::host_names(80, {}).count("localhost") == 1);
}
