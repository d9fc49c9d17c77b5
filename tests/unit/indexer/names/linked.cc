// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/unit/indexer/names/linked.h"

#include "indexer/names/quotations.h"

#include <algorithm>

namespace tests {

using namespace indexer;
using archive::AliasTable;

namespace {

NameType type_of_mark(char letter) {
    switch (letter) {
        case 'p': return NameType::person;
        case 'o': return NameType::org;
        case 'l': return NameType::place;
        default: return NameType::other;
    }
}

/// A few words that English writes in small letters.
const NameLists& few_lists() {
    static const NameLists lists = [] {
        NameLists some;
        some.add_ordinary("warns\nharbour\nduchess\nthe\nport\nword\n");
        some.add_names("FN\tAnn\nHN\tLee\nHN\tJordan\nCI\tHouston\nTI\tminister\n", "words");
        return some;
    }();
    return lists;
}

}  // namespace

MarkedArticle::MarkedArticle(std::string_view marked) {
    zone(archive::ZoneKind::body, marked);
}

MarkedArticle& MarkedArticle::zone(archive::ZoneKind kind, std::string_view marked) {
    const auto number = static_cast<std::uint32_t>(article.zones.size());
    std::string text;
    Mark mark;
    for (std::size_t at = 0; at < marked.size(); ++at) {
        if (marked[at] == '{') {
            mark = {number, static_cast<std::uint32_t>(text.size()), 0,
                    type_of_mark(marked[at + 1])};
            at += 2;
        } else if (marked[at] == '}') {
            mark.end = static_cast<std::uint32_t>(text.size());
            marks_.push_back(mark);
        } else {
            text += marked[at];
        }
    }
    article.zones.push_back({kind, text});
    return *this;
}

LinkedNames MarkedArticle::linked(const AliasTable* own) {
    text_.read(article, AliasTable::shipped());
    std::vector<NameSpan> spans;
    std::size_t mark = 0;
    for (const auto& sentence : text_.sentences()) {
        NameSpan span;
        for (auto at = sentence.begin; at < sentence.end; ++at) {
            while (
                mark < marks_.size()
                && (marks_[mark].zone < sentence.zone
                    || (marks_[mark].zone == sentence.zone && marks_[mark].end <= text_[at].begin)))
                ++mark;
            const bool inside = mark < marks_.size() && marks_[mark].zone == sentence.zone
                                && text_[at].begin >= marks_[mark].begin;
            if (!inside) continue;
            if (text_[at].begin == marks_[mark].begin) {
                span = {at, at, marks_[mark].type};
                spans.push_back(span);
            }
            if (!spans.empty()) spans.back().end = at + 1;
        }
    }
    NameLinker linker(AliasTable::shipped(), own, KnownWords(&few_lists()));
    return linker.link(article, text_, spans);
}

std::string MarkedArticle::names(const AliasTable* own) {
    const auto found = linked(own);
    std::string shown;
    for (std::uint32_t i = 0; i < found.names.size(); ++i) {
        std::string mentions;
        for (const auto& mention : found.mentions) {
            if (mention.name != i) continue;
            mentions += mentions.empty() ? "" : ", ";
            mentions += text_.between(mention.begin, mention.end);
            if (mention.role != archive::NameRole::body)
                mentions += " (" + std::string(archive::name(mention.role)) + ")";
        }
        if (mentions.empty()) continue;
        shown += (shown.empty() ? "" : " | ") + found.names[i].name + ": " + mentions;
    }
    return shown;
}

std::string MarkedArticle::types() {
    const auto found = linked(nullptr);
    std::string shown;
    for (std::uint32_t i = 0; i < found.names.size(); ++i) {
        const bool mentioned =
            std::any_of(found.mentions.begin(), found.mentions.end(),
                        [i](const LinkedMention& mention) { return mention.name == i; });
        if (mentioned)
            shown += (shown.empty() ? "" : ", ") + std::string(archive::name(found.names[i].type));
    }
    return shown;
}

std::string MarkedArticle::quotes() {
    std::string shown;
    for (const auto& quote : find_quotations(text_, linked(nullptr))) {
        shown += shown.empty() ? "" : "\n";
        shown += quote.speaker.empty() ? "nobody" : quote.speaker;
        if (!quote.via.empty()) shown += " via " + quote.via;
        shown += ": " + article.zones[quote.zone].text.substr(quote.begin, quote.end - quote.begin);
    }
    return shown;
}

}  // namespace tests
