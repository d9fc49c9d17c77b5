// SPDX-License-Identifier: GPL-2.0-or-later
// index_lock.h - One indexer at a time: a flock on INDEX/lock, which is never removed.
#pragma once

#include <string>

namespace archive {

/// Held for as long as the object, and every child that inherits it, lives.
class IndexLock {
public:
    /// Makes the folder when there is none. Throws Failure: locked (another indexer holds it, after
    /// half a second of trying: a killed one lets go only when its child is gone), cannot_create.
    explicit IndexLock(const std::string& index);
    ~IndexLock();
    IndexLock(const IndexLock&) = delete;
    IndexLock& operator=(const IndexLock&) = delete;

private:
    int fd_ = -1;
};

}  // namespace archive
