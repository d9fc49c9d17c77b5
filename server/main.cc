// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/app.h"

#include <cstdio>

int main(int argc, char** argv) {
    using server::Exit;
    const auto ending = [](Exit code, const std::string& message) {
        std::fputs(message.c_str(), code == Exit::done ? stdout : stderr);
        return static_cast<int>(code);
    };
    try {
        const auto line = server::read_command_line(argc, argv);
        if (!line.options) return ending(line.exit, line.message);
        if (!line.options->probe) return static_cast<int>(server::serve(*line.options));
        const Exit found = server::probe(line.options->listen);
        return ending(found,
                      found == Exit::done ? "" : "dateline-server: no server is ready there\n");
    } catch (const archive::Failure& failure) {
        return ending(server::exit_for(failure.error().code),
                      "dateline-server: " + archive::sentence(failure.error()) + "\n");
    } catch (const std::exception& failure) {
        return ending(Exit::internal, std::string("dateline-server: ") + failure.what() + "\n");
    }
}
