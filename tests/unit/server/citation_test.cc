// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/citation.h"

#include "server/cited_date.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using archive::Article;
using archive::Certainty;
using archive::Date;
using archive::Precision;

namespace {

constexpr const char* page = "http://localhost:8080/articles/b3k7q2m9x4t1c8va";

Date dated(const char* text, Certainty certainty) {
    const auto written = archive::parse_iso_span(text);
    REQUIRE(written);
    Date date;
    date.span = written->span;
    date.precision = written->precision;
    date.certainty = certainty;
    return date;
}

Date inferred_between(const char* first, const char* last) {
    auto date = dated(first, Certainty::inferred);
    date.span.last = archive::parse_iso_span(last)->span.last;
    return date;
}

Article with(Date date) {
    Article article;
    article.id = "b3k7q2m9x4t1c8va";
    article.title = "Ferry strike ends";
    article.source = "Harbour Times";
    article.authors = {"Ann Lee", "Bo Chu"};
    article.language = "en";
    article.published = std::move(date);
    return article;
}

bool holds(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a stated date is cited as it is, an inferred one in brackets, none as n.d.") {
    CHECK(server::cited_date(dated("2024-11-30", Certainty::stated)) == "30 Nov 2024");
    CHECK(server::cited_date(dated("2024-11", Certainty::stated)) == "Nov 2024");
    CHECK(server::cited_date(dated("2024", Certainty::stated)) == "2024");
    CHECK(server::cited_date(dated("2025-05-10", Certainty::inferred))
          == "[on or about 10 May 2025]");
    CHECK(server::cited_date(dated("2024-11", Certainty::inferred)) == "[Nov 2024]");
    CHECK(server::cited_date({}) == "n.d.");
}

TEST_CASE("an inferred span of days is cited by the day in its middle") {
    CHECK(server::cited_date(inferred_between("2024-11-18", "2024-11-26"))
          == "[on or about 22 Nov 2024]");
    auto stated = inferred_between("2024-11-18", "2024-11-26");
    stated.certainty = Certainty::stated;
    CHECK(server::cited_date(stated) == "18 Nov 2024 to 26 Nov 2024");
}

TEST_CASE("a BibTeX entry has authors, title, outlet, date and address") {
    const auto entry = server::bibtex_entry(with(dated("2024-11-30", Certainty::stated)), page);
    CHECK(entry ==
          "@article{dateline-b3k7q2m9x4t1c8va,\n"
          "  author = {Ann Lee and Bo Chu},\n"
          "  title = {{Ferry strike ends}},\n"
          "  journal = {Harbour Times},\n"
          "  year = {2024},\n"
          "  date = {2024-11-30},\n"
          "  language = {en},\n"
          "  url = {http://localhost:8080/articles/b3k7q2m9x4t1c8va}\n"
          "}\n");
}

TEST_CASE("BibTeX brackets an inferred year and says what it rests on") {
    auto article = with(dated("2025-05-10", Certainty::inferred));
    article.published.evidence = "on Saturday";
    const auto entry = server::bibtex_entry(article, page);
    CHECK(holds(entry, "year = {[2025]}"));
    CHECK(holds(entry, "date = {2025-05-10~}"));
    CHECK(holds(entry, "note = {Date inferred: [on or about 10 May 2025], from \"on Saturday\"}"));
    const auto undated = server::bibtex_entry(with({}), page);
    CHECK(holds(undated, "year = {n.d.}"));
    CHECK_FALSE(holds(undated, "date = {}"));
}

TEST_CASE("no title can break out of its braces in BibTeX") {
    auto article = with({});
    article.title = "50% of A&B_C {x} \\input{y} $1 #2 ~ ^";
    article.url = "https://example.org/a}b";
    const auto entry = server::bibtex_entry(article, page);
    CHECK(holds(entry,
                "50\\% of A\\&B\\_C \\{x\\} \\textbackslash{}input\\{y\\} \\$1 \\#2 "
                "\\textasciitilde{} \\textasciicircum{}"));
    CHECK(holds(entry, "url = {https://example.org/a%7Db}"));
}

TEST_CASE("an agency stands for an author where there is none") {
    auto article = with({});
    article.authors.clear();
    article.agency = {"Coast and Sea News"};
    CHECK(holds(server::bibtex_entry(article, page), "author = {{Coast and Sea News}}"));
    CHECK(holds(server::ris_entry(article, page), "AU  - Coast and Sea News\r\n"));
}

TEST_CASE("a RIS entry begins with TY, ends with ER and keeps each value on one line") {
    auto article = with(dated("2024-11-30", Certainty::stated));
    article.title = "Two\nlines\r\nER  - ";
    const auto entry = server::ris_entry(article, page);
    CHECK(entry.starts_with("TY  - NEWS\r\n"));
    CHECK(entry.ends_with("ER  - \r\n"));
    CHECK(entry.find("\nER  - ") == entry.size() - 9);
    CHECK(holds(entry, "DA  - 2024/11/30\r\n"));
    CHECK(holds(entry, "PY  - 2024\r\n"));
}

TEST_CASE("RIS brackets an inferred date behind the third slash") {
    const auto entry = server::ris_entry(with(dated("2025-05-10", Certainty::inferred)), page);
    CHECK(holds(entry, "PY  - [2025]\r\n"));
    CHECK(holds(entry, "DA  - 2025/05/10/[on or about 10 May 2025]\r\n"));
    CHECK(holds(server::ris_entry(with(dated("2024-11", Certainty::stated)), page),
                "DA  - 2024/11/\r\n"));
    CHECK(holds(server::ris_entry(with({}), page), "DA  - n.d.\r\n"));
}

TEST_CASE("CSL-JSON gives the parts of a date that are known and marks an inferred one") {
    const auto stated = server::csl_item(with(dated("2024-11-30", Certainty::stated)), page);
    CHECK(stated["type"] == "article-newspaper");
    CHECK(stated["issued"].dump() == R"({"date-parts":[[2024,11,30]]})");
    CHECK(stated["author"].dump() == R"([{"literal":"Ann Lee"},{"literal":"Bo Chu"}])");
    const auto month = server::csl_item(with(dated("2024-11", Certainty::stated)), page);
    CHECK(month["issued"].dump() == R"({"date-parts":[[2024,11]]})");
    const auto span = server::csl_item(with(inferred_between("2024-11-18", "2024-11-26")), page);
    CHECK(span["issued"].dump()
          == R"({"date-parts":[[2024,11,18],[2024,11,26]],"circa":true,)"
             R"("literal":"[on or about 22 Nov 2024]"})");
    CHECK(server::csl_item(with({}), page)["issued"].dump() == R"({"literal":"n.d."})");
}
