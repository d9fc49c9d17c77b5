// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/aliases.h"

#include "archive/base/files.h"
#include "archive/base/fold.h"
#include "archive/base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <utility>

namespace archive {

namespace {

// Made of config/gazetteer/aliases.tsv and exonyms.tsv by CMake, cut between two lines.
constexpr auto shipped_table = std::to_array<std::string_view>({
#include "archive/index/alias_table.inc"
});

constexpr std::size_t most_rows = 1'000'000;
constexpr std::streamoff most_bytes = 256 << 20;
constexpr std::size_t line_bytes = 1'024;
constexpr std::size_t most_problems = 100;
constexpr std::size_t most_redirects = 16;  ///< one after the other

struct TypeName {
    std::string_view column;  ///< what the table calls it
    std::string_view prefix;  ///< what its ids begin with
    std::optional<EntityType> type;
};
constexpr std::array<TypeName, 5> type_names{{{"person", "person:", EntityType::person},
                                              {"org", "org:", EntityType::org},
                                              {"place", "loc:", EntityType::place},
                                              {"event", "evt:", {}},
                                              {"product", "prod:", {}}}};

struct FlagName {
    std::string_view name;
    bool Alias::*member;
};
constexpr std::array<FlagName, 6> flag_names{{{"cs", &Alias::cased},
                                              {"dem", &Alias::demonym},
                                              {"the", &Alias::after_the},
                                              {"met", &Alias::metonym},
                                              {"source", &Alias::agency},
                                              {"block", &Alias::blocked}}};

bool slug_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '~'
           || static_cast<unsigned char>(c) >= 0x80;  // slugs of names in other scripts
}

/// Whether `id` begins with the prefix of a type and goes on with a slug.
bool is_id(std::string_view id, std::string_view prefix) {
    return id.starts_with(prefix) && id.size() > prefix.size()
           && std::all_of(id.begin() + static_cast<std::ptrdiff_t>(prefix.size()), id.end(),
                          slug_character);
}

const TypeName* type_named(std::string_view column) {
    const auto* const found =
        std::find_if(type_names.begin(), type_names.end(),
                     [&](const TypeName& row) { return row.column == column; });
    return found == type_names.end() ? nullptr : found;
}

/// Sets the flag; false when there is none of that name.
bool set_flag(Alias& alias, std::string_view name) {
    constexpr std::size_t language_and_sign = 3;
    if (name.size() == language_and_sign && name.front() == '@') {
        alias.languages += ' ' + ascii_lower(name.substr(1));
        return true;
    }
    for (const auto& flag : flag_names) {
        if (flag.name != name) continue;
        alias.*flag.member = true;
        return true;
    }
    return false;
}

/// The key of which entity_id() makes `id`; empty for ids of no entity and those with '~'.
std::string key_of_id(std::string_view id) {
    if (id.find('~') != std::string_view::npos) return "";
    for (const auto& row : type_names) {
        if (!row.type || !id.starts_with(row.prefix)) continue;
        std::string slug(id.substr(row.prefix.size()));
        std::replace(slug.begin(), slug.end(), '-', ' ');
        return name_key(*row.type, slug);
    }
    return "";
}

}  // namespace

const Alias* AliasTable::at(const Lookup<Row>& lookup, std::string_view text) const {
    const auto found = lookup.find(text);
    return found == lookup.end() ? nullptr : &rows_[found->second];
}

void AliasTable::add(Alias alias) {
    const auto row = static_cast<Row>(rows_.size());
    const std::string folded = folded_words(alias.surface);
    if (alias.after_the) {
        after_the_.insert_or_assign(folded, row);
    } else if (!alias.metonym) {
        if (!alias.languages.empty()) {
            foreign_.insert_or_assign(folded, row);
        } else if (alias.cased) {
            cased_.insert_or_assign(alias.surface, row);
        } else {
            folded_.insert_or_assign(folded, row);
        }
        const auto words =
            static_cast<std::size_t>(std::count(folded.begin(), folded.end(), ' ')) + 1;
        auto& longest = longest_[folded.substr(0, folded.find(' '))];
        longest = std::max(longest, words);
        if (alias.type) keys_.insert_or_assign(name_key(*alias.type, alias.surface), row);
    }
    ids_[alias.id].push_back(row);
    rows_.push_back(std::move(alias));
}

/// Empty, or why there can be no such redirect.
std::string AliasTable::add_redirect(std::string_view from, std::string_view to) {
    std::string_view at = to;
    for (std::size_t steps = 0; steps < most_redirects; ++steps) {
        if (at == from) return "an id can't be merged into itself";
        const auto next = redirects_.find(at);
        if (next == redirects_.end()) {
            redirects_.insert_or_assign(std::string(from), std::string(to));
            return "";
        }
        at = next->second;
    }
    return "too many ids are merged one into the other";
}

/// Adds the line. Empty, or what is wrong with it.
std::string AliasTable::fault_of_line(std::string_view line) {
    if (line.size() > line_bytes) return "is longer than 1,024 bytes";
    if (!is_utf8(line)) return "is no UTF-8";
    const auto columns = split(line, '\t');
    if (columns.size() < 4 || columns.size() > 5) return "has not four or five columns";
    const auto* const type = type_named(trimmed(columns[1]));
    if (type == nullptr) return "has none of the types person, org, place, event, product";
    Alias alias;
    alias.id = trimmed(columns[0]);
    alias.type = type->type;
    alias.label = trimmed(columns[2]);
    alias.surface = trimmed(columns[3]);
    if (!is_id(alias.id, type->prefix))
        return fmt::format(
            "has no id that begins with \"{}\" and goes on in small letters, digits "
            "and hyphens",
            type->prefix);
    bool same = false;
    if (columns.size() == 5 && !trimmed(columns[4]).empty()) {
        for (const auto part : split(columns[4], ',')) {
            const auto flag = trimmed(part);
            same = same || flag == "same";
            if (flag != "same" && !set_flag(alias, flag))
                return "has a flag that there is none of: \"" + escaped(flag) + "\"";
        }
    }
    if (same) {
        const bool sound = std::any_of(type_names.begin(), type_names.end(), [&](const auto& row) {
            return is_id(alias.surface, row.prefix);
        });
        if (!sound) return "merges what is no id";
        return add_redirect(alias.surface, alias.id);
    }
    if (alias.label.empty()) return "has no label";
    if (folded_words(alias.surface).empty()) return "has no alias";
    add(std::move(alias));
    return "";
}

void AliasTable::add_lines(std::string_view text, std::vector<Error>* problems) {
    std::size_t number = 0;
    if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
    for (const auto raw : split(text, '\n')) {
        ++number;
        const auto line = raw.ends_with('\r') ? raw.substr(0, raw.size() - 1) : raw;
        if (trimmed(line).empty() || line.front() == '#') continue;
        const std::string fault =
            rows_.size() < most_rows ? fault_of_line(line) : "is beyond the first million";
        checksum_ = checksum_of(fmt::format("{:016x}{}", checksum_, line));
        if (fault.empty() || problems == nullptr || problems->size() >= most_problems) continue;
        problems->push_back({ErrorCode::bad_setting,
                             fmt::format("\"{}\" {}", escaped(cut(line, 80)), fault),
                             fmt::format("line {}", number)});
    }
}

AliasTable AliasTable::over(const AliasTable& below, std::string_view text,
                            std::vector<Error>* problems) {
    AliasTable table = below;
    table.add_lines(text, problems);
    return table;
}

Result<AliasTable> AliasTable::read_over(const AliasTable& below, const std::string& path,
                                         std::vector<Error>* problems) {
    std::ifstream file(path, std::ios::binary | std::ios::ate);
    if (file && file.tellg() > most_bytes)
        return Error{ErrorCode::file_unreadable, "has more than 256 MiB", path};
    file.seekg(0);
    std::ostringstream text;
    if (!file || !(text << file.rdbuf() || file.peek() == std::ifstream::traits_type::eof()))
        return Error{ErrorCode::file_unreadable, "can't read the aliases", path};
    return over(below, text.str(), problems);
}

const AliasTable& AliasTable::shipped() {
    static const AliasTable table = [] {
        AliasTable whole;
        for (const auto part : shipped_table) whole.add_lines(part, nullptr);
        return whole;
    }();
    return table;
}

const Alias* AliasTable::spelled(std::string_view surface) const {
    if (const auto* const cased = at(cased_, surface)) return cased;
    return at(folded_, folded_words(surface));
}

const Alias* AliasTable::spelled_in(std::string_view language, std::string_view surface) const {
    if (const auto* const cased = at(cased_, surface)) return cased;
    const auto folded = folded_words(surface);
    if (const auto* const anywhere = at(folded_, folded)) return anywhere;
    const auto* const row = at(foreign_, folded);
    const bool here = row != nullptr && !language.empty()
                      && row->languages.find(' ' + std::string(language)) != std::string::npos;
    return here ? row : nullptr;
}

const Alias* AliasTable::after_the(std::string_view word) const {
    return at(after_the_, folded_words(word));
}

std::size_t AliasTable::longest_from(std::string_view folded_word) const {
    const auto found = longest_.find(folded_word);
    return found == longest_.end() ? 0 : found->second;
}

std::string_view AliasTable::settled(std::string_view id) const {
    for (auto next = redirects_.find(id); next != redirects_.end(); next = redirects_.find(id))
        id = next->second;
    return id;
}

std::string AliasTable::id_of(std::string_view key) const {
    if (const auto* const row = at(keys_, key)) return std::string(settled(row->id));
    return std::string(settled(entity_id(key)));
}

std::vector<std::string> AliasTable::keys_of(std::string_view id) const {
    std::vector<std::string_view> merged{id};
    for (const auto& [from, to] : redirects_) {
        if (settled(from) == id) merged.push_back(from);
    }
    std::vector<std::string> keys;
    for (const auto each : merged) {
        auto own = key_of_id(each);
        if (!own.empty() && id_of(own) == id) keys.push_back(std::move(own));
        const auto rows = ids_.find(each);
        if (rows == ids_.end()) continue;
        for (const Row row : rows->second) {
            const auto& alias = rows_[row];
            if (alias.after_the || alias.metonym || !alias.type) continue;
            auto key = name_key(*alias.type, alias.surface);
            if (id_of(key) == id) keys.push_back(std::move(key));
        }
    }
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    return keys;
}

std::vector<std::string> AliasTable::metonyms_of(std::string_view id) const {
    std::vector<std::string> keys;
    const auto rows = ids_.find(id);
    if (rows == ids_.end()) return keys;
    for (const Row row : rows->second) {
        const auto& alias = rows_[row];
        if (alias.metonym && alias.type) keys.push_back(name_key(*alias.type, alias.surface));
    }
    return keys;
}

std::string_view AliasTable::label_of(std::string_view id) const {
    const auto rows = ids_.find(id);
    return rows == ids_.end() ? std::string_view() : rows_[rows->second.back()].label;
}

std::vector<std::string> AliasTable::surfaces_of(std::string_view id) const {
    std::vector<std::string> surfaces;
    const auto rows = ids_.find(id);
    if (rows == ids_.end()) return surfaces;
    for (const Row row : rows->second) surfaces.push_back(rows_[row].surface);
    return surfaces;
}

bool AliasTable::blocks(std::string_view key) const {
    const auto* const row = at(keys_, key);
    return row != nullptr && row->blocked;
}

bool AliasTable::is_agency(std::string_view id) const {
    const auto rows = ids_.find(id);
    return rows != ids_.end()
           && std::any_of(rows->second.begin(), rows->second.end(),
                          [&](Row row) { return rows_[row].agency; });
}

std::vector<std::string_view> AliasTable::ids() const {
    std::vector<std::string_view> all;
    for (const auto& [id, rows] : ids_) {
        if (redirects_.find(id) == redirects_.end()) all.push_back(id);
    }
    return all;
}

std::vector<std::pair<std::string, std::string>> AliasTable::known_keys() const {
    std::vector<std::pair<std::string, std::string>> known;
    for (const auto& [key, row] : keys_) known.emplace_back(key, settled(rows_[row].id));
    const auto add_own_key = [&](std::string_view id) {
        auto key = key_of_id(id);
        if (key.empty() || at(keys_, key) != nullptr) return;
        known.emplace_back(std::move(key), settled(id));
    };
    for (const auto& [id, rows] : ids_) add_own_key(id);
    for (const auto& [from, to] : redirects_) {
        add_own_key(from);
        add_own_key(to);
    }
    std::sort(known.begin(), known.end());
    known.erase(std::unique(known.begin(), known.end()), known.end());
    return known;
}

std::string alias_file(const Settings& settings) {
    if (const auto& set = settings.text("entities.aliases"); !set.empty()) return set;
    for (const char* const usual : {"config/aliases.tsv", "/etc/dateline/aliases.tsv"}) {
        std::error_code none;
        if (std::filesystem::is_regular_file(usual, none)) return usual;
    }
    return "";
}

}  // namespace archive
