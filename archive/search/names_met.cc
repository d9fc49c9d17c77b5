// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/names_met.h"

#include "archive/search/known_names.h"

#include <xxhash.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <limits>
#include <new>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace archive {

namespace {

std::uint64_t hash_of(const Entity& entity) {
    return XXH3_64bits_withSeed(entity.name.data(), entity.name.size(),
                                static_cast<XXH64_hash_t>(entity.type));
}

std::uint32_t tag_of(std::uint64_t hash) {
    return static_cast<std::uint32_t>(hash >> 32U);
}

/// Where something lies that is kept.
using LineNumber = std::uint32_t;

/// What became of a spelling. Behind it the bytes of the spelling, of the id, and of the label
/// where it is another.
struct Met {
    std::uint32_t article = 0;  ///< in which a spelling with this id stood last; of the first one
    LineNumber first = 0;       ///< the first spelling with this id
    std::uint32_t written = 0;  ///< bytes
    std::uint32_t id = 0;       ///< bytes; 0 when it is no name
    std::uint32_t label = 0;    ///< bytes; 0 when it is what was written
    EntityType type = EntityType::person;

    const char* texts() const { return reinterpret_cast<const char*>(this + 1); }
    std::string_view written_text() const { return {texts(), written}; }
    ShownName name() const {
        const std::string_view other{texts() + written + id, label};
        return {type, {texts() + written, id}, label == 0 ? written_text() : other};
    }
};

struct alignas(64) Line {
    std::array<char, 64> bytes;
};

}  // namespace

/// What was met since something was forgotten last. Rows hold it, since the texts of their names
/// are here: nothing in it moves or changes but the numbers of articles.
class NamesMet::Kept {
public:
    /// Whether it is to be forgotten: some 100,000 names take 8 MB.
    bool is_full() const {
        return lines_ > most_lines || articles_ == std::numeric_limits<std::uint32_t>::max();
    }

    /// Lets memory fetch what is kept of names: first their slots, then what these lead to.
    void fetch_slot(std::uint64_t hash) const { __builtin_prefetch(&slots_[hash & mask()]); }
    void fetch(std::uint64_t hash) const {
        const auto& slot = slots_[hash & mask()];
        if (slot.met != 0) __builtin_prefetch(&at(slot.met));
    }

    /// The names of an article; hashes are those of its entities.
    std::vector<ShownName> names_of(const Article& article, const std::uint64_t* hash,
                                    const AliasTable& aliases) {
        std::vector<ShownName> names;
        names.reserve(article.entities.size());
        ++articles_;
        for (const auto& entity : article.entities) {
            const auto here = *hash++;
            if (entity.mentions == 0) continue;
            const auto& met = this->met(entity, here, aliases);
            if (met.id > 0 && std::exchange(at(met.first).article, articles_) != articles_)
                names.push_back(met.name());
        }
        return names;
    }

private:
    static constexpr std::size_t lines_of_chunk = 1024;  // 64 KB
    static constexpr std::size_t most_lines = 1U << 17U;
    static constexpr std::size_t fewest_slots = 1U << 10U;

    /// Of a table with open slots, a power of two of them and at least two for each name.
    struct Slot {
        std::uint32_t tag = 0;  ///< of the hash
        LineNumber met = 0;     ///< 0 for an open slot
    };

    std::size_t mask() const { return slots_.size() - 1; }
    Met& at(LineNumber place) const {
        return *std::launder(
            reinterpret_cast<Met*>(&chunks_[place / lines_of_chunk][place % lines_of_chunk]));
    }

    /// The slot of a name, or the open one where it belongs.
    Slot& slot_for(std::uint64_t hash, const Entity& entity) {
        for (auto i = hash & mask();; i = (i + 1) & mask()) {
            auto& slot = slots_[i];
            if (slot.met == 0) return slot;
            if (slot.tag != tag_of(hash)) continue;
            const auto& met = at(slot.met);
            if (met.type == entity.type && met.written_text() == entity.name) return slot;
        }
    }

    const Met& met(const Entity& entity, std::uint64_t hash, const AliasTable& aliases) {
        if (const auto& slot = slot_for(hash, entity); slot.met != 0) return at(slot.met);
        if (2 * (hashes_.size() + 1) > slots_.size()) grow();
        const auto place = keep(entity, known_name(aliases, entity));
        slot_for(hash, entity) = {tag_of(hash), place};
        hashes_.emplace_back(hash, place);
        return at(place);
    }

    void grow() {
        slots_.assign(2 * slots_.size(), {});
        for (const auto& [hash, place] : hashes_) {
            auto i = hash & mask();
            while (slots_[i].met != 0) i = (i + 1) & mask();
            slots_[i] = {tag_of(hash), place};
        }
    }

    LineNumber keep(const Entity& entity, const std::optional<KnownName>& name) {
        const std::string_view written = entity.name;
        const std::string_view id = name ? std::string_view(name->id) : std::string_view();
        const std::string_view label =
            name && name->label != written ? std::string_view(name->label) : std::string_view();
        const auto size = [](std::string_view text) {
            return static_cast<std::uint32_t>(text.size());
        };
        const auto place = room_for(sizeof(Met) + written.size() + id.size() + label.size());
        auto* met = new (&chunks_[place / lines_of_chunk][place % lines_of_chunk])
            Met{0, place, size(written), size(id), size(label), entity.type};
        char* to = reinterpret_cast<char*>(met + 1);
        for (const auto text : {written, id, label}) to = std::copy(text.begin(), text.end(), to);
        if (!id.empty()) met->first = first_of_id_.emplace(met->name().id, place).first->second;
        return place;
    }

    LineNumber room_for(std::size_t bytes) {
        const auto lines = (bytes + sizeof(Line) - 1) / sizeof(Line);
        if (chunks_.empty() || used_ + lines > lines_of_chunk) {
            used_ = chunks_.empty() ? 1 : 0;  // the zeroth is nobody's
            chunks_.push_back(std::make_unique<Line[]>(std::max(used_ + lines, lines_of_chunk)));
        }
        lines_ += lines;
        const auto place = (chunks_.size() - 1) * lines_of_chunk + used_;
        used_ = std::min(used_ + lines, lines_of_chunk);
        return static_cast<LineNumber>(place);
    }

    std::vector<std::unique_ptr<Line[]>> chunks_;
    std::size_t used_ = 0;   ///< lines of the last chunk
    std::size_t lines_ = 0;  ///< of all
    std::vector<Slot> slots_ = std::vector<Slot>(fewest_slots);
    std::vector<std::pair<std::uint64_t, LineNumber>> hashes_;
    std::unordered_map<std::string_view, LineNumber> first_of_id_;
    std::uint32_t articles_ = 0;  ///< whose names were asked for
};

NamesMet::NamesMet(const AliasTable& aliases)
    : aliases_(aliases), kept_(std::make_shared<Kept>()) {}
NamesMet::~NamesMet() = default;

void NamesMet::name(std::span<ResultRow> rows) const {
    constexpr std::size_t together = 16;  // whose names the nearest cache can hold
    while (!rows.empty()) {
        const auto some = rows.first(std::min(together, rows.size()));
        name_some(some);
        rows = rows.subspan(some.size());
    }
}

void NamesMet::name_some(std::span<ResultRow> rows) const {
    std::size_t count = 0;
    for (const auto& row : rows) count += row.article.entities.size();
    std::vector<std::uint64_t> hashes;
    hashes.reserve(count);
    for (const auto& row : rows) {
        for (const auto& entity : row.article.entities) hashes.push_back(hash_of(entity));
    }
    const std::lock_guard lock(mutex_);
    for (const auto hash : hashes) kept_->fetch_slot(hash);
    for (const auto hash : hashes) kept_->fetch(hash);
    const auto* hash = hashes.data();
    for (auto& row : rows) {
        if (kept_->is_full()) kept_ = std::make_shared<Kept>();
        row.names = {kept_->names_of(row.article, hash, aliases_), kept_};
        hash += row.article.entities.size();
    }
}

}  // namespace archive
