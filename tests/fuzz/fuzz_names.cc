// SPDX-License-Identifier: GPL-2.0-or-later
// fuzz_names.cc - Any bytes as tokens to tag, with a small model: every line is answered, tokens
// come out unchanged, and labels make sound names.
#include "indexer/tag_words.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>
#include <string_view>

namespace {

using namespace indexer;

void require(bool holds) {
    if (!holds) std::abort();
}

/// Weighs what every word has, and the shapes of some, so that names are found.
NameTagger small_tagger() {
    NameLists lists;
    lists.add_names("CO\tPapua New Guinea\nFN\tRosa\nTI\tMr.\n", "names.tsv");
    lists.add_ordinary("the\nsaid\n");
    std::vector<NameModel::Row> rows;
    ArticleWords facts;
    Sentences article;
    article.words = {"Rosa", "Adams", "said", "ACME", "left", "Papua", "New", "Guinea"};
    article.end_sentence();
    facts.look_at(article, lists, {});
    std::vector<Feature> features;
    for (std::uint32_t at = 0; at < article.words.size(); ++at) {
        features_of(facts, facts.sentences().front(), at, features);
        for (const auto feature : features) {
            NameModel::Row row{feature, {}};
            for (std::size_t label = 0; label < weighed_labels; ++label)
                row.weights[label] = static_cast<std::int8_t>((feature >> label) % 200 - 100);
            rows.push_back(row);
        }
    }
    LabelPairs pairs{};
    return {NameModel(rows, 0.1F, pairs, {}), std::move(lists)};
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    static const NameTagger tagger = small_tagger();
    const std::string text(bytes, bytes + size);
    std::istringstream input(text);
    std::ostringstream output;
    tag_words(tagger, input, output);

    std::istringstream asked(text);
    std::istringstream answered(output.str());
    std::string label_before = "O";
    for (std::string question, answer; std::getline(asked, question);) {
        require(static_cast<bool>(std::getline(answered, answer)));
        if (question.ends_with('\r')) question.pop_back();
        if (question.empty() || question.starts_with("-DOCSTART-")) {
            require(answer == (question.empty() ? "" : "-DOCSTART-\tO"));
            label_before = "O";
            continue;
        }
        const auto tab = answer.rfind('\t');
        require(tab != std::string::npos);
        require(answer.substr(0, tab) == question.substr(0, question.find('\t')));
        const auto label = answer.substr(tab + 1);
        if (label.starts_with("I-"))
            require(label_before.size() > 1 && label_before.substr(1) == label.substr(1));
        label_before = label;
    }
    std::string more;
    require(!std::getline(answered, more));
    return 0;
}
