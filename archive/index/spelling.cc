// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/spelling.h"

#include "archive/base/text.h"
#include "archive/index/terms.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <sstream>

namespace archive {

namespace {

// Made of config/spelling.tsv by CMake.
constexpr std::string_view shipped_table =
#include "archive/index/spelling_table.inc"
    ;

/// Whether it is one word in the form that the cutter gives it.
bool is_folded_word(std::string_view text) {
    const auto words = words_of(text);
    return words.size() == 1 && words.front().text == text;
}

void add_once(std::vector<std::string>& forms, const std::string& form) {
    if (std::find(forms.begin(), forms.end(), form) == forms.end()) forms.push_back(form);
}

std::vector<std::string_view> parts_of(std::string_view text) {
    auto parts = split(text, ' ');
    parts.erase(std::remove(parts.begin(), parts.end(), std::string_view()), parts.end());
    return parts;
}

}  // namespace

void SpellingTable::add_pair(const std::string& left, const std::string& right) {
    add_once(variants_[left], right);
    add_once(variants_[right], left);
}

bool SpellingTable::add_line(std::string_view line) {
    const auto columns = split(line, '\t');
    if (columns.size() < 2 || columns.size() > 3) return false;
    const auto left = trimmed(columns[0]);
    const auto right = trimmed(columns[1]);

    if (right.starts_with('=')) {
        const auto parts = parts_of(right.substr(1));
        const bool sound = columns.size() == 2 && is_folded_word(left) && parts.size() == 2
                           && std::all_of(parts.begin(), parts.end(), is_folded_word);
        if (sound)
            compounds_.insert_or_assign(std::string(left),
                                        std::vector<std::string>(parts.begin(), parts.end()));
        return sound;
    }
    if (!is_folded_word(left) || !is_folded_word(right)) return false;
    if (columns.size() == 2) {
        if (left == right) return false;
        add_pair(std::string(left), std::string(right));
        return true;
    }
    const auto endings = parts_of(trimmed(columns[2]));
    const auto sound = [](std::string_view ending) {
        return ending == "-" || is_folded_word(ending);
    };
    if (left == right || endings.empty() || !std::all_of(endings.begin(), endings.end(), sound))
        return false;
    for (const auto ending : endings) {
        const std::string tail(ending == "-" ? "" : ending);
        add_pair(std::string(left) + tail, std::string(right) + tail);
    }
    return true;
}

SpellingTable SpellingTable::parse(std::string_view table, std::vector<Error>* problems) {
    SpellingTable spelling;
    std::size_t number = 0;
    for (const auto raw : split(table, '\n')) {
        ++number;
        const auto line = raw.ends_with('\r') ? raw.substr(0, raw.size() - 1) : raw;
        if (trimmed(line).empty() || line.front() == '#' || spelling.add_line(line)) continue;
        if (problems != nullptr)
            problems->push_back({ErrorCode::bad_setting,
                                 fmt::format("can't read \"{}\" as a spelling", escaped(line)),
                                 fmt::format("line {}", number)});
    }
    return spelling;
}

Result<SpellingTable> SpellingTable::read(const std::string& path, std::vector<Error>* problems) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    if (file) text << file.rdbuf();
    if (!file || file.bad()) return Error{ErrorCode::file_unreadable, "can't be read", path};
    const auto before = problems == nullptr ? 0 : problems->size();
    auto spelling = parse(text.view(), problems);
    for (auto i = before; problems != nullptr && i < problems->size(); ++i)
        (*problems)[i].where = path + ", " + (*problems)[i].where;
    return spelling;
}

const SpellingTable& SpellingTable::shipped() {
    static const SpellingTable table = parse(shipped_table);
    return table;
}

std::span<const std::string> SpellingTable::variants(std::string_view word) const {
    const auto found = variants_.find(word);
    if (found == variants_.end()) return {};
    return found->second;
}

std::span<const std::string> SpellingTable::compound(std::string_view word) const {
    const auto found = compounds_.find(word);
    if (found == compounds_.end()) return {};
    return found->second;
}

std::string_view SpellingTable::joined(std::string_view first, std::string_view second) const {
    const auto found = compounds_.find(std::string(first).append(second));
    if (found == compounds_.end() || found->second.front() != first) return {};
    return found->first;
}

}  // namespace archive
