// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/question.h"

#include "archive/base/files.h"
#include "archive/base/text.h"
#include "archive/search/query_faults.h"
#include "archive/search/query_printer.h"

#include <algorithm>

namespace archive {

namespace {

Error bad_parameter(ErrorCode code, std::string message, std::string parameter, std::string found) {
    return {code, std::move(message), {}, Place{std::move(parameter), 0, 0, std::move(found), {}}};
}

/// The days of from and to; open ends are the ends of time.
std::optional<DaySpan> asked_days(const SearchRequest& request) {
    if (!request.from && !request.to) return std::nullopt;
    return DaySpan{request.from ? request.from->span.first : first_day_ever,
                   request.to ? request.to->span.last : last_day_ever};
}

/// from and to as people write them in the box: "2024-06..2024-11".
std::string written_days(const SearchRequest& request) {
    const auto written = [](const std::optional<WrittenSpan>& end) -> std::string {
        if (!end) return "";
        const auto day = iso_day(end->span.first);
        switch (end->precision) {
            case Precision::year: return day.substr(0, 4);
            case Precision::month: return day.substr(0, 7);
            case Precision::none:
            case Precision::day:
            case Precision::minute: break;
        }
        return day;
    };
    const auto from = written(request.from), to = written(request.to);
    return from == to ? from : from + ".." + to;
}

QueryPointer query_of_filter(const ParameterFilter& filter) {
    const auto* field = schema::field_named(filter.field);
    switch (field->matching) {
        case schema::Matching::name: return query_of(NameQuery{filter.field, filter.value, false});
        case schema::Matching::certainty:
            return query_of(CertaintyQuery{*certainty_named(filter.value)});
        default: return query_of(FilterQuery{filter.field, filter.value});
    }
}

/// The typed query and the parameters as one query, to be shown and to be typed again.
QueryPointer understood_query(const Question& question, const SearchRequest& request) {
    std::vector<QueryPointer> all{question.parsed.root};
    for (const auto& field : question.fields) {
        std::vector<QueryPointer> wanted;
        for (const auto& filter : request.filters) {
            if (filter.field != field.field().name) continue;
            auto query = query_of_filter(filter);
            if (filter.excluded)
                all.push_back(query_of(NotQuery{std::move(query)}));
            else
                wanted.push_back(std::move(query));
        }
        if (!wanted.empty()) all.push_back(any_of(wanted));
    }
    if (const auto days = asked_days(request)) {
        const std::string field = request.date_basis == DateBasis::published ? "date"
                                  : request.date_basis == DateBasis::updated ? "updated"
                                                                             : "added";
        all.push_back(query_of(
            DateQuery{field, written_days(request), request.date_basis, days->first, days->last}));
    }
    if (!request.story.empty()) all.push_back(query_of(FilterQuery{"story", request.story}));
    if (!request.event.empty()) all.push_back(query_of(FilterQuery{"event", request.event}));
    return all_of(all);
}

std::uint64_t digest_of(const Question& question, const SearchRequest& request) {
    std::string text = question.understood;
    text += '\n';
    text += static_cast<char>('0' + static_cast<int>(request.undated));
    text += request.fold ? 'f' : 'a';
    text += request.lang;
    return checksum_of(text);
}

Result<void> read_filters(const SearchRequest& request, const AliasTable& aliases,
                          Question& question) {
    for (const auto& filter : request.filters) {
        const auto* field = schema::field_named(filter.field);
        if (field == nullptr || !field->parameter) {
            return bad_parameter(ErrorCode::parameter_unknown,
                                 "\"" + filter.field + "\" is no filter", filter.field,
                                 filter.field);
        }
        auto held = std::find_if(question.fields.begin(), question.fields.end(),
                                 [&](const FieldFilter& one) { return &one.field() == field; });
        if (held == question.fields.end())
            held = question.fields.insert(question.fields.end(), FieldFilter(*field, aliases));
        if (auto added = held->add(filter); !added) return added;
    }
    return {};
}

/// What the words of the query are stemmed by: the languages asked for, else those of the archive,
/// also where no article is of a language asked for.
std::vector<std::string> languages_of(const SearchRequest& request, const Question& question,
                                      const ArchiveFacts& facts) {
    if (!request.lang.empty()) return {request.lang};
    for (const auto& field : question.fields) {
        if (field.field().names != schema::Names::language || field.wanted().empty()) continue;
        std::vector<std::string> languages;
        const auto& held = facts.names(schema::Names::language);
        for (const auto& value : field.wanted()) {
            if (held.find(NameNumbers::key_of(schema::Names::language, value)))
                languages.push_back(ascii_lower(value));
        }
        return languages.empty() ? facts.languages() : languages;
    }
    return facts.languages();
}

/// The filters that stay whatever is counted.
PlanPointer other_filters(const SearchRequest& request) {
    std::vector<PlanPointer> plans;
    if (!request.story.empty())
        plans.push_back(plan_of(GroupPlan{GroupPlan::Of::story, request.story}));
    if (!request.event.empty())
        plans.push_back(plan_of(GroupPlan{GroupPlan::Of::event, request.event}));
    const auto days = asked_days(request);
    if (days && request.date_basis != DateBasis::published)
        plans.push_back(plan_of(DaysPlan{request.date_basis, *days, request.undated}));
    return all_of(plans);
}

}  // namespace

QueryPointer without_days(const QueryPointer& query, std::vector<DaySpan>& spans) {
    if (const auto* date = std::get_if<DateQuery>(&query->node)) {
        if (date->basis != DateBasis::published) return query;
        spans.push_back({date->first, date->last});
        return query_of(EverythingQuery{});
    }
    const auto* both = std::get_if<AndQuery>(&query->node);
    if (both == nullptr) return query;
    std::vector<QueryPointer> rest;
    for (const auto& operand : both->operands) rest.push_back(without_days(operand, spans));
    return all_of(rest);
}

Result<Question> question_of(const SearchRequest& request, const ArchiveFacts& facts,
                             Vocabulary& vocabulary) {
    auto parsed = parse_query(request.q, {request.today, request.strict});
    if (!parsed) return parsed.error();
    Question question;
    question.parsed = std::move(*parsed);
    if (auto read = read_filters(request, facts.aliases(), question); !read) return read.error();

    const auto days = asked_days(request);
    if (days && days->first > days->last) {
        return bad_parameter(
            ErrorCode::parameter_reversed_range,
            "from " + iso_day(days->first) + " is later than to " + iso_day(days->last), "from",
            iso_day(days->first));
    }
    const auto rest = without_days(question.parsed.root, question.dates.spans);
    if (request.date_basis == DateBasis::published || !days) {
        if (days) question.dates.spans.push_back(*days);
        question.dates.undated = request.undated;
    }
    question.besides = other_filters(request);
    question.words =
        compile(*rest, languages_of(request, question, facts), facts.aliases(), vocabulary);
    auto& warnings = question.parsed.warnings;
    warnings.insert(warnings.end(), question.words.warnings.begin(), question.words.warnings.end());
    sort_as_typed(warnings);
    question.sort = request.sort.value_or(question.words.scored ? Sort::relevance : Sort::newest);
    question.understood = print_query(*understood_query(question, request));
    question.digest = digest_of(question, request);
    if (!request.cursor.empty()) {
        question.after = read_cursor(request.cursor, question.sort, question.digest);
        if (!question.after) {
            return bad_parameter(ErrorCode::parameter_bad_value,
                                 "the cursor belongs to another search, or is none", "cursor",
                                 request.cursor);
        }
    }
    return question;
}

Result<Question> question_of(const SearchRequest& request, const ArchiveFacts& facts,
                             OpenPostings& postings, DeadlineWatch& watch) {
    Vocabulary vocabulary(postings, watch);
    return question_of(request, facts, vocabulary);
}

bool LeftOut::holds(const FieldFilter& field) const {
    return std::find(fields.begin(), fields.end(), &field) != fields.end();
}

PlanPointer plan_of(const Question& question, const PlanPointer& words, const LeftOut& left_out) {
    std::vector<PlanPointer> plans{words, question.besides};
    if (!left_out.dates) plans.push_back(question.dates.plan());
    for (const auto& field : question.fields) {
        if (!left_out.holds(field)) plans.push_back(field.plan());
    }
    return all_of(plans);
}

}  // namespace archive
