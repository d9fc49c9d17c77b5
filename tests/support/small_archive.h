// SPDX-License-Identifier: GPL-2.0-or-later
// small_archive.h - A small index in a folder of its own, for tests that search.
#pragma once

#include "archive/index/change_list.h"
#include "archive/model/article.h"
#include "archive/search/searcher.h"

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace tests {

/// An empty folder that goes with the object.
class TemporaryFolder {
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    const std::string& path() const { return path_; }

private:
    std::string path_;
};

/// An article as tests write one; `date` is "2024-11-30", "2024-11", "2024" or "" for undated.
struct Written {
    std::string id = {};  ///< filled up with '0' to 16 characters; given when empty
    std::string title = {};
    std::string body = {};  ///< paragraphs by '\n'
    std::string date = {};
    archive::Certainty certainty = archive::Certainty::stated;
    std::string source = {};
    std::vector<archive::Zone> zones = {};  ///< beside headline and body, after them
    std::vector<archive::Entity> entities = {};
    std::string language = "en";
    std::vector<std::string> authors = {};
    std::string section = {};
    std::vector<std::string> tags = {};
    std::string url = {};
    std::string standfirst = {};
    bool altered = false;    ///< its own wording shows it
    std::string story = {};  ///< id of the group, filled up as `id`; none when empty
    std::string event = {};
    archive::StoryRole role = archive::StoryRole::only;
};

/// What an article is to others; by the id of the article, as it was written.
struct Kin {
    std::string story = {}, event = {};  ///< ids of the groups; none when empty
    archive::StoryRole role = archive::StoryRole::only;
};
using Kinship = std::map<std::string, Kin>;

archive::Article article_of(const Written& written);

/// An index of some articles, one segment for each of the lists.
class SmallArchive {
public:
    explicit SmallArchive(const std::vector<Written>& articles);
    static SmallArchive of_segments(const std::vector<std::vector<archive::Article>>& segments,
                                    const Kinship& kinship = {});

    /// The folder of the index.
    const std::string& path() const { return folder_->path(); }

    /// Publishes a revision with one more segment.
    void add(const std::vector<archive::Article>& articles);

    /// Publishes a revision that no longer shows the articles.
    void remove(const std::vector<std::string>& ids);

    /// Publishes a revision in which the articles are kin as said, all others alone.
    void relate(const Kinship& kinship);

    /// Publishes a revision in which the story has become part of another.
    void merge_story(const std::string& story, const std::string& into);

    std::shared_ptr<const archive::Searcher> searcher() const;

private:
    SmallArchive();
    void note(const archive::ChangeList& changes);
    void publish();

    std::unique_ptr<TemporaryFolder> folder_;
    archive::Manifest manifest_;
    Kinship kinship_;
    std::map<std::string, std::string> merged_;  ///< stories by what they became
    int numbered_ = 0;
};

/// The request of a typed query, all else as it comes.
archive::SearchRequest asking(std::string_view q);

/// A deadline that does not come.
archive::Searcher::Deadline never();

/// The ids of the rows a query finds, without the '0's they were filled up with, in order.
std::vector<std::string> found(const archive::Searcher& searcher,
                               const archive::SearchRequest& request);
std::vector<std::string> found(const archive::Searcher& searcher, std::string_view q);

/// The same as a set: sorted.
std::vector<std::string> found_any_order(const archive::Searcher& searcher, std::string_view q);

/// Segments with marks in square brackets: "the [ferry] sank".
std::string shown(const std::vector<archive::TextSegment>& segments);

}  // namespace tests
