// SPDX-License-Identifier: GPL-2.0-or-later
// settings.h - Every setting of both programs: one table, read from TOML, the environment and the
// command line.
//
// config/dateline.toml shows each with its default and a comment; tests/docs fails when one is
// missing there. The command line wins over the environment, that over the file, that over the
// defaults.
#pragma once

#include "archive/base/result.h"

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace archive {

enum class SettingKind : std::uint8_t { text, number, flag, list };

/// One row of the table.
struct Setting {
    std::string_view key;  ///< dotted: "server.listen"
    SettingKind kind;
    std::string_view
        initial;  ///< as set() reads it: text, digits, true or false, items parted by commas
    std::int64_t least = 0, most = 0;  ///< of a number, both included
    std::string_view environment;      ///< variable that overrides the file, or empty
    std::string_view help;             ///< one sentence, with the unit
};

std::span<const Setting> settings_table();

/// Values for all rows. A plain value; asking for a key that is not in the table is a defect.
class Settings {
public:
    /// The defaults.
    Settings();

    /// Reads a TOML file over the present values. Errors: bad_setting naming file and line for what
    /// can't be read, is unknown or has a wrong value, and for a file that is not there.
    Result<void> read_file(const std::string& path);

    /// Takes the variables that the table names, where they are set.
    Result<void> read_environment();

    /// "server.listen=127.0.0.1:8081", as given with --set. Error: bad_setting.
    Result<void> set(std::string_view assignment);

    const std::string& text(std::string_view key) const;
    std::int64_t number(std::string_view key) const;
    bool flag(std::string_view key) const;
    const std::vector<std::string>& list(std::string_view key) const;

private:
    using Value = std::variant<std::string, std::int64_t, bool, std::vector<std::string>>;

    Result<void> put(std::string_view key, std::string_view text);
    const Value& value(std::string_view key) const;

    std::map<std::string, Value, std::less<>> values_;
};

/// Defaults, then the file (`path`; else $DATELINE_CONFIG, config/dateline.toml,
/// /etc/dateline/dateline.toml, the first that exists), then the environment, then `assignments`.
/// Error: bad_setting, also
/// when `path` is given and missing.
Result<Settings> settings_for_run(const std::string& path,
                                  const std::vector<std::string>& assignments);

}  // namespace archive
