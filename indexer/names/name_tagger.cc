// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/names/name_tagger.h"

#include <algorithm>
#include <atomic>
#include <cassert>
#include <future>
#include <utility>

namespace indexer {

NameTagger NameTagger::read(const std::string& model, const std::string& lists) {
    // Each takes some 80 ms, and nothing is analysed before.
    auto listed = std::async(std::launch::async, [&] { return NameLists::read(lists); });
    auto weights = NameModel::read(model);
    return {std::move(weights), listed.get()};
}

std::uint64_t NameTagger::next_edition() {
    static std::atomic<std::uint64_t> last{0};
    return ++last;
}

namespace {

void add(WeightSum& sum, const WeightSum& part) {
    for (std::size_t label = 0; label < weighed_labels; ++label)
        sum[label] = static_cast<std::int16_t>(sum[label] + part[label]);
}

}  // namespace

/// Adds up what is remembered of a word. Of the rest it asks for the weights: they lie in a table
/// that is larger than the caches, and come while other words are looked at.
void NameTagger::begin_weighing(const SentenceFacts& sentence, std::uint32_t at,
                                TaggerBuffers& buffers) const {
    const AskedWord word(buffers.article_, sentence, at);
    auto& features = buffers.features_;
    const auto first = features.size();
    auto sum = WeightSum{};
    const auto keys = word.keys();
    for (std::size_t part = 0; part < remembered_parts; ++part) {
        if (keys[part] == 0) continue;
        auto& place = buffers.memo_.place(keys[part]);
        if (place.key == keys[part]) {
            add(sum, place.sum);
            continue;
        }
        word.ask(static_cast<About>(part), features);
        buffers.asked_.push_back({&place, keys[part], features.size(), at});
    }
    word.ask(About::rest, features);
    buffers.asked_.push_back({nullptr, 0, features.size(), at});
    assert(features.size() - first <= most_features);
    for (auto feature = first; feature < features.size(); ++feature)
        model_.will_need(features[feature]);
    buffers.sums_[at] = sum;
}

void NameTagger::finish_weighing(TaggerBuffers& buffers) const {
    std::size_t next = 0;
    for (const auto& asked : buffers.asked_) {
        WeightSum sum{};
        while (next < asked.end) model_.add_weights(buffers.features_[next++], sum);
        if (asked.place != nullptr) *asked.place = {asked.key, sum};
        add(buffers.sums_[asked.at], sum);
    }
    buffers.asked_.clear();
    buffers.features_.clear();
}

/// Fills what each word weighs.
void NameTagger::weigh(TaggerBuffers& buffers) const {
    constexpr std::size_t features_at_once =
        200;  // fewer wait for the memory, more leave its caches
    const auto& words = buffers.article_.words();
    buffers.memo_.begin(edition_);
    buffers.sums_.resize(words.size());
    buffers.weights_.resize(words.size());
    for (const auto& sentence : buffers.article_.sentences()) {
        for (auto at = sentence.begin; at < sentence.end; ++at) {
            if (words[at].weighed) begin_weighing(sentence, at, buffers);
            if (buffers.features_.size() >= features_at_once) finish_weighing(buffers);
        }
    }
    finish_weighing(buffers);
    for (std::size_t at = 0; at < words.size(); ++at) {
        if (!words[at].weighed) continue;
        auto& weights = buffers.weights_[at];
        weights[outside] = 0;
        for (std::size_t label = 0; label < weighed_labels; ++label)
            weights[label + 1] = static_cast<float>(buffers.sums_[at][label]) * model_.scale();
    }
}

std::span<const Label> NameTagger::all_labels(const Sentences& article,
                                              TaggerBuffers& buffers) const {
    buffers.article_.look_at(article, lists_, model_.classes(), edition_);
    const auto& words = buffers.article_.words();
    buffers.labels_.assign(article.words.size(), outside);
    buffers.groups_.resize(article.words.size());
    weigh(buffers);
    const std::span weights(buffers.weights_);
    const std::span labels(buffers.labels_);
    const auto& sentences = buffers.article_.sentences();
    for (std::size_t at = 0; at < words.size(); ++at) buffers.groups_[at] = words[at].group;
    buffers.evidence_.share(buffers.groups_, weights);
    for (const auto& sentence : sentences) {
        for (auto begin = sentence.begin; begin < sentence.end;) {
            auto end = begin;
            while (end < sentence.end && words[end].weighed) ++end;
            buffers.chain_.decode(weights.subspan(begin, end - begin), model_.pairs(),
                                  labels.subspan(begin, end - begin));
            begin = end + 1;
        }
    }
    return buffers.labels_;
}

std::span<const Label> NameTagger::labels(const Sentences& article, TaggerBuffers& buffers) const {
    all_labels(article, buffers);
    for (auto& label : buffers.labels_) {
        if (label != outside && type_of(label) == NameType::other) label = outside;
    }
    return buffers.labels_;
}

}  // namespace indexer
