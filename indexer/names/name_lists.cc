// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/names/name_lists.h"

#include "archive/base/error.h"
#include "archive/base/files.h"
#include "archive/base/text.h"
#include "indexer/names/word_form.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <vector>

namespace indexer {

namespace {

using archive::ErrorCode;
using archive::Failure;

struct ClassName {
    std::string_view name;
    std::uint32_t bit;
};

constexpr std::array<ClassName, list_classes> class_names{{
    {"CO", list_country},
    {"CA", list_capital},
    {"CB", list_big_city},
    {"CI", list_city},
    {"RE", list_region},
    {"DE", list_demonym},
    {"FN", list_first_name},
    {"HN", list_any_name},
    {"OS", list_company_end},
    {"OH", list_org_head},
    {"TI", list_title},
    {"DM", list_day_or_month},
    {"ON", list_org},
    {"PN", list_person},
    {"LN", list_place},
}};

/// Lie in the same folder and have another form: archive/index/aliases.h.
constexpr std::array<std::string_view, 2> alias_tables{"aliases.tsv", "exonyms.tsv"};

std::uint32_t class_of(std::string_view name) {
    for (const auto& row : class_names) {
        if (row.name == name) return row.bit;
    }
    return 0;
}

/// Calls `sink` with each line and its number, without line ends; comments and empty lines are
/// passed over.
template <typename Sink>
void for_each_line(std::string_view text, const Sink& sink) {
    std::size_t number = 0;
    while (!text.empty()) {
        const auto end = text.find('\n');
        auto line = text.substr(0, end);
        // Hardly a line of these hundred thousands begins or ends with a blank.
        const auto plain = [](char c) { return static_cast<unsigned char>(c) > ' '; };
        if (line.empty() || !plain(line.front()) || !plain(line.back()))
            line = archive::trimmed(line);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        ++number;
        if (!line.empty() && line[0] != '#') sink(line, number);
    }
}

/// Bits on their way into a table that is larger than the caches: where they go is asked for some
/// time before they are put there.
template <typename Bits>
class SoonAdded {
public:
    explicit SoonAdded(HashTable<Bits>& table) : table_(table) {}

    void add(std::uint64_t hash, Bits bits) {
        auto& place = waiting_[added_ % waiting_.size()];
        if (added_++ >= waiting_.size()) put(place);
        table_.will_need(hash);
        place = {hash, bits};
    }

    void finish() const {
        for (std::size_t at = 0; at < std::min(added_, waiting_.size()); ++at) put(waiting_[at]);
    }

private:
    struct Waiting {
        std::uint64_t hash = 0;
        Bits bits{};
    };
    void put(const Waiting& each) const {
        auto& bits = table_[each.hash];
        bits = static_cast<Bits>(bits | each.bits);
    }

    HashTable<Bits>& table_;
    std::array<Waiting, 16> waiting_;
    std::size_t added_ = 0;
};

}  // namespace

NameLists NameLists::read(const std::string& folder) {
    const std::filesystem::path below(folder);
    NameLists lists;
    lists.names_.reset(300'000);
    lists.ordinary_.reset(70'000);
    std::error_code status;
    std::filesystem::directory_iterator entry(below, status);
    if (status) {
        throw Failure(ErrorCode::bad_setting, "is no folder of name lists: " + status.message(),
                      folder);
    }
    for (; entry != std::filesystem::directory_iterator(); ++entry) {
        const std::string file = entry->path().string();
        const bool aliases =
            std::find(alias_tables.begin(), alias_tables.end(), entry->path().filename().string())
            != alias_tables.end();
        if (entry->path().extension() == ".tsv" && !aliases)
            lists.add_names(archive::Mapping(file).bytes(), file);
    }
    lists.add_ordinary(archive::Mapping((below / "ordinary.txt").string()).bytes());
    return lists;
}

void NameLists::add_names(std::string_view text, const std::string& file) {
    SoonAdded<std::uint32_t> soon(names_);
    std::string lower;
    ClassName last{};  // the next line is nearly always of the same class
    for_each_line(text, [&](std::string_view line, std::size_t number) {
        const auto tab = line.find('\t');
        const auto name_of_class = tab == std::string_view::npos ? "" : line.substr(0, tab);
        if (name_of_class != last.name) last = {name_of_class, class_of(name_of_class)};
        const auto found = last.bit;
        if (found == 0) {
            throw Failure(ErrorCode::bad_setting,
                          "\"" + archive::escaped(archive::cut(line, 40))
                              + "\" is not a class of names and a name, parted by a tab",
                          file + ":" + std::to_string(number));
        }
        std::array<std::uint64_t, longest_name> beginnings{};
        std::size_t words = 0;
        std::uint64_t name = begin_name();
        auto rest = line.substr(tab + 1);
        while (!rest.empty()) {
            const auto word = rest.substr(0, rest.find(' '));
            rest.remove_prefix(std::min(word.size() + 1, rest.size()));
            if (word.empty()) continue;
            if (words == longest_name) return;
            lower_form(word, lower);
            name = more_name(name, word_hash(lower));
            beginnings[words++] = name;
        }
        if (words == 0) return;
        soon.add(name, found);
        for (std::size_t at = 0; at + 1 < words; ++at) soon.add(beginnings[at], goes_on_bit);
    });
    soon.finish();
}

void NameLists::add_ordinary(std::string_view text) {
    SoonAdded<bool> soon(ordinary_);
    for_each_line(text,
                  [&](std::string_view line, std::size_t) { soon.add(word_hash(line), true); });
    soon.finish();
}

}  // namespace indexer
