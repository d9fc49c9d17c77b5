// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/links.h"

#include "archive/base/error.h"
#include "archive/index/link_revision.h"
#include "tests/support/small_archive.h"

#include <doctest/doctest.h>

using namespace archive;
using tests::TemporaryFolder;

namespace {

GroupRecord group(std::string_view id, std::uint32_t articles, GroupNumber into = 0) {
    return {IdBytes(id), 100, articles, into};
}

}  // namespace

TEST_SUITE("links") {
    TEST_CASE("links read back as they were written") {
        const TemporaryFolder folder;
        const std::string path = folder.path() + "/links";
        const std::vector<ArticleLink> links{
            {}, {3, 0, StoryRole::earliest}, {}, {3, 7, StoryRole::copy}};
        write_links(path, links);
        const LinkColumns read(path, 3);
        for (std::size_t docid = 1; docid <= 3; ++docid) CHECK(read.link(docid) == links[docid]);
        std::vector<Docid> members;
        read.for_each_in_story(3, [&](Docid docid) { members.push_back(docid); });
        CHECK(members == std::vector<Docid>{1, 3});
        CHECK(read.fits(4, 8));
        CHECK_FALSE(read.fits(3, 8));
        CHECK_FALSE(read.fits(4, 7));
    }

    TEST_CASE("links of another number of documents are damage") {
        const TemporaryFolder folder;
        const std::string path = folder.path() + "/links";
        write_links(path, {{}, {1, 0, StoryRole::version}});
        CHECK_THROWS_AS(LinkColumns(path, 2), Failure);
        CHECK_THROWS_AS(LinkColumns(path, 0), Failure);
    }

    TEST_CASE("a segment without links answers none for every article") {
        const LinkColumns none;
        CHECK(none.link(5) == ArticleLink{});
        CHECK(none.fits(0, 0));
    }

    TEST_CASE("a merged group leads to the one it became, a dead one nowhere") {
        const std::vector<GroupRecord> groups{{},
                                              group("aaaaaaaaaaaaaaaa", 2),
                                              group("bbbbbbbbbbbbbbbb", 0, 1),
                                              group("cccccccccccccccc", 0, 2),
                                              group("dddddddddddddddd", 0)};
        CHECK(final_group(groups, 1) == 1);
        CHECK(final_group(groups, 3) == 1);
        CHECK(final_group(groups, 4) == 0);
        CHECK(final_group(groups, 9) == 0);
        CHECK(group_with_id(groups, "cccccccccccccccc") == 1);
        CHECK(group_with_id(groups, "dddddddddddddddd") == 0);
        CHECK(group_with_id(groups, "zzzzzzzzzzzzzzzz") == 0);
    }

    TEST_CASE("an id leads to the group of that name before what another of it was merged into") {
        const std::vector<GroupRecord> groups{{},
                                              group("aaaaaaaaaaaaaaaa", 2),
                                              group("bbbbbbbbbbbbbbbb", 0, 1),
                                              group("bbbbbbbbbbbbbbbb", 3)};
        CHECK(group_with_id(groups, "bbbbbbbbbbbbbbbb") == 3);
    }

    TEST_CASE("groups that lead to each other lead nowhere") {
        const std::vector<GroupRecord> groups{
            {}, group("aaaaaaaaaaaaaaaa", 0, 2), group("bbbbbbbbbbbbbbbb", 0, 1)};
        CHECK(final_group(groups, 1) == 0);
    }
}
