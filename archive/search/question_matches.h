// SPDX-License-Identifier: GPL-2.0-or-later
// question_matches.h - The matches of a question, story by story.
//
// The one way from a question to its matches, for lists, charts, lines and words, so that their
// counts agree.
#pragma once

#include "archive/search/matching.h"
#include "archive/search/question.h"

#include <optional>
#include <span>
#include <vector>

namespace archive {

/// Hands all versions of each story that match to `sink`; `test` as for for_each_story(). What
/// `left_out` names must be asked by `test`.
template <typename Test, typename Sink>
void match_stories(OpenPostings& postings, const Question& question, const LeftOut& left_out,
                   DeadlineWatch& watch, const Test& test, Sink&& sink) {
    const auto relevance = question.sort == Sort::relevance && question.words.scored
                               ? Relevance::counted
                               : Relevance::ignored;
    for_each_story(postings, *plan_of(question, question.words.plan, left_out), relevance, watch,
                   test, sink);
}

/// The same with every filter of the question in force.
template <typename Sink>
void match_stories(OpenPostings& postings, const Question& question, DeadlineWatch& watch,
                   Sink&& sink) {
    match_stories(postings, question, {}, watch, NothingFails{}, sink);
}

}  // namespace archive
