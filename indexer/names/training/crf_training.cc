// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/names/training/crf_training.h"

#include "indexer/names/training/label_odds.h"
#include "indexer/names/training/shuffle.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace indexer {

namespace {

constexpr float smallest = 1e-6F;  // keeps steps finite

/// Words in a row that are weighed together, with the right labels.
struct Chain {
    std::size_t begin = 0;  ///< in LabelledChains::labels
    std::size_t end = 0;
};

/// Chains of an article whose words tell of each other's type; one step of learning.
struct Lesson {
    std::size_t begin = 0;  ///< in LabelledChains::chains
    std::size_t end = 0;
};
constexpr std::size_t longest_lesson = 40;  // chains; long articles make several

/// All chains of the articles, each word with the numbers of its features.
struct LabelledChains {
    std::vector<Lesson> lessons;
    std::vector<Chain> chains;
    std::vector<Label> labels;
    std::vector<std::uint32_t> groups;  ///< WordFacts::group of each word
    std::vector<std::size_t> ends{0};   ///< of the features of each word, behind those of the last
    std::vector<std::uint32_t> features;
    std::vector<Feature> names;  ///< the feature of each number
};

/// Calls `sink` with the facts, the sentence and the bounds of every chain of words to weigh.
template <typename Sink>
void for_each_chain(const std::vector<LabelledArticle>& articles, const NameLists& lists,
                    const WordClasses& classes, const Sink& sink) {
    ArticleWords facts;
    for (const auto& article : articles) {
        facts.look_at(article.sentences(), lists, classes);
        for (const auto& sentence : facts.sentences()) {
            for (auto begin = sentence.begin; begin < sentence.end; ++begin) {
                auto end = begin;
                while (end < sentence.end && facts.words()[end].weighed) ++end;
                if (end > begin) sink(article, facts, sentence, begin, end);
                if (end > begin) begin = end;
            }
        }
    }
}

/// Whether the labels of a chain can stand alone: no name of theirs reaches out of it.
bool stands_alone(const std::vector<Label>& labels, std::uint32_t begin, std::uint32_t end) {
    return may_follow(outside, labels[begin]) && may_follow(labels[end - 1], outside);
}

LabelledChains gather(const std::vector<LabelledArticle>& articles, const NameLists& lists,
                      const WordClasses& classes, unsigned least_count) {
    // Counts share places: a rare feature may be kept for another's sake, which does no harm.
    constexpr unsigned dropped_bits = 5;
    std::vector<std::uint8_t> counts(std::size_t{1} << (32 - dropped_bits));
    std::vector<Feature> features;
    const auto for_each_word = [&](const auto& sink) {
        for_each_chain(articles, lists, classes,
                       [&](const auto& article, const auto& facts, const auto& sentence,
                           std::uint32_t begin, std::uint32_t end) {
                           if (!stands_alone(article.labels, begin, end)) return;
                           for (auto at = begin; at < end; ++at) {
                               features_of(facts, sentence, at, features);
                               sink(article, facts, at, at == begin);
                           }
                       });
    };
    for_each_word([&](const auto&...) {
        for (const auto feature : features) {
            auto& count = counts[feature >> dropped_bits];
            if (count < 255) ++count;
        }
    });
    LabelledChains result;
    HashTable<std::uint32_t> numbers;
    const LabelledArticle* last = nullptr;
    const auto begin_chain = [&](const LabelledArticle& article) {
        const auto chains = result.chains.size();
        if (&article != last || chains - result.lessons.back().begin == longest_lesson)
            result.lessons.push_back({chains, chains});
        last = &article;
        ++result.lessons.back().end;
        result.chains.push_back({result.labels.size(), result.labels.size()});
    };
    for_each_word([&](const LabelledArticle& article, const ArticleWords& facts, std::uint32_t at,
                      bool first) {
        if (first) begin_chain(article);
        for (const auto feature : features) {
            if (counts[feature >> dropped_bits] < least_count) continue;
            auto& number = numbers[std::uint64_t{feature} << 32U];
            if (number == 0) {
                result.names.push_back(feature);
                number = static_cast<std::uint32_t>(result.names.size());
            }
            result.features.push_back(number - 1);
        }
        result.labels.push_back(article.labels[at]);
        result.groups.push_back(facts.words()[at].group);
        result.ends.push_back(result.features.size());
        result.chains.back().end = result.labels.size();
    });
    return result;
}

using Weights = std::array<float, weighed_labels>;

/// The weights while they are learned.
class Learner {
public:
    Learner(const LabelledChains& text, const TrainingPlan& plan)
        : text_(text), plan_(plan), weights_(text.names.size()), squares_(text.names.size()) {}

    /// Goes through all lessons once; the loss a word.
    double learn(const std::vector<std::uint32_t>& order) {
        double loss = 0;
        for (const auto number : order) loss += learn(text_.lessons[number]);
        return loss / static_cast<double>(text_.labels.size());
    }

    /// Adds the weights as they are to the average.
    void add_to_average() {
        if (sum_.empty()) sum_.resize(weights_.size());
        for (std::size_t at = 0; at < weights_.size(); ++at) {
            for (std::size_t label = 0; label < weighed_labels; ++label)
                sum_[at][label] += weights_[at][label];
        }
        for (std::size_t left = 0; left < label_count; ++left) {
            for (std::size_t right = 0; right < label_count; ++right)
                pair_sum_[left][right] += pairs_[left][right];
        }
        ++summed_;
    }

    NameModel model(const WordClasses& classes) const {
        constexpr float largest = 6;  // heavier weights are cut; few are
        constexpr float scale = largest / 127;
        const float share = 1 / static_cast<float>(summed_);
        std::vector<NameModel::Row> rows;
        for (std::size_t at = 0; at < sum_.size(); ++at) {
            NameModel::Row row{text_.names[at], {}};
            float heaviest = 0;
            for (std::size_t label = 0; label < weighed_labels; ++label) {
                const float weight = std::clamp(sum_[at][label] * share, -largest, largest);
                heaviest = std::max(heaviest, std::abs(weight));
                row.weights[label] = static_cast<std::int8_t>(std::lround(weight / scale));
            }
            if (heaviest >= plan_.least_weight) rows.push_back(row);
        }
        LabelPairs pairs{};
        for (std::size_t left = 0; left < label_count; ++left) {
            for (std::size_t right = 0; right < label_count; ++right)
                pairs[left][right] = pair_sum_[left][right] * share;
        }
        return {rows, scale, pairs, classes};
    }

private:
    std::span<const std::uint32_t> features_at(std::size_t word) const {
        return std::span(text_.features)
            .subspan(text_.ends[word], text_.ends[word + 1] - text_.ends[word]);
    }

    double learn(const Lesson& lesson) {
        const std::size_t begin = text_.chains[lesson.begin].begin;
        const std::size_t words = text_.chains[lesson.end - 1].end - begin;
        lesson_.resize(words);
        for (std::size_t at = 0; at < words; ++at) weigh(begin + at, lesson_[at]);
        const auto groups = std::span(text_.groups).subspan(begin, words);
        evidence_.share(groups, lesson_);
        double loss = 0;
        for (auto number = lesson.begin; number < lesson.end; ++number) {
            const auto& chain = text_.chains[number];
            loss += learn(chain,
                          std::span(lesson_).subspan(chain.begin - begin, chain.end - chain.begin));
        }
        evidence_.share_back(groups, lesson_);
        for (std::size_t at = 0; at < words; ++at) learn_word(begin + at, lesson_[at]);
        return loss;
    }

    void weigh(std::size_t word, LabelWeights& into) const {
        Weights sum{};
        for (const auto feature : features_at(word)) {
            const auto& row = weights_[feature];
            for (std::size_t label = 0; label < weighed_labels; ++label) sum[label] += row[label];
        }
        into[outside] = 0;
        std::copy(sum.begin(), sum.end(), into.begin() + 1);
    }

    /// Learns pairs of labels; puts the slopes of the words' weights in their place.
    double learn(const Chain& chain, std::span<LabelWeights> weights) {
        odds_.reset(weights.size());
        for (std::size_t at = 0; at < weights.size(); ++at) odds_.weights(at) = weights[at];
        odds_.work_out(pairs_);
        const auto labels = std::span(text_.labels).subspan(chain.begin, weights.size());
        learn_pairs(labels);
        double loss = 0;
        for (std::size_t at = 0; at < weights.size(); ++at) {
            loss -= std::log(std::max(1e-30F, odds_.of(at, labels[at])));
            for (Label label = 0; label < label_count; ++label)
                weights[at][label] = (labels[at] == label ? 1.0F : 0.0F) - odds_.of(at, label);
        }
        return loss;
    }

    void learn_word(std::size_t word, const LabelWeights& slopes) {
        constexpr float settled = 1e-3F;  // what is surely right teaches nothing
        const std::span slope(slopes.begin() + 1, slopes.end());
        float steepest = 0;
        for (const float value : slope) steepest = std::max(steepest, std::abs(value));
        if (steepest < settled) return;
        for (const auto feature : features_at(word)) {
            auto& weights = weights_[feature];
            auto& squares = squares_[feature];
            for (std::size_t label = 0; label < weighed_labels; ++label) {
                const float step = slope[label] - plan_.decay * weights[label];
                squares[label] += step * step;
                weights[label] += plan_.step * step / std::sqrt(squares[label] + smallest);
            }
        }
    }

    void learn_pairs(std::span<const Label> labels) {
        constexpr float care = 0.3F;  // pairs are met more often than features
        constexpr float settled = 1e-4F;
        const auto learn_pair = [&](Label left, Label right, float slope) {
            if (std::abs(slope) < settled) return;
            auto& squares = pair_squares_[left][right];
            squares += slope * slope;
            pairs_[left][right] += plan_.step * care * slope / std::sqrt(squares + smallest);
        };
        odds_.for_each_pair([&](std::size_t at, Label left, Label right, float odds) {
            const Label left_is = at == 0 ? outside : labels[at - 1];
            const Label right_is = at == labels.size() ? outside : labels[at];
            const float wanted = left == left_is && right == right_is ? 1.0F : 0.0F;
            learn_pair(left, right, wanted - odds);
        });
    }

    const LabelledChains& text_;
    const TrainingPlan& plan_;
    std::vector<Weights> weights_;
    std::vector<Weights> squares_;
    std::vector<Weights> sum_;
    LabelPairs pairs_{};
    LabelPairs pair_squares_{};
    LabelPairs pair_sum_{};
    unsigned summed_ = 0;
    TypeEvidence evidence_;
    std::vector<LabelWeights> lesson_;  ///< weights of its words, then their slopes
    LabelOdds odds_;
};

}  // namespace

NameModel train_crf(const std::vector<LabelledArticle>& articles, const NameLists& lists,
                    const WordClasses& classes, const TrainingPlan& plan) {
    const auto text = gather(articles, lists, classes, plan.least_count);
    const auto report = [&](const std::string& line) {
        if (plan.report) plan.report(line);
    };
    report(fmt::format("{} articles, {} chains, {} words, {} features", articles.size(),
                       text.chains.size(), text.labels.size(), text.names.size()));
    std::vector<std::uint32_t> order(text.lessons.size());
    std::iota(order.begin(), order.end(), 0U);
    Shuffler shuffler(7);
    Learner learner(text, plan);
    for (unsigned epoch = 0; epoch < plan.epochs; ++epoch) {
        shuffler.shuffle(order);
        const double loss = learner.learn(order);
        report(fmt::format("epoch {}: loss {:.4f} a word", epoch + 1, loss));
        if (epoch + plan.averaged >= plan.epochs) learner.add_to_average();
    }
    return learner.model(classes);
}

}  // namespace indexer
