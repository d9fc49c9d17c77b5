// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/names/name_model.h"

#include "archive/base/files.h"
#include "archive/index/number_bytes.h"

#include <zstd.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>

namespace indexer {

namespace {

using archive::ErrorCode;
using archive::Failure;

constexpr std::string_view magic = "DLNAMES\n";
constexpr std::uint32_t version = 1;
constexpr std::size_t head_bytes = 8 + 4 + 8 + 8;
constexpr std::uint64_t most_bytes = 256U << 20U;  // of an unpacked model
constexpr std::uint64_t most_rows = 4U << 20U;

template <typename Number>
void put_fixed(std::string& bytes, Number value) {
    for (std::size_t byte = 0; byte < sizeof value; ++byte)
        bytes += static_cast<char>(static_cast<unsigned char>(value >> (8 * byte)));
}

template <typename Number>
Number take_fixed(archive::NumberBytes& bytes) {
    const auto taken = bytes.take(sizeof(Number));
    Number value = 0;
    for (std::size_t byte = 0; byte < sizeof(Number); ++byte) {
        value |= static_cast<Number>(static_cast<Number>(static_cast<unsigned char>(taken[byte]))
                                     << (8 * byte));
    }
    return value;
}

void put_real(std::string& bytes, float value) {
    put_fixed(bytes, std::bit_cast<std::uint32_t>(value));
}

float take_real(archive::NumberBytes& bytes) {
    const auto value = std::bit_cast<float>(take_fixed<std::uint32_t>(bytes));
    if (!std::isfinite(value)) throw Failure(ErrorCode::index_damaged, "holds what is no weight");
    return value;
}

/// What the file packs.
std::string unpacked(std::string_view bytes) {
    archive::NumberBytes head(bytes);
    if (head.take(std::min(magic.size(), bytes.size())) != magic)
        throw Failure(ErrorCode::bad_setting, "is no model of names");
    if (const auto found = take_fixed<std::uint32_t>(head); found != version) {
        throw Failure(ErrorCode::bad_setting, "is a model of version " + std::to_string(found)
                                                  + "; this program reads version "
                                                  + std::to_string(version));
    }
    const auto checksum = take_fixed<std::uint64_t>(head);
    if (archive::checksum_of(bytes.substr(head_bytes - 8)) != checksum)
        throw Failure(ErrorCode::index_damaged, "its checksum is another");
    const auto size = take_fixed<std::uint64_t>(head);
    if (size > most_bytes) throw Failure(ErrorCode::index_damaged, "is too large");
    const auto packed = bytes.substr(head_bytes);
    std::string plain(size, '\0');
    const auto got = ZSTD_decompress(plain.data(), plain.size(), packed.data(), packed.size());
    if (ZSTD_isError(got) != 0 || got != size)
        throw Failure(ErrorCode::index_damaged, "cannot be unpacked");
    return plain;
}

}  // namespace

/// Puts features into a model in ascending order, each bucket once.
class NameModel::Filler {
public:
    Filler(NameModel& model, std::size_t features) : model_(model) {
        // Half of the places stay free, so that one feature in twelve lies behind its own bucket.
        // With a third it is one in five, and tagging takes a tenth longer (2026-11-23).
        model_.homes_ = features * 2 / 3 + 1;
        model_.buckets_.resize(model_.homes_ + 1);
    }

    /// Of equal ones the last counts.
    void put(Feature feature, const WeightRow& weights) {
        if (feature == no_feature) return;
        const bool again = used_ > 0 && bucket_.features[used_ - 1] == feature;
        if (again)
            --used_;
        else
            ++model_.size_;
        while (at_ < model_.home(feature) || used_ == bucket_.features.size()) next();
        bucket_.features[used_] = feature;
        bucket_.rows[used_++] = weights;
    }

    void finish() {
        while (at_ < model_.buckets_.size()) next();
        if (model_.buckets_.back().features.back() != no_feature) next();
    }

private:
    static Bucket empty() { return {{no_feature, no_feature, no_feature}, {}}; }

    void next() {
        if (at_ == model_.buckets_.size())
            model_.buckets_.push_back(bucket_);
        else
            model_.buckets_[at_] = bucket_;
        ++at_;
        bucket_ = empty();
        used_ = 0;
    }

    NameModel& model_;
    Bucket bucket_ = empty();
    std::size_t at_ = 0;    ///< of the bucket that is being filled
    std::size_t used_ = 0;  ///< places of it
};

NameModel::NameModel(std::vector<Row> rows, float scale, const LabelPairs& pairs,
                     WordClasses classes)
    : scale_(scale), pairs_(pairs), classes_(std::move(classes)) {
    std::stable_sort(rows.begin(), rows.end(), [](const Row& left, const Row& right) {
        return left.feature < right.feature;
    });
    Filler filler(*this, rows.size());
    for (const auto& row : rows) filler.put(row.feature, row.weights);
    filler.finish();
}

/// Weights lie label by label in the file.
void NameModel::put_rows(const std::vector<Feature>& features,
                         const std::array<std::string_view, weighed_labels>& columns) {
    constexpr std::size_t at_once = 64;
    Filler filler(*this, features.size());
    std::array<WeightRow, at_once> rows;
    for (std::size_t begin = 0; begin < features.size(); begin += at_once) {
        const auto count = std::min(at_once, features.size() - begin);
        for (std::size_t label = 0; label < weighed_labels; ++label) {
            const auto column = columns[label].substr(begin, count);
            for (std::size_t at = 0; at < count; ++at)
                rows[at][label] = static_cast<std::int8_t>(column[at]);
        }
        for (std::size_t at = 0; at < count; ++at) filler.put(features[begin + at], rows[at]);
    }
    filler.finish();
}

NameModel NameModel::read(const std::string& path) {
    return from_bytes(archive::Mapping(path).bytes(), path);
}

NameModel NameModel::from_bytes(std::string_view bytes, const std::string& where) try {
    const std::string plain = unpacked(bytes);
    archive::NumberBytes from(plain);
    NameModel model;
    const auto count = from.number();
    if (count > most_rows) throw Failure(ErrorCode::index_damaged, "has too many features");
    std::vector<Feature> features(count);
    std::uint64_t last = 0;
    for (auto& feature : features) feature = static_cast<Feature>(last += from.number());
    if (last > no_feature) throw Failure(ErrorCode::index_damaged, "has no such feature");
    std::array<std::string_view, weighed_labels> columns;
    for (auto& column : columns) column = from.take(count);
    model.put_rows(features, columns);
    model.scale_ = take_real(from);
    for (auto& left : model.pairs_) {
        for (auto& weight : left) weight = take_real(from);
    }
    model.classes_ = WordClasses::read(from);
    if (!from.at_end()) throw Failure(ErrorCode::index_damaged, "goes on behind its end");
    return model;
} catch (const Failure& failure) {
    const auto& error = failure.error();
    if (error.code != ErrorCode::index_damaged && error.code != ErrorCode::bad_setting) throw;
    const std::string damage = error.code == ErrorCode::index_damaged ? "is a damaged model: " : "";
    throw Failure(ErrorCode::bad_setting, damage + error.message, where);
}

std::string NameModel::to_bytes(int level) const {
    std::vector<Row> rows;
    rows.reserve(size_);
    for (const auto& bucket : buckets_) {
        for (std::size_t at = 0; at < bucket.features.size(); ++at) {
            if (bucket.features[at] != no_feature)
                rows.push_back({bucket.features[at], bucket.rows[at]});
        }
    }
    std::string plain;
    archive::put_number(plain, rows.size());
    Feature last = 0;
    for (const auto& row : rows) {
        archive::put_number(plain, row.feature - last);
        last = row.feature;
    }
    for (std::size_t label = 0; label < weighed_labels; ++label) {
        for (const auto& row : rows) plain += static_cast<char>(row.weights[label]);
    }
    put_real(plain, scale_);
    for (const auto& left : pairs_) {
        for (const auto weight : left) put_real(plain, weight);
    }
    classes_.write(plain);

    std::string packed(ZSTD_compressBound(plain.size()), '\0');
    const auto size =
        ZSTD_compress(packed.data(), packed.size(), plain.data(), plain.size(), level);
    if (ZSTD_isError(size) != 0) throw Failure(ErrorCode::internal, ZSTD_getErrorName(size));
    packed.resize(size);
    std::string rest;
    put_fixed(rest, std::uint64_t{plain.size()});
    rest += packed;
    std::string bytes(magic);
    put_fixed(bytes, version);
    put_fixed(bytes, archive::checksum_of(rest));
    return bytes + rest;
}

}  // namespace indexer
