// SPDX-License-Identifier: GPL-2.0-or-later
// Whatever the text and whatever a tagger says of it, mentions lie in their zones in order, names
// have keys, and quotations have speakers that are keys.
#include "archive/base/text.h"
#include "indexer/names/name_linker.h"
#include "indexer/names/quotations.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace indexer;

void require(bool holds) {
    if (!holds) std::abort();
}

/// Names of one to four words, by the bits of the labels.
std::vector<NameSpan> spans_by(std::string_view labels, const NameText& text) {
    std::vector<NameSpan> spans;
    if (labels.empty()) return spans;
    std::size_t at = 0;
    for (const auto& sentence : text.sentences()) {
        for (auto begin = sentence.begin; begin < sentence.end; ++begin) {
            const auto label = static_cast<unsigned char>(labels[at++ % labels.size()]);
            if ((label & 1U) == 0) continue;
            const auto end = std::min(sentence.end, begin + 1 + (label >> 3U & 3U));
            spans.push_back({begin, end, static_cast<NameType>(label >> 1U & 3U)});
            begin = end - 1;
        }
    }
    return spans;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view input(reinterpret_cast<const char*>(bytes), size);
    const auto labels = input.substr(0, input.size() / 4);
    const auto text = archive::to_valid_utf8(input.substr(labels.size()));
    archive::Article article;
    for (const auto part : archive::split(text, '\f')) {
        const auto kind = static_cast<archive::ZoneKind>(part.size() % archive::zone_kinds);
        article.zones.push_back({kind, std::string(part)});
    }
    const auto& known = archive::AliasTable::shipped();
    NameText words;
    words.read(article, known);
    NameLinker linker(known, nullptr, KnownWords());
    const auto linked = linker.link(article, words, spans_by(labels, words));
    std::uint32_t end = 0;
    for (const auto& mention : linked.mentions) {
        require(mention.begin >= end && mention.end > mention.begin);
        require(mention.end <= words.tokens().size());
        require(words[mention.begin].sentence == words[mention.end - 1].sentence);
        require(mention.name < linked.names.size());
        end = mention.end;
    }
    for (const auto& name : linked.names) require(!archive::name_key(name.type, name.name).empty());
    for (const auto& quote : find_quotations(words, linked)) {
        require(quote.zone < article.zones.size());
        require(quote.begin < quote.end && quote.end <= article.zones[quote.zone].text.size());
        require(quote.speaker.empty() == (quote.basis == archive::QuoteBasis::none));
    }
    return 0;
}
