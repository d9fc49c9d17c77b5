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
    NameModel(const std::vector<Row>& rows, float scale, const LabelPairs& pairs,
              WordClasses classes);

    /// The model in a file. Throws Failure: bad_setting when it is no model, one of another version
    /// or damaged, io_failed when it can't be read.
    static NameModel read(const std::string& path);
    /// The same of bytes; `where` is for complaints.
    static NameModel from_bytes(std::string_view bytes, const std::string& where);
    /// What read() reads, packed at zstd's `level`.
    std::string to_bytes(int level = 9) const;

    /// Where the weights of a feature are, or null. They are not fetched yet.
    const WeightRow* weights(Feature feature) const {
        if (features_.empty()) return nullptr;
        for (std::size_t slot = feature & mask();; slot = (slot + 1) & mask()) {
            if (features_[slot] == feature) return &rows_[slot];
            if (features_[slot] == 0) return nullptr;
        }
    }
    /// Asks the processor to fetch what weights() looks at first.
    void will_need(Feature feature) const {
        if (!features_.empty()) __builtin_prefetch(&features_[feature & mask()]);
    }

    float scale() const { return scale_; }
    const LabelPairs& pairs() const { return pairs_; }
    const WordClasses& classes() const { return classes_; }
    std::size_t size() const { return size_; }

private:
    std::size_t mask() const { return features_.size() - 1; }
    void reserve(std::size_t rows);
    WeightRow& row_of(Feature feature);
    void put_rows(const std::vector<Feature>& features,
                  const std::array<std::string_view, weighed_labels>& columns);

    std::vector<Feature, LargePages<Feature>> features_;  ///< by slot; 0 in empty ones
    std::vector<WeightRow, LargePages<WeightRow>> rows_;  ///< by slot
    std::size_t size_ = 0;
    float scale_ = 1;
    LabelPairs pairs_{};
    WordClasses classes_;
};

}  // namespace indexer
