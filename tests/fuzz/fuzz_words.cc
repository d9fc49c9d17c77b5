// SPDX-License-Identifier: GPL-2.0-or-later
// fuzz_words.cc - Any bytes are cut into words that are sound: inside the text, in order, valid
// UTF-8.
#include "archive/base/limits.h"
#include "archive/base/text.h"
#include "archive/index/stemmer.h"
#include "archive/index/terms.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    static archive::Stemmer stem("en");
    const std::string_view text(reinterpret_cast<const char*>(bytes), size);
    std::uint32_t next_position = 0;
    std::uint32_t last_begin = 0;
    std::uint32_t last_end = 0;
    archive::for_each_word(text, [&](const archive::Word& word) {
        require(!word.text.empty() && word.text.size() <= archive::limits::term_bytes);
        require(archive::is_utf8(word.text) && word.text.find('\0') == std::string_view::npos);
        require(word.begin < word.end && word.end <= text.size());
        require(!stem(word.text).empty());
        if (word.span == 1) {
            require(word.position == next_position++);
            require(word.begin >= last_end);
            last_begin = word.begin;
        } else {
            require(word.position + word.span == next_position);
            require(word.begin < last_begin);
        }
        require(word.end >= last_end);
        last_end = word.end;
    });
    return 0;
}
