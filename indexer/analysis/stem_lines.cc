// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/analysis/stem_lines.h"

#include "archive/base/text.h"

namespace indexer {

StemLine stem_line(std::string_view line) {
    std::size_t end = 0;
    while (end < line.size() && line[end] != '/' && !is_blank(line[end])) ++end;
    StemLine found{line.substr(0, end), {}};
    if (found.word.find('\\') != std::string_view::npos) return {};
    auto rest = line.substr(end);
    if (rest.starts_with('/')) {
        rest.remove_prefix(1);
        std::size_t flags = 0;
        while (flags < rest.size() && !is_blank(rest[flags])) ++flags;
        found.flags = rest.substr(0, flags);
        rest.remove_prefix(flags);
    }
    if (rest.empty()) return found;
    // "pilot boat" are two words; "pilot po:noun" is one of which something is said.
    const auto behind = archive::trimmed(rest);
    const bool two_words =
        !behind.empty() && rest.front() != '\t' && (behind.size() < 3 || behind[2] != ':');
    return two_words ? StemLine{} : found;
}

}  // namespace indexer
