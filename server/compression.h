// SPDX-License-Identifier: GPL-2.0-or-later
// compression.h - Which coding a client takes, and how to make it.
//
// Static files are compressed once, at the start, as small as is reasonable; answers of the API
// each time, as fast as possible. `q=0` is honoured: it says "never this one".
#pragma once

#include <string>
#include <string_view>

namespace server {

/// How the bytes of a body travel.
enum class Coding { identity, gzip, br };

/// The value of `Content-Encoding`: "gzip", "br", or empty for identity.
std::string_view name(Coding coding);

/// Small for what is made once, quick for what is made for one answer.
enum class Effort { quick, small };

/// The best coding that an `Accept-Encoding` allows: br before gzip before identity among those of
/// the highest quality. An absent or malformed header means identity.
Coding chosen_coding(std::string_view accept_encoding);

/// `bytes` in another coding. Identity gives them back as they are. Throws archive::Failure with
/// `internal` when the library fails, which happens only without memory.
std::string compressed(std::string_view bytes, Coding coding, Effort effort);

/// Whether compressing bodies of this media type is worth the time: text yes, fonts and pictures
/// no.
bool is_compressible(std::string_view media_type);

}  // namespace server
