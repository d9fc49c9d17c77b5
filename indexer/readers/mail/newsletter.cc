// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/mail/newsletter.h"

#include "archive/base/text.h"
#include "archive/index/identity.h"
#include "indexer/extract/page_source.h"
#include "indexer/extract/page_text.h"
#include "indexer/extract/page_tree.h"
#include "indexer/readers/exports/page_lines.h"
#include "indexer/readers/exports/press_document.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace indexer {

namespace {

struct Heading {
    int node = -1;
    std::string title;
    std::string url;
};

/// The address of the link that a heading is, or holds.
std::string link_of(const PageTree& page, int heading) {
    for (int at = heading; at < page.node(heading).end; ++at) {
        if (page.node(at).tag != Tag::a) continue;
        const auto url = archive::trimmed(page.attribute(at, "href"));
        if (!archive::canonical_url(url).empty()) return std::string(url);
    }
    for (int at = page.node(heading).parent; at >= 0; at = page.node(at).parent) {
        if (page.node(at).tag != Tag::a) continue;
        const auto url = archive::trimmed(page.attribute(at, "href"));
        if (!archive::canonical_url(url).empty()) return std::string(url);
    }
    return {};
}

/// The headings of one kind; nothing when one of them has no link of its own.
std::vector<Heading> linked_headings(const PageTree& page, Tag tag) {
    constexpr std::size_t fewest = 3;
    constexpr std::size_t most = 200;
    std::vector<Heading> headings;
    for (int at = 0; at < page.size(); ++at) {
        if (page.node(at).tag != tag) continue;
        Heading heading{at, text_inside(page, at), link_of(page, at)};
        if (heading.title.empty()) continue;
        const bool repeated =
            std::any_of(headings.begin(), headings.end(),
                        [&](const Heading& other) { return other.url == heading.url; });
        if (heading.url.empty() || repeated || headings.size() >= most) return {};
        headings.push_back(std::move(heading));
    }
    if (headings.size() < fewest) headings.clear();
    return headings;
}

/// Where the part of the page ends that belongs to the last heading: with the widest element around
/// it that holds no other, or, where all are neighbours, before an element of a kind that does not
/// stand between the others.
int end_of_last(const PageTree& page, const std::vector<Heading>& headings) {
    const int last = headings.back().node;
    const int before = headings[headings.size() - 2].node;
    int around = last;
    for (int up = page.node(last).parent; up >= 0 && !page.inside(before, up);
         up = page.node(up).parent) {
        around = up;
    }
    if (around != last || page.node(around).parent < 0) return page.node(around).end;
    std::vector<Tag> usual{Tag::text};
    const auto is_usual = [&](int node) {
        return std::find(usual.begin(), usual.end(), page.node(node).tag) != usual.end();
    };
    const int first = headings.front().node;
    for (int at = page.node(first).next; at >= 0 && at < last; at = page.node(at).next) {
        if (!is_usual(at)) usual.push_back(page.node(at).tag);
    }
    int end = page.node(last).end;
    for (int at = page.node(last).next; at >= 0 && is_usual(at); at = page.node(at).next) {
        end = page.node(at).end;
    }
    return end;
}

}  // namespace

std::optional<Digest> digest_of(std::string_view html) {
    constexpr std::size_t shortest_text = 60;
    constexpr std::array kinds{Tag::h1, Tag::h2, Tag::h3, Tag::h4};
    if (look_over(html).too_costly()) return std::nullopt;
    const PageTree page(html);
    for (const Tag kind : kinds) {
        const auto headings = linked_headings(page, kind);
        if (headings.empty()) continue;
        Digest digest;
        std::size_t of_items = 0;
        bool sure = true;
        const int last = end_of_last(page, headings);
        for (std::size_t i = 0; i < headings.size(); ++i) {
            const int end = i + 1 < headings.size() ? headings[i + 1].node : last;
            DigestItem item{headings[i].title, headings[i].url,
                            page_lines_between(page, page.node(headings[i].node).end, end)};
            sure = sure && item.text.size() >= shortest_text;
            of_items += item.title.size() + item.text.size();
            digest.items.push_back(std::move(item));
        }
        digest.above = page_lines_between(page, page.body(), headings.front().node);
        digest.below = page_lines_between(page, last, page.size());
        const std::size_t around = digest.above.size() + digest.below.size();
        if (sure && of_items > around) return digest;
    }
    return std::nullopt;
}

}  // namespace indexer
