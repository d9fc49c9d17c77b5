// SPDX-License-Identifier: GPL-2.0-or-later
// second_reading.h - Reads articles again in the light of their source, before they are published.
//
//   first reading (one article)  ->  spool, with notes  ->  second reading (all of a source)
//
// Some things no article says of itself: which of its lines stand in every article of the source,
// which language a headline of two words is in, whether 03/04/2024 is in March, whether the folder
// it lies in tells its day. A run notes them while it reads, and judges when it has read all that
// it will publish together; so the order of files does not count. What earlier runs noted lies
// beside the ledger (archive/index/source_facts.h); what they published is read again on rebuild
// only.
#pragma once

#include "archive/index/source_facts.h"
#include "archive/index/spool.h"
#include "indexer/names/name_reader.h"

#include <functional>
#include <vector>

namespace indexer {

/// What the first reading gives the second: puts an article into the spool with its notes. `filed`
/// is the part of its path that may say when it appeared. Any thread. Throws Failure.
archive::SpooledArticle spooled_with_notes(archive::Spool& spool, const archive::Article& article,
                                           std::string_view filed);

/// Judges all sources of `articles` and puts what changes anew into the spool, with `jobs` threads.
/// `fresh` says which articles are new to the archive: only they are counted. `found` gets what
/// each source adds to what is known of it, in no order of names. Names are read again, with
/// `names`, where the text changed. Throws Failure.
void read_again(std::vector<archive::SpooledArticle>& articles, archive::Spool& spool,
                const archive::SourceRecords& earlier,
                const std::function<bool(const archive::SpooledArticle&)>& fresh,
                const std::function<void(const archive::SourceFacts&)>& found,
                const NameKnowledge& names, unsigned jobs);

}  // namespace indexer
