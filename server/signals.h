// SPDX-License-Identifier: GPL-2.0-or-later
// signals.h - Signals as events of one thread, instead of code that interrupts any of them.
#pragma once

#include <chrono>

namespace server {

/// What a signal asks for.
enum class Wish {
    none,
    finish,  ///< SIGTERM, SIGINT: answer what runs, then end
    reopen,  ///< SIGHUP: log and index anew
};

/// Takes the signals away from all threads that are started from now on, and ignores SIGPIPE. Once,
/// before the first thread.
void take_signals();

/// Waits for a signal for at most `patience`. Only for a thread started after take_signals().
Wish next_wish(std::chrono::milliseconds patience);

}  // namespace server
