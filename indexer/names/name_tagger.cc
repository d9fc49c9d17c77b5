// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/names/name_tagger.h"

#include <algorithm>
#include <future>
#include <utility>

namespace indexer {

NameTagger NameTagger::read(const std::string& model, const std::string& lists) {
    // Each takes some 80 ms, and nothing is analysed before.
    auto listed = std::async(std::launch::async, [&] { return NameLists::read(lists); });
    auto weights = NameModel::read(model);
    return {std::move(weights), listed.get()};
}

void NameTagger::weigh(const SentenceFacts& sentence, std::uint32_t at,
                       TaggerBuffers& buffers) const {
    features_of(buffers.article_, sentence, at, buffers.features_);
    // The table of the model is larger than the caches: all that is needed of it is asked for
    // before any of it is looked at.
    for (const auto feature : buffers.features_) model_.will_need(feature);
    WeightSum sum{};
    for (const auto feature : buffers.features_) model_.add_weights(feature, sum);
    auto& weights = buffers.weights_[at];
    weights[outside] = 0;
    for (std::size_t label = 0; label < weighed_labels; ++label)
        weights[label + 1] = static_cast<float>(sum[label]) * model_.scale();
}

std::span<const Label> NameTagger::all_labels(const Sentences& article,
                                              TaggerBuffers& buffers) const {
    buffers.article_.look_at(article, lists_, model_.classes());
    const auto& words = buffers.article_.words();
    buffers.labels_.assign(article.words.size(), outside);
    buffers.weights_.resize(article.words.size());
    buffers.groups_.resize(article.words.size());
    const std::span weights(buffers.weights_);
    const std::span labels(buffers.labels_);
    const auto& sentences = buffers.article_.sentences();
    for (const auto& sentence : sentences) {
        for (auto at = sentence.begin; at < sentence.end; ++at) {
            if (words[at].weighed) weigh(sentence, at, buffers);
        }
    }
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
