// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/tag_words.h"

#include "archive/base/error.h"

#include <cstdint>
#include <istream>
#include <ostream>
#include <string>
#include <vector>

namespace indexer {

namespace {

constexpr std::string_view article_start = "-DOCSTART-";

/// The lines of one article, and what is to be said of each.
class TaggedArticle {
public:
    void token(std::string_view line) {
        lines_.push_back({std::string(line.substr(0, line.find('\t'))), LineKind::token});
    }
    void sentence_end() { lines_.push_back({{}, LineKind::sentence_end}); }

    /// Writes a line for each that was taken, and forgets them.
    void write(const NameTagger& tagger, TaggerBuffers& buffers, std::ostream& output) {
        words_.clear();
        for (const auto& line : lines_) {
            if (line.kind == LineKind::token) {
                words_.words.push_back(line.text);
            } else {
                words_.end_sentence();
            }
        }
        words_.end_sentence();
        std::size_t word = 0;
        const auto labels = tagger.labels(words_, buffers);
        for (const auto& line : lines_) {
            if (line.kind == LineKind::token)
                output << line.text << '\t' << corpus_label(labels[word++]);
            output << '\n';
        }
        lines_.clear();
    }

private:
    enum class LineKind : std::uint8_t { token, sentence_end };
    struct Line {
        std::string text;  ///< may be empty for a token too
        LineKind kind;
    };

    static std::string corpus_label(Label label) {
        if (label == outside) return "O";
        const auto part = part_of(label);
        const bool first = part == NamePart::begin || part == NamePart::single;
        return (first ? "B-" : "I-") + std::string(corpus_name(type_of(label)));
    }

    std::vector<Line> lines_;
    Sentences words_;
};

}  // namespace

void tag_words(const NameTagger& tagger, std::istream& input, std::ostream& output) {
    TaggerBuffers buffers;
    TaggedArticle article;
    for (std::string line; std::getline(input, line);) {
        if (line.ends_with('\r')) line.pop_back();
        if (line.starts_with(article_start)) {
            article.write(tagger, buffers, output);
            output << article_start << "\tO\n";
        } else if (line.empty()) {
            article.sentence_end();
        } else {
            article.token(line);
        }
    }
    article.write(tagger, buffers, output);
    output.flush();
    if (input.bad() || !output) {
        throw archive::Failure(archive::ErrorCode::io_failed,
                               "standard input or output cannot be used");
    }
}

}  // namespace indexer
