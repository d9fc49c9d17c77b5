// SPDX-License-Identifier: GPL-2.0-or-later
// preparation.h - Readies each new revision for searches while nobody searches.
//
// What is true of a whole archive is worked out when it is first asked for, and with many articles
// the one who asks first would wait for it. At once after a revision appeared it would stand in the
// way of those who search just then.
#pragma once

#include <functional>
#include <memory>
#include <utility>

namespace server {

/// For one thread. `Snapshot` is archive::Searcher in the server and anything in tests.
template <typename Snapshot>
class Preparation {
public:
    /// `at_rest` says whether nobody has asked for anything in a while.
    explicit Preparation(std::function<bool()> at_rest) : at_rest_(std::move(at_rest)) {}

    /// Prepares the snapshot unless that was done or nobody rests. What is interrupted goes on at
    /// another time; what fails is left to the searches, which tell of it. Throws what prepare()
    /// throws.
    void look(const std::shared_ptr<const Snapshot>& held) {
        if (done_.lock() == held || !at_rest_()) return;
        done_ = held;
        held->prepare(at_rest_);
        if (!at_rest_()) done_.reset();
    }

private:
    const std::function<bool()> at_rest_;
    std::weak_ptr<const Snapshot> done_;
};

}  // namespace server
