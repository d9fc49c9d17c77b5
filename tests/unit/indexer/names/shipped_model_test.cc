// SPDX-License-Identifier: GPL-2.0-or-later
// How often the shipped model is right on sentences of our own: a floor under the figures of
// docs/names.md, which are measured on text that cannot be shipped.
#include "archive/base/text.h"
#include "indexer/names/training/score.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <string_view>

using namespace indexer;

namespace {

/// Articles parted by empty lines; a name is in square brackets behind its type.
constexpr std::string_view marked = R"(
[LOC OSLO] , March 3 - The [ORG Harbour Workers ' Union] said on Tuesday it would strike unless [ORG Nordline Shipping Ltd.] raised wages .
" We have waited for a year , " union leader [PER Ingrid Solheim] told reporters in [LOC Bergen] .
[PER Solheim] , who took over from [PER Lars Dahl] last spring , said members in [LOC Stavanger] and [LOC Trondheim] backed the strike .
[ORG Nordline] , which employs 4,000 people , declined to comment .
Shares of [ORG Nordline] fell 3 percent in early trading .

President [PER Amara Okafor] of [LOC Nigeria] met Prime Minister [PER Kenji Watanabe] of [LOC Japan] in [LOC Geneva] on Monday to discuss trade .
The two leaders signed an agreement on fishing , the [ORG Foreign Ministry] in [LOC Tokyo] said .
[PER Watanabe] will travel to [LOC Lagos] in June , according to his office .
Officials of the [ORG World Bank] and the [ORG International Monetary Fund] attended the talks .
[PER Okafor] said the [LOC United States] had not been invited .

Police in [LOC Mombasa] , [LOC Kenya] , arrested two men on Friday after a fire at a warehouse near the port .
The fire killed three workers , said [PER Joseph Mwangi] , a spokesman for the [ORG Kenya Red Cross] .
[PER Mwangi] said the dead had not been identified .
The owner , a company based in [LOC Dubai] , could not be reached .
Rain was expected in the region by Sunday .

Judge [PER Helen Marsh] of the [ORG U.S. District Court] in [LOC Boston] ruled on Wednesday that the state of [LOC Massachusetts] must pay .
Lawyers for [ORG Acme Chemical Corp.] said they would appeal .
" This is a sad day , " said attorney [PER Robert T. Quinn] , who represented the company .
The case began in 2004 , when residents of [LOC Springfield] sued .
[PER Quinn] has 30 days to appeal , [PER Marsh] wrote .

The [ORG University of Leeds] appointed Professor [PER Priya Raman] as head of its school of history .
She studied in [LOC Delhi] and at [ORG Cambridge University] , and wrote four books about [LOC India] .
Before that she worked for the [ORG BBC] in [LOC London] .
[PER Raman] succeeds Sir [PER Edward Cole] , who retires in July .
Her first lecture will be about the [LOC Ganges] .

Troops of the [ORG United Nations] entered the town of [LOC Karwana] in eastern [LOC Congo] on Thursday , the [ORG U.N.] said .
General [PER Paulo Mendes] , who commands the force , said rebels had fled towards [LOC Rwanda] .
The [ORG Security Council] will meet in [LOC New York] next week .
Aid groups such as [ORG Doctors Without Borders] asked for safe roads .
" People are hungry , " [PER Mendes] said .
)";

LabelledArticle article_of(std::string_view text) {
    LabelledArticle article;
    for (const auto line : archive::split(text, '\n')) {
        NameSpan name;
        bool inside = false;
        for (auto word : archive::split(line, ' ')) {
            const auto at = static_cast<std::uint32_t>(article.words.size());
            if (word.empty()) continue;
            if (word[0] == '[') {
                name.begin = at;
                name.type = word == "[PER"   ? NameType::person
                            : word == "[ORG" ? NameType::org
                                             : NameType::place;
                inside = true;
                continue;
            }
            const bool last = inside && word.ends_with(']');
            if (last) word.remove_suffix(1);
            article.words.emplace_back(word);
            article.labels.push_back(outside);
            if (last) {
                name.end = at + 1;
                put_span(article.labels, name);
                inside = false;
            }
        }
        const auto end = static_cast<std::uint32_t>(article.words.size());
        if (end != (article.ends.empty() ? 0 : article.ends.back())) article.ends.push_back(end);
    }
    return article;
}

std::vector<LabelledArticle> own_articles() {
    std::vector<LabelledArticle> articles;
    for (std::string_view rest = marked.substr(1); !rest.empty();) {
        const auto end = rest.find("\n\n");
        articles.push_back(article_of(rest.substr(0, end)));
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 2);
    }
    return articles;
}

const NameTagger& shipped() {
    static const NameTagger tagger =
        NameTagger::read("config/models/names.model", "config/gazetteer");
    return tagger;
}

}  // namespace

TEST_CASE("the shipped model finds most names of our own news sentences, and few that are none") {
    const auto articles = own_articles();
    REQUIRE(articles.size() == 6);
    const auto result = score(shipped(), articles);
    INFO(to_text(result));
    const auto tally = result.shown();
    CHECK(tally.right + tally.missed == 59);
    CHECK(tally.f1() >= 90);
}

TEST_CASE("the shipped model takes at most ten megabytes") {
    CHECK(std::filesystem::file_size("config/models/names.model") <= 10'000'000);
}

TEST_CASE("in title case and in capitals the shipped model still finds most of them") {
    auto titled = own_articles();
    auto shouted = own_articles();
    for (auto& article : titled) {
        std::uint32_t begin = 0;
        for (const auto end : article.ends) {
            put_in_title_case(article, begin, end);
            begin = end;
        }
    }
    for (auto& article : shouted)
        put_in_capitals(article, 0, static_cast<std::uint32_t>(article.words.size()));
    const auto in_titles = score(shipped(), titled);
    const auto in_capitals = score(shipped(), shouted);
    INFO(to_text(in_titles));
    INFO(to_text(in_capitals));
    CHECK(in_titles.shown().f1() >= 85);
    CHECK(in_capitals.shown().f1() >= 85);
}
