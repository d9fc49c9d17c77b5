// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/stem_terms.h"

#include "archive/index/schema.h"
#include "archive/index/xapian_guard.h"

namespace archive {

namespace {

constexpr std::string_view here = "the postings";

bool is_held_in(const Xapian::Database& part, const Segment& segment, const StemForm& form) {
    if (form.everywhere) return part.term_exists(form.term);
    const auto end = part.postlist_end(form.term);
    for (auto posting = part.postlist_begin(form.term); posting != end; ++posting) {
        if (*posting <= segment.facts().documents && (segment.stemming(*posting) & form.in) != 0)
            return true;
    }
    return false;
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
    // Words are in small letters, and all other prefixes end with a colon.
    auto word = term.substr(schema::prefix::stem.size());
    const bool prefixed = !word.empty() && word[0] >= 'A' && word[0] <= 'Z';
    const auto prefix = prefixed ? word.find(':') + 1 : 0;
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
