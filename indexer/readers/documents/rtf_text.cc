// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/documents/rtf_text.h"

#include "archive/base/text.h"
#include "indexer/readers/documents/code_pages.h"
#include "indexer/readers/exports/press_document.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <string>

namespace indexer {

namespace {

/// Where the text of a group goes.
enum class Goal : std::uint8_t { text, none, fonts, title, author, keywords };

struct Destination {
    std::string_view word;
    Goal goal;
};

/// Groups that are not the running text. Those marked \* and not known here are left out as well.
constexpr std::array<Destination, 52> destinations{{
    {"fonttbl", Goal::fonts},     {"title", Goal::title},     {"author", Goal::author},
    {"keywords", Goal::keywords}, {"creatim", Goal::none},    {"revtim", Goal::none},
    {"printim", Goal::none},      {"buptim", Goal::none},     {"subject", Goal::none},
    {"operator", Goal::none},     {"company", Goal::none},    {"manager", Goal::none},
    {"category", Goal::none},     {"comment", Goal::none},    {"doccomm", Goal::none},
    {"hlinkbase", Goal::none},    {"info", Goal::none},       {"colortbl", Goal::none},
    {"stylesheet", Goal::none},   {"listtable", Goal::none},  {"listoverridetable", Goal::none},
    {"rsidtbl", Goal::none},      {"revtbl", Goal::none},     {"generator", Goal::none},
    {"filetbl", Goal::none},      {"themedata", Goal::none},  {"colorschememapping", Goal::none},
    {"latentstyles", Goal::none}, {"datastore", Goal::none},  {"xmlnstbl", Goal::none},
    {"pict", Goal::none},         {"nonshppict", Goal::none}, {"object", Goal::none},
    {"objdata", Goal::none},      {"sp", Goal::none},         {"fldinst", Goal::none},
    {"bkmkstart", Goal::none},    {"bkmkend", Goal::none},    {"header", Goal::none},
    {"headerl", Goal::none},      {"headerr", Goal::none},    {"headerf", Goal::none},
    {"footer", Goal::none},       {"footerl", Goal::none},    {"footerr", Goal::none},
    {"footerf", Goal::none},      {"annotation", Goal::none}, {"atnid", Goal::none},
    {"atnauthor", Goal::none},    {"pntext", Goal::none},     {"listtext", Goal::none},
    {"xe", Goal::none},
}};

struct Character {
    std::string_view word;
    std::string_view text;
};

constexpr std::array<Character, 20> characters{{
    {"par", "\n"},        {"line", "\n"},       {"sect", "\n"},          {"page", "\n"},
    {"row", "\n"},        {"cell", "\t"},       {"nestcell", "\t"},      {"nestrow", "\n"},
    {"tab", "\t"},        {"emdash", "\u2014"}, {"endash", "\u2013"},    {"bullet", "\u2022"},
    {"lquote", "\u2018"}, {"rquote", "\u2019"}, {"ldblquote", "\u201c"}, {"rdblquote", "\u201d"},
    {"emspace", " "},     {"enspace", " "},     {"qmspace", " "},        {"softline", "\n"},
}};

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

int hex_digit(char c) {
    if (is_digit(c)) return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

class RtfScan {
public:
    explicit RtfScan(std::string_view rtf) : rtf_(rtf) {}

    DocumentText read() {
        while (at_ < rtf_.size()) step();
        flush();
        document_.truncated = depth_ > 0;
        document_.title = one_line(title_);
        if (const auto name = one_line(author_); !name.empty()) {
            document_.other.emplace_back("creator", name);
        }
        document_.keywords = listed(keywords_, ";,");
        return std::move(document_);
    }

private:
    /// What closing a group undoes.
    struct Group {
        Goal goal = Goal::text;
        int font = -1;
        int skip = 1;         ///< characters to leave out behind \u
        bool hidden = false;  ///< \v: text nobody sees
        bool starred = false;
    };

    static constexpr std::size_t most_levels = 512;

    void step() {
        const char c = rtf_[at_];
        switch (c) {
            case '{':
                ++at_;
                open();
                break;
            case '}':
                ++at_;
                close();
                break;
            case '\\':
                ++at_;
                control();
                break;
            case '\r':
            case '\n':
            case '\0': ++at_; break;
            default: byte(c); ++at_;
        }
    }

    void open() {
        flush();
        ++depth_;
        first_ = true;
        if (groups_.size() < most_levels) groups_.push_back(group_);
        group_.starred = false;
    }

    void close() {
        flush();
        if (depth_ == 0) return;
        // Groups that were too deep to be kept end with their own state.
        if (depth_ <= groups_.size() && !groups_.empty()) {
            group_ = groups_.back();
            groups_.pop_back();
        }
        --depth_;
        first_ = false;
        // What follows the document's own group is no part of it.
        if (depth_ == 0) at_ = rtf_.size();
    }

    void control() {
        if (at_ >= rtf_.size()) return;
        const char c = rtf_[at_];
        if (is_letter(c)) {
            word();
            return;
        }
        ++at_;
        switch (c) {
            case '\'': escaped_byte(); return;
            case '*': group_.starred = true; return;
            case '~': character("\u00a0"); return;
            case '_': character("\u2011"); return;
            case '-': return;  // where a word might be parted
            case '\r':
            case '\n': character("\n"); return;
            case '\\':
            case '{':
            case '}': byte(c); return;
            default: return;
        }
    }

    void escaped_byte() {
        const int high = at_ < rtf_.size() ? hex_digit(rtf_[at_]) : -1;
        const int low = at_ + 1 < rtf_.size() ? hex_digit(rtf_[at_ + 1]) : -1;
        if (high < 0 || low < 0) return;
        at_ += 2;
        byte(static_cast<char>(high * 16 + low));
    }

    /// A control word with its number: \par, \u8217, \fcharset204.
    void word() {
        constexpr std::size_t longest = 32;
        const std::size_t begin = at_;
        while (at_ < rtf_.size() && is_letter(rtf_[at_])) ++at_;
        const auto name = rtf_.substr(begin, std::min(at_ - begin, longest));
        const bool negative = at_ + 1 < rtf_.size() && rtf_[at_] == '-' && is_digit(rtf_[at_ + 1]);
        if (negative) ++at_;
        bool numbered = false;
        std::int64_t number = 0;
        for (; at_ < rtf_.size() && is_digit(rtf_[at_]); ++at_) {
            number = std::min<std::int64_t>(number * 10 + (rtf_[at_] - '0'), 1'000'000'000);
            numbered = true;
        }
        if (negative) number = -number;
        if (at_ < rtf_.size() && rtf_[at_] == ' ') ++at_;
        apply(name, static_cast<int>(number), numbered);
        first_ = false;
    }

    void apply(std::string_view name, int number, bool numbered) {
        if (name == "bin") {
            flush();
            at_ += std::min(rtf_.size() - at_, static_cast<std::size_t>(std::max(number, 0)));
            return;
        }
        if (name == "u") {
            unicode(number);
            return;
        }
        if (first_ || group_.starred) {
            const auto found =
                std::find_if(destinations.begin(), destinations.end(),
                             [&](const Destination& each) { return each.word == name; });
            if (found != destinations.end()) {
                enter(found->goal);
                return;
            }
            if (group_.starred) {
                group_.starred = false;
                if (name != "shppict") enter(Goal::none);
                return;
            }
        }
        const auto character_word =
            std::find_if(characters.begin(), characters.end(),
                         [&](const Character& each) { return each.word == name; });
        if (character_word != characters.end()) {
            character(character_word->text);
        } else if (name == "uc") {
            constexpr int most = 8;
            group_.skip = std::clamp(number, 0, most);
        } else if (name == "f") {
            flush();
            group_.font = number;
        } else if (name == "fcharset") {
            if (fonts_.size() < most_fonts) fonts_[group_.font] = code_page_of_charset(number);
        } else if (name == "ansicpg") {
            page_ = number;
        } else if (name == "mac") {
            page_ = 10000;
        } else if (name == "pc") {
            page_ = 437;
        } else if (name == "pca") {
            page_ = 850;
        } else if (name == "v") {
            group_.hidden = !numbered || number != 0;
        } else if (name == "plain") {
            group_.hidden = false;
        }
    }

    /// Text below something that is left out stays left out; the properties lie inside such.
    void enter(Goal goal) {
        flush();
        const bool property = goal == Goal::title || goal == Goal::author || goal == Goal::keywords;
        if (group_.goal == Goal::text || property) group_.goal = goal;
        group_.starred = false;
    }

    /// \u8217? with what stands in for it where nobody knows it.
    void unicode(int number) {
        flush();
        auto point = static_cast<char32_t>(number < 0 ? number + 0x10000 : number);
        constexpr char32_t high = 0xd800, low = 0xdc00, beyond = 0xe000;
        if (point >= high && point < low) {
            high_surrogate_ = point;
        } else {
            if (point >= low && point < beyond && high_surrogate_ != 0) {
                point = 0x10000 + ((high_surrogate_ - high) << 10U) + (point - low);
            }
            high_surrogate_ = 0;
            const bool character_of_text =
                point > 0x1f && point <= 0x10ffff && (point < high || point >= beyond);
            std::string text;
            archive::append_utf8(text, character_of_text ? point : U'\ufffd');
            put(text);
        }
        skip(group_.skip);
    }

    /// Leaves `count` characters out: bytes, escaped bytes or control words.
    void skip(int count) {
        while (count-- > 0 && at_ < rtf_.size()) {
            const char c = rtf_[at_];
            if (c == '{' || c == '}') return;
            if (c != '\\') {
                ++at_;
            } else if (at_ + 1 < rtf_.size() && rtf_[at_ + 1] == '\'') {
                at_ = std::min(rtf_.size(), at_ + 4);
            } else if (at_ + 1 < rtf_.size() && !is_letter(rtf_[at_ + 1])) {
                at_ = std::min(rtf_.size(), at_ + 2);
            } else {
                return;  // a word of its own
            }
        }
    }

    void byte(char c) {
        high_surrogate_ = 0;
        if (group_.goal == Goal::none || group_.goal == Goal::fonts) return;
        bytes_ += c;
    }

    void character(std::string_view text) {
        flush();
        put(text);
    }

    /// The bytes so far, in the code page of their font.
    void flush() {
        if (bytes_.empty()) return;
        const bool ascii = std::all_of(bytes_.begin(), bytes_.end(),
                                       [](char c) { return static_cast<unsigned char>(c) < 0x80; });
        const auto font = fonts_.find(group_.font);
        const int page = font != fonts_.end() && font->second != 0 ? font->second : page_;
        std::string text = ascii ? std::move(bytes_) : pages_.decoded(bytes_, page);
        bytes_.clear();
        put(text);
    }

    void put(std::string_view text) {
        if (group_.hidden) return;
        switch (group_.goal) {
            case Goal::text: document_.text += text; break;
            case Goal::title: title_ += text; break;
            case Goal::author: author_ += text; break;
            case Goal::keywords: keywords_ += text; break;
            case Goal::none:
            case Goal::fonts: break;
        }
    }

    static constexpr std::size_t most_fonts = 4'096;

    std::string_view rtf_;
    std::size_t at_ = 0;
    Group group_;
    std::vector<Group> groups_;
    std::size_t depth_ = 0;
    bool first_ = false;  ///< nothing but the brace came before in this group
    std::map<int, int> fonts_;
    int page_ = 1252;
    CodePages pages_;
    std::string bytes_;
    char32_t high_surrogate_ = 0;
    DocumentText document_;
    std::string title_;
    std::string author_;
    std::string keywords_;
};

}  // namespace

DocumentText rtf_text(std::string_view rtf) {
    return RtfScan(rtf).read();
}

}  // namespace indexer
