// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/names/name_labels.h"

namespace indexer {

std::string_view corpus_name(NameType type) {
    switch (type) {
        case NameType::person: return "PER";
        case NameType::org: return "ORG";
        case NameType::place: return "LOC";
        case NameType::other: return "MISC";
    }
    return {};
}

const std::array<std::vector<Label>, label_count>& labels_before() {
    static const auto table = [] {
        std::array<std::vector<Label>, label_count> before;
        for (Label right = 0; right < label_count; ++right) {
            for (Label left = 0; left < label_count; ++left) {
                if (may_follow(left, right)) before[right].push_back(left);
            }
        }
        return before;
    }();
    return table;
}

std::vector<NameSpan> spans_of(std::span<const Label> labels) {
    std::vector<NameSpan> spans;
    for (std::size_t at = 0; at < labels.size(); ++at) {
        if (labels[at] == outside) continue;
        const std::size_t begin = at;
        while (at + 1 < labels.size() && is_open(labels[at])
               && may_follow(labels[at], labels[at + 1])) {
            ++at;
        }
        spans.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at + 1),
                         type_of(labels[begin])});
    }
    return spans;
}

void put_span(std::span<Label> labels, const NameSpan& span) {
    for (std::uint32_t at = span.begin; at < span.end; ++at) {
        const bool first = at == span.begin;
        const bool last = at + 1 == span.end;
        const auto part = first && last ? NamePart::single
                          : first       ? NamePart::begin
                          : last        ? NamePart::end
                                        : NamePart::inside;
        labels[at] = label_of(span.type, part);
    }
}

}  // namespace indexer
