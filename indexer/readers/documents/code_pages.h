// SPDX-License-Identifier: GPL-2.0-or-later
// code_pages.h - The numbered character sets of documents older than Unicode.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>

struct UConverter;

namespace indexer {

/// The code page of a font's charset number, such as 1251 for 204; 0 where there is none.
int code_page_of_charset(int charset);

/// Turns runs of bytes of one code page into UTF-8.
class CodePages {
public:
    /// What cannot be decoded becomes U+FFFD; an unknown page is 1252.
    std::string decoded(std::string_view bytes, int page);

private:
    struct Close {
        void operator()(UConverter* converter) const;
    };
    std::map<int, std::unique_ptr<UConverter, Close>> converters_;
};

}  // namespace indexer
