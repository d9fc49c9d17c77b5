// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/json_quick.h"

#include "archive/base/text.h"

#include <charconv>
#include <cstdint>
#include <cstring>
#include <string>
#include <utility>

namespace indexer {

namespace {

using nlohmann::json;

constexpr std::uint64_t each_byte(unsigned char byte) {
    return 0x0101010101010101U * byte;
}

/// Not zero where one of eight bytes is zero (Warren, Hacker's Delight, section 6-1).
constexpr std::uint64_t has_zero(std::uint64_t bytes) {
    return (bytes - each_byte(1)) & ~bytes & each_byte(0x80);
}

/// Not zero where one of eight bytes ends a stretch of a string that means itself: a quotation
/// mark, a backslash, a control character.
constexpr std::uint64_t has_special(std::uint64_t bytes) {
    constexpr unsigned char first_printed = 0x20;
    const auto control = (bytes - each_byte(first_printed)) & ~bytes & each_byte(0x80);
    return has_zero(bytes ^ each_byte('"')) | has_zero(bytes ^ each_byte('\\')) | control;
}

/// Reads one value. Each function is false where the library has to look.
class QuickParser {
public:
    QuickParser(std::string_view text, std::size_t most_levels, std::size_t most_values)
        : at_(text.data()),
          end_(text.data() + text.size()),
          levels_left_(most_levels),
          values_left_(most_values) {}

    bool whole(json& into) {
        if (!value(into)) return false;
        skip_blanks();
        return at_ == end_;
    }

private:
    void skip_blanks() {
        while (at_ != end_ && (*at_ == ' ' || *at_ == '\n' || *at_ == '\r' || *at_ == '\t')) ++at_;
    }

    bool next_is(char c) {
        skip_blanks();
        if (at_ == end_ || *at_ != c) return false;
        ++at_;
        return true;
    }

    bool value(json& into) {
        skip_blanks();
        if (at_ == end_) return false;
        switch (*at_) {
            case '{': return object(into);
            case '[': return array(into);
            case '"': {
                std::string text;
                if (!string(text)) return false;
                into = std::move(text);
                return true;
            }
            case 't': return word("true", into, true);
            case 'f': return word("false", into, false);
            case 'n': return word("null", into, nullptr);
            default: return number(into);
        }
    }

    template <typename Meaning>
    bool word(std::string_view written, json& into, Meaning meaning) {
        if (!std::string_view(at_, left()).starts_with(written)) return false;
        at_ += written.size();
        into = meaning;
        return true;
    }

    /// Behind the opening bracket.
    bool enter() {
        ++at_;
        return levels_left_-- > 0 && values_left_-- > 0;
    }

    /// A comma, and room for one more value.
    bool goes_on() { return next_is(',') && values_left_-- > 0; }

    bool object(json& into) {
        if (!enter()) return false;
        into = json::object();
        auto& members = into.get_ref<json::object_t&>();
        if (!next_is('}')) {
            do {
                skip_blanks();
                std::string key;
                if (at_ == end_ || *at_ != '"' || !string(key) || !next_is(':')) return false;
                if (!value(members[std::move(key)])) return false;  // of two alike the last counts
            } while (goes_on());
            if (!next_is('}')) return false;
        }
        ++levels_left_;
        return true;
    }

    bool array(json& into) {
        if (!enter()) return false;
        into = json::array();
        auto& values = into.get_ref<json::array_t&>();
        if (!next_is(']')) {
            do {
                if (!value(values.emplace_back())) return false;
            } while (goes_on());
            if (!next_is(']')) return false;
        }
        ++levels_left_;
        return true;
    }

    bool string(std::string& text) {
        ++at_;
        for (;;) {
            const char* const begin = at_;
            pass_plain();
            text.append(begin, at_);
            if (at_ == end_) return false;
            if (*at_ == '"') {
                ++at_;
                return true;
            }
            if (*at_ != '\\' || !escape(text)) return false;
        }
    }

    void pass_plain() {
        std::uint64_t eight = 0;
        for (; left() >= sizeof eight; at_ += sizeof eight) {
            std::memcpy(&eight, at_, sizeof eight);
            if (has_special(eight) != 0) break;
        }
        while (at_ != end_ && *at_ != '"' && *at_ != '\\'
               && static_cast<unsigned char>(*at_) >= 0x20)
            ++at_;
    }

    bool escape(std::string& text) {
        if (left() < 2) return false;
        const char escaped = at_[1];
        at_ += 2;
        switch (escaped) {
            case '"':
            case '\\':
            case '/': text += escaped; return true;
            case 'b': text += '\b'; return true;
            case 'f': text += '\f'; return true;
            case 'n': text += '\n'; return true;
            case 'r': text += '\r'; return true;
            case 't': text += '\t'; return true;
            case 'u': return code_point(text);
            default: return false;
        }
    }

    /// Behind "\u". Halves of pairs are left to those who repair them.
    bool code_point(std::string& text) {
        std::uint32_t unit = 0;
        if (!four_digits(unit)) return false;
        if (unit >= 0xDC00 && unit < 0xE000) return false;
        if (unit >= 0xD800 && unit < 0xDC00) {
            std::uint32_t low = 0;
            if (left() < 2 || at_[0] != '\\' || at_[1] != 'u') return false;
            at_ += 2;
            if (!four_digits(low) || low < 0xDC00 || low >= 0xE000) return false;
            unit = 0x10000 + ((unit - 0xD800) << 10U) + (low - 0xDC00);
        }
        archive::append_utf8(text, static_cast<char32_t>(unit));
        return true;
    }

    bool four_digits(std::uint32_t& unit) {
        constexpr std::size_t digits = 4;
        if (left() < digits) return false;
        const auto read = std::from_chars(at_, at_ + digits, unit, 16);
        if (read.ec != std::errc() || read.ptr != at_ + digits) return false;
        at_ += digits;
        return true;
    }

    /// A short number without sign, point and power; others go to the library.
    bool number(json& into) {
        constexpr std::string_view written_with = "0123456789+-.eE";
        constexpr std::size_t most_digits = 18;
        const char* const begin = at_;
        while (at_ != end_ && written_with.find(*at_) != std::string_view::npos) ++at_;
        std::uint64_t value = 0;
        const auto read = std::from_chars(begin, at_, value);
        const auto digits = static_cast<std::size_t>(at_ - begin);
        const bool plain = digits > 0 && digits <= most_digits && read.ptr == at_
                           && read.ec == std::errc() && (*begin != '0' || digits == 1);
        if (plain) {
            into = value;
            return true;
        }
        into = json::parse(begin, at_, nullptr, /*allow_exceptions=*/false);
        return !into.is_discarded();
    }

    std::size_t left() const { return static_cast<std::size_t>(end_ - at_); }

    const char* at_;
    const char* end_;
    std::size_t levels_left_;
    std::size_t values_left_;
};

}  // namespace

std::optional<json> parsed_quickly(std::string_view text, std::size_t most_levels,
                                   std::size_t most_values) {
    if (!archive::is_utf8(text)) return std::nullopt;
    json value;
    if (!QuickParser(text, most_levels, most_values).whole(value)) return std::nullopt;
    return value;
}

}  // namespace indexer
