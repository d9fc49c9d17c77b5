// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/page_head_lines.h"

#include "archive/base/fold.h"
#include "archive/base/limits.h"
#include "archive/base/text.h"
#include "indexer/analysis/bylines.h"
#include "indexer/analysis/datelines.h"
#include "indexer/extract/header_lines.h"
#include "indexer/extract/line_shape.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace indexer {

namespace {

using archive::Zone;
using archive::ZoneKind;

constexpr std::size_t most_lines = 6;  // above the story
constexpr std::size_t longest_line = 160;

bool is_byline(std::string_view line) {
    constexpr std::size_t longest = 100;
    return line.size() < longest && byline_opening(line) > 0 && !ends_sentence(line)
           && !authors_in(line).empty();
}

bool like_headline(std::string_view line) {
    constexpr std::size_t fewest = 3;
    constexpr std::size_t most = 28;
    const auto words = word_count(line);
    const bool asks = !line.empty() && (line.back() == '?' || line.back() == '!');
    constexpr std::string_view no_beginning = "[]<>|/-*_#&.,:;)+=";
    return words >= fewest && words <= most && (!ends_sentence(line) || asks) && !begins_lower(line)
           && no_beginning.find(line.front()) == std::string_view::npos;
}

/// "Staff writer" below a byline.
bool is_role(std::string_view line) {
    constexpr std::size_t most = 5;
    return word_count(line) <= most && !ends_sentence(line) && authors_in(line).empty();
}

/// What the lines above a story are.
class HeadLines {
public:
    HeadLines(const PageMetadata& metadata, archive::Article& article)
        : article_(article), tag_(archive::folded_words(metadata.title_tag)) {
        titled_ = !metadata.linked.headline.empty() || !metadata.first_of({"og:title"}).empty();
    }

    /// Whether the page states a headline, or its lines told one.
    bool titled() const { return titled_ || found_; }

    /// The kinds of the first lines; shorter than `lines` where the story begins.
    std::vector<ZoneKind> kinds(const std::vector<std::string_view>& lines) {
        std::vector<ZoneKind> kinds;
        for (std::size_t at = 0; at < lines.size() && at < most_lines; ++at) {
            const auto line = lines[at];
            if (line.size() > longest_line || find_dateline(line)) break;
            const bool below_byline = at > 0 && kinds.back() == ZoneKind::byline;
            if (is_byline(line)) {
                take_byline(line);
                kinds.push_back(ZoneKind::byline);
            } else if (is_date_line(line)) {
                kinds.push_back(ZoneKind::header);
            } else if (is_headline(lines, at)) {
                take_headline(line);
                kinds.push_back(ZoneKind::headline);
            } else if (below_byline && is_role(line)) {
                kinds.push_back(ZoneKind::header);
            } else {
                break;
            }
        }
        return kinds;
    }

private:
    /// What the title tag says too, or what stands right above a byline, a day or a dateline.
    bool is_headline(const std::vector<std::string_view>& lines, std::size_t at) const {
        if (titled_ || found_ || !like_headline(lines[at]) || at + 1 >= lines.size()) return false;
        const std::string key = archive::folded_words(lines[at]);
        if (!key.empty() && tag_.find(key) != std::string::npos) return true;
        const auto next = lines[at + 1];
        return is_byline(next) || is_date_line(next) || find_dateline(next).has_value();
    }

    void take_headline(std::string_view line) {
        article_.title = archive::cut(line, archive::limits::title_bytes);
        article_.title_basis = archive::TitleBasis::text;
        found_ = true;
    }

    void take_byline(std::string_view line) {
        if (!article_.byline.empty()) return;
        article_.byline = line;
        article_.authors = authors_in(line);
    }

    archive::Article& article_;
    std::string tag_;  ///< the title tag, folded
    bool titled_ = false;
    bool found_ = false;
};

/// "Quay closed until spring" of "The Coast | News | Quay closed until spring": the longest part of
/// the title tag that the page shows above its story.
void take_part_of_tag(const PageMetadata& metadata, archive::Article& article) {
    std::string above;
    for (const auto& zone : article.zones) {
        if (zone.kind == ZoneKind::body) break;
        if (zone.kind == ZoneKind::furniture) above += zone.text + '\n';
    }
    std::string_view best;
    std::string_view rest = metadata.title_tag;
    while (!rest.empty()) {
        std::size_t end = rest.size();
        std::size_t next = rest.size();
        for (const std::string_view separator : {" | ", " - ", " – ", " — ", " :: ", " » ", ": "}) {
            const auto at = rest.find(separator);
            if (at >= end) continue;
            end = at;
            next = at + separator.size();
        }
        const auto part = archive::trimmed(rest.substr(0, end));
        if (part.size() > best.size() && like_headline(part)
            && above.find(part) != std::string::npos) {
            best = part;
        }
        rest.remove_prefix(next);
    }
    if (best.empty() || best.size() == metadata.title_tag.size()) return;
    article.title = archive::cut(best, archive::limits::title_bytes);
    article.title_basis = archive::TitleBasis::text;
}

}  // namespace

void part_head_lines(const PageMetadata& metadata, archive::Article& article) {
    const auto body = std::find_if(article.zones.begin(), article.zones.end(),
                                   [](const Zone& zone) { return zone.kind == ZoneKind::body; });
    if (body == article.zones.end()) return;
    const std::string text = std::move(body->text);
    const auto lines = archive::split(text, '\n');
    HeadLines head(metadata, article);
    const auto kinds = head.kinds(lines);
    std::vector<Zone> parted;
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        parted.push_back({kinds[i], std::string(lines[i])});
    }
    std::string rest;
    for (std::size_t i = kinds.size(); i < lines.size(); ++i) {
        if (i > kinds.size()) rest += '\n';
        rest += lines[i];
    }
    if (!head.titled()) take_part_of_tag(metadata, article);
    if (rest.empty()) {  // a page of such lines only
        body->text = text;
        return;
    }
    body->text = std::move(rest);
    article.zones.insert(body, parted.begin(), parted.end());
}

}  // namespace indexer
