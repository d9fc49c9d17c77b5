// SPDX-License-Identifier: GPL-2.0-or-later
// assets.h - The files of the page, read once at the start.
//
// A request only searches this table. No path from the network ever reaches the file system, so
// "..", links and special files cannot matter. Compressed forms are made in advance.
#pragma once

#include "server/call.h"
#include "server/compression.h"

#include <httplib.h>

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace server {

/// One file of the page.
struct Asset {
    std::string media_type;     ///< "text/html; charset=utf-8"
    std::string cache_control;  ///< fonts are kept for a year; the rest is asked for each time
    std::string etag;           ///< from the bytes, in quotation marks
    std::string plain;          ///< the bytes of the file
    std::string gzip;           ///< empty where compressing does not make it smaller
    std::string br;             ///< empty likewise
};

/// All files of the page by their address: "/style.css". Read-only after the start.
class Assets {
public:
    /// A page without files: every address is unknown.
    Assets() = default;

    /// Reads `folder` with all below it, but no links, no names that begin with a dot, and no file
    /// above 4 MiB. Throws archive::Failure with path_missing when it is no readable folder.
    static Assets load(const std::filesystem::path& folder);

    /// Adds or replaces one file, compressing it when that pays.
    void add(std::string address, std::string bytes);

    /// The file at `address`, or null. "/" is nothing by itself: the routes know the page's
    /// addresses.
    const Asset* find(std::string_view address) const;

    std::size_t size() const { return files_.size(); }

private:
    std::map<std::string, Asset, std::less<>> files_;
};

/// Answers with the file in the best coding the client takes, or 304 when it has it already.
void answer(const Head& head, httplib::Response& response, const Asset& asset);

}  // namespace server
