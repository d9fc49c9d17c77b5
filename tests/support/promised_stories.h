// SPDX-License-Identifier: GPL-2.0-or-later
// promised_stories.h - What docs/stories.md promises of the ids of stories, worked out one run
// after the other without any index.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace tests {

using Ids = std::set<std::string>;

/// When each article was first seen, by id; no two at once.
using FirstSeen = std::map<std::string, std::int64_t>;

class PromisedStories {
public:
    /// A run after which the stories have these articles, those alone included, in order of their
    /// least ids; `touched` were added, changed or taken away.
    void advance(const std::vector<Ids>& parts, const Ids& touched, const FirstSeen& first_seen);

    /// Whether an id leads to just these articles: the story of that id, else one that a story of
    /// that id was merged into; none when all of that are gone.
    bool leads(const std::string& id, const Ids& members) const;

    /// The id of the story with just these articles; that of the article when it was never
    /// anything but alone.
    std::string id(const Ids& members) const;

    /// All ids that were ever those of a story.
    Ids ids() const;

private:
    struct Story {
        std::string id;
        std::int64_t since = 0;
        Ids members;  ///< none: merged or gone
        std::optional<std::size_t> into;
    };

    static std::optional<std::size_t> heir(const Story& story, const std::vector<Ids>& parts,
                                           const Ids& touched, const FirstSeen& first_seen);
    bool named_already(const std::string& id) const;
    bool in_whole_story(const std::string& id, const std::vector<std::size_t>& kept,
                        const Ids& touched) const;
    void settle(const Ids& part, const std::vector<std::size_t>& kept, const Ids& touched,
                const FirstSeen& first_seen);

    std::vector<Story> stories_;
};

}  // namespace tests
