// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/outcomes.h"

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

}  // namespace indexer
