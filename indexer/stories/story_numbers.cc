// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/stories/story_numbers.h"

#include <algorithm>
#include <tuple>

namespace indexer {

using archive::GroupNumber;
using archive::GroupRecord;

namespace {

bool older(const StoryNumbers::Constituent& left, const StoryNumbers::Constituent& right) {
    const auto key = [](const StoryNumbers::Constituent& part) {
        return std::make_tuple(part.since, part.number == 0, part.number, part.undated, part.day,
                               std::string_view(part.id));
    };
    return key(left) < key(right);
}

}  // namespace

StoryNumbers::StoryNumbers(const archive::Snapshot* last, const archive::EarlierStories* earlier)
    : earlier_(earlier) {
    if (last != nullptr) groups_.assign(last->stories().begin(), last->stories().end());
    if (groups_.empty()) groups_.emplace_back();
    for (const auto& group : groups_) {
        if (group.articles > 0) names_.insert(group.id);
    }
    if (earlier_ == nullptr) return;
    for (const auto& [article, story] : earlier_->of_article) names_.insert(story.id);
}

StoryNumbers::Constituent StoryNumbers::constituent(GroupNumber number) const {
    const auto& group = groups_[number];
    return {group.since, number, false, 0, std::string(group.id_text())};
}

bool StoryNumbers::recall(const std::string& article, std::vector<Constituent>& parts) {
    if (earlier_ == nullptr) return false;
    const auto* const found = earlier_->of_article.find(article);
    if (found == nullptr) return false;
    const auto& story = *found;
    const std::string id(story.id.characters.data(), story.id.characters.size());
    if (recalled_.contains(story.id)) return false;  // another part of it has come first
    const auto here = std::find_if(parts.begin(), parts.end(), [&](const Constituent& part) {
        return part.number == 0 && part.id == id && part.since == story.since;
    });
    if (here != parts.end())
        here->recalled = true;
    else
        parts.push_back({story.since, 0, false, 0, id, true});
    return true;
}

GroupNumber StoryNumbers::add(const Constituent& part, GroupNumber into) {
    groups_.push_back({archive::IdBytes(part.id), part.since, 0, into});
    const auto number = static_cast<GroupNumber>(groups_.size() - 1);
    recalled_.emplace(groups_.back().id, number);
    if (into == 0) names_.insert(groups_.back().id);
    return number;
}

const StoryNumbers::Constituent& StoryNumbers::oldest(const std::vector<Constituent>& parts) const {
    const auto named_already = [&](const Constituent& part) {
        return part.number == 0 && !part.recalled && names_.contains(archive::IdBytes(part.id));
    };
    return *std::min_element(parts.begin(), parts.end(), [&](const auto& left, const auto& right) {
        const bool after = named_already(left);
        return after == named_already(right) ? older(left, right) : !after;
    });
}

GroupNumber StoryNumbers::number(const std::vector<Constituent>& parts) {
    const auto& first = oldest(parts);
    const auto number = first.number != 0 ? first.number : add(first, 0);
    for (const auto& part : parts) {
        if (part.recalled && &part != &first) add(part, number);
        if (part.number == 0 || part.number == number) continue;
        groups_[part.number].into = number;
        resize(part.number, 0);
    }
    return number;
}

void StoryNumbers::keep_merged() {
    if (earlier_ == nullptr) return;
    for (const auto& [old, target] : earlier_->merged) {
        const auto found = recalled_.find(target);
        if (found == recalled_.end() || recalled_.contains(old)) continue;
        groups_.push_back({old, 0, 0, found->second});
    }
}

}  // namespace indexer
