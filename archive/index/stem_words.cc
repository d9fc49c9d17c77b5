// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/stem_words.h"

#include "archive/base/error.h"
#include "archive/index/byte_order.h"
#include "archive/index/number_bytes.h"
#include "archive/index/stemmer.h"
#include "archive/index/word_ranks.h"

#include <algorithm>
#include <limits>

namespace archive {

namespace {

constexpr std::size_t most_languages = std::numeric_limits<Stemmings>::digits - 1;

Stemmings bit(std::size_t at) {
    return Stemmings{1} << at;
}

/// The words of a language that are not their own stem, in the order of their stems.
std::vector<std::uint32_t> in_order_of_stems(const std::string& language,
                                             const StringNumbers& lexicon,
                                             const std::vector<Stemmings>& words, Stemmings in) {
    std::vector<std::uint32_t> stemmed;
    std::vector<std::size_t> begin{0};
    std::string stems;
    Stemmer stemmer(language);
    for (std::uint32_t word = 0; word < words.size(); ++word) {
        if ((words[word] & in) == 0) continue;
        const auto stem = stemmer(lexicon.text(word));
        if (stem == lexicon.text(word)) continue;
        stemmed.push_back(word);
        stems += stem;
        begin.push_back(stems.size());
    }
    auto order = in_order_of_bytes(stemmed.size(), [&](std::uint32_t at) {
        return std::string_view(stems).substr(begin[at], begin[at + 1] - begin[at]);
    });
    for (auto& at : order) at = stemmed[at];
    return order;
}

}  // namespace

void StemmedWords::begin(std::string_view language) {
    const auto name = stemmed_as(language);
    const auto known = std::find(languages_.begin(), languages_.end(), name);
    at_hand_ = bit(static_cast<std::size_t>(known - languages_.begin()));
    if (known == languages_.end()) languages_.emplace_back(name);
}

void StemmedWords::renumber(std::span<const std::uint32_t> ranks) {
    words_ = in_order_of(ranks, std::move(words_));
}

std::vector<std::pair<std::string, FileStamp>> StemmedWords::write(
    const std::string& folder, const StringNumbers& lexicon) const {
    std::string names;
    std::vector<std::uint32_t> all;
    for (std::size_t at = 0; at < languages_.size(); ++at) {
        const auto words = in_order_of_stems(languages_[at], lexicon, words_, bit(at));
        put_text(names, languages_[at]);
        put_number(names, words.size());
        all.insert(all.end(), words.begin(), words.end());
    }
    std::vector<std::pair<std::string, FileStamp>> files;
    files.emplace_back("stems", write_column(folder + "/stems", all));
    files.emplace_back("stems.languages", write_whole_file(folder + "/stems.languages", names));
    return files;
}

void StemWords::open(const std::string& folder) {
    words_ = Column<std::uint32_t>(folder + "/stems");
    const auto file = read_whole_file(folder + "/stems.languages");
    auto left = words_.values();
    bool fits = std::all_of(left.begin(), left.end(),
                            [&](std::uint32_t word) { return word < lexicon_.size(); });
    NumberBytes bytes(file);
    while (fits && !bytes.at_end()) {
        std::string name(bytes.text());
        const auto count = bytes.number();
        fits = count <= left.size() && languages_.size() < most_languages;
        if (!fits) break;
        languages_.push_back({std::move(name), left.first(count)});
        left = left.subspan(count);
    }
    if (!fits || !left.empty())
        throw Failure(ErrorCode::index_damaged, "holds stems that do not fit", folder + "/stems");
}

std::vector<StemWords::Form> StemWords::forms(std::string_view stem) const {
    std::vector<Form> forms;
    for (std::size_t at = 0; at < languages_.size(); ++at) {
        for (const auto word : numbers(languages_[at].name, stem)) forms.push_back({word, bit(at)});
    }
    if (languages_.size() == 1) return forms;
    std::sort(forms.begin(), forms.end(),
              [](const Form& left, const Form& right) { return left.word < right.word; });
    std::size_t used = 0;
    for (const auto& form : forms) {
        if (used > 0 && forms[used - 1].word == form.word)
            forms[used - 1].in |= form.in;
        else
            forms[used++] = form;
    }
    forms.resize(used);
    return forms;
}

std::vector<std::uint32_t> StemWords::numbers(std::string_view language,
                                              std::string_view of_stem) const {
    const auto name = stemmed_as(language);
    const auto found =
        std::find_if(languages_.begin(), languages_.end(),
                     [&](const Language& candidate) { return candidate.name == name; });
    if (found == languages_.end()) return {};
    const std::string stem(of_stem);  // may be in the memory of this very stemmer
    const auto words = std::equal_range(
        found->words.begin(), found->words.end(), stem, [&](const auto& left, const auto& right) {
            const auto text = [&](const auto& side) -> std::string_view {
                if constexpr (std::is_same_v<std::decay_t<decltype(side)>, std::string>)
                    return side;
                else
                    return stem_in(name, lexicon_[side]);
            };
            return text(left) < text(right);
        });
    std::vector<std::uint32_t> numbers(words.first, words.second);
    const auto own = lexicon_.number(stem);
    if (own && stem_in(name, stem) == stem) numbers.push_back(*own);
    return numbers;
}

Stemmings StemWords::of(std::string_view language) const {
    const auto name = stemmed_as(language);
    for (std::size_t at = 0; at < languages_.size(); ++at) {
        if (languages_[at].name == name) return bit(at);
    }
    return 0;
}

}  // namespace archive
