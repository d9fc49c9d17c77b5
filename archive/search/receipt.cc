// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/receipt.h"

#include "archive/search/question.h"

#include <utility>

namespace archive {

Receipt receipt_of(const Question& question, std::string_view text) {
    return receipt_of(question.parsed, text, question.understood);
}

Receipt receipt_of(const ParsedQuery& parsed, std::string_view text, std::string understood) {
    Receipt receipt{std::move(understood), {}, parsed.warnings};
    for (auto& clause : clauses_of(parsed, text))
        receipt.clauses.push_back({std::move(clause), std::nullopt});
    return receipt;
}

}  // namespace archive
