// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/assets.h"

#include "archive/base/error.h"
#include "server/answer.h"
#include "server/etag.h"

#include <array>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>

namespace server {

namespace fs = std::filesystem;
using archive::ErrorCode;
using archive::Failure;

namespace {

constexpr std::uintmax_t most_bytes = 4U << 20U;

struct MediaType {
    std::string_view ending;
    std::string_view name;
    bool lasting;  // never changes under its address
};

constexpr std::array<MediaType, 13> media_types{{
    {".html", "text/html; charset=utf-8", false},
    {".css", "text/css; charset=utf-8", false},
    {".js", "text/javascript; charset=utf-8", false},
    {".mjs", "text/javascript; charset=utf-8", false},
    {".json", "application/json", false},
    {".map", "application/json", false},
    {".txt", "text/plain; charset=utf-8", false},
    {".svg", "image/svg+xml", false},
    {".png", "image/png", false},
    {".ico", "image/x-icon", false},
    {".webmanifest", "application/manifest+json", false},
    {".woff2", "font/woff2", true},
    {".woff", "font/woff", true},
}};

MediaType media_type_of(std::string_view address) {
    for (const auto& type : media_types) {
        if (address.ends_with(type.ending)) return type;
    }
    return {"", "application/octet-stream", false};
}

/// `form` when it saves at least a tenth, else nothing: below that the client's work is not worth
/// it.
std::string if_smaller(std::string form, std::size_t plain) {
    return form.size() + plain / 10 < plain ? form : std::string();
}

std::string read_file(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    if (!in) throw Failure(ErrorCode::io_failed, "cannot read a file of the page", path.string());
    return bytes;
}

}  // namespace

Assets Assets::load(const fs::path& folder) {
    Assets assets;
    std::error_code status;
    fs::recursive_directory_iterator at(folder, status);
    if (status) {
        throw Failure(ErrorCode::path_missing,
                      "the folder of the page cannot be read: " + status.message(),
                      folder.string());
    }
    for (; at != fs::recursive_directory_iterator(); at.increment(status)) {
        if (at->path().filename().string().starts_with('.') || at->is_symlink()) {
            at.disable_recursion_pending();
            continue;
        }
        if (!at->is_regular_file() || at->file_size() > most_bytes) continue;
        assets.add('/' + at->path().lexically_relative(folder).generic_string(),
                   read_file(at->path()));
    }
    return assets;
}

void Assets::add(std::string address, std::string bytes) {
    const MediaType type = media_type_of(address);
    Asset asset;
    asset.media_type = type.name;
    asset.cache_control = type.lasting ? "public, max-age=31536000, immutable" : "no-cache";
    asset.etag = etag_of({bytes});
    if (is_compressible(type.name)) {
        asset.gzip = if_smaller(compressed(bytes, Coding::gzip, Effort::small), bytes.size());
        asset.br = if_smaller(compressed(bytes, Coding::br, Effort::small), bytes.size());
    }
    asset.plain = std::move(bytes);
    files_.insert_or_assign(std::move(address), std::move(asset));
}

const Asset* Assets::find(std::string_view address) const {
    const auto found = files_.find(address);
    return found == files_.end() ? nullptr : &found->second;
}

void answer(const Head& head, httplib::Response& response, const Asset& asset) {
    response.set_header("Cache-Control", asset.cache_control);
    if (has_already({head}, response, asset.etag)) return;
    Coding coding = chosen_coding(head.field("accept-encoding"));
    const std::string* body = &asset.plain;
    if (coding == Coding::br && !asset.br.empty())
        body = &asset.br;
    else if (coding == Coding::gzip && !asset.gzip.empty())
        body = &asset.gzip;
    else
        coding = Coding::identity;

    response.status = 200;
    response.set_header("Vary", "Accept-Encoding");
    if (coding != Coding::identity) {
        response.set_header("Content-Encoding", std::string(name(coding)));
        response.headers.erase("ETag");
        response.set_header("ETag", etag_in_coding(asset.etag, name(coding)));
    }
    response.set_content(*body, asset.media_type);
}

}  // namespace server
