// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/assets.h"

#include "archive/base/error.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace fs = std::filesystem;

namespace {

class Folder {
public:
    Folder() {
        std::string name = (fs::temp_directory_path() / "web-XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        path = name;
    }
    ~Folder() { fs::remove_all(path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    void write(const std::string& name, const std::string& bytes) const {
        fs::create_directories((path / name).parent_path());
        std::ofstream(path / name, std::ios::binary) << bytes;
    }
    fs::path path;
};

const std::string script = std::string(5000, 'x') + "\n";

/// One file asked for with the given request headers.
httplib::Response asked(const server::Asset& asset,
                        std::vector<std::pair<std::string, std::string>> fields = {}) {
    server::Head head;
    head.method = "GET";
    head.fields = std::move(fields);
    httplib::Response response;
    server::answer(head, response, asset);
    return response;
}

}  // namespace

TEST_CASE("files below the folder are found, but no links, no dot files and no folders") {
    const Folder folder;
    folder.write("index.html", "<!doctype html>");
    folder.write("views/start.js", script);
    folder.write(".git/config", "secret");
    folder.write(".htaccess", "secret");
    fs::create_symlink("/etc/passwd", folder.path / "passwd");
    fs::create_directory_symlink("/etc", folder.path / "etc");
    const auto assets = server::Assets::load(folder.path);
    CHECK(assets.size() == 2);
    CHECK(assets.find("/index.html") != nullptr);
    CHECK(assets.find("/views/start.js") != nullptr);
    for (const char* address :
         {"/", "/views", "/views/", "/.git/config", "/.htaccess", "/passwd", "/etc/passwd",
          "/../etc/passwd", "/views/../index.html", "//index.html"}) {
        CAPTURE(address);
        CHECK(assets.find(address) == nullptr);
    }
}

TEST_CASE("a folder that is not there is refused by name") {
    CHECK_THROWS_AS(server::Assets::load("/nonexistent/web"), archive::Failure);
}

TEST_CASE("a file is answered in the coding the client takes, each with a tag of its own") {
    server::Assets assets;
    assets.add("/app.js", script);
    const auto& asset = *assets.find("/app.js");
    const auto plain = asked(asset);
    const auto gzip = asked(asset, {{"accept-encoding", "gzip"}});
    const auto br = asked(asset, {{"accept-encoding", "gzip, br"}});
    CHECK(plain.body == script);
    CHECK(plain.get_header_value("Content-Type") == "text/javascript; charset=utf-8");
    CHECK(plain.get_header_value("Cache-Control") == "no-cache");
    CHECK_FALSE(plain.has_header("Content-Encoding"));
    CHECK(gzip.get_header_value("Content-Encoding") == "gzip");
    CHECK(br.get_header_value("Content-Encoding") == "br");
    CHECK(gzip.body.size() < script.size());
    CHECK(br.get_header_value("ETag") != gzip.get_header_value("ETag"));
    for (const auto* response : {&plain, &gzip, &br}) {
        CHECK(response->get_header_value("Vary") == "Accept-Encoding");
        CHECK(response->get_header_value_count("ETag") == 1);
        CHECK(response->get_header_value_count("Cache-Control") == 1);
    }
    CHECK(asked(asset, {{"accept-encoding", "gzip;q=0, br;q=0"}}).body == script);
}

TEST_CASE("a client that has the file already gets an empty 304 with the tag") {
    server::Assets assets;
    assets.add("/app.js", script);
    const auto& asset = *assets.find("/app.js");
    const auto first = asked(asset, {{"accept-encoding", "br"}});
    const auto again = asked(
        asset, {{"accept-encoding", "br"}, {"if-none-match", first.get_header_value("ETag")}});
    CHECK(again.status == 304);
    CHECK(again.body.empty());
    CHECK(again.has_header("ETag"));
    assets.add("/app.js", script + "changed");
    const auto changed =
        asked(*assets.find("/app.js"), {{"if-none-match", first.get_header_value("ETag")}});
    CHECK(changed.status == 200);
}

TEST_CASE("fonts are kept for a year and travel as they are") {
    server::Assets assets;
    assets.add("/fonts/inter.woff2", script);
    const auto response = asked(*assets.find("/fonts/inter.woff2"), {{"accept-encoding", "br"}});
    CHECK(response.get_header_value("Cache-Control") == "public, max-age=31536000, immutable");
    CHECK_FALSE(response.has_header("Content-Encoding"));
    CHECK(response.body == script);
}
