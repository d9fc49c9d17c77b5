// SPDX-License-Identifier: GPL-2.0-or-later
// raw_text.h - Sentences of text that nobody labelled, for learning how words are used.
//
// Cut as the corpora are: "the senator's bill, S. 12" is "the senator 's bill , S. 12". Rough where
// being right would cost much: a sentence ends at a full stop before a capital, unless the word
// before it is short.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace indexer {

using SentenceSink = std::function<void(const std::vector<std::string_view>& words)>;

/// Hands over the sentences of a text, in order; the words are valid during the call.
void for_each_sentence(std::string_view text, const SentenceSink& sink);

/// The same of the field "body" of every `every`-th line of a file of JSON lines. Throws Failure.
void for_each_sentence_of_file(const std::string& path, std::size_t every,
                               const SentenceSink& sink);

}  // namespace indexer
