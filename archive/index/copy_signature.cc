// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/copy_signature.h"

#include "archive/base/files.h"
#include "archive/index/shingles.h"

#include <algorithm>
#include <cmath>

namespace archive {

namespace {

constexpr std::size_t looked_up = 32;

std::size_t used(const CopySignature& signature) {
    return std::min<std::size_t>(signature.runs, CopySignature::kept);
}

}  // namespace

std::string text_of_copy(const Article& article) {
    const bool in_the_body =
        article.title_basis == TitleBasis::lead || article.title_basis == TitleBasis::none;
    return in_the_body ? body_text(article) : article.title + "\n" + body_text(article);
}

CopySignature copy_signature(const Article& article) {
    return copy_signature(text_of_copy(article));
}

CopySignature copy_signature(std::string_view text) {
    const auto words = word_hashes(text);
    return copy_signature(words, shingles(words, long_run));
}

CopySignature copy_signature(std::span<const std::uint64_t> words,
                             std::span<const std::uint32_t> runs) {
    CopySignature signature;
    signature.words =
        checksum_of({reinterpret_cast<const char*>(words.data()), words.size_bytes()});
    signature.length = static_cast<std::uint32_t>(words.size());
    signature.runs = static_cast<std::uint32_t>(runs.size());
    signature.smallest.fill(CopySignature::unused);
    std::copy_n(runs.begin(), used(signature), signature.smallest.begin());
    return signature;
}

std::span<const std::uint32_t> keys(const CopySignature& signature) {
    return std::span(signature.smallest).first(std::min(used(signature), looked_up));
}

double most_containment(const CopySignature& left, const CopySignature& right) {
    const auto smaller = static_cast<double>(std::min(left.runs, right.runs));
    const auto all = static_cast<double>(left.runs) + static_cast<double>(right.runs);
    if (smaller == 0) return 0;
    // The smallest of the union, and how many of them are in both.
    const std::size_t sample = std::min({CopySignature::kept, used(left) + used(right)});
    std::size_t l = 0, r = 0, taken = 0, both = 0;
    for (; taken < sample && (l < used(left) || r < used(right)); ++taken) {
        const auto a = l < used(left) ? left.smallest[l] : CopySignature::unused;
        const auto b = r < used(right) ? right.smallest[r] : CopySignature::unused;
        both += a == b ? 1 : 0;
        l += a <= b ? 1 : 0;
        r += b <= a ? 1 : 0;
    }
    if (taken == 0) return 0;
    const auto taken_all = static_cast<double>(taken);
    double resemblance = static_cast<double>(both) / taken_all;
    const bool whole = left.runs <= CopySignature::kept && right.runs <= CopySignature::kept;
    if (!whole) {
        // Twice the standard error, with the count as if one more were shared, so that none is not
        // taken for never.
        const double at_least = (static_cast<double>(both) + 1) / taken_all;
        resemblance = std::min(
            1.0, resemblance + 2 * std::sqrt(at_least * std::max(0.0, 1 - at_least) / taken_all));
    }
    return std::min(1.0, resemblance * all / ((1 + resemblance) * smaller));
}

}  // namespace archive
