// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/plain/words.h"

#include "archive/base/text.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>

namespace server::words {

namespace {

struct Named {
    std::string_view name;
    std::string_view words;
};

constexpr std::array bases{
    Named{"none", "No date found in the file, its name or its text"},
    Named{"field", "Date field of the file"},
    Named{"jsonld", "Date in the page’s metadata"},
    Named{"jsonld_page", "Date in the page’s metadata"},
    Named{"meta", "Date in the page’s metadata"},
    Named{"microdata", "Date marked up in the page"},
    Named{"url", "From the address of the page"},
    Named{"time", "Time marked up in the page"},
    Named{"date_element", "Date line of the page"},
    Named{"text_header", "Printed at the head of the text"},
    Named{"text_keyword", "Printed in the text after “published” or the like"},
    Named{"free_text", "First full date in the text"},
    Named{"weekday", "Worked out from a weekday in the text"},
    Named{"modified", "From the date of the last change"},
    Named{"event", "Worked out from an event in the text"},
    Named{"holiday", "Worked out from a holiday in the text"},
    Named{"copies", "Worked out from dated copies"},
    Named{"path", "From the name of the file or its folder"},
};

constexpr std::array facets{
    Named{"source", "Source"}, Named{"person", "People"},   Named{"org", "Organisations"},
    Named{"place", "Places"},  Named{"section", "Section"}, Named{"author", "Author"},
    Named{"agency", "Agency"}, Named{"certainty", "Date"},  Named{"lang", "Language"},
    Named{"site", "Site"},     Named{"tag", "Tag"},
};

/// Kinds of clauses and filters whose word is another than their name or their heading.
constexpr std::array kinds{
    Named{"exact", "exactly"}, Named{"zone", "in"},          Named{"said", "quoted"},
    Named{"person", "person"}, Named{"org", "organisation"}, Named{"place", "place"},
    Named{"entity", "name"},   Named{"lang", "language"},    Named{"date_basis", "dates"},
};

constexpr std::array sorts{
    Named{"relevance", "Best match"}, Named{"newest", "Newest"},      Named{"oldest", "Oldest"},
    Named{"added", "Recently added"}, Named{"copies", "Most copied"},
};

constexpr std::array periods{
    Named{"year", "Year"},
    Named{"month", "Month"},
    Named{"week", "Week"},
    Named{"day", "Day"},
};

constexpr std::array certainties{
    Named{"none", "No date"},
    Named{"inferred", "Inferred"},
    Named{"stated", "Stated in the article"},
};

/// The words for a name; nothing for a name that the table does not have.
template <std::size_t size>
std::string_view find(const std::array<Named, size>& table, std::string_view name) {
    const auto found = std::find_if(table.begin(), table.end(),
                                    [name](const Named& row) { return row.name == name; });
    return found == table.end() ? std::string_view() : found->words;
}

std::string plural(std::uint64_t count, std::string_view one, std::string_view other) {
    auto words = number(count) + ' ';
    return words += count == 1 ? one : other;
}

}  // namespace

std::string number(std::uint64_t count) {
    auto digits = std::to_string(count);
    for (auto at = digits.size(); at > 3;) digits.insert(at -= 3, ",");
    return digits;
}

std::string stories(std::uint64_t count) {
    return plural(count, "story", "stories");
}

std::string articles(std::uint64_t count) {
    return plural(count, "article", "articles");
}

std::string words(std::uint64_t count) {
    return plural(count, "word", "words");
}

std::string matches(std::uint64_t count) {
    return plural(count, "match", "matches");
}

std::string both(const archive::BothCounts& counts) {
    return stories(counts.stories) + ", " + articles(counts.articles);
}

std::string holds(std::uint64_t count, std::uint64_t sources) {
    return articles(count) + " from " + plural(sources, "source", "sources");
}

std::string date_mix(const std::array<std::uint64_t, 3>& by_certainty) {
    using enum archive::Certainty;
    std::string mix;
    const auto add = [&](archive::Certainty certainty, std::string_view one, std::string_view other,
                         std::string_view what) {
        const auto count = by_certainty[static_cast<std::size_t>(certainty)];
        if (count == 0) return;
        if (!mix.empty()) mix += ", ";
        mix.append(plural(count, one, other)).append(" ").append(what);
    };
    add(stated, "carries", "carry", "a date");
    add(inferred, "has", "have", "one inferred");
    add(none, "has", "have", "none");
    return mix + '.';
}

std::string only_in_furniture(std::uint64_t count) {
    const auto match =
        count == 1 ? "1 more article matches" : number(count) + " more articles match";
    return match + " only in page furniture";
}

std::string result_of(std::uint64_t place, std::uint64_t total) {
    return "Result " + number(place) + " of " + number(total);
}

std::string page_of(std::uint64_t page, std::uint64_t total) {
    return "Page " + number(page) + " of " + number(total);
}

std::string within_days(std::uint64_t days) {
    return "± " + plural(days, "day", "days") + ", inferred";
}

std::string as_sentence(std::string_view text) {
    std::string sentence(text);
    if (sentence.empty()) return sentence;
    if (sentence[0] >= 'a' && sentence[0] <= 'z') sentence[0] = static_cast<char>(sentence[0] - 32);
    constexpr std::string_view ends = ".!?";
    if (ends.find(sentence.back()) == std::string_view::npos) sentence += '.';
    return sentence;
}

std::string_view basis(archive::Basis basis) {
    return find(bases, archive::name(basis));
}

std::string_view certainty(archive::Certainty certainty) {
    return find(certainties, archive::name(certainty));
}

std::string_view facet(std::string_view name) {
    const auto heading = find(facets, name);
    return heading.empty() ? name : heading;
}

std::string kind(std::string_view kind) {
    if (const auto word = find(kinds, kind); !word.empty()) return std::string(word);
    if (const auto heading = find(facets, kind); !heading.empty())
        return archive::ascii_lower(heading);
    std::string words(kind);
    std::replace(words.begin(), words.end(), '_', ' ');
    return words;
}

std::string_view period(archive::BinUnit unit) {
    return find(periods, archive::name(unit));
}

std::string_view sort_name(archive::Sort order) {
    return find(sorts, archive::name(order));
}

std::string language(const std::string& code) {
    const icu::Locale locale(code.c_str());
    icu::UnicodeString shown;
    locale.getDisplayLanguage(icu::Locale::getEnglish(), shown);
    std::string name;
    shown.toUTF8String(name);
    return name.empty() ? code : name;
}

}  // namespace server::words
