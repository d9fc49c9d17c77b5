// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/names/training/word_class_training.h"

#include "indexer/names/training/shuffle.h"
#include "indexer/names/word_form.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace indexer {

namespace {

/// A sparse vector of length 1.
struct Entry {
    std::uint32_t context = 0;
    float value = 0;
};
using Vector = std::vector<Entry>;

void set_length_one(Vector& vector) {
    float squares = 0;
    for (const auto& entry : vector) squares += entry.value * entry.value;
    const float length = std::sqrt(squares);
    for (auto& entry : vector) entry.value /= length;
}

/// Gathers vectors around means.
class Gathering {
public:
    Gathering(const std::vector<Vector>& vectors, std::uint32_t contexts, std::uint32_t classes)
        : vectors_(vectors),
          classes_(classes),
          means_(std::size_t{contexts} * classes),
          nearness_(classes),
          chosen_(vectors.size()) {}

    /// The class of each vector, from 0; the first vectors weigh most and seed the means.
    std::vector<std::uint32_t> gather(unsigned rounds) {
        Shuffler chance(11);
        std::vector<std::uint32_t> seeds(std::min<std::size_t>(vectors_.size(), classes_ * 4));
        std::iota(seeds.begin(), seeds.end(), 0U);
        chance.shuffle(seeds);
        for (std::uint32_t number = 0; number < classes_ && number < seeds.size(); ++number)
            add(vectors_[seeds[number]], number);
        for (unsigned round = 0; round < rounds; ++round) {
            for (std::size_t at = 0; at < vectors_.size(); ++at)
                chosen_[at] = nearest(vectors_[at]);
            std::fill(means_.begin(), means_.end(), 0.0F);
            for (std::size_t at = 0; at < vectors_.size(); ++at) add(vectors_[at], chosen_[at]);
            shorten_means();
        }
        return chosen_;
    }

private:
    void add(const Vector& vector, std::uint32_t number) {
        for (const auto& entry : vector)
            means_[std::size_t{entry.context} * classes_ + number] += entry.value;
    }

    void shorten_means() {
        std::vector<float> squares(classes_);
        for (std::size_t at = 0; at < means_.size(); ++at)
            squares[at % classes_] += means_[at] * means_[at];
        for (float& square : squares) square = square > 0 ? 1 / std::sqrt(square) : 0;
        for (std::size_t at = 0; at < means_.size(); ++at) means_[at] *= squares[at % classes_];
    }

    std::uint32_t nearest(const Vector& vector) {
        std::fill(nearness_.begin(), nearness_.end(), 0.0F);
        for (const auto& entry : vector) {
            const float* const row = &means_[std::size_t{entry.context} * classes_];
            for (std::uint32_t number = 0; number < classes_; ++number)
                nearness_[number] += entry.value * row[number];
        }
        return static_cast<std::uint32_t>(std::max_element(nearness_.begin(), nearness_.end())
                                          - nearness_.begin());
    }

    const std::vector<Vector>& vectors_;
    std::uint32_t classes_;
    std::vector<float> means_;  ///< by context, then class
    std::vector<float> nearness_;
    std::vector<std::uint32_t> chosen_;
};

}  // namespace

std::uint32_t WordClassTraining::number_of(std::string_view text) {
    std::string written(text);
    for (char& c : written) {
        if (c >= '0' && c <= '9') c = '0';
    }
    auto& number = numbers_[word_hash(written)];
    if (number == 0) {
        number = static_cast<std::uint32_t>(words_.size());
        words_.push_back({std::move(written), 0, 0});
    }
    return number;
}

void WordClassTraining::add(const std::vector<std::string_view>& words) {
    text_.push_back(0);
    for (std::size_t at = 0; at < words.size(); ++at) {
        const auto number = number_of(words[at]);
        ++words_[number].count;
        if (at > 0) ++words_[number].count_inside;
        text_.push_back(number);
    }
}

WordClasses WordClassTraining::classes(const ClassPlan& plan) const {
    // Words by falling count; those of the same count in the order they came.
    std::vector<std::uint32_t> order(words_.size() - 1);
    std::iota(order.begin(), order.end(), 1U);
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t left, std::uint32_t right) {
        return words_[left].count > words_[right].count;
    });
    while (!order.empty() && words_[order.back()].count < plan.least_count) order.pop_back();
    constexpr std::uint32_t none = ~0U;
    std::vector<std::uint32_t> rank(words_.size(), none);
    for (std::uint32_t at = 0; at < order.size(); ++at) rank[order[at]] = at;

    // Neighbours: common words on the left, the edge of the sentence, the same on the right.
    const std::uint32_t side = plan.contexts + 1;
    const auto context_of = [&](std::uint32_t word) {
        return word == 0 ? plan.contexts : rank[word] < plan.contexts ? rank[word] : none;
    };
    std::vector<std::uint64_t> pairs;
    for (std::size_t at = 0; at < text_.size(); ++at) {
        const auto word = text_[at];
        if (word == 0 || rank[word] == none) continue;
        const auto left = context_of(text_[at - 1]);
        const auto right = at + 1 < text_.size() ? context_of(text_[at + 1]) : plan.contexts;
        if (left != none) pairs.push_back(std::uint64_t{rank[word]} << 32U | left);
        if (right != none) pairs.push_back(std::uint64_t{rank[word]} << 32U | (side + right));
    }
    std::sort(pairs.begin(), pairs.end());
    std::vector<double> of_context(std::size_t{side} * 2);
    std::vector<double> of_word(order.size());
    for (const auto pair : pairs) {
        ++of_context[pair & 0xFFFFFFFFU];
        ++of_word[pair >> 32U];
    }
    constexpr double smoothing = 0.75;  // keeps rare contexts from weighing too much
    double all = 0;
    for (auto& count : of_context) all += count = std::pow(count, smoothing);
    std::vector<Vector> vectors(order.size());
    for (std::size_t at = 0; at < pairs.size();) {
        const auto pair = pairs[at];
        const std::size_t begin = at;
        while (at < pairs.size() && pairs[at] == pair) ++at;
        const auto word = static_cast<std::uint32_t>(pair >> 32U);
        const auto context = static_cast<std::uint32_t>(pair);
        const double surprise =
            std::log(static_cast<double>(at - begin) * all / (of_word[word] * of_context[context]));
        if (surprise > 0) vectors[word].push_back({context, static_cast<float>(surprise)});
    }
    for (auto& vector : vectors) set_length_one(vector);

    const auto fine = Gathering(vectors, side * 2, plan.fine).gather(plan.rounds);
    const auto coarse = Gathering(vectors, side * 2, plan.coarse).gather(plan.rounds);
    std::vector<WordClass> classes(words_.size());
    WordClasses result;
    for (std::uint32_t at = 0; at < order.size(); ++at) {
        if (vectors[at].empty()) continue;
        auto& word_class = classes[order[at]];
        word_class.fine = static_cast<std::uint16_t>(fine[at] + 1);
        word_class.coarse = static_cast<std::uint8_t>(coarse[at] + 1);
    }
    set_usual_forms(classes, result);
    return result;
}

/// Gives every word with a class how its lower case is usually written, and the lower case the
/// class of its most frequent form.
void WordClassTraining::set_usual_forms(const std::vector<WordClass>& classes,
                                        WordClasses& result) const {
    struct Forms {
        std::uint32_t small = 0;
        std::uint32_t capital = 0;
        std::uint32_t most = 0;
        std::uint32_t of_most = 0;
    };
    std::map<std::string, Forms> forms;  // in an order that is the same everywhere
    WordForm form;
    for (std::uint32_t number = 1; number < words_.size(); ++number) {
        const auto& word = words_[number];
        look_at(word.text, form);
        if (form.punctuation || word.count_inside == 0) continue;
        auto& of_lower = forms[form.lower];
        (form.capital ? of_lower.capital : of_lower.small) += word.count_inside;
        if (classes[number].fine != 0 && word.count_inside > of_lower.most) {
            of_lower.most = word.count_inside;
            of_lower.of_most = number;
        }
    }
    const auto usual_case = [](const Forms& of_lower) {
        constexpr std::uint32_t mostly = 5;  // times as often
        if (of_lower.small >= of_lower.capital * mostly) return UsualCase::small;
        if (of_lower.capital >= of_lower.small * mostly) return UsualCase::capital;
        return UsualCase::both;
    };
    for (const auto& [lower, of_lower] : forms) {
        if (of_lower.of_most == 0) continue;
        WordClass word_class = classes[of_lower.of_most];
        word_class.usual = usual_case(of_lower);
        result.set_usual(word_hash(lower), word_class);
    }
    for (std::uint32_t number = 1; number < words_.size(); ++number) {
        if (classes[number].fine == 0) continue;
        look_at(words_[number].text, form);
        WordClass word_class = classes[number];
        const auto usual = result.usual(word_hash(form.lower));
        if (usual.fine != 0) word_class.usual = usual.usual;
        result.set(word_hash(words_[number].text), word_class);
    }
}

}  // namespace indexer
