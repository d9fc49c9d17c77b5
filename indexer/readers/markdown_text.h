// SPDX-License-Identifier: GPL-2.0-or-later
// markdown_text.h - The body of a Markdown file as text or as HTML.
#pragma once

#include <string>
#include <string_view>

namespace indexer {

/// Plain text, a line a paragraph, heading or list item, parted by blank lines. Where the file
/// holds HTML of its own the whole is rendered to HTML instead. Tags of site generators ({{< figure
/// >}},
/// {% include %}) vanish, but for the words that their captions and titles say.
std::string markdown_text(std::string_view markdown);

}  // namespace indexer
