// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/random_articles.h"

#include <array>

namespace tests {

namespace {

constexpr std::array vocabulary{"ferry", "harbour", "strike",  "mayor", "valley",
                                "bells", "island",  "storm",   "crane", "election",
                                "river", "defence", "lantern", "us",    "quay"};
constexpr std::array sources{"Harbour Times", "Daily Gull", "Wendle Echo", ""};

/// A word as an article writes it: some "us" are the country.
std::string written_word(std::mt19937& random) {
    auto word = random_word(random);
    return word == "us" && random() % 2 == 0 ? "US" : word;
}

/// A field that some random articles have.
std::string random_presence(std::mt19937& random) {
    constexpr std::array fields{"person", "place", "source", "date", "headline", "org"};
    return fields[random() % fields.size()];
}

std::string random_clause(std::mt19937& random) {
    const auto word = [&] { return random_word(random); };
    switch (random() % 26) {
        case 0: return "\"" + word() + " " + word() + "\"";
        case 1: return "-" + word();
        case 2: return "(" + word() + " OR " + word() + ")";
        case 3: return "headline:" + word();
        case 4: return "body:" + word();
        case 5: return "date:" + std::to_string(2018 + random() % 4);
        case 6: return "source:\"Daily Gull\"";
        case 7: return "person:\"Ann Lee\"";
        case 8: return "certainty:inferred";
        case 9: return "(\"" + word() + " " + word() + "\" OR date:2019)";
        case 10: return word() + " NEAR/4 " + word() + " SAME " + word();
        case 11:
            return "(" + word() + " OR " + word() + ") ADJ/9 \"" + word() + " " + word() + "\"~3";
        case 12: return "atleast2:" + word();
        case 13: return "@person SAME " + word();
        case 14: return "-\"" + word() + " " + word() + "\"";
        case 15: return "said:(" + word() + " -" + word() + ")";
        case 16: return "said:\"Ann Lee\" (" + word() + " OR \"" + word() + " " + word() + "\")";
        case 17: return "-said:" + word();
        case 18: return word() + " NEAR/3 @place";
        case 19: return "headline:US";
        case 20: return "has:" + random_presence(random);
        case 21: return "lacks:" + random_presence(random);
        case 22:
            return "(has:" + random_presence(random) + " OR " + word()
                   + " -lacks:" + random_presence(random) + ")";
        case 23:
            return "(id:x" + std::to_string(random() % 100) + "y0000000000000 OR " + word() + ")";
        default: return word();
    }
}

/// The article with a few stretches of its body quoted, of Ann Lee, another or nobody.
archive::Article quoting(archive::Article article, std::mt19937& random) {
    constexpr std::array speakers{"person ann lee", "person bo chu", ""};
    const std::uint32_t zone = article.title.empty() ? 0 : 1;
    const auto size = article.zones[zone].text.size();
    for (std::size_t at = random() % 60; at + 40 < size; at += 60 + random() % 60) {
        const auto begin = static_cast<std::uint32_t>(at);
        const auto end = static_cast<std::uint32_t>(at + 10 + random() % 30);
        article.quotes.push_back({zone, begin, end, speakers[random() % speakers.size()], "", "",
                                  archive::QuoteBasis::verb_after, 90});
    }
    return article;
}

/// The article with a few words of its body told to name Ann Lee, or Porthaven.
archive::Article naming(archive::Article article, std::mt19937& random) {
    const std::uint32_t zone = article.title.empty() ? 0 : 1;
    const auto& text = article.zones[zone].text;
    for (auto& entity : article.entities) {
        for (std::size_t at = random() % 80; at < text.size() && random() % 4 != 0;) {
            const auto begin = text.find_last_of(" \n", at) + 1;
            const auto end = text.find_first_of(" \n", at + random() % 12);
            if (end == std::string::npos || begin >= end) break;
            const auto lines = text.find('\n', begin);
            if (lines < end) break;
            entity.named_at.push_back({zone, static_cast<std::uint32_t>(begin),
                                       static_cast<std::uint32_t>(end), archive::NameRole::body});
            at = end + random() % 80;
        }
    }
    return article;
}

}  // namespace

std::string random_word(std::mt19937& random) {
    return vocabulary[random() % vocabulary.size()];
}

std::string random_query(std::mt19937& random) {
    std::string q;
    for (std::size_t clauses = random() % 4; clauses-- > 0;) q += random_clause(random) + " ";
    return q;
}

std::vector<archive::Article> random_articles(std::mt19937& random, std::size_t count, int from) {
    using archive::EntityType;
    const auto pick = [&](std::size_t below) { return random() % below; };
    std::vector<archive::Article> articles;
    for (std::size_t i = 0; i < count; ++i) {
        Written written;
        written.id = "x" + std::to_string(from + static_cast<int>(i)) + "y";
        for (std::size_t word = pick(4); word-- > 0;) written.title += written_word(random) + " ";
        for (std::size_t word = 3 + pick(30); word-- > 0;) {
            written.body += written_word(random);
            written.body += pick(8) == 0 ? "\n" : pick(6) == 0 ? "-" : " ";
        }
        written.body += random_word(random);
        if (pick(3) == 0)
            written.zones.push_back({archive::ZoneKind::furniture, random_word(random)});
        const auto year = std::to_string(2018 + pick(4));
        const auto month = std::to_string(10 + pick(3));
        switch (pick(5)) {
            case 0: break;
            case 1: written.date = year; break;
            case 2: written.date = year + "-" + month; break;
            default: written.date = year + "-" + month + "-" + std::to_string(10 + pick(19));
        }
        if (pick(4) == 0) written.certainty = archive::Certainty::inferred;
        written.source = sources[pick(sources.size())];
        if (pick(2) == 0) written.entities.push_back({EntityType::person, "Ann Lee", 1});
        if (pick(2) == 0) written.entities.push_back({EntityType::place, "Porthaven", 1});
        articles.push_back(naming(quoting(article_of(written), random), random));
    }
    return articles;
}

std::vector<std::vector<archive::Article>> random_segments(std::mt19937& random,
                                                           const std::vector<std::size_t>& sizes) {
    std::vector<std::vector<archive::Article>> segments;
    int from = 0;
    for (const auto size : sizes) {
        segments.push_back(random_articles(random, size, from));
        from += static_cast<int>(size);
    }
    return segments;
}

Kinship random_kinship(std::mt19937& random,
                       const std::vector<std::vector<archive::Article>>& segments) {
    Kinship kinship;
    const std::size_t groups = 1 + random() % 20;
    for (const auto& articles : segments) {
        for (const auto& article : articles) {
            Kin kin;
            if (random() % 2 == 0) {
                kin.story = "s" + std::to_string(random() % groups) + "y";
                kin.role = static_cast<archive::StoryRole>(1 + random() % 4);
            }
            if (random() % 3 == 0) kin.event = "e" + std::to_string(random() % groups) + "y";
            kinship[article.id] = kin;
        }
    }
    return kinship;
}

}  // namespace tests
