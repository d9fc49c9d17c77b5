// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/token_sources.h"

#include "archive/search/place_check.h"
#include "archive/search/sources.h"
#include "archive/search/word_check.h"

#include <utility>

namespace archive {

namespace {

class WordsSource final : public TestedSource {
public:
    WordsSource(const Snapshot& snapshot, std::shared_ptr<const WordPattern> pattern,
                std::vector<std::uint64_t> articles, DeadlineWatch& watch)
        : TestedSource(snapshot),
          pattern_(std::move(pattern)),
          articles_(std::move(articles)),
          watch_(watch) {}
    WordsSource* clone() const override {
        return new WordsSource(snapshot(), pattern_, articles_, watch_);
    }
    std::string get_description() const override { return "words"; }

private:
    Stretch begin(std::size_t segment) override {
        const auto& part = snapshot().segment(segment);
        check_ = std::make_unique<WordCheck>(part, *pattern_, articles_);
        if (check_->hopeless()) return {};
        return {{1, part.facts().documents}, check_->most()};
    }
    bool holds(Docid docid) override {
        watch_.tick(work_of_a_check);
        return check_->holds(docid);
    }

    std::shared_ptr<const WordPattern> pattern_;
    std::vector<std::uint64_t> articles_;  ///< by edge
    DeadlineWatch& watch_;
    std::unique_ptr<WordCheck> check_;
};

class PlacesSource final : public TestedSource {
public:
    PlacesSource(const Snapshot& snapshot, std::shared_ptr<const PlacePattern> pattern,
                 DeadlineWatch& watch)
        : TestedSource(snapshot), pattern_(std::move(pattern)), watch_(watch) {}
    PlacesSource* clone() const override { return new PlacesSource(snapshot(), pattern_, watch_); }
    std::string get_description() const override { return "places"; }

private:
    Stretch begin(std::size_t segment) override {
        const auto& part = snapshot().segment(segment);
        check_ = std::make_unique<PlaceCheck>(part, *pattern_);
        return {{1, part.facts().documents}, part.facts().documents};
    }
    bool holds(Docid docid) override {
        watch_.tick(work_of_a_check);
        return check_->holds(docid);
    }

    std::shared_ptr<const PlacePattern> pattern_;
    DeadlineWatch& watch_;
    std::unique_ptr<PlaceCheck> check_;
};

}  // namespace

Xapian::Query words_query(const Snapshot& snapshot, std::shared_ptr<const WordPattern> pattern,
                          std::vector<std::uint64_t> articles, DeadlineWatch& watch) {
    return Xapian::Query(
        (new WordsSource(snapshot, std::move(pattern), std::move(articles), watch))->release());
}

Xapian::Query places_query(const Snapshot& snapshot, std::shared_ptr<const PlacePattern> pattern,
                           DeadlineWatch& watch) {
    return Xapian::Query((new PlacesSource(snapshot, std::move(pattern), watch))->release());
}

}  // namespace archive
