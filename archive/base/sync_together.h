// SPDX-License-Identifier: GPL-2.0-or-later
// sync_together.h - Makes many new files durable at once.
//
// Every fsync waits until the file system has written its journal: those of the seventy files of a
// small segment, one after the other, took 0.2 s and more on a disk with other work (2026-11-22).
// Asked for at once they share a few writes of the journal.
//
//     SyncTogether together;
//     write_whole_file(a, …);   // written, not yet durable
//     write_whole_file(b, …);
//     together.finish();        // both are durable
#pragma once

#include <string>
#include <vector>

namespace archive {

/// Takes over the files that NewFile::finish() ends in this thread, as long as it lives. One a
/// thread at a time.
class SyncTogether {
public:
    SyncTogether();
    /// Files that were not made durable are closed.
    ~SyncTogether();
    SyncTogether(const SyncTogether&) = delete;
    SyncTogether& operator=(const SyncTogether&) = delete;

    /// Makes all files durable that were finished so far, and closes them. Throws Failure with the
    /// path of one that could not be.
    void finish();

    /// That of this thread, or null.
    static SyncTogether* at_hand();

    /// An open file, which is closed here.
    void add(int descriptor, std::string path);

private:
    struct File {
        int descriptor = -1;
        std::string path;
    };
    static void make_durable(File& file);

    std::vector<File> files_;
};

}  // namespace archive
