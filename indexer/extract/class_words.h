// SPDX-License-Identifier: GPL-2.0-or-later
// class_words.h - What the class and id of an element say about it.
//
// "news-content has-sidebar" and "articleBody" are cut into words at every mark and change of case,
// and looked up as words and as pairs, never as substrings: "shadow" holds no "ad".
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace indexer {

/// How many words and pairs speak for furniture, and how many for the text of an article.
struct ClassReading {
    int furniture = 0;
    int article = 0;
};

using WordSet = std::unordered_set<std::string_view>;

class ClassWords {
public:
    ClassWords(std::string_view classes, std::string_view id);

    bool empty() const { return words_.empty(); }
    bool has(std::string_view word) const;  ///< one whole word, lower case
    bool has_any(const WordSet& known) const;
    ClassReading reading() const;

private:
    struct Span {
        std::size_t first;
        std::size_t last;  ///< the same as first for the mark between two names
    };

    void cut(std::string_view names);
    void begin_name();
    std::string_view view(std::size_t first, std::size_t last) const {
        return std::string_view(letters_).substr(first, last - first);
    }

    std::string letters_;  ///< the words, one blank between neighbours
    std::vector<Span> words_;
};

}  // namespace indexer
