// SPDX-License-Identifier: GPL-2.0-or-later
// name_reader.h - Finds the names and quotations of an article: the step between its zones and the
// index.
//
//   zones -> sentences and words -> tagger -> alias table, linking, roles -> entities
//                                                                  \-> quotations
//
// Articles in a language without a model keep the entities of their metadata, and get the places
// that the alias table knows by their full names; they get no quotations.
#pragma once

#include "archive/base/error.h"
#include "archive/base/settings.h"
#include "archive/index/aliases.h"
#include "archive/model/article.h"
#include "indexer/names/name_linker.h"
#include "indexer/names/name_tagger.h"
#include "indexer/names/name_text.h"

#include <optional>
#include <string_view>
#include <vector>

namespace indexer {

/// All that is read once and shared by threads.
class NameKnowledge {
public:
    /// Nothing but the shipped table of aliases.
    NameKnowledge() = default;

    /// The tagger of the settings unless entities.tagger is off, and the user's aliases. Bad lines
    /// of these are in problems(). Throws Failure where the model or the lists can't be read.
    explicit NameKnowledge(const archive::Settings& settings);

    NameKnowledge(const NameKnowledge&) = delete;
    NameKnowledge& operator=(const NameKnowledge&) = delete;

    /// The tagger for a language (ISO 639-1); null when there is none.
    const NameTagger* tagger(std::string_view language) const {
        return tagger_ && language == "en" ? &*tagger_ : nullptr;
    }
    /// The rows of the user's file alone.
    const archive::AliasTable& own() const { return own_; }
    /// The shipped table with the user's rows over it: what ids are.
    const archive::AliasTable& aliases() const {
        return aliases_ ? *aliases_ : archive::AliasTable::shipped();
    }
    const std::vector<archive::Error>& problems() const { return problems_; }

private:
    std::optional<NameTagger> tagger_;
    archive::AliasTable own_;
    std::optional<archive::AliasTable> aliases_;
    std::vector<archive::Error> problems_;
};

/// Reads one article after the other; one a thread. The knowledge must outlive it.
class NameReader {
public:
    explicit NameReader(const NameKnowledge& knowledge);

    /// Fills Article::entities and Article::quotes; what an earlier reading found is replaced, what
    /// was given with the article stays. Time grows with the article's length alone.
    void read(archive::Article& article);

private:
    void keep_given(archive::Article& article) const;
    void put_names(archive::Article& article, const LinkedNames& linked) const;

    const NameKnowledge& knowledge_;
    NameText text_;
    TaggerBuffers buffers_;
    Sentences words_;
    NameLinker linker_;        ///< with the lists of the tagger
    NameLinker plain_linker_;  ///< without
};

}  // namespace indexer
