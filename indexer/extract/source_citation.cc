// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/source_citation.h"

#include "archive/base/text.h"
#include "indexer/analysis/dates.h"
#include "indexer/extract/line_shape.h"

#include <algorithm>
#include <array>
#include <utility>

namespace indexer {

namespace {

constexpr std::size_t longest_source = 100;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

std::optional<FoundDate> day_in(std::string_view text) {
    DateHints hints;
    hints.basis = archive::Basis::text_header;
    hints.month_first = true;
    return find_date(text, hints);
}

/// Without the marks that part it from what follows.
std::string_view without_end_marks(std::string_view text) {
    const auto end = text.find_last_not_of(" \t.,;:(");
    return text.substr(0, end == std::string_view::npos ? 0 : end + 1);
}

/// "): News: p4." gives "News"; nothing where no such colon follows the day.
std::optional<std::string> behind_brackets(std::string_view rest) {
    if (!rest.starts_with("):")) return std::nullopt;
    rest = archive::trimmed(rest.substr(2));
    const auto section = rest.substr(0, std::min(rest.find(':'), rest.size()));
    const bool page = section.size() > 1 && section[0] == 'p' && is_digit(section[1]);
    const bool named = section.size() < rest.size() && !section.empty() && !page;
    return named ? std::string(archive::trimmed(section)) : std::string();
}

/// ", Vol. 155", ", Issue 12", ", p4".
bool is_place_in_volume(std::string_view rest) {
    if (!rest.starts_with(',')) return false;
    rest = archive::trimmed(rest.substr(1));
    constexpr std::array<std::string_view, 4> places{"Vol. ", "Issue ", "pN.PAG", "p. "};
    return std::any_of(places.begin(), places.end(),
                       [&](std::string_view place) { return rest.starts_with(place); })
           || (rest.size() > 1 && rest[0] == 'p' && is_digit(rest[1]));
}

/// "00289604" or "0028960X", the number of a newspaper.
bool is_issn(std::string_view word) {
    constexpr std::size_t digits = 8;
    return word.size() == digits && std::all_of(word.begin(), word.end() - 1, is_digit)
           && (is_digit(word.back()) || word.back() == 'X');
}

/// "Lee, Ann" as "Ann Lee"; several names as they are.
std::string in_order(std::string_view names) {
    const auto comma = names.find(", ");
    const bool one = comma != std::string_view::npos && names.find(',', comma + 1) == names.npos
                     && names.find(';') == names.npos;
    if (!one) return std::string(names);
    return std::string(names.substr(comma + 2)) + " " + std::string(names.substr(0, comma));
}

}  // namespace

std::optional<SourceCitation> source_citation(std::string_view text) {
    const auto found = day_in(text);
    if (!found || found->first == 0) return std::nullopt;
    SourceCitation citation;
    citation.date = found->date;
    const auto before = text.substr(0, found->first), behind = text.substr(found->last);
    citation.source = std::string(archive::trimmed(without_end_marks(before)));
    if (citation.source.empty() || citation.source.size() > longest_source) return std::nullopt;
    if (archive::trimmed(before).ends_with('(')) {
        auto section = behind_brackets(behind);
        if (!section) return std::nullopt;
        citation.section = std::move(*section);
        return citation;
    }
    if (!is_place_in_volume(behind)) return std::nullopt;
    return citation;
}

std::optional<CitedTitle> cited_title(std::string_view text) {
    const auto found = day_in(text);
    if (!found || !is_place_in_volume(text.substr(found->last))) return std::nullopt;
    const auto before = without_end_marks(text.substr(0, found->first));
    const auto number = before.rfind(", ");
    if (number == std::string_view::npos || !is_issn(before.substr(number + 2))) {
        return std::nullopt;
    }
    const auto named = before.substr(0, number);
    constexpr std::string_view by = " By: ";
    const auto author = named.find(by);
    // Without an author the outlet follows the title's full stop.
    const auto outlet = author == std::string_view::npos ? named.rfind(". ") : named.rfind(", ");
    if (outlet == std::string_view::npos) return std::nullopt;
    CitedTitle cited;
    cited.where.date = found->date;
    cited.where.source = std::string(archive::trimmed(named.substr(outlet + 2)));
    cited.title = std::string(archive::trimmed(
        without_end_marks(named.substr(0, author == std::string_view::npos ? outlet : author))));
    if (author != std::string_view::npos) {
        const auto begin = author + by.size();
        if (outlet < begin) return std::nullopt;
        cited.byline = in_order(archive::trimmed(named.substr(begin, outlet - begin)));
    }
    if (cited.title.empty() || cited.where.source.empty()) return std::nullopt;
    return cited;
}

void take_citation(const SourceCitation& citation, archive::Article& article) {
    if (article.source.empty()) article.source = citation.source;
    if (article.section.empty()) article.section = citation.section;
    if (!article.published.known()) article.published = citation.date;
}

void take_title(const std::string& value, archive::Article& article) {
    const auto cited = cited_title(value);
    article.title = cited ? cited->title : value;
    article.title_basis = archive::TitleBasis::text;
    if (!cited) return;
    if (article.byline.empty()) article.byline = cited->byline;
    take_citation(cited->where, article);
}

}  // namespace indexer
