// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/query_run.h"

#include "archive/base/text.h"

namespace archive {

namespace {

/// Appends the bytes from `begin` to `end`, as literal or not.
void append(TypedRun& run, std::string_view text, std::size_t begin, std::size_t end,
            bool literal) {
    run.text.append(text, begin, end - begin);
    run.escaped.append(end - begin, literal ? '\1' : '\0');
}

/// Appends the character at `at`, or the one that the backslash there makes literal; the byte
/// after.
std::size_t take_character(TypedRun& run, std::string_view text, std::size_t at) {
    const bool literal = text[at] == '\\';
    const std::size_t begin = literal ? at + 1 : at;
    std::size_t end = begin;
    if (end < text.size()) next_code_point(text, end);
    append(run, text, begin, end, literal);
    return end;
}

/// Where the first quotation mark of `family` (0: of any) stands from `at` on.
std::size_t closing_mark(std::string_view text, std::size_t at, int family) {
    while (at < text.size()) {
        const std::size_t here = at;
        const char32_t point = next_code_point(text, at);
        const int found = query_text::quote_family(point);
        if (found != 0 && (family == 0 || found == family)) return here;
        if (point == '\\' && at < text.size()) next_code_point(text, at);
    }
    return std::string_view::npos;
}

void trim(TypedRun& run) {
    const auto first = run.text.find_first_not_of(' ');
    if (first == std::string::npos) return run.shorten(0);
    run.shorten(run.text.find_last_not_of(' ') + 1);
    run.text.erase(0, first);
    run.escaped.erase(0, first);
}

}  // namespace

std::size_t TypedRun::find(char character, std::size_t from) const {
    for (std::size_t at = text.find(character, from); at != std::string::npos;
         at = text.find(character, at + 1)) {
        if (escaped[at] == '\0') return at;
    }
    return std::string::npos;
}

bool TypedRun::plain() const {
    return escaped.find('\1') == std::string::npos;
}

void TypedRun::shorten(std::size_t size) {
    text.resize(size);
    escaped.resize(size);
}

TypedRun read_run(const TypedText& typed, std::size_t at, QueryFaults& faults) {
    const std::string_view text = typed.bytes();
    TypedRun run{at, at};
    while (run.end < text.size()) {
        std::size_t next = run.end;
        if (query_text::ends_word(next_code_point(text, next))) break;
        if (text[run.end] == '\\' && next == text.size()) {
            faults.warn(ErrorCode::query_stray_character,
                        R"("\" at the end has nothing to make literal and was left out)", run.end,
                        next);
            run.end = next;
            break;
        }
        run.end = take_character(run, text, run.end);
    }
    return run;
}

TypedRun read_quoted(const TypedText& typed, std::size_t at, QueryFaults& faults) {
    const std::string_view text = typed.bytes();
    std::size_t inside = at;
    const int family = query_text::quote_family(next_code_point(text, inside));
    std::size_t close = closing_mark(text, inside, family);
    if (close == std::string_view::npos) close = closing_mark(text, inside, 0);

    TypedRun run{at, text.size()};
    if (close == std::string_view::npos) {
        faults.warn(ErrorCode::query_unclosed_quote,
                    "the quotation mark is never closed; the phrase was taken to run to the end",
                    at, inside, std::string(text.substr(at)) + '"');
        close = text.size();
    } else {
        run.end = close;
        next_code_point(text, run.end);
    }
    while (inside < close) inside = take_character(run, text, inside);
    trim(run);
    return run;
}

}  // namespace archive
