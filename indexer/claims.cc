// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/claims.h"

#include <cstddef>
#include <set>

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

using Affected = archive::IdMap<Sides>;

void put_forward(Claim& best, const Claim& claim) {
    if (!best || archive::outranks(*claim.file, *claim.record, *best.file, *best.record)) {
        best = claim;
    }
}

/// The ids that the changed and vanished files speak of, before or after.
Affected affected_ids(const archive::LedgerFiles& before,
                      const std::map<std::string, std::shared_ptr<FileWork>>& works,
                      const std::unordered_set<std::string>& vanished) {
    Affected affected;
    const auto add = [&](const LedgerFile& file) {
        for (const auto& record : file.records) affected.place(record.id);
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
            auto* const sides = affected.find(record.id);
            if (sides == nullptr) continue;
            put_forward(sides->before, {&file, &record, nullptr});
            if (stays) put_forward(sides->after, {&file, &record, nullptr});
        }
    }
    for (const auto& [path, work] : works) {
        for (std::size_t i = 0; i < work->entry.records.size(); ++i) {
            const auto& record = work->entry.records[i];
            const bool at_hand = i < work->spooled.size() && !work->spooled[i].id.empty();
            put_forward(affected.find(record.id)->after,
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
            if (!shows(old)) settlement.fresh.push_back(id);
        } else {
            reread.insert(now.file->path);
        }
    }
    settlement.reread.assign(reread.begin(), reread.end());
    return settlement;
}

std::vector<bool> winners(const archive::LedgerFiles& files) {
    struct Holder {
        Claim claim;
        std::size_t number = 0;  ///< of its record
    };
    archive::IdMap<Holder> best;
    std::vector<bool> won;
    for (const auto& [path, file] : files) {
        for (const auto& record : file.records) {
            const auto number = won.size();
            won.push_back(true);
            auto& holder = best.place(record.id);
            const auto& [held, before] = holder;
            if (held && !archive::outranks(file, record, *held.file, *held.record)) {
                won[number] = false;
                continue;
            }
            if (held) won[before] = false;
            holder = {{&file, &record, nullptr}, number};
        }
    }
    return won;
}

}  // namespace indexer
