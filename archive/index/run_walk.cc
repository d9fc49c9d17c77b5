// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/run_walk.h"

#include "archive/base/error.h"
#include "archive/index/tokens.h"

#include <filesystem>

namespace archive {

RunWalk::RunWalk(const std::string& folder, const std::vector<std::uint32_t>& common,
                 std::size_t lexicon)
    : path_(folder + "/runs.walk"), file_(path_, std::ios::binary), ranks_(lexicon, none) {
    for (std::size_t rank = 0; rank < common.size(); ++rank)
        ranks_[common[rank]] = static_cast<std::uint16_t>(rank);
}

RunWalk::~RunWalk() {
    std::error_code ignored;
    std::filesystem::remove(path_, ignored);
}

void RunWalk::find(std::string_view tokens) {
    met_.clear();
    spans_ = false;
    TokenWalk walk(tokens);
    for (Token token; walk.next(token);) {
        if (token.word >= ranks_.size() || ranks_[token.word] == none
            || token.zone == ZoneKind::furniture)
            continue;
        // Words come in the order of their ends, so those before this one end it together.
        auto before = met_.size();
        while (before > 0 && met_[before - 1].end > token.position) --before;
        met_.push_back({ranks_[token.word], token.position, token.position + token.span, before});
        spans_ = spans_ || token.span != 1;
    }
}

std::string_view RunWalk::note() {
    noting_.clear();
    const auto put = [&](std::size_t first, std::size_t count) {
        noting_ += static_cast<char>(static_cast<unsigned char>(count));
        for (auto at = first; at < first + count; ++at)
            noting_ += static_cast<char>(static_cast<unsigned char>(met_[at].rank));
    };
    for (std::size_t first = 0; first < met_.size();) {
        auto end = first + 1;
        while (end < met_.size() && met_[end].begin == met_[end - 1].end) ++end;
        const bool stretch = end - first > 1;
        for (; stretch && end - first >= longest_stretch;
             first += longest_stretch - (longest_run - 1))
            put(first, longest_stretch);
        if (stretch) put(first, end - first);
        first = end;
    }
    noting_ += static_cast<char>(end_of_document);
    file_.write(noting_.data(), static_cast<std::streamsize>(noting_.size()));
    return noting_;
}

void RunWalk::finish_first() {
    file_.close();
    if (!file_) throw_system_error("cannot write", path_);
    noted_ = WalkedFile(path_);
    std::filesystem::remove(path_);
}

}  // namespace archive
