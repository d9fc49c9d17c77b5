// SPDX-License-Identifier: GPL-2.0-or-later
// json_text.h - JSON written straight into a string, member by member.
//
// A tree of a page of rows costs more than finding them: each member is a few allocations, and
// growing an object copies what it holds. Answers that are asked for all the time are written at
// once instead. The bytes are those that nlohmann::ordered_json would give.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace server {

/// Values stand where they are put: after key() in an object, one after the other in an array.
/// Beginnings and ends must pair; nobody checks.
class JsonText {
public:
    void begin_object() { begin('{'); }
    void end_object() { end('}'); }
    void begin_array() { begin('['); }
    void end_array() { end(']'); }

    /// Of the next value; in plain letters, so that nothing needs escaping. out.key("id").text(id)
    /// is a member.
    JsonText& key(std::string_view name);

    void text(std::string_view text);  ///< malformed UTF-8 becomes U+FFFD
    void number(std::uint64_t value);
    void number(std::uint32_t value) { number(std::uint64_t{value}); }
    void number(double value);
    void boolean(bool value) { plain(value ? "true" : "false"); }
    void null() { plain("null"); }
    void tree(const nlohmann::ordered_json& value);

    /// All of it, and room for a line break.
    std::string take() &&;

private:
    /// Where the next bytes go, with room for so many and for the comma before them, which is put.
    char* place_for(std::size_t bytes);
    void written_to(const char* end) { size_ = static_cast<std::size_t>(end - room_.get()); }
    void grow(std::size_t least);

    void begin(char bracket);
    void end(char bracket);
    void plain(std::string_view value);

    std::unique_ptr<char[]> room_;  ///< more than is written, so that it is asked for seldom
    std::size_t capacity_ = 0;
    std::size_t size_ = 0;  ///< bytes written
    bool first_ = true;     ///< no comma before the next value
};

}  // namespace server
