// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/stem_terms.h"

#include "archive/index/schema.h"
#include "archive/index/xapian_guard.h"
#include "archive/search/term_postings.h"

namespace archive {

namespace {

constexpr std::string_view here = "the postings";

bool is_held_in(const Xapian::Database& part, const Segment& segment, const StemForm& form) {
    bool held = false;
    for_each_posting(segment, part, form.term, [&](Docid docid, std::uint32_t) {
        held = docid <= segment.facts().documents
               && (form.everywhere || (segment.stemming(docid) & form.in) != 0);
        return !held;
    });
    return held;
}

bool is_held(const OpenPostings& postings, const StemTerm& stem) {
    for (std::size_t at = 0; at < postings.parts.size(); ++at) {
        const auto& segment = postings.snapshot.segment(at);
        for (const auto& form : forms_of(stem, segment)) {
            if (is_held_in(postings.parts[at], segment, form)) return true;
        }
    }
    return false;
}

}  // namespace

std::optional<StemTerm> stem_term(std::string_view term) {
    if (!term.starts_with(schema::prefix::stem)) return std::nullopt;
    auto word = term.substr(schema::prefix::stem.size());
    const auto prefix = is_prefixed(word) ? word.find(':') + 1 : 0;  // all others end with a colon
    return StemTerm{word.substr(0, prefix), word.substr(prefix)};
}

std::vector<StemForm> forms_of(const StemTerm& stem, const Segment& segment) {
    std::vector<StemForm> forms;
    for (const auto& [word, in] : segment.stems.forms(stem.stem)) {
        auto term = std::string(stem.prefix).append(segment.lexicon[word]);
        forms.push_back({std::move(term), in, in == segment.stems.all()});
    }
    return forms;
}

bool is_held(OpenPostings& postings, const std::string& term) {
    const auto stem = stem_term(term);
    if (!stem) return documents_with(postings, term) > 0;
    return remembered(postings.held_stems, term,
                      [&] { return guarded(here, [&] { return is_held(postings, *stem); }); });
}

}  // namespace archive
