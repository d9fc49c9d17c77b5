// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/issue_claims.h"

#include "archive/base/limits.h"
#include "indexer/readers/container.h"
#include "indexer/readers/mets_issue.h"
#include "indexer/readers/neighbours.h"
#include "indexer/readers/xml_tree.h"

namespace indexer {

namespace {

constexpr std::size_t remembered_places = 64;

}  // namespace

IssueClaims::Claims IssueClaims::claims_around(const Origin& page) {
    Claims claims;
    if (page.neighbours == nullptr) return claims;
    try {
        page.neighbours->search(is_mets, "mets", [&](const std::string& path, Bytes& bytes) {
            const auto mets = XmlTree::read(bytes, archive::limits::xml_record_bytes);
            const auto issue = issue_of(mets);
            for (const auto& name : issue.pages) {
                if (auto named = referred_path(place_of(path), name)) {
                    claims.emplace(std::move(*named), path);
                }
            }
            return true;
        });
    } catch (const archive::Failure&) {
        // What cannot be read claims nothing: the page is read by itself then.
    }
    return claims;
}

std::string IssueClaims::issue_of_page(const Origin& page) const {
    const std::string place(place_of(page.path));
    const auto answer = [&](const Claims& claims) {
        const auto found = claims.find(page.path);
        return found == claims.end() ? std::string() : found->second;
    };
    {
        const std::scoped_lock lock(mutex_);
        if (const auto known = places_.find(place); known != places_.end()) {
            return answer(known->second);
        }
    }
    auto claims = claims_around(page);
    const std::scoped_lock lock(mutex_);
    if (places_.size() >= remembered_places) places_.clear();
    return answer(places_.insert_or_assign(place, std::move(claims)).first->second);
}

}  // namespace indexer
