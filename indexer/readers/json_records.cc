// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/json_records.h"

#include "archive/base/limits.h"
#include "indexer/readers/json_article.h"

#include <string>
#include <utility>

namespace indexer {

Record rejected_record(std::uint64_t number, archive::Error error) {
    Record record;
    record.kind = Record::Kind::rejected;
    record.record = number;
    record.error = std::move(error);
    return record;
}

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
    const auto* list = wrapped_articles(*value, names_);
    if (list == nullptr) return article(*value, number, reader) ? number + 1 : 0;
    for (const auto& each : *list) {
        if (!article(each, number, reader)) return 0;
        if (numbering == Numbering::positions) ++number;
    }
    return numbering == Numbering::positions ? number : number + 1;
}

bool JsonRecords::article(const nlohmann::json& value, std::uint64_t number,
                          std::string_view reader) const {
    auto article = article_from_json(value, names_);
    if (!article) return sink_(rejected_record(number, article.error()));
    Record record;
    record.record = number;
    record.article = std::move(*article);
    record.article.provenance.path = origin_.path;
    record.article.provenance.record = number;
    record.article.provenance.reader = reader;
    return sink_(std::move(record));
}

}  // namespace indexer
