// SPDX-License-Identifier: GPL-2.0-or-later
// claims.h - Which of several records an article is, and so what a revision adds, changes and
// removes.
//
// Two records of one id are one article: the higher version, else the later by path, member and
// record, whatever the order of the runs. The others are duplicates, and one of them takes its
// place when it vanishes. Where the record that counts takes the article back, the archive does not
// show it, in this run and in later ones.
#pragma once

#include "archive/index/id_map.h"
#include "archive/index/ledger.h"
#include "archive/index/spool.h"
#include "indexer/file_work.h"

#include <map>
#include <memory>
#include <string>
#include <unordered_set>
#include <vector>

namespace indexer {

/// What becomes of the articles of files that changed.
struct Settlement {
    std::vector<archive::SpooledArticle> articles;  ///< to be written: new or changed
    std::vector<archive::IdBytes> fresh;  ///< those of them that were not in the archive before
    std::vector<std::string> gone;  ///< ids that no record claims any more, or that one takes back
    std::vector<std::string>
        reread;  ///< files whose records come forward: read them again, then settle anew
};

/// Works it out from the ledger before, the new entries of changed files with their articles, and
/// the paths that vanished. A path of `works` replaces its entry in `before`.
Settlement settle(const archive::LedgerFiles& before,
                  const std::map<std::string, std::shared_ptr<FileWork>>& works,
                  const std::unordered_set<std::string>& vanished);

/// How the records of a ledger count: for each, in the order of the files and of the records in
/// them, whether it is the article of its id. Some 100 ns a record.
std::vector<bool> winners(const archive::LedgerFiles& files);

}  // namespace indexer
