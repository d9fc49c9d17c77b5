// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/name_positions.h"

#include "archive/base/text.h"
#include "archive/index/terms.h"

#include <algorithm>
#include <tuple>

namespace archive {

namespace {

/// A shorter last word alone is no mention: "un", "bo", "ii".
constexpr std::size_t shortest_surname = 3;

/// Names of one article that are looked for by their words.
constexpr std::size_t most_spelled = 256;

std::vector<std::string> plain_words(std::string_view text) {
    std::vector<std::string> words;
    for_each_word(text, [&](const Word& word) {
        if (word.span == 1) words.emplace_back(word.text);
    });
    return words;
}

/// Where the text of a zone repeats the title.
struct TitlePlace {
    int zone = -1;
    std::uint32_t begin = 0;
};

TitlePlace place_of_title(const Article& article) {
    for (std::size_t i = 0; i < article.zones.size(); ++i) {
        const auto at =
            article.title.empty() ? std::string::npos : article.zones[i].text.find(article.title);
        if (at != std::string::npos) return {static_cast<int>(i), static_cast<std::uint32_t>(at)};
    }
    return {};
}

}  // namespace

NamePositions::NamePositions(const Article& article) {
    for (const auto& entity : article.entities) {
        if (entity.mentions == 0) continue;
        bool in_text = false;
        for (const auto& mention : entity.named_at) {
            if (!in_the_story(mention.role)) continue;
            in_text = true;
            mentions_.push_back(
                {entity.type, static_cast<int>(mention.zone), mention.begin, mention.end});
        }
        if (!in_text) add_spelled(entity);
    }
    sort_mentions();
}

NamePositions NamePositions::of_title(const Article& article) {
    NamePositions names(article);
    const auto title = place_of_title(article);
    const auto end = title.begin + article.title.size();
    std::erase_if(names.mentions_, [&](const Mentioned& mention) {
        return title.zone < 0 || mention.zone != title.zone || mention.begin < title.begin
               || mention.end > end;
    });
    for (auto& mention : names.mentions_) {
        mention.zone = -1;
        mention.begin -= title.begin;
        mention.end -= title.begin;
    }
    return names;
}

void NamePositions::add_spelled(const Entity& entity) {
    const auto add = [&](std::vector<std::string> words) {
        if (words.empty() || spelled_.size() >= most_spelled) return;
        by_first_word_[words.front()].push_back(spelled_.size());
        spelled_.push_back({entity.type, std::move(words)});
    };
    const auto words = plain_words(entity.name);
    add(words);
    if (entity.type == EntityType::person && words.size() > 1
        && code_points(words.back()) >= shortest_surname)
        add({words.back()});
}

void NamePositions::sort_mentions() {
    std::sort(mentions_.begin(), mentions_.end(),
              [](const Mentioned& left, const Mentioned& right) {
                  return std::tie(left.zone, left.begin, left.end)
                         < std::tie(right.zone, right.begin, right.end);
              });
}

void NamePositions::restart() {
    next_ = 0;
    open_.clear();
    spelling_.clear();
    named_.clear();
}

void NamePositions::meet(const PlacedToken& token, int zone) {
    if (token.span > 1) return;  // over words that were met
    meet_mentions(token, zone);
    meet_spelled(token);
}

void NamePositions::meet_border() {
    for (const auto& [number, words] : open_) named_.push_back({mentions_[number].type, words});
    open_.clear();
    spelling_.clear();
}

void NamePositions::meet_mentions(const PlacedToken& token, int zone) {
    std::size_t kept = 0;
    for (auto open : open_) {
        if (token.begin < mentions_[open.number].end) {
            open.words.last = token.position + 1;
            open_[kept++] = open;
        } else {
            named_.push_back({mentions_[open.number].type, open.words});
        }
    }
    open_.resize(kept, {});
    for (; next_ < mentions_.size(); ++next_) {
        const auto& mention = mentions_[next_];
        if (mention.zone > zone || (mention.zone == zone && mention.begin >= token.end)) break;
        if (mention.zone == zone && mention.end > token.begin)
            open_.push_back({next_, {token.position, token.position + 1}});
    }
}

void NamePositions::meet_spelled(const PlacedToken& token) {
    if (spelled_.empty()) return;
    std::size_t kept = 0;
    const auto meet = [&](Open open) {
        const auto& words = spelled_[open.number].words;
        const auto met = open.words.last - open.words.first;
        if (words[met] != token.text) return;
        ++open.words.last;
        if (met + 1 < words.size())
            spelling_[kept++] = open;
        else
            named_.push_back({spelled_[open.number].type, open.words});
    };
    const auto begins = by_first_word_.find(std::string(token.text));
    if (begins != by_first_word_.end()) {
        for (const auto number : begins->second)
            spelling_.push_back({number, {token.position, token.position}});
    }
    for (std::size_t at = 0; at < spelling_.size(); ++at) meet(spelling_[at]);
    spelling_.resize(kept, {});
}

}  // namespace archive
