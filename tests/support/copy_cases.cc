// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/copy_cases.h"

#include "archive/base/text.h"
#include "tests/support/small_archive.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <stdexcept>
#include <utility>

namespace tests {

namespace {

constexpr std::array<std::string_view, 8> label_names{"story",   "kin",     "apart",  "identical",
                                                      "version", "excerpt", "series", "none"};

std::vector<std::string> words_of(std::string_view line) {
    std::vector<std::string> words;
    for (const auto word : archive::split(line, ' ')) {
        if (!word.empty()) words.emplace_back(word);
    }
    return words;
}

class FamilyFile {
public:
    explicit FamilyFile(const std::filesystem::path& path) : path_(path) {
        family_.name = path.stem().string();
    }

    CopyFamily read() {
        std::ifstream file(path_);
        for (std::string line; std::getline(file, line);) {
            ++line_;
            take(line);
        }
        finish_article();
        for (std::size_t right = 0; right < family_.articles.size(); ++right) {
            for (std::size_t left = 0; left < right; ++left) {
                const auto known = labels_.find({left, right});
                if (known == labels_.end()) {
                    fail("nobody says what " + family_.articles[left].id + " and "
                         + family_.articles[right].id + " are");
                }
                family_.pairs.push_back({left, right, known->second});
            }
        }
        return std::move(family_);
    }

private:
    using Edit = std::pair<std::string, std::string>;

    [[noreturn]] void fail(const std::string& why) const {
        throw std::runtime_error(path_.string() + ":" + std::to_string(line_) + ": " + why);
    }

    void take(const std::string& line) {
        if (line.starts_with("-- ")) {
            finish_article();
            relate(line.substr(3));
        } else if (line.starts_with("== ")) {
            finish_article();
            article_.emplace();
            article_->id = line.substr(3);
            in_header_ = true;
        } else if (!article_) {
            if (!line.empty() && line.front() != '#') fail("text before the first article");
        } else if (line.empty()) {
            in_header_ = false;
            finish_paragraph();
        } else if (in_header_) {
            header(line);
        } else {
            paragraph_ += (paragraph_.empty() ? "" : " ") + line;
        }
    }

    void header(const std::string& line) {
        const auto colon = line.find(": ");
        if (colon == std::string::npos) fail("a line of the header without a value");
        const auto key = line.substr(0, colon);
        const auto value = line.substr(colon + 2);
        if (key == "date") {
            article_->date = value;
        } else if (key == "source") {
            article_->source = value;
        } else if (key == "title") {
            article_->title = value;
        } else if (key == "ocr") {
            ocr_ = std::stof(value);
        } else if (key == "edit") {
            const auto arrow = value.find(" => ");
            if (arrow == std::string::npos) fail("an edit without =>");
            edits_.emplace_back(value.substr(0, arrow), value.substr(arrow + 4));
        } else {
            fail("unknown key " + key);
        }
    }

    void finish_paragraph() {
        if (paragraph_.empty()) return;
        if (paragraph_.front() == '[' && paragraph_.back() == ']') {
            insert(words_of(paragraph_.substr(1, paragraph_.size() - 2)));
        } else {
            paragraphs_.push_back(paragraph_);
        }
        paragraph_.clear();
    }

    /// "[wire]", "[wire 1 3-5]": paragraphs of an earlier article.
    void insert(const std::vector<std::string>& words) {
        const auto& from = written_[place(words.front())];
        if (words.size() == 1) paragraphs_.insert(paragraphs_.end(), from.begin(), from.end());
        for (std::size_t i = 1; i < words.size(); ++i) {
            const auto dash = words[i].find('-');
            const auto first = std::stoul(words[i]);
            const auto last =
                dash == std::string::npos ? first : std::stoul(words[i].substr(dash + 1));
            if (first == 0 || last < first || last > from.size()) fail("no paragraph " + words[i]);
            for (auto at = first; at <= last; ++at) paragraphs_.push_back(from[at - 1]);
        }
    }

    void finish_article() {
        if (!article_) return;
        finish_paragraph();
        for (const auto& [old, fresh] : edits_) edit(old, fresh);
        for (const auto& paragraph : paragraphs_)
            article_->body += (article_->body.empty() ? "" : "\n") + paragraph;
        if (article_->body.empty()) fail("an article without a text");
        names_.push_back(article_->id);
        auto article = article_of(*article_);
        article.id = family_.name + "/" + names_.back();
        article.quality.ocr = ocr_;
        family_.articles.push_back(std::move(article));
        written_.push_back(std::exchange(paragraphs_, {}));
        edits_.clear();
        ocr_.reset();
        article_.reset();
    }

    void edit(const std::string& old, const std::string& fresh) {
        bool done = false;
        for (auto& paragraph : paragraphs_) {
            for (auto at = paragraph.find(old); at != std::string::npos;
                 at = paragraph.find(old, at + fresh.size())) {
                paragraph.replace(at, old.size(), fresh);
                done = true;
            }
        }
        if (!done) fail(article_->id + " does not say \"" + old + "\"");
    }

    std::size_t place(const std::string& name) const {
        const auto found = std::find(names_.begin(), names_.end(), name);
        if (found == names_.end()) fail("no article " + name + " so far");
        return static_cast<std::size_t>(found - names_.begin());
    }

    /// "story: a b c" of each with each, "apart: a b | c d" of each left with each right.
    void relate(const std::string& line) {
        const auto colon = line.find(": ");
        const auto named = std::find(label_names.begin(), label_names.end(), line.substr(0, colon));
        if (colon == std::string::npos || named == label_names.end()) fail("no such relation");
        const auto label = static_cast<CopyLabel>(named - label_names.begin());
        std::vector<std::vector<std::size_t>> sides(1);
        for (const auto& word : words_of(line.substr(colon + 2))) {
            if (word == "|")
                sides.emplace_back();
            else
                sides.back().push_back(place(word));
        }
        if (sides.size() > 2) fail("more than two sides");
        for (std::size_t i = 0; i < sides.front().size(); ++i) {
            const auto& others = sides.back();
            for (std::size_t j = sides.size() == 1 ? i + 1 : 0; j < others.size(); ++j) {
                const auto pair = std::minmax(sides.front()[i], others[j]);
                if (pair.first == pair.second || !labels_.try_emplace(pair, label).second)
                    fail("said before of " + names_[pair.first] + " and " + names_[pair.second]);
            }
        }
    }

    std::filesystem::path path_;
    std::size_t line_ = 0;
    CopyFamily family_;
    std::vector<std::string> names_;
    std::vector<std::vector<std::string>> written_;  ///< paragraphs, by article
    std::map<std::pair<std::size_t, std::size_t>, CopyLabel> labels_;
    std::optional<Written> article_;  ///< under way, and all below
    std::optional<float> ocr_;
    std::vector<Edit> edits_;
    std::vector<std::string> paragraphs_;
    std::string paragraph_;
    bool in_header_ = false;
};

}  // namespace

std::string_view name(CopyLabel label) {
    return label_names[static_cast<std::size_t>(label)];
}

std::vector<CopyFamily> copy_families(const std::string& folder) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() == ".cases") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    std::vector<CopyFamily> families;
    for (const auto& file : files) families.push_back(FamilyFile(file).read());
    return families;
}

}  // namespace tests
