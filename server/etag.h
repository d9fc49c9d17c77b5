// SPDX-License-Identifier: GPL-2.0-or-later
// etag.h - Names for the state of an answer, so that what a client still has is not sent again.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace server {

/// A strong ETag, in its quotation marks, for an answer that is made of `parts`: such as the
/// revision of the index, the program's version and the request as understood. Parts are kept
/// apart, so that ("a", "bc") and ("ab", "c") differ.
std::string etag_of(std::initializer_list<std::string_view> parts);

/// Whether the value of an `If-None-Match` names `etag`: a list, weak or strong, or "*". The
/// codings of one answer differ by an ending of their ETag ("…-gzip"); any of them matches.
bool names_etag(std::string_view if_none_match, std::string_view etag);

/// `etag` for the same answer in another coding: "\"5f0c22e1\"" and "gzip" give
/// "\"5f0c22e1-gzip\"".
std::string etag_in_coding(std::string_view etag, std::string_view coding);

}  // namespace server
