// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/id_order.h"

#include "tests/support/small_archive.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

using namespace archive;

namespace {

/// A column of ids and its order on disk.
struct Ordered {
    explicit Ordered(const std::vector<std::string>& texts) {
        for (const auto& text : texts) ids.emplace_back(text);
        write_column(path, order_of_ids(ids));
    }
    IdOrder order() const { return {path, static_cast<std::uint32_t>(ids.size() - 1)}; }
    std::optional<Docid> find(std::string_view id) const { return order().find(id, ids); }

    tests::TemporaryFolder folder;
    std::string path = folder.path() + "/ids.order";
    std::vector<IdBytes> ids{IdBytes{}};
};

std::string hashed(std::size_t number) {
    Article article;
    article.provenance.path = "/news/" + std::to_string(number);
    return article_id(article);
}

}  // namespace

TEST_CASE("each article is found by its id, and none by the id of another archive") {
    for (const std::size_t count : {0U, 1U, 2U, 3U, 64U, 5000U}) {
        CAPTURE(count);
        std::vector<std::string> texts;
        for (std::size_t i = 0; i < count; ++i) texts.push_back(hashed(i));
        const Ordered ordered(texts);
        const auto order = ordered.order();
        for (std::size_t i = 0; i < count; ++i)
            CHECK(order.find(texts[i], ordered.ids) == static_cast<Docid>(i + 1));
        for (std::size_t i = count; i < 2 * count + 9; ++i)
            CHECK_FALSE(order.find(hashed(i), ordered.ids));
    }
}

TEST_CASE("ids that are no hashes are found like any other") {
    const auto seed = std::random_device{}();
    CAPTURE(seed);
    std::mt19937 random(seed);
    std::vector<std::string> texts;
    for (int i = 0; i < 1000; ++i) texts.push_back("article" + std::to_string(1'000'000 + i * i));
    for (int i = 0; i < 300; ++i) texts.push_back("z" + std::to_string(i));
    for (int i = 0; i < 300; ++i) texts.push_back("\xC3\xA9" + std::to_string(i));
    std::shuffle(texts.begin(), texts.end(), random);
    const Ordered ordered(texts);
    for (std::size_t i = 0; i < texts.size(); ++i)
        CHECK(ordered.find(texts[i]) == static_cast<Docid>(i + 1));
    for (const char* other : {"article", "article1000002", "z", "\xC3\xA9", "\xFF", "0"})
        CHECK_FALSE(ordered.find(other));
}

TEST_CASE("an id is the whole of it, and nothing is nobody's") {
    const Ordered ordered({"b3k7q2m9x4t1c8va", "", "b3k7"});
    CHECK(ordered.find("b3k7q2m9x4t1c8va") == 1U);
    CHECK(ordered.find("b3k7") == 3U);
    for (const std::string& other :
         {std::string("b3k7q2m9x4t1c8vab"), std::string("b3k7q2m9x4t1c8v"), std::string(),
          std::string("B3K7Q2M9X4T1C8VA"), std::string("b3k7\0", 5), std::string("\0", 1)}) {
        CAPTURE(other);
        CHECK_FALSE(ordered.find(other));
    }
}
