// SPDX-License-Identifier: GPL-2.0-or-later
// filters.h - The filters of a request: its days, and the parameters that name a field.
//
// Each can be asked in two ways that agree: as a plan, so that the postings leave out what does not
// match, and of a single article, so that one pass over the matches can count a facet without its
// own filter and the histogram without the days.
#pragma once

#include "archive/base/result.h"
#include "archive/search/archive_facts.h"
#include "archive/search/plan.h"
#include "archive/search/search_request.h"

#include <optional>
#include <string>
#include <vector>

namespace archive {

/// The days of publication: from, to and the date clauses that stand under no OR or NOT. All spans
/// must be met.
struct DateFilter {
    std::vector<DaySpan> spans;
    Undated undated = Undated::exclude;

    /// Whether anything is left out at all.
    bool filters() const { return !spans.empty() || undated == Undated::only; }

    /// Whether undated articles are left out because of the days.
    bool leaves_out_undated() const { return !spans.empty() && undated == Undated::exclude; }

    bool holds(const Segment& segment, Docid docid) const;
    PlanPointer plan() const;
};

/// The filters of one parameter: any of the wanted values, none of the excluded.
class FieldFilter {
public:
    /// `field` is a parameter of the schema; `aliases` say what a name means and outlive it.
    FieldFilter(const schema::Field& field, const AliasTable& aliases)
        : field_(&field), aliases_(&aliases) {}

    /// Errors: parameter_bad_value.
    Result<void> add(const ParameterFilter& filter);

    const schema::Field& field() const { return *field_; }
    const std::vector<std::string>& wanted() const { return wanted_; }
    PlanPointer plan() const;

    /// The numbers that a value of this field has in its column; none when no article has it.
    std::vector<NameNumbers::Number> numbers(const std::string& value,
                                             const NameNumbers& names) const;

    /// The same as a question to single articles; empty for fields without a column (site).
    class Test;
    std::optional<Test> test(const ArchiveFacts& facts) const;

private:
    std::vector<std::string> terms_of(const std::string& value) const;

    const schema::Field* field_;
    const AliasTable* aliases_;
    std::vector<std::string> wanted_, excluded_;  ///< values as given
};

class FieldFilter::Test {
public:
    bool holds(std::size_t segment_at, const Segment& segment, Docid docid) const;

private:
    friend class FieldFilter;
    bool has_any(const std::vector<std::uint32_t>& of, std::size_t segment_at,
                 const Segment& segment, Docid docid) const;

    const NameNumbers* names_ = nullptr;  ///< none: certainty
    schema::Names column_ = schema::Names::source;
    bool wants_ = false;
    std::vector<std::uint32_t> wanted_, excluded_;  ///< numbers of names_, or certainties
};

}  // namespace archive
