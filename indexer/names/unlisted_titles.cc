// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/names/unlisted_titles.h"

#include "archive/base/fold.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_set>

namespace indexer {

namespace {

/// Whether the first word may be a title: nobody is called so, and a first name stands behind it,
/// and more behind that.
bool may_have_title(const NameText& text, const KnownWords& words, const NameDraft& draft) {
    constexpr std::uint32_t fewest_tokens = 3;
    if (draft.type != NameType::person || draft.alias != nullptr
        || draft.end - draft.begin < fewest_tokens)
        return false;
    const auto first = text[draft.begin].low;
    return !words.names_people(first) && !leading_surname(first)
           && words.first_name(text[draft.begin + 1].low);
}

std::string without_first(const NameText& text, const NameDraft& draft) {
    return archive::folded_words(text.between(draft.begin + 1, draft.end));
}

}  // namespace

void drop_unlisted_titles(const NameText& text, const KnownWords& words,
                          std::vector<NameDraft>& drafts) {
    // Few articles have a name that may have one.
    const bool any = std::any_of(drafts.begin(), drafts.end(), [&](const NameDraft& draft) {
        return may_have_title(text, words, draft);
    });
    if (!any) return;
    std::unordered_set<std::string_view> people;
    for (const auto& draft : drafts) {
        if (draft.type == NameType::person) people.insert(draft.folded);
    }
    std::unordered_set<std::string_view> titles;
    for (const auto& draft : drafts) {
        if (may_have_title(text, words, draft) && people.contains(without_first(text, draft)))
            titles.insert(text[draft.begin].low);
    }
    if (titles.empty()) return;
    for (auto& draft : drafts) {
        if (!may_have_title(text, words, draft) || !titles.contains(text[draft.begin].low))
            continue;
        ++draft.begin;
        draft.folded = archive::folded_words(text.between(draft.begin, draft.end));
    }
}

}  // namespace indexer
