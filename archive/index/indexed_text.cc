// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/indexed_text.h"

#include "archive/base/limits.h"
#include "archive/base/text.h"
#include "archive/index/terms.h"
#include "archive/index/tokens.h"

#include <algorithm>

namespace archive {

namespace {

constexpr std::uint8_t headline_weight = 5;
constexpr std::uint8_t other_title_weight = 2;
constexpr std::uint8_t standfirst_weight = 3;

/// Whether the title is words of the text, put where a headline is missing.
bool title_is_borrowed(const Article& article) {
    return article.title_basis == TitleBasis::lead || article.title_basis == TitleBasis::standfirst;
}

bool holds(const Zone& zone, ZoneKind kind, std::string_view text) {
    return zone.kind == kind && trimmed(zone.text) == trimmed(text);
}

bool has_zone(const Article& article, ZoneKind kind, std::string_view text) {
    return std::any_of(article.zones.begin(), article.zones.end(),
                       [&](const Zone& zone) { return holds(zone, kind, text); });
}

/// Weighs zones; the first one that holds the title is the headline, the others are other titles.
class Scales {
public:
    explicit Scales(const Article& article) : article_(article) {}

    std::uint8_t weight(const Zone& zone) {
        switch (zone.kind) {
            case ZoneKind::headline: return headline(zone);
            case ZoneKind::standfirst: return standfirst_weight;
            case ZoneKind::furniture:
            case ZoneKind::header: return 0;
            case ZoneKind::body:
            case ZoneKind::caption:
            case ZoneKind::byline:
            case ZoneKind::dateline:
            case ZoneKind::credit: return 1;
        }
        return 1;
    }
    void found_headline() { found_ = true; }

private:
    std::uint8_t headline(const Zone& zone) {
        if (title_is_borrowed(article_)) return 1;
        const bool is_it =
            !found_ && (article_.title.empty() || holds(zone, ZoneKind::headline, article_.title));
        found_ = found_ || is_it;
        return is_it ? headline_weight : other_title_weight;
    }

    const Article& article_;
    bool found_ = false;
};

std::vector<IndexedZone> all_zones(const Article& article) {
    std::vector<IndexedZone> zones;
    zones.reserve(article.zones.size() + 2);
    Scales scales(article);
    if (!trimmed(article.title).empty() && !title_is_borrowed(article)
        && !has_zone(article, ZoneKind::headline, article.title)) {
        zones.push_back({ZoneKind::headline, article.title, headline_weight});
        scales.found_headline();
    }
    if (!trimmed(article.standfirst).empty()
        && !has_zone(article, ZoneKind::standfirst, article.standfirst))
        zones.push_back({ZoneKind::standfirst, article.standfirst, standfirst_weight});
    for (std::size_t i = 0; i < article.zones.size(); ++i) {
        const auto& zone = article.zones[i];
        if (zone.kind == ZoneKind::header) continue;
        zones.push_back({zone.kind, zone.text, scales.weight(zone), static_cast<int>(i)});
    }
    return zones;
}

/// Walks the paragraphs of zones and counts positions.
class Reading {
public:
    explicit Reading(const std::function<void(const PlacedToken&)>& sink) : sink_(sink) {}

    void read(const IndexedZone& zone, std::size_t number) {
        token_ = PlacedToken{};
        token_.zone = number;
        border(TokenKind::zone, zone_gap);
        bool words_before = false;
        for (std::size_t begin = 0; begin < zone.text.size();) {
            const auto end = std::min(zone.text.find('\n', begin), zone.text.size());
            bool words = false;
            const auto offset = static_cast<std::uint32_t>(begin);
            for_each_word(zone.text.substr(begin, end - begin), [&](const Word& word) {
                if (!words && words_before) border(TokenKind::paragraph, paragraph_gap);
                words = true;
                hand_over(word, offset);
            });
            words_before = words_before || words;
            begin = end + 1;
        }
    }

    void read_part(const IndexedZone& zone, std::size_t number, std::size_t begin, std::size_t end,
                   std::uint32_t& position) {
        token_.zone = number;
        position_ = position;
        for_each_word(zone.text.substr(begin, end - begin), [&](const Word& word) {
            hand_over(word, static_cast<std::uint32_t>(begin));
        });
        position = position_;
    }

private:
    void border(TokenKind kind, std::uint32_t gap) {
        if (words_since_border_) position_ += gap;
        words_since_border_ = false;
        token_.kind = kind;
        token_.text = {};
        token_.position = position_;
        token_.span = 1;
        token_.capitals = false;
        token_.begin = token_.end = 0;
        sink_(token_);
    }

    void hand_over(const Word& word, std::uint32_t offset) {
        token_.kind = word.span == 1 ? TokenKind::word : TokenKind::joined;
        token_.text = word.text;
        token_.position = word.span == 1 ? position_++ : position_ - word.span;
        token_.span = word.span;
        token_.capitals = word.capitals;
        token_.begin = word.begin + offset;
        token_.end = word.end + offset;
        words_since_border_ = true;
        sink_(token_);
    }

    const std::function<void(const PlacedToken&)>& sink_;
    PlacedToken token_;
    std::uint32_t position_ = 0;
    bool words_since_border_ = false;
};

}  // namespace

std::vector<IndexedZone> indexed_zones(const Article& article) {
    auto zones = all_zones(article);
    std::size_t left = limits::indexed_bytes;
    for (std::size_t i = 0; i < zones.size(); ++i) {
        if (zones[i].text.size() <= left) {
            left -= zones[i].text.size();
            continue;
        }
        zones[i].text = cut(zones[i].text, left);
        zones[i].cut = true;
        zones.resize(i + 1);
    }
    return zones;
}

void for_each_token(const std::vector<IndexedZone>& zones,
                    const std::function<void(const PlacedToken&)>& sink) {
    Reading reading(sink);
    for (std::size_t i = 0; i < zones.size(); ++i) reading.read(zones[i], i);
}

void for_each_token_in(const IndexedZone& zone, std::size_t number, std::size_t begin,
                       std::size_t end, std::uint32_t& position,
                       const std::function<void(const PlacedToken&)>& sink) {
    Reading(sink).read_part(zone, number, begin, end, position);
}

}  // namespace archive
