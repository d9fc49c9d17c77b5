// SPDX-License-Identifier: GPL-2.0-or-later
// main.cc - dateline-indexer: reads articles and keeps the index current.
#include "archive/base/error.h"
#include "indexer/commands.h"
#include "indexer/exit_codes.h"

#include <cstdio>
#include <exception>

int main(int argc, char** argv) {
    try {
        const auto options = indexer::options_from(argc, argv);
        if (const int* code = std::get_if<int>(&options)) return *code;
        return indexer::run_command(std::get<indexer::Options>(options));
    } catch (const archive::Failure& failure) {
        std::fprintf(stderr, "dateline-indexer: %s\n", failure.what());
        return static_cast<int>(indexer::exit_for(failure.error().code));
    } catch (const std::exception& error) {
        std::fprintf(stderr, "dateline-indexer: %s\n", error.what());
        return static_cast<int>(indexer::Exit::internal);
    }
}
