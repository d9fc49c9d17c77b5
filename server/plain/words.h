// SPDX-License-Identifier: GPL-2.0-or-later
// words.h - Every word that the pages without scripts say, in one place.
//
// They are those of the page with scripts (web/strings.en.js), as people and programs rely on them:
// "204 stories from 242 articles", "Remove word ferry". A test holds the two against each other;
// what only these pages say stands last.
#pragma once

#include "archive/model/date.h"
#include "archive/search/search_request.h"
#include "archive/search/search_result.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace server::words {

// the frame
inline constexpr std::string_view title = "Dateline";
inline constexpr std::string_view skip = "Skip to content";
inline constexpr std::string_view search_label = "Search the archive";
inline constexpr std::string_view search_example = "Words, “a phrase”, person:, since:2024-06";
inline constexpr std::string_view search = "Search";
inline constexpr std::string_view from = "From";
inline constexpr std::string_view to = "To";
inline constexpr std::string_view sort = "Sort";
inline constexpr std::string_view group = "Group copies of a story";
inline constexpr std::string_view all_dates = "All dates";

// how the search was read
inline constexpr std::string_view results_for = "Results for ";
inline constexpr std::string_view all_articles = "All articles";
inline constexpr std::string_view understood = "Search read as";
inline constexpr std::string_view remove = "Remove ";
inline constexpr std::string_view clear = "Clear all";
inline constexpr std::string_view without_kind = "without ";
inline constexpr std::string_view since = "since ";
inline constexpr std::string_view until = "until ";
inline constexpr std::string_view plus_undated = "and no date";
inline constexpr std::string_view only_undated = "only without a date";

// the list
inline constexpr std::string_view from_articles = "from";
inline constexpr std::string_view via = "via";
inline constexpr std::string_view altered = "reworded by a machine";
inline constexpr std::string_view no_source = "Source unknown";
inline constexpr std::string_view names_in = "Names in this article";
inline constexpr std::string_view pages = "Pages of results";
inline constexpr std::string_view previous = "Previous";
inline constexpr std::string_view next = "Next";
inline constexpr std::string_view export_as = "Export";
inline constexpr std::string_view feed = "Atom feed";

// filters
inline constexpr std::string_view filters = "Filters";
inline constexpr std::string_view both_counts = "stories · articles";
inline constexpr std::string_view articles_alone = "articles";

// over time
inline constexpr std::string_view as_a_table = "Show as a table";
inline constexpr std::string_view table_name = "Articles over time, as a table";
inline constexpr std::string_view stated_head = "date stated";
inline constexpr std::string_view inferred_head = "date inferred";
inline constexpr std::string_view stories_head = "stories";
inline constexpr std::string_view archive_head = "whole archive";

// one date
inline constexpr std::string_view no_date = "No date";
inline constexpr std::string_view no_date_cited = "no date";
inline constexpr std::string_view about = "on or about";
inline constexpr std::string_view inferred = "inferred";
inline constexpr std::string_view about_inferred = "on or about, inferred";
inline constexpr std::string_view day_unknown = "day unknown";
inline constexpr std::string_view month_unknown = "month unknown";
inline constexpr std::string_view how_dated = "How this date is known";

// nothing found, and problems
inline constexpr std::string_view none = "No articles match";
inline constexpr std::string_view in_no_article = " is in no article of this archive.";
inline constexpr std::string_view search_without = "Search without ";
inline constexpr std::string_view search_all_dates = "Search all dates";
inline constexpr std::string_view undated_only = "Articles with no date";
inline constexpr std::string_view try_instead = "Try ";
inline constexpr std::string_view refused = "This search could not be read";
inline constexpr std::string_view gone = "There is no such article";
inline constexpr std::string_view gone_how =
    "It may have been removed from the archive since this address was made. Search for its words, "
    "or go back.";
inline constexpr std::string_view no_page = "There is no such page";
inline constexpr std::string_view no_page_how = "Search the archive, or start from the beginning.";
inline constexpr std::string_view to_start = "What the archive holds";
inline constexpr std::string_view busy = "The search server could not answer this time.";
inline constexpr std::string_view busy_how = "Your search is kept in the address bar.";
inline constexpr std::string_view retry = "Retry";
inline constexpr std::string_view empty = "The archive is empty";
inline constexpr std::string_view empty_how =
    "Add files or folders of articles with this command; they can be searched as soon as it has "
    "ended:";
inline constexpr std::string_view empty_where =
    "Where this server was given an index folder of its own, give the command the same one.";

// one article
inline constexpr std::string_view back = "Back to results";
inline constexpr std::string_view previous_article = "Previous result";
inline constexpr std::string_view next_article = "Next result";
inline constexpr std::string_view about_article = "About this article";
inline constexpr std::string_view no_headline =
    "Without a headline in the file: these are its first words.";
inline constexpr std::string_view cite = "Cite";
inline constexpr std::string_view plain_text = "Plain text";
inline constexpr std::string_view file = "File";
inline constexpr std::string_view external_id = "Id";
inline constexpr std::string_view added_on = "Added";
inline constexpr std::string_view original = "Open the original";
inline constexpr std::string_view show_furniture = "Show page furniture";
inline constexpr std::string_view hide_furniture = "Hide page furniture";
inline constexpr std::string_view furniture = "Page furniture";
inline constexpr std::string_view no_furniture = "None was found in the file.";

// two articles
inline constexpr std::string_view compare_with = "Compare with ";
inline constexpr std::string_view back_to_text = "Back to the text";
inline constexpr std::string_view swap_sides = "Swap sides";
inline constexpr std::string_view only_in = "Only in";
inline constexpr std::string_view no_fact = "none";
inline constexpr std::string_view what_differs = "What differs";
inline constexpr std::string_view names_differ = "Names in one only";
inline constexpr std::string_view figures_differ = "Figures in one only";
inline constexpr std::string_view no_difference = "The two texts are the same, word for word.";
inline constexpr std::string_view not_compared = "These two cannot be compared";

// how to write a search
inline constexpr std::string_view help = "How to write a search";
inline constexpr std::string_view help_how = "Words next to each other must all be there.";
inline constexpr std::string_view forms = "Words and operators";
inline constexpr std::string_view fields = "Fields";
inline constexpr std::string_view fields_how =
    "A field narrows the word or quoted phrase after its colon.";
inline constexpr std::string_view example = "Example";
inline constexpr std::string_view meaning = "Finds";
inline constexpr std::string_view field = "Field";

// said by these pages alone
inline constexpr std::string_view not_answered = "This address cannot be answered";
inline constexpr std::string_view main_navigation = "Main";
inline constexpr std::string_view with_scripts = "With scripts";
inline constexpr std::string_view help_short = "Help";
inline constexpr std::string_view date_form = "2024, 2024-06 or 2024-06-19";
inline constexpr std::string_view end_left_out =
    "These texts are too long to be compared to their ends.";
inline constexpr std::string_view untitled = "Untitled";
inline constexpr std::string_view longer_lists = "Show longer lists";
inline constexpr std::string_view in_the_list = "In the list";

/// "1,234".
std::string number(std::uint64_t count);

/// "1 story", "2 stories" and their like.
std::string stories(std::uint64_t count);
std::string articles(std::uint64_t count);
std::string words(std::uint64_t count);
std::string matches(std::uint64_t count);

/// "2 stories, 3 articles".
std::string both(const archive::BothCounts& counts);

/// "384 articles from 9 sources".
std::string holds(std::uint64_t articles, std::uint64_t sources);

/// "306 carry a date, 68 have one inferred, 10 have none."
std::string date_mix(const std::array<std::uint64_t, 3>& by_certainty);

/// "1 more article matches only in page furniture".
std::string only_in_furniture(std::uint64_t articles);

/// "Result 3 of 204", "Page 2 of 11".
std::string result_of(std::uint64_t place, std::uint64_t total);
std::string page_of(std::uint64_t page, std::uint64_t total);

/// "± 4 days, inferred".
std::string within_days(std::uint64_t days);

/// What the server says of a fault, as a sentence of its own.
std::string as_sentence(std::string_view text);

/// What a date rests on: "Printed at the head of the text".
std::string_view basis(archive::Basis basis);

/// "Stated in the article".
std::string_view certainty(archive::Certainty certainty);

/// The heading of a filter: "People". By the name of the field, so that parameters find it too;
/// the name itself for one without a heading.
std::string_view facet(std::string_view name);

/// What a clause or a filter is called in a receipt: "organisation" for "org".
std::string kind(std::string_view kind);

/// "Month".
std::string_view period(archive::BinUnit unit);

/// The name of an order: "Best match".
std::string_view sort_name(archive::Sort order);

/// A language in English: "French" for "fr"; the code itself when it has no name.
std::string language(const std::string& code);

/// A form of the query language, and what it finds.
struct QueryForm {
    std::string_view example;
    std::string_view meaning;
};
inline constexpr std::array query_forms{
    QueryForm{"harbour ferry", "both words, in any form"},
    QueryForm{"harbour OR ferry", "either word; OR in capitals"},
    QueryForm{"harbour -ferry", "the first word without the second; also NOT"},
    QueryForm{"(harbour OR ferry) -council", "brackets group"},
    QueryForm{"\"harbour ferry\"", "these words in this order, as written"},
    QueryForm{"=harbour", "this form only, no other endings"},
    QueryForm{"harb*", "every word that begins so; ? stands for one letter"},
    QueryForm{"harbuor~", "spelled nearly so"},
    QueryForm{"harbour NEAR/5 ferry",
              "at most five words apart; ADJ/5 in this order, SAME in one paragraph"},
    QueryForm{"atleast3:ferry", "at least three mentions"},
    QueryForm{"said:ferry", "inside quotation marks; said:\"Ann Lee\" ferry of one speaker"},
    QueryForm{"headline:ferry", "in the headline"},
    QueryForm{"date:2024", "in this year; also 2024-06, 2024-06-19 and 2024-06..2024-11"},
    QueryForm{"since:2024 until:2024-06", "from the first, up to and including the second"},
    QueryForm{"ferry certainty:stated", "only articles that state their date"},
};

}  // namespace server::words
