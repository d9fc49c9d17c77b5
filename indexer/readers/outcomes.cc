// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/outcomes.h"

#include "archive/index/identity.h"
#include "indexer/readers/stated_fields.h"

#include <limits>
#include <utility>

namespace indexer {

Record outcome_of(archive::Result<archive::Article> article, const Origin& origin,
                  std::uint64_t number, std::string_view reader) {
    if (!article) return rejected_record(number, article.error());
    Record record;
    record.record = number;
    record.article = std::move(*article);
    record.article.provenance.path = origin.path;
    record.article.provenance.record = number;
    record.article.provenance.reader = reader;
    return record;
}

Record outcome_of_file(archive::Result<archive::Article> article, const Origin& origin,
                       std::string_view reader) {
    const std::uint64_t number = article ? 1 : 0;
    return outcome_of(std::move(article), origin, number, reader);
}

Record rejected_record(std::uint64_t number, archive::Error error) {
    Record record;
    record.kind = Record::Kind::rejected;
    record.record = number;
    record.error = std::move(error);
    return record;
}

Record skipped_record(std::uint64_t number, std::string note) {
    Record record;
    record.kind = Record::Kind::skipped;
    record.record = number;
    record.note = std::move(note);
    return record;
}

Record withdrawn_record(const StatedFields& stated) {
    if (stated.external_id.empty() && archive::canonical_url(stated.url).empty()) {
        return rejected_record(1, {archive::ErrorCode::article_unreadable,
                                   "takes back an article without saying which",
                                   {},
                                   {}});
    }
    Record record;
    record.kind = Record::Kind::withdrawn;
    record.article.external_id = stated.external_id;
    record.article.source = stated.source;
    record.article.url = stated.url;
    record.article.title = stated.title;
    record.article.version =
        stated.version == 0 ? std::numeric_limits<std::uint64_t>::max() : stated.version;
    record.note = "taken back by its provider";
    return record;
}

}  // namespace indexer
