// SPDX-License-Identifier: GPL-2.0-or-later
// saved_pages.h - Where a page that somebody saved had come from.
//
// Browsers and mirroring programs say it in a comment at the beginning; archives of the web put the
// address of their copy in front of it.
#pragma once

#include <string>
#include <string_view>

namespace indexer {

/// The address in the comment of a browser ("saved from url=(0028)https://gull.example/1"), of
/// SingleFile ("url: https://gull.example/1") or HTTrack ("Mirrored from gull.example/1.html");
/// empty for any other page.
std::string saved_address(std::string_view html);

/// "https://gull.example/1" of "https://web.archive.org/web/20210310101010/https://gull.example/1":
/// what stands behind a moment in digits; any other address as it is.
std::string_view original_address(std::string_view url);

}  // namespace indexer
