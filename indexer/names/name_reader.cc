// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/names/name_reader.h"

#include "indexer/names/name_files.h"
#include "indexer/names/quotations.h"

#include <algorithm>
#include <filesystem>
#include <string>
#include <unordered_map>
#include <utility>

namespace indexer {

namespace {

using archive::AliasTable;
using archive::Article;
using archive::Entity;

constexpr std::uint32_t unset = NameDraft::nobody;

const NameLists* lists_of(const NameKnowledge& knowledge) {
    const auto* const tagger = knowledge.tagger("en");
    return tagger == nullptr ? nullptr : &tagger->lists();
}

}  // namespace

NameKnowledge::NameKnowledge(const archive::Settings& settings) {
    if (settings.flag("entities.tagger")) tagger_ = tagger_for(settings);
    const auto path = archive::alias_file(settings);
    if (path.empty()) return;
    auto own = AliasTable::read_over({}, path, &problems_);
    if (!own) {
        problems_.push_back(own.error());
        return;
    }
    own_ = std::move(*own);
    if (auto all = AliasTable::read_over(AliasTable::shipped(), path)) aliases_ = std::move(*all);
    for (auto& problem : problems_) problem.where = path + ", " + problem.where;
}

NameReader::NameReader(const NameKnowledge& knowledge)
    : knowledge_(knowledge),
      linker_(AliasTable::shipped(), &knowledge.own(), KnownWords(lists_of(knowledge))),
      plain_linker_(AliasTable::shipped(), nullptr, KnownWords(), KnownRows::places) {}

/// Takes off what an earlier reading found.
void NameReader::keep_given(Article& article) const {
    article.quotes.clear();
    auto& entities = article.entities;
    entities.erase(std::remove_if(entities.begin(), entities.end(),
                                  [](const Entity& entity) { return entity.found; }),
                   entities.end());
    for (auto& entity : entities) {
        entity.mentions = 1;
        entity.named_at.clear();
    }
}

void NameReader::put_names(Article& article, const LinkedNames& linked) const {
    std::vector<std::uint32_t> entity_of(linked.names.size(), unset);
    std::unordered_map<std::string, std::uint32_t> by_key;
    auto& entities = article.entities;
    for (std::uint32_t i = 0; i < entities.size(); ++i)
        by_key.try_emplace(archive::name_key(entities[i].type, entities[i].name), i);
    for (const auto& mention : linked.mentions) {
        auto& number = entity_of[mention.name];
        if (number == unset) {
            const auto& name = linked.names[mention.name];
            const auto key = archive::name_key(name.type, name.name);
            number =
                by_key.try_emplace(key, static_cast<std::uint32_t>(entities.size())).first->second;
            if (number == entities.size()) entities.push_back({name.type, name.name, 0, {}, true});
        }
        auto& entity = entities[number];
        if (archive::in_the_story(mention.role)) ++entity.mentions;
        entity.named_at.push_back({text_.sentence_of(mention.begin).zone,
                                   text_[mention.begin].begin, text_[mention.end - 1].end(),
                                   mention.role});
    }
}

void NameReader::read(Article& article) {
    keep_given(article);
    text_.read(article, AliasTable::shipped());
    const auto* const tagger = knowledge_.tagger(article.language);
    if (tagger == nullptr) {
        put_names(article, plain_linker_.link(article, text_, {}));
        return;
    }
    words_.clear();
    for (const auto& sentence : text_.sentences()) {
        for (auto at = sentence.begin; at < sentence.end; ++at)
            words_.words.push_back(text_[at].text);
        words_.end_sentence();
    }
    const auto spans = spans_of(tagger->all_labels(words_, buffers_));
    const auto linked = linker_.link(article, text_, spans);
    put_names(article, linked);
    article.quotes = find_quotations(text_, linked);
}

}  // namespace indexer
