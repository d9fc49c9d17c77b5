// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/names/training/labelled_text.h"

#include "archive/base/error.h"
#include "archive/base/files.h"
#include "archive/base/text.h"
#include "indexer/names/training/shuffle.h"

#include <optional>

namespace indexer {

namespace {

using archive::ErrorCode;
using archive::Failure;

std::optional<NameType> type_called(std::string_view name) {
    for (unsigned type = 0; type < name_types; ++type) {
        if (corpus_name(static_cast<NameType>(type)) == name) return static_cast<NameType>(type);
    }
    return std::nullopt;
}

/// Collects the lines of one file.
class LabelledReader {
public:
    /// False when the line cannot be understood.
    bool take(std::string_view line) {
        if (line.starts_with("-DOCSTART-")) return end_article(), true;
        if (line.empty()) return end_sentence(), true;
        const auto tab = line.rfind('\t');
        if (tab == std::string_view::npos || tab == 0) return false;
        const auto label = line.substr(tab + 1);
        const auto at = static_cast<std::uint32_t>(article_.words.size());
        if (label == "O") {
            end_name();
        } else {
            const auto type = type_called(label.size() > 2 ? label.substr(2) : "");
            if (!type || label[1] != '-') return false;
            if (label[0] != 'I' || name_.end == name_.begin || name_.type != *type) {
                end_name();
                name_ = {at, at, *type};
            }
            name_.end = at + 1;
        }
        article_.words.emplace_back(line.substr(0, tab));
        article_.labels.push_back(outside);
        return true;
    }

    std::vector<LabelledArticle> finish() {
        end_article();
        return std::move(articles_);
    }

private:
    void end_name() {
        put_span(article_.labels, name_);
        name_ = {};
    }
    void end_sentence() {
        end_name();
        const auto end = static_cast<std::uint32_t>(article_.words.size());
        if (end != (article_.ends.empty() ? 0 : article_.ends.back())) article_.ends.push_back(end);
    }
    void end_article() {
        end_sentence();
        if (!article_.words.empty()) articles_.push_back(std::move(article_));
        article_ = {};
    }

    std::vector<LabelledArticle> articles_;
    LabelledArticle article_;
    NameSpan name_;
};

void capitalise(char& letter) {
    if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
}

}  // namespace

Sentences LabelledArticle::sentences() const {
    Sentences result;
    result.words.assign(words.begin(), words.end());
    result.ends = ends;
    return result;
}

std::vector<LabelledArticle> read_labelled(const std::string& path) {
    const archive::Mapping file(path);
    LabelledReader reader;
    std::size_t number = 0;
    for (auto line : archive::split(file.bytes(), '\n')) {
        ++number;
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (!reader.take(line)) {
            throw Failure(ErrorCode::article_unreadable, "is no token and label parted by a tab",
                          path + ":" + std::to_string(number));
        }
    }
    return reader.finish();
}

void unname_demonyms(std::vector<LabelledArticle>& articles, const NameLists& lists) {
    constexpr std::uint32_t places =
        list_country | list_capital | list_big_city | list_city | list_region | list_place;
    for (auto& article : articles) {
        for (auto span : spans_of(article.labels)) {
            if (span.type != NameType::place) continue;
            auto name = NameLists::begin_name();
            for (auto at = span.begin; at < span.end; ++at)
                name = NameLists::more_name(name, word_hash(lower_form(article.words[at])));
            const auto classes = lists.classes(name);
            if ((classes & list_demonym) == 0 || (classes & places) != 0) continue;
            span.type = NameType::other;
            put_span(article.labels, span);
        }
    }
}

void put_in_title_case(LabelledArticle& article, std::uint32_t begin, std::uint32_t end) {
    for (auto at = begin; at < end; ++at) {
        auto& word = article.words[at];
        if (word.size() > 3 || at == begin) capitalise(word[0]);
    }
}

void put_in_capitals(LabelledArticle& article, std::uint32_t begin, std::uint32_t end) {
    for (auto at = begin; at < end; ++at) {
        for (char& letter : article.words[at]) capitalise(letter);
    }
}

void recase_some(std::vector<LabelledArticle>& articles, double title, double capitals) {
    Shuffler chance(5);
    for (auto& article : articles) {
        std::uint32_t begin = 0;
        for (const auto end : article.ends) {
            if (chance.happens(title)) {
                put_in_title_case(article, begin, end);
            } else if (chance.happens(capitals)) {
                put_in_capitals(article, begin, end);
            }
            begin = end;
        }
    }
}

}  // namespace indexer
