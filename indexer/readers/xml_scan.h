// SPDX-License-Identifier: GPL-2.0-or-later
// xml_scan.h - Cuts XML into tags and text while it is read, sound or not.
//
// A validating parser stops at the first bare '<' and closes the wrong elements after a forgotten
// end tag, and feeds and old agency files are full of both. So this one reads what a person would:
// "AT&T", "&nbsp;" without a DTD, "a < b", attributes without quotes. Declarations of a DTD are
// passed over: nothing is loaded, and no entity grows.
#pragma once

#include "indexer/readers/read_ahead.h"
#include "indexer/readers/reader.h"
#include "indexer/readers/utf8_bytes.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace indexer {

struct XmlAttribute {
    std::string name;   ///< with its prefix
    std::string value;  ///< entities resolved, white space as blanks
};

/// A tag or a piece of text.
struct XmlToken {
    enum class Kind : std::uint8_t { start, end, text, finish };
    Kind kind = Kind::finish;
    std::string name;  ///< of a tag, with its prefix
    std::vector<XmlAttribute> attributes;
    bool closed = false;  ///< of a start tag: "<a/>"
    std::string text;     ///< entities resolved, valid UTF-8 without NUL, line ends '\n'
    bool marked = false;  ///< the text stood in a CDATA section
};

class XmlScanner {
public:
    explicit XmlScanner(Bytes& from) : from_(from), ahead_(from_) {}

    /// The next tag or piece of text into `token`, Kind::finish at the end. Text may come in
    /// several pieces. Memory is bounded by limits::html_tag_bytes and a block.
    void next(XmlToken& token);

    /// The line, from 1, that the next token begins on.
    std::size_t line() const { return line_; }

    /// How much was consumed so far, in bytes of UTF-8.
    std::size_t consumed() const { return consumed_; }

private:
    enum class Inside : std::uint8_t {
        nothing,
        cdata,
        comment,
        instruction,
        declaration,
        long_tag
    };

    std::string_view rest() const { return ahead_.rest(); }
    void consume(std::size_t bytes);
    bool begins(std::string_view mark);
    bool pass_over();
    void take_cdata(XmlToken& token);
    void take_text(XmlToken& token, std::size_t from);
    bool take_end_tag(XmlToken& token);
    bool take_start_tag(XmlToken& token);

    Utf8Bytes from_;
    ReadAhead ahead_;
    Inside inside_ = Inside::nothing;
    std::size_t brackets_ = 0;  // of a declaration's internal subset
    std::size_t line_ = 1;
    std::size_t consumed_ = 0;
};

/// `text` with its character and entity references resolved: those of XML and the names of HTML.
/// What is no reference stays as written.
std::string without_references(std::string_view text);

}  // namespace indexer
