// SPDX-License-Identifier: GPL-2.0-or-later
// wire_message.h - One wire message, its parts told by control characters.
#pragma once

#include "indexer/readers/read_ahead.h"
#include "indexer/readers/reader.h"

#include <optional>
#include <string>
#include <string_view>

namespace indexer {

namespace wire {
inline constexpr char header = '\x01';   ///< SOH
inline constexpr char text = '\x02';     ///< STX
inline constexpr char trailer = '\x03';  ///< ETX
inline constexpr char end = '\x04';      ///< EOT
}  // namespace wire

/// Parts of a message in UTF-8, line ends \n.
struct WireMessage {
    std::string header;
    std::string text;
    std::string trailer;
    bool has_text = true;   ///< false when no STX comes
    bool complete = true;   ///< false when the text ends without ETX
    bool too_long = false;  ///< above limits::article_bytes; all parts are empty
};

/// The parts of what stands between SOH and EOT, the two excluded, in any charset.
WireMessage wire_message(std::string_view bytes);

/// Goes through the messages of a file of any length.
class WireMessages {
public:
    explicit WireMessages(Bytes& from) : ahead_(from) {}

    /// The next message, or nothing at the end. Throws Failure when reading does.
    std::optional<WireMessage> next();

private:
    ReadAhead ahead_;
};

}  // namespace indexer
