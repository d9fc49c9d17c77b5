// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/stories/relation.h"

#include "archive/index/shingles.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace indexer {

namespace {

/// Thresholds. docs/stories.md has the measurements behind them.
constexpr std::size_t fewest_shared = 8;                  ///< runs: below, anything may be chance
constexpr std::size_t long_text = 40, longer_text = 120;  ///< runs
constexpr double sure_share = 0.7;  ///< of runs of five words, for short texts too
constexpr double reworded_long = 0.3, reworded_short = 0.42;
constexpr double longer_reworded_long = 0.2, longer_reworded_short = 0.38;
constexpr double misread_long = 0.2, misread_short = 0.3;
constexpr double form_share = 0.5;      ///< from here on a failing guard makes a series
constexpr double excerpt_share = 0.12;  ///< of the larger text: below, the smaller is a part of it
constexpr std::size_t few_names = 3;
constexpr std::size_t runs_a_slip = 120;  ///< for so many runs one other figure is forgiven

constexpr double least_share =
    std::min({longer_reworded_long, reworded_long, misread_long});  ///< below, no text is a version

std::size_t smaller(const std::vector<std::uint32_t>& left,
                    const std::vector<std::uint32_t>& right) {
    return std::min(left.size(), right.size());
}

/// How much of the smaller of two sets is in the other.
struct Common {
    std::size_t shared = 0;
    std::size_t of = 0;
};
Common common(const std::vector<std::uint32_t>& left, const std::vector<std::uint32_t>& right) {
    return {archive::shared(left, right), smaller(left, right)};
}

double share(std::size_t part, std::size_t whole) {
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

bool close(const Verdict& found, std::size_t runs, bool misread) {
    if (found.shared_runs < fewest_shared) return false;
    if (found.long_share >= sure_share) return true;
    if (misread && (found.long_share >= misread_long || found.short_share >= misread_short))
        return true;
    const bool longer = runs >= longer_text;
    return runs >= long_text && found.long_share >= (longer ? longer_reworded_long : reworded_long)
           && found.short_share >= (longer ? longer_reworded_short : reworded_short);
}

/// Whether figures and names agree: half of them, and more where so little text is shared that the
/// form of a notice alone might be. A long text may have another figure here and there.
bool facts_agree(const Verdict& found, std::size_t runs, bool misread) {
    const std::size_t figures = found.figures + runs / runs_a_slip;
    const bool little = found.long_share < form_share && !misread;
    if (little ? figures * 3 < found.of_figures * 2 : figures * 2 < found.of_figures) return false;
    if (found.of_names < few_names) return true;
    return little ? found.names * 20 >= found.of_names * 11 : found.names * 2 >= found.of_names;
}

Relation relation_of(const Verdict& found, const CopyText& left, const CopyText& right) {
    const std::size_t runs = smaller(left.long_runs, right.long_runs);
    const bool same_words = left.signature.words == right.signature.words && runs >= fewest_shared;
    const bool near = found.days_apart <= story_days;
    if (same_words && (near || runs >= long_text)) return Relation::identical;
    const bool misread = left.misread || right.misread;
    if (close(found, runs, misread) && near && facts_agree(found, runs, misread)) {
        return found.larger_share >= excerpt_share ? Relation::version : Relation::excerpt;
    }
    const bool form = found.long_share >= form_share && found.shared_runs >= fewest_shared;
    return form ? Relation::series : Relation::none;
}

}  // namespace

std::string_view name(Relation relation) {
    static constexpr std::array<std::string_view, 5> names{"none", "identical", "version",
                                                           "excerpt", "series"};
    return names[static_cast<std::size_t>(relation)];
}

archive::DayNumber days_apart(const archive::DaySpan& left, const archive::DaySpan& right) {
    if (left.first == 0 || right.first == 0) return 0;
    return std::max({0, left.first - right.last, right.first - left.last});
}

Verdict verdict(const CopyText& left, const CopyText& right) {
    Verdict found;
    found.shared_runs = archive::shared(left.long_runs, right.long_runs);
    found.long_share = share(found.shared_runs, smaller(left.long_runs, right.long_runs));
    found.larger_share =
        share(found.shared_runs, std::max(left.long_runs.size(), right.long_runs.size()));
    found.days_apart = days_apart(left.published, right.published);
    const bool misread = left.misread || right.misread;
    if (!misread && found.long_share < least_share) return found;  // as most pairs are
    const auto short_of = [](const CopyText& text) {
        return archive::shingles(text.words, archive::short_run);
    };
    const auto short_runs = common(short_of(left), short_of(right));
    found.short_share = share(short_runs.shared, short_runs.of);
    const auto figures = common(figures_in(left.text), figures_in(right.text));
    found.figures = figures.shared;
    found.of_figures = figures.of;
    const auto names = common(names_in(left.text), names_in(right.text));
    found.names = names.shared;
    found.of_names = names.of;
    found.relation = relation_of(found, left, right);
    return found;
}

std::string reason(const Verdict& verdict) {
    const auto percent = [](double part) { return static_cast<int>(part * 100 + 0.5); };
    std::string text = fmt::format(
        "{} % of the runs of five words of the shorter text, {} % of those of three, {} % of the "
        "longer text; {} of {} figures; {} of {} names",
        percent(verdict.long_share), percent(verdict.short_share), percent(verdict.larger_share),
        verdict.figures, verdict.of_figures, verdict.names, verdict.of_names);
    if (verdict.days_apart > 0) text += fmt::format("; {} days apart", verdict.days_apart);
    return text;
}

}  // namespace indexer
