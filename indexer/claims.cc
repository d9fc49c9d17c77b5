// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/claims.h"

#include "archive/base/files.h"

#include <cstddef>
#include <cstdint>
#include <set>
#include <string_view>
#include <unordered_map>

namespace indexer {

namespace {

using archive::LedgerFile;
using archive::LedgerRecord;

/// A record that says it is an article.
struct Claim {
    const LedgerFile* file = nullptr;
    const LedgerRecord* record = nullptr;
    const archive::SpooledArticle* article = nullptr;  ///< null when it was not read in this run

    explicit operator bool() const { return record != nullptr; }
};

/// Whether the best claim makes the archive show the article.
bool shows(const Claim& best) {
    return best && !best.record->withdraws();
}

struct Sides {
    Claim before;
    Claim after;
};

using Affected = std::unordered_map<std::string_view, Sides>;

void put_forward(Claim& best, const Claim& claim) {
    if (!best || archive::outranks(*claim.file, *claim.record, *best.file, *best.record)) {
        best = claim;
    }
}

/// Which claim is the best of its id. An archive has as many ids as articles and each is asked for
/// once: an array of slots instead of a map, whose nodes would lie all over the memory.
class BestClaims {
public:
    static constexpr std::size_t none = SIZE_MAX;

    /// For so many claims at most.
    explicit BestClaims(std::size_t claims) {
        std::size_t slots = 16;
        while (slots < claims * 2) slots *= 2;
        slots_.resize(slots);
    }

    /// Where the number of the best claim to the id of `number` stands; `none` before the first.
    std::size_t& slot(const std::vector<Claim>& claims, std::size_t number) {
        const std::string_view id = claims[number].record->id;
        const auto hash = archive::checksum_of(id);
        const std::size_t mask = slots_.size() - 1;
        for (std::size_t at = hash & mask;; at = (at + 1) & mask) {
            auto& slot = slots_[at];
            if (slot.best == none) slot.hash = hash;
            if (slot.best == none || (slot.hash == hash && claims[slot.best].record->id == id))
                return slot.best;
        }
    }

private:
    struct Slot {
        std::uint64_t hash = 0;
        std::size_t best = none;
    };
    std::vector<Slot> slots_;
};

/// The ids that the changed and vanished files speak of, before or after.
Affected affected_ids(const archive::LedgerFiles& before,
                      const std::map<std::string, std::shared_ptr<FileWork>>& works,
                      const std::unordered_set<std::string>& vanished) {
    Affected affected;
    const auto add = [&](const LedgerFile& file) {
        for (const auto& record : file.records) affected.try_emplace(record.id);
    };
    for (const auto& [path, work] : works) {
        add(work->entry);
        if (const auto old = before.find(path); old != before.end()) add(old->second);
    }
    for (const auto& path : vanished) {
        if (const auto old = before.find(path); old != before.end()) add(old->second);
    }
    return affected;
}

}  // namespace

Settlement settle(const archive::LedgerFiles& before,
                  const std::map<std::string, std::shared_ptr<FileWork>>& works,
                  const std::unordered_set<std::string>& vanished) {
    Affected affected = affected_ids(before, works, vanished);
    for (const auto& [path, file] : before) {
        const bool stays = !works.contains(path) && !vanished.contains(path);
        for (const auto& record : file.records) {
            const auto found = affected.find(record.id);
            if (found == affected.end()) continue;
            put_forward(found->second.before, {&file, &record, nullptr});
            if (stays) put_forward(found->second.after, {&file, &record, nullptr});
        }
    }
    for (const auto& [path, work] : works) {
        for (std::size_t i = 0; i < work->entry.records.size(); ++i) {
            const auto& record = work->entry.records[i];
            const bool at_hand = i < work->spooled.size() && !work->spooled[i].id.empty();
            put_forward(affected.find(record.id)->second.after,
                        {&work->entry, &record, at_hand ? &work->spooled[i] : nullptr});
        }
    }

    Settlement settlement;
    std::set<std::string> reread;
    for (const auto& [id, sides] : affected) {
        const auto& [old, now] = sides;
        if (!shows(now)) {
            if (shows(old)) settlement.gone.emplace_back(id);
        } else if (shows(old) && old.record->content == now.record->content) {
            continue;  // the same article, wherever its record stands now
        } else if (now.article != nullptr) {
            settlement.articles.push_back(*now.article);
            if (!shows(old)) settlement.fresh.emplace_back(id);
        } else {
            reread.insert(now.file->path);
        }
    }
    settlement.reread.assign(reread.begin(), reread.end());
    return settlement;
}

std::vector<bool> winners(const archive::LedgerFiles& files) {
    std::vector<Claim> claims;
    for (const auto& [path, file] : files) {
        for (const auto& record : file.records) claims.push_back({&file, &record, nullptr});
    }
    std::vector<bool> won(claims.size());
    BestClaims best(claims.size());
    for (std::size_t number = 0; number < claims.size(); ++number) {
        auto& holder = best.slot(claims, number);
        if (holder != BestClaims::none) {
            const auto &mine = claims[number], &other = claims[holder];
            if (!archive::outranks(*mine.file, *mine.record, *other.file, *other.record)) continue;
            won[holder] = false;
        }
        holder = number;
        won[number] = true;
    }
    return won;
}

}  // namespace indexer
