// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/html_titles.h"

#include "archive/base/fold.h"
#include "archive/base/limits.h"
#include "archive/base/text.h"
#include "indexer/extract/html_outlet.h"

#include <algorithm>
#include <array>

namespace indexer {

namespace {

using archive::TitleBasis;

/// What parts a headline from the outlet's name.
constexpr std::array<std::string_view, 14> separators{
    " | ", " - ", " – ", " — ", " · ", " » ", " :: ", " • ", " « ", "｜", "|", " / ", " ‹ ", ": "};

/// A headline and the separator at which its last part begins.
struct Parted {
    std::string_view head;
    std::string_view tail;
};

Parted parted_last(std::string_view title) {
    std::size_t best = std::string_view::npos;
    std::size_t length = 0;
    for (const auto separator : separators) {
        if (separator == ": ") continue;
        const auto at = title.rfind(separator);
        if (at != std::string_view::npos && (best == std::string_view::npos || at > best)) {
            best = at;
            length = separator.size();
        }
    }
    if (best == std::string_view::npos) return {title, {}};
    return {archive::trimmed(title.substr(0, best)), archive::trimmed(title.substr(best + length))};
}

/// The headlines a page gives, each without the outlet's name.
class Headlines {
public:
    Headlines(const PageMetadata& metadata, std::string_view url) : outlet_(metadata, url) {
        const auto meta =
            metadata.first_of({"og:title", "parsely-title", "sailthru.title", "twitter:title",
                               "dc.title", "dcterms.title", "headline", "citation_title"});
        linked = metadata.linked.headline;
        stated = plain_text(meta);
        shown = metadata.h1;
        tag = metadata.title_tag;
        const std::array<std::string, 4> keys{
            archive::folded_words(linked), archive::folded_words(stated),
            archive::folded_words(shown), archive::folded_words(tag)};
        for (auto* title : {&linked, &stated, &tag}) shorten(*title, keys);
    }

    std::string linked;  ///< JSON-LD
    std::string stated;  ///< og:title and other meta names
    std::string shown;   ///< the h1
    std::string tag;     ///< <title>

private:
    /// Takes parts off the end while they are the outlet's name, or what is left is another
    /// headline of the page.
    void shorten(std::string& title, const std::array<std::string, 4>& keys) const {
        constexpr int most_parts = 3;
        std::string_view rest = title;
        for (int part = 0; part < most_parts; ++part) {
            const auto [head, tail] = parted_last(rest);
            if (tail.empty() || head.empty()) break;
            const auto key = archive::folded_words(head);
            const bool known =
                !key.empty() && std::find(keys.begin(), keys.end(), key) != keys.end();
            if (!known && !outlet_.is(tail)) break;
            rest = head;
        }
        if (rest.size() < title.size()) title = std::string(rest);
    }

    Outlet outlet_;
};

/// Whether the text ends with a mark behind which a headline begins: "Storm in Westhaven: ".
bool ends_kicker(std::string_view text) {
    return std::any_of(separators.begin(), separators.end(), [&](std::string_view separator) {
        const auto mark = archive::trimmed(separator);
        const auto before = archive::trimmed(text);
        return before.size() > mark.size() && before.substr(before.size() - mark.size()) == mark;
    });
}

/// What two headlines end with when only the kickers in front differ: "Coast: Ferry saved by a
/// vote" and "Referendum - Ferry saved by a vote"; empty otherwise.
std::string without_kickers(std::string_view one, std::string_view other) {
    constexpr std::size_t fewest_words = 4;
    std::size_t same = 0;
    while (same < one.size() && same < other.size()
           && one[one.size() - 1 - same] == other[other.size() - 1 - same]) {
        ++same;
    }
    if (same == one.size() || same == other.size()) return {};
    auto rest = one.substr(one.size() - same);
    while (!rest.empty() && (static_cast<unsigned char>(rest.front()) & 0xC0U) == 0x80U) {
        rest.remove_prefix(1);
    }
    const auto headline = archive::trimmed(rest);
    const auto offset = headline.size();
    if (!ends_kicker(one.substr(0, one.size() - offset))
        || !ends_kicker(other.substr(0, other.size() - offset))) {
        return {};
    }
    const auto words = archive::split(headline, ' ').size();
    return words >= fewest_words ? std::string(headline) : std::string();
}

struct Choice {
    std::string text;
    TitleBasis basis = TitleBasis::none;
};

Choice best_of(const Headlines& headlines) {
    const auto key = archive::folded_words(headlines.linked);
    const auto stated_key = archive::folded_words(headlines.stated);
    const auto shown_key = archive::folded_words(headlines.shown);
    if (!key.empty()) {
        // JSON-LD as in the title tag, og:title as in the h1: the first is for search engines
        const bool for_engines = key == archive::folded_words(headlines.tag) && !stated_key.empty()
                                 && stated_key == shown_key && stated_key != key;
        if (for_engines) return {headlines.stated, TitleBasis::meta};
        return {headlines.linked, TitleBasis::jsonld};
    }
    auto headline = without_kickers(headlines.stated, headlines.shown);
    if (!headline.empty()) return {std::move(headline), TitleBasis::meta};
    if (!stated_key.empty()) return {headlines.stated, TitleBasis::meta};
    if (!shown_key.empty()) return {headlines.shown, TitleBasis::h1};
    return {headlines.tag, TitleBasis::meta};
}

}  // namespace

void put_title(const PageMetadata& metadata, std::string_view url, archive::Article& article) {
    auto choice = best_of(Headlines(metadata, url));
    if (choice.text.empty()) return;
    article.title = archive::cut(choice.text, archive::limits::title_bytes);
    article.title_basis = choice.basis;
}

std::vector<std::string> all_titles(const PageMetadata& metadata, const archive::Article& article) {
    const Headlines headlines(metadata, article.url);
    std::vector<std::string> titles;
    std::vector<std::string> seen;
    for (const std::string_view title :
         {std::string_view(article.title), std::string_view(headlines.linked),
          std::string_view(headlines.stated), std::string_view(headlines.shown)}) {
        std::string text = plain_text(title);
        std::string key = archive::folded_words(text);
        if (key.empty() || std::find(seen.begin(), seen.end(), key) != seen.end()) continue;
        seen.push_back(std::move(key));
        titles.push_back(std::move(text));
    }
    return titles;
}

}  // namespace indexer
