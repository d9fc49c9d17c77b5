// SPDX-License-Identifier: GPL-2.0-or-later
// embedded.h - What the build puts into the program (CMakeLists.txt, embedded.cc.in).
#pragma once

#include <string_view>

namespace server {

/// "0.1.0"
std::string_view program_version();

/// docs/openapi.json as it was at build time.
std::string_view openapi_document();

/// Where the installed page is: "/usr/share/dateline/web".
std::string_view installed_web_folder();

/// Where the build tree has the page, for programs that are run from there.
std::string_view built_web_folder();

}  // namespace server
