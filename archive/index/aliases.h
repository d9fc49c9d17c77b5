// SPDX-License-Identifier: GPL-2.0-or-later
// aliases.h - Which names stand for the same person, organisation or place.
//
// Articles keep name keys ("place dprk"); this table says that the key is loc:north-korea. It is
// asked when a question is asked, so that an edit of config/aliases.tsv shows in the next answer.
// The indexer reads it too, for what no learnt tagger knows: acronyms, demonyms, agencies. One line
// a name, columns parted by tabs, '#' begins a comment:
//
//   id                 type     label           alias         flags
//   loc:north-korea    place    North Korea     DPRK          cs
//   person:joe-biden   person   Joe Biden       Joseph Biden
//
// The table built into the programs is config/gazetteer/aliases.tsv, and exonyms.tsv beside it,
// which has large cities as other languages call them; rows of the user's file count more.
// docs/names.md describes the form for those who edit it.
#pragma once

#include "archive/base/result.h"
#include "archive/base/settings.h"
#include "archive/model/entity.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace archive {

/// One line of the table.
struct Alias {
    std::string id;                  ///< "loc:north-korea"
    std::optional<EntityType> type;  ///< none for events and products, which are no entities
    std::string label;               ///< the name shown: "North Korea"
    std::string surface;             ///< the name written: "DPRK"
    bool cased = false;              ///< cs: in this spelling only: "US" is not "us"
    bool demonym = false;            ///< dem: "Russian" mentions Russia
    bool after_the = false;      ///< the: "the North", in an article that names North Korea in full
    bool metonym = false;        ///< met: "Kremlin" may stand for Russia; never merged with it
    bool agency = false;         ///< source: a news agency
    bool blocked = false;        ///< block: never an entity
    std::string languages = {};  ///< @de, @nl: found in texts of these only, " de nl"; any if empty
};

/// An immutable table; may be used by many threads.
class AliasTable {
public:
    /// The table that the programs were built with.
    static const AliasTable& shipped();

    /// `below` and the lines of `text` over it. A line that can't be understood is skipped;
    /// `problems` (at most 100) name it by its number.
    static AliasTable over(const AliasTable& below, std::string_view text,
                           std::vector<Error>* problems = nullptr);

    /// The same from a file; fails with file_unreadable, also when it has more than 256 MiB.
    static Result<AliasTable> read_over(const AliasTable& below, const std::string& path,
                                        std::vector<Error>* problems = nullptr);

    AliasTable() = default;

    /// Recognising, in a text. The row of what is written exactly so; null when there is none. Rows
    /// for "the", metonyms and names of some languages are not among them, blocked ones are.
    const Alias* spelled(std::string_view surface) const;

    /// The same in a text of a language ("de"), with the names that are found there only.
    const Alias* spelled_in(std::string_view language, std::string_view surface) const;

    /// The row of a word that stands after "the": "North".
    const Alias* after_the(std::string_view word) const;

    /// How many folded words the longest name has that begins with this folded word; 0 for none.
    std::size_t longest_from(std::string_view folded_word) const;

    /// Asking. The id of a name key, with redirects followed; without a row, the one made of it.
    std::string id_of(std::string_view key) const;

    /// Where an id leads that was merged into another, else itself.
    std::string_view settled(std::string_view id) const;

    /// The keys under which articles may have an id, in no order; without a row, the one it was
    /// made of.
    std::vector<std::string> keys_of(std::string_view id) const;

    /// The keys of the names that may stand for an id (Kremlin for loc:russia).
    std::vector<std::string> metonyms_of(std::string_view id) const;

    /// The label of an id; empty when no row has it.
    std::string_view label_of(std::string_view id) const;

    /// The names that the table has for an id, as written, in the order of the lines.
    std::vector<std::string> surfaces_of(std::string_view id) const;

    /// Whether a key is never shown as an entity.
    bool blocks(std::string_view key) const;

    bool is_agency(std::string_view id) const;

    /// All ids that rows have, without those merged into others; in no order.
    std::vector<std::string_view> ids() const;

    std::size_t rows() const { return rows_.size(); }

    /// Every line but redirects, those of the table below first; ids as written.
    std::span<const Alias> all() const { return rows_; }

    /// Every key that a line speaks of, once, and the id it leads to: the keys whose id may be
    /// another than the one made of them, and the others of the same ids. In no order.
    std::vector<std::pair<std::string, std::string>> known_keys() const;

    /// Of all lines but comments; equal tables that were read apart have the same.
    std::uint64_t checksum() const { return checksum_; }

private:
    struct Hash : std::hash<std::string_view> {
        using is_transparent = void;
    };
    template <typename Value>
    using Lookup = std::unordered_map<std::string, Value, Hash, std::equal_to<>>;
    using Row = std::uint32_t;

    void add_lines(std::string_view text, std::vector<Error>* problems);
    std::string fault_of_line(std::string_view line);
    std::string add_redirect(std::string_view from, std::string_view to);
    void add(Alias alias);
    const Alias* at(const Lookup<Row>& lookup, std::string_view text) const;

    std::vector<Alias> rows_;
    Lookup<Row> cased_;      ///< by the name as written
    Lookup<Row> folded_;     ///< by the folded name
    Lookup<Row> foreign_;    ///< by the folded name: rows with languages
    Lookup<Row> after_the_;  ///< by the folded word
    Lookup<Row> keys_;       ///< by name key: what the id is
    Lookup<std::size_t> longest_;
    Lookup<std::vector<Row>> ids_;
    Lookup<std::string> redirects_;
    std::uint64_t checksum_ = 0;
};

/// The user's file: the setting entities.aliases, else config/aliases.tsv or
/// /etc/dateline/aliases.tsv, whichever is there; empty when there is none.
std::string alias_file(const Settings& settings);

}  // namespace archive
