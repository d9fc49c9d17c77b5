// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/json_records.h"

#include "archive/base/limits.h"
#include "indexer/readers/json_answers.h"
#include "indexer/readers/ninjs.h"
#include "indexer/readers/outcomes.h"
#include "indexer/readers/record_article.h"

#include <string>
#include <utility>

namespace indexer {

namespace {

/// The title of a JSON Feed, which is its articles' source; empty for anything else.
std::string name_of_feed(const nlohmann::json& value) {
    if (!value.is_object()) return {};
    const auto version = value.find("version");
    const auto title = value.find("title");
    if (version == value.end() || title == value.end() || !version->is_string()
        || !title->is_string()) {
        return {};
    }
    const bool feed =
        version->get_ref<const std::string&>().find("jsonfeed.org/") != std::string::npos;
    return feed ? title->get<std::string>() : std::string();
}

}  // namespace

archive::Error too_long_record() {
    return {
        archive::ErrorCode::article_too_large,
        "a record of more than " + std::to_string(archive::limits::json_line_bytes >> 20U) + " MiB",
        {},
        {}};
}

std::uint64_t JsonRecords::hand_over(const archive::Result<nlohmann::json>& value,
                                     std::uint64_t number, Numbering numbering,
                                     std::string_view reader) const {
    if (!value) return sink_(rejected_record(number, value.error())) ? number + 1 : 0;
    const bool item = is_ninjs(*value);  // a package of items is no wrapper
    const auto* wrapped = item ? nullptr : wrapped_articles(*value, names_);
    const auto unfolded =
        wrapped != nullptr || item ? nlohmann::json() : unfolded_articles(*value, names_);
    if (!unfolded.is_null()) wrapped = &unfolded;
    if (wrapped == nullptr || wrapped->is_object()) {
        const auto& one = wrapped == nullptr ? *value : *wrapped;
        return article(one, number, reader) ? number + 1 : 0;
    }
    const bool graph = value->is_object() && value->contains("@graph");
    const std::string outlet = name_of_feed(*value);
    for (const auto& each : *wrapped) {
        if (graph && !is_article(each, names_)) {
            if (!sink_(skipped_record(number, "data of a page that is no article"))) return 0;
        } else if (!outlet.empty() && each.is_object() && !each.contains("source")) {
            auto named = each;
            named["source"] = outlet;
            if (!article(named, number, reader)) return 0;
        } else if (!article(each, number, reader)) {
            return 0;
        }
        if (numbering == Numbering::positions) ++number;
    }
    return numbering == Numbering::positions ? number : number + 1;
}

bool JsonRecords::article(const nlohmann::json& member, std::uint64_t number,
                          std::string_view reader) const {
    const auto& value = unwrapped(member);
    if (!is_ninjs(value)) {
        return sink_(outcome_of(article_from_record(value, names_), origin_, number, reader));
    }
    const std::string why = why_no_ninjs_article(value);
    if (is_withdrawn_ninjs(value)) {
        Record record = withdrawn_record(stated_in_ninjs(value, names_));
        record.record = record.article.provenance.record = number;
        record.article.provenance.path = origin_.path;
        record.article.provenance.reader = reader;
        return sink_(std::move(record));
    }
    if (!why.empty()) return sink_(skipped_record(number, why));
    return sink_(outcome_of(article_from_ninjs(value, names_), origin_, number, reader));
}

}  // namespace indexer
