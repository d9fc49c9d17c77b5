// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/filters.h"

#include "archive/index/document.h"
#include "archive/search/filter_term.h"
#include "archive/search/name_resolution.h"

#include <algorithm>

namespace archive {

namespace {

PlanPointer certainty_plan(const std::string& value) {
    return plan_of(CertaintyPlan{*certainty_named(value)});
}

PlanPointer any_of(std::vector<PlanPointer> operands) {
    if (operands.size() == 1) return std::move(operands.front());
    return plan_of(AnyPlan{std::move(operands)});
}

}  // namespace

bool DateFilter::holds(const Segment& segment, Docid docid) const {
    if (segment.first_day[docid] == 0) return !leaves_out_undated();
    if (undated == Undated::only) return false;
    const DaySpan published{segment.first_day[docid], segment.last_day[docid]};
    return std::all_of(spans.begin(), spans.end(),
                       [&](const DaySpan& span) { return published.meets(span); });
}

PlanPointer DateFilter::plan() const {
    std::vector<PlanPointer> operands;
    for (const auto& span : spans)
        operands.push_back(plan_of(DaysPlan{DateBasis::published, span, undated}));
    if (spans.empty() && undated == Undated::only)
        operands.push_back(plan_of(DaysPlan{DateBasis::published, {}, undated}));
    return all_of(operands);
}

Result<void> FieldFilter::add(const ParameterFilter& filter) {
    bool readable = !filter.value.empty();
    if (field_->matching == schema::Matching::certainty)
        readable = certainty_named(filter.value).has_value();
    if (field_->matching == schema::Matching::name)
        readable = !resolve_name(*aliases_, field_->name, filter.value, FollowAliases::no).empty();
    if (!readable) {
        return Error{ErrorCode::parameter_bad_value,
                     "\"" + filter.value + "\" is no value of " + filter.field,
                     {},
                     Place{filter.field, 0, 0, filter.value, std::string(field_->example)}};
    }
    (filter.excluded ? excluded_ : wanted_).push_back(filter.value);
    return {};
}

std::vector<std::string> FieldFilter::terms_of(const std::string& value) const {
    if (field_->matching != schema::Matching::name) return {filter_term(field_->name, value)};
    std::vector<std::string> terms;
    for (const auto& key : resolve_name(*aliases_, field_->name, value))
        terms.push_back(exact_term(field_->prefix, key));
    return terms;
}

PlanPointer FieldFilter::plan() const {
    const auto plan_of_any = [&](const std::vector<std::string>& values) {
        if (field_->matching == schema::Matching::certainty) {
            std::vector<PlanPointer> operands;
            for (const auto& value : values) operands.push_back(certainty_plan(value));
            return any_of(std::move(operands));
        }
        TermsPlan terms{{}, Scored::no};
        for (const auto& value : values) {
            for (auto& term : terms_of(value)) terms.terms.push_back(std::move(term));
        }
        return plan_of(std::move(terms));
    };
    std::vector<PlanPointer> operands;
    if (!wanted_.empty()) operands.push_back(plan_of_any(wanted_));
    if (!excluded_.empty()) operands.push_back(plan_of(ExceptPlan{plan_of_any(excluded_)}));
    return all_of(operands);
}

std::vector<NameNumbers::Number> FieldFilter::numbers(const std::string& value,
                                                      const NameNumbers& names) const {
    const auto keys = field_->matching == schema::Matching::name
                          ? resolve_name(*aliases_, field_->name, value)
                          : std::vector{NameNumbers::key_of(*field_->names, value)};
    std::vector<NameNumbers::Number> numbers;
    for (const auto& key : keys) {
        if (const auto number = names.find(key)) numbers.push_back(*number);
    }
    return numbers;
}

std::optional<FieldFilter::Test> FieldFilter::test(const ArchiveFacts& facts) const {
    Test test;
    test.wants_ = !wanted_.empty();
    if (field_->matching == schema::Matching::certainty) {
        for (const auto& value : wanted_)
            test.wanted_.push_back(static_cast<std::uint32_t>(*certainty_named(value)));
        for (const auto& value : excluded_)
            test.excluded_.push_back(static_cast<std::uint32_t>(*certainty_named(value)));
        return test;
    }
    if (!field_->names) return std::nullopt;
    test.column_ = *field_->names;
    test.names_ = &facts.names(test.column_);
    const auto numbers_of = [&](const std::vector<std::string>& values) {
        std::vector<std::uint32_t> all;
        for (const auto& value : values) {
            const auto some = numbers(value, *test.names_);
            all.insert(all.end(), some.begin(), some.end());
        }
        return all;
    };
    test.wanted_ = numbers_of(wanted_);
    test.excluded_ = numbers_of(excluded_);
    return test;
}

bool FieldFilter::Test::has_any(const std::vector<std::uint32_t>& of, std::size_t segment_at,
                                const Segment& segment, Docid docid) const {
    if (of.empty()) return false;
    const auto is_one = [&](std::uint32_t number) {
        return std::find(of.begin(), of.end(), number) != of.end();
    };
    if (names_ == nullptr) return is_one(segment.certainty[docid]);
    for (const auto local : segment.names[static_cast<std::size_t>(column_)][docid]) {
        if (is_one(names_->number(segment_at, local))) return true;
    }
    return false;
}

bool FieldFilter::Test::holds(std::size_t segment_at, const Segment& segment, Docid docid) const {
    if (wants_ && !has_any(wanted_, segment_at, segment, docid)) return false;
    return !has_any(excluded_, segment_at, segment, docid);
}

}  // namespace archive
