// SPDX-License-Identifier: GPL-2.0-or-later
// progress.h - What a person at a terminal sees of a long run: one line with rate, rejects and time
// left.
#pragma once

#include <chrono>
#include <cstdint>
#include <mutex>
#include <string>
#include <string_view>

namespace indexer {

/// Writes to standard error. Any thread.
class Progress {
public:
    enum class When : std::uint8_t { automatic, always, never };

    /// `automatic` draws on a terminal only.
    enum class Rejects : std::uint8_t { show, hide };
    explicit Progress(When when, Rejects rejects = Rejects::show);
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    bool drawn() const { return drawn_; }

    /// What is ahead, for the time left: bytes of the files to be read.
    void foresee(std::uint64_t bytes) { bytes_ahead_ = bytes; }

    /// Reading goes on; drawn five times a second at most.
    void reading(std::uint64_t articles, std::uint64_t rejects, std::uint64_t bytes);

    /// A later step: "indexing", "merging", by articles.
    void step(std::string_view name, std::uint64_t done, std::uint64_t all);

    /// A line above the bar, on standard error; used for rejects.
    void line(const std::string& text);

private:
    void draw(const std::string& text, bool at_once);
    void wipe();

    bool drawn_;
    Rejects rejects_;
    std::uint64_t bytes_ahead_ = 0;
    std::mutex mutex_;
    std::string shown_;
    std::string step_name_;
    std::chrono::steady_clock::time_point begun_, step_begun_, drawn_at_;
};

}  // namespace indexer
