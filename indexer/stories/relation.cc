// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/stories/relation.h"

#include "archive/index/shingles.h"
#include "indexer/stories/excerpt.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace indexer {

namespace {

/// Thresholds. docs/stories.md has the measurements behind them.
constexpr std::size_t fewest_shared = 8;                  ///< runs: below, anything may be chance
constexpr std::size_t long_text = 40, longer_text = 120;  ///< runs
constexpr double sure_share = 0.7;  ///< of runs of five words, for short texts too
constexpr double reworded_long = 0.3, reworded_short = 0.42;
constexpr double longer_reworded_long = 0.2, longer_reworded_short = 0.38;
constexpr double misread_long = 0.2, misread_short = 0.3;
constexpr double form_share = 0.5;       ///< from here on a failing guard makes a series
constexpr double mostly = 0.5;           ///< of the runs of five: as one block, too, it is one text
constexpr double mostly_opening = 0.42;  ///< the same when the opening is in it
constexpr double taken_over = 0.64;      ///< of the smaller text, words replaced in it or not
constexpr double excerpt_share = 0.12;   ///< of the larger text: below, the smaller is a part of it
constexpr double part_size = 0.4;   ///< of the larger text: below, it may be a brief in a digest
constexpr double same_names = 0.3;  ///< of the smaller text, in the rest of the larger
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

/// Whether so few shared runs, so small a part of the shorter text, rule out every relation.
bool too_little(std::size_t shared_runs, double long_share, bool misread) {
    return shared_runs < fewest_shared || (!misread && long_share < least_share);
}

struct TextPair {
    const CopyText& smaller;
    const CopyText& larger;

    std::size_t runs() const { return smaller.long_runs.size(); }
    double size() const { return share(runs(), larger.long_runs.size()); }
    bool misread() const { return smaller.misread || larger.misread; }
};

TextPair by_size(const CopyText& left, const CopyText& right) {
    const auto size = [](const CopyText& text) {
        return std::pair(text.long_runs.size(), text.signature.words);  // in one order either way
    };
    const bool in_order = size(left) <= size(right);
    return in_order ? TextPair{left, right} : TextPair{right, left};
}

/// About how much of the smaller text was taken over, with words replaced here and there. Of a part
/// p in which each word stays with the chance q, p q^5 of the runs of five words stay and p q^3 of
/// those of three. It tells rewording, which is spread over the text, from a quotation that two
/// reporters have.
double part_taken_over(const Verdict& found) {
    return std::sqrt(std::pow(found.short_share, archive::long_run)
                     / std::pow(found.long_share, archive::short_run));
}

/// Whether the smaller text was taken over as a whole, rather than both quoting a third.
bool whole_taken_over(const Verdict& found, const TextPair& pair) {
    return found.long_share >= mostly || part_taken_over(found) >= taken_over
           || (found.long_share >= mostly_opening && has_opening(pair.smaller, pair.larger));
}

/// Whether enough of the words is shared for one text, whatever figures and names say.
bool words_agree(const Verdict& found, const TextPair& pair) {
    if (found.shared_runs < fewest_shared) return false;
    if (found.long_share >= sure_share) return true;
    const bool longer = pair.runs() >= longer_text;
    const bool reworded = pair.runs() >= long_text
                          && found.long_share >= (longer ? longer_reworded_long : reworded_long)
                          && found.short_share >= (longer ? longer_reworded_short : reworded_short);
    const bool as_read =
        pair.misread() && (found.long_share >= misread_long || found.short_share >= misread_short);
    return (reworded || as_read) && whole_taken_over(found, pair);
}

/// Whether figures and names agree: half of them, and more where so little text is shared that the
/// form of a notice alone might be. A long text may have another figure here and there.
bool facts_agree(const Verdict& found, const TextPair& pair) {
    const bool none = found.of_figures + found.of_names == 0;
    if (none) return found.long_share >= sure_share;  // nothing tells a form from a copy
    const std::size_t figures = found.figures + pair.runs() / runs_a_slip;
    const bool little = found.long_share < form_share && !pair.misread();
    if (little ? figures * 3 < found.of_figures * 2 : figures * 2 < found.of_figures) return false;
    if (found.of_names < few_names) return true;
    return little ? found.names * 20 >= found.of_names * 11 : found.names * 2 >= found.of_names;
}

/// Whether the smaller text is one of several in the larger. What is left of a story that was cut
/// mostly has its opening, or speaks of those the rest speaks of.
bool is_excerpt(const Verdict& found, const TextPair& pair) {
    if (found.larger_share < excerpt_share) return true;
    return part_taken_over(found) >= taken_over && pair.size() < part_size
           && !has_opening(pair.smaller, pair.larger)
           && names_beside(pair.smaller, pair.larger) < same_names;
}

/// Whether so much is shared that it is a form at least, if no version.
bool is_form(const Verdict& found) {
    return found.long_share >= form_share && found.shared_runs >= fewest_shared;
}

/// Of texts whose words agree, or are a form.
Relation relation_of(const Verdict& found, const TextPair& pair, bool agree) {
    const bool same_words =
        pair.smaller.signature.words == pair.larger.signature.words && pair.runs() >= fewest_shared;
    const bool near = found.days_apart <= story_days;
    if (same_words && (near || pair.runs() >= long_text)) return Relation::identical;
    if (agree && near && facts_agree(found, pair))
        return is_excerpt(found, pair) ? Relation::excerpt : Relation::version;
    return is_form(found) ? Relation::series : Relation::none;
}

}  // namespace

bool are_strangers(const TextRuns& left, const TextRuns& right) {
    const auto [shared_runs, of] = common(left.long_runs, right.long_runs);
    return too_little(shared_runs, share(shared_runs, of), left.misread || right.misread);
}

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
    if (too_little(found.shared_runs, found.long_share, left.misread || right.misread))
        return found;  // as most pairs are
    const auto short_of = [](const CopyText& text) {
        return archive::shingles(text.words, archive::short_run);
    };
    const auto short_runs = common(short_of(left), short_of(right));
    found.short_share = share(short_runs.shared, short_runs.of);
    const auto pair = by_size(left, right);
    const bool agree = words_agree(found, pair);
    if (!agree && !is_form(found)) return found;  // as most of the others are
    const auto figures = common(figures_in(left.text), figures_in(right.text));
    found.figures = figures.shared;
    found.of_figures = figures.of;
    const auto names = common(names_in(left.text), names_in(right.text));
    found.names = names.shared;
    found.of_names = names.of;
    found.relation = relation_of(found, pair, agree);
    return found;
}

std::string reason(const Verdict& verdict) {
    const auto percent = [](double part) { return std::lround(part * 100); };
    std::string text = fmt::format(
        "{} % of the runs of five words of the shorter text, {} % of those of three, {} % of the "
        "longer text; {} of {} figures; {} of {} names",
        percent(verdict.long_share), percent(verdict.short_share), percent(verdict.larger_share),
        verdict.figures, verdict.of_figures, verdict.names, verdict.of_names);
    if (verdict.days_apart > 0) text += fmt::format("; {} days apart", verdict.days_apart);
    return text;
}

}  // namespace indexer
