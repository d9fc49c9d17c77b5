// SPDX-License-Identifier: GPL-2.0-or-later
// name_model.h - The weights of the tagger, and the file they come in.
//
// config/models/names.model:
//
//   "DLNAMES\n" · version (4 bytes) · checksum of the rest (8) · bytes when unpacked (8) · zstd of
//     the number of features · the features, ascending, each as what it is above the last ·
//     the weights, label by label · the scale · the weights of neighbouring labels · word classes
//
// Numbers are little-endian. The label `outside` weighs nothing in every row: only differences
// between labels count, so that a row is 16 signed bytes and is added up at once.
#pragma once

#include "indexer/names/large_pages.h"
#include "indexer/names/name_features.h"
#include "indexer/names/name_labels.h"
#include "indexer/names/word_classes.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace indexer {

/// Labels that have weights of their own: all but `outside`.
inline constexpr std::size_t weighed_labels = label_count - 1;

/// Weights of one feature for label 1 and up, in units of the model's scale.
using WeightRow = std::array<std::int8_t, weighed_labels>;

/// The sum of some of them.
using WeightSum = std::array<std::int16_t, weighed_labels>;

/// What a label weighs behind another.
using LabelPairs = std::array<std::array<float, label_count>, label_count>;  ///< [left][right]

/// Read-only once made; threads share it.
class NameModel {
public:
    struct Row {
        Feature feature = 0;
        WeightRow weights{};
    };

    NameModel() = default;
    /// Of several rows of one feature the last counts.
    NameModel(std::vector<Row> rows, float scale, const LabelPairs& pairs, WordClasses classes);

    /// The model in a file. Throws Failure: bad_setting when it is no model, one of another version
    /// or damaged, io_failed when it can't be read.
    static NameModel read(const std::string& path);
    /// The same of bytes; `where` is for complaints.
    static NameModel from_bytes(std::string_view bytes, const std::string& where);
    /// What read() reads, packed at zstd's `level`.
    std::string to_bytes(int level = 9) const;

    /// The weights of a feature, or null.
    const WeightRow* weights(Feature feature) const {
        if (buckets_.empty()) return nullptr;
        const auto& bucket = bucket_of(feature);
        const auto* const at = std::find(bucket.features.begin(), bucket.features.end(), feature);
        if (at == bucket.features.end()) return nullptr;
        return &bucket.rows[static_cast<std::size_t>(at - bucket.features.begin())];
    }
    /// Adds the weights of a feature, or nothing when the model has none. Which of the two nobody
    /// can guess, so that nothing branches on it: that would take longer than the rest.
    void add_weights(Feature feature, WeightSum& sum) const {
        if (buckets_.empty()) return;
        const auto& bucket = bucket_of(feature);
        const auto second = static_cast<unsigned>(bucket.features[1] == feature);
        const auto third = static_cast<unsigned>(bucket.features[2] == feature);
        const auto found = static_cast<unsigned>(bucket.features[0] == feature) | second | third;
        const auto& row = bucket.rows[second + 2 * third];
        const auto mask = static_cast<std::int8_t>(-static_cast<int>(found));
        for (std::size_t label = 0; label < weighed_labels; ++label)
            sum[label] = static_cast<std::int16_t>(sum[label] + (row[label] & mask));
    }
    /// Asks the processor to fetch what add_weights() looks at.
    void will_need(Feature feature) const {
        if (!buckets_.empty()) __builtin_prefetch(&buckets_[home(feature)]);
    }

    float scale() const { return scale_; }
    const LabelPairs& pairs() const { return pairs_; }
    const WordClasses& classes() const { return classes_; }
    std::size_t size() const { return size_; }

private:
    /// Neighbouring features with their weights: what the processor fetches at once. Places behind
    /// the last hold `no_feature`.
    struct alignas(64) Bucket {
        std::array<Feature, 3> features;
        std::array<WeightRow, 3> rows;
    };
    static constexpr Feature no_feature = ~Feature{0};

    class Filler;
    void put_rows(const std::vector<Feature>& features,
                  const std::array<std::string_view, weighed_labels>& columns);

    /// Where a feature lies when there is room: features are spread evenly, so that those of a
    /// model lie in ascending order from the first bucket to the last.
    std::size_t home(Feature feature) const { return (feature * homes_) >> 32U; }

    /// The only bucket that may have it.
    const Bucket& bucket_of(Feature feature) const {
        const auto* bucket = &buckets_[home(feature)];
        while (bucket->features.back() < feature) ++bucket;
        return *bucket;
    }

    std::vector<Bucket, LargePages<Bucket>> buckets_;  ///< behind the last home at least one more
    std::uint64_t homes_ = 0;
    std::size_t size_ = 0;
    float scale_ = 1;
    LabelPairs pairs_{};
    WordClasses classes_;
};

}  // namespace indexer
