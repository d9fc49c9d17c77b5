// SPDX-License-Identifier: GPL-2.0-or-later
// log.h - What the server tells its operator: one line of key=value an event.
//
//     time=2026-11-21T18:35:01.123+00:00 level=info event=request peer=127.0.0.1:40112 status=200 …
//
// Goes to standard error or to a file that can be moved away (logrotate, then SIGHUP).
#pragma once

#include "archive/base/result.h"

#include <memory>
#include <mutex>
#include <string>
#include <string_view>

namespace server {

/// Thread-safe.
class Log {
public:
    /// `file`: empty for standard error. `level`: "debug", "info", "warning" or "error". Fails with
    /// bad_setting for another level, with io_failed when the file cannot be opened.
    static archive::Result<std::unique_ptr<Log>> open(const std::string& file,
                                                      std::string_view level);
    ~Log();

    /// `pairs` are key=value, values that may hold anything made safe by in_quotes().
    void info(std::string_view event, std::string_view pairs) const;
    void warning(std::string_view event, std::string_view pairs) const;
    void error(std::string_view event, std::string_view pairs) const;

    /// Whether info() writes anything: spares making the line.
    bool tells_info() const;

    /// Closes the file and opens it by its name again. What cannot be opened leaves the log as it
    /// is.
    void reopen();

private:
    Log(std::string file, int level);

    std::string file_;
    std::mutex reopening_;
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

/// A value for a log line: in quotation marks, with everything escaped that could end it or the
/// line.
std::string in_quotes(std::string_view value);

}  // namespace server
