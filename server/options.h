// SPDX-License-Identifier: GPL-2.0-or-later
// options.h - What the command line of dateline-server asks for.
#pragma once

#include "archive/base/settings.h"
#include "server/guard/head_gate.h"

#include <optional>
#include <string>
#include <vector>

namespace server {

/// Exit codes of api.md that the server gives.
enum class Exit : int {
    done = 0,
    usage = 64,
    address_in_use = 69,  ///< also: --probe found no server that is ready
    internal = 70,
    io_failed = 74,
    configuration = 78,
};

/// The code a program ends with for an error.
Exit exit_for(archive::ErrorCode code);

/// An address to listen on.
struct Listen {
    std::string address;  ///< "127.0.0.1", "::1", "0.0.0.0", "localhost"
    int port = 0;
};

/// Reads "127.0.0.1:8080" or "[::1]:8080". Fails with usage.
archive::Result<Listen> read_listen(std::string_view text);

/// Whether only this machine can reach the address: 127.0.0.0/8, ::1 and "localhost".
bool is_loopback(std::string_view address);

/// The names a Host header may carry: those of the loopback address with `port`, and the allowed
/// ones; those of port 80 and 443 also without it.
HostNames host_names(int port, const std::vector<std::string>& allowed);

/// What to do.
struct Options {
    archive::Settings settings;
    Listen listen;
    bool quiet = false;
    bool probe = false;
};

/// Options, or how to end at once: --help, --version and mistakes.
struct CommandLine {
    std::optional<Options> options;
    Exit exit = Exit::done;
    std::string message;  ///< for standard output with Exit::done, else for standard error
};

/// Reads the command line, then environment and file (settings_for_run).
CommandLine read_command_line(int argc, const char* const* argv);

}  // namespace server
