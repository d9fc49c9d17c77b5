// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/progress.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>

namespace indexer {

namespace {

using Clock = std::chrono::steady_clock;

constexpr auto redraw = std::chrono::milliseconds(200);
constexpr std::size_t bar_cells = 20;

double seconds_since(Clock::time_point begin) {
    return std::chrono::duration<double>(Clock::now() - begin).count();
}

std::string bar(double share) {
    const auto full =
        static_cast<std::size_t>(std::clamp(share, 0.0, 1.0) * static_cast<double>(bar_cells));
    return "[" + std::string(full, '#') + std::string(bar_cells - full, '.') + "]";
}

std::string time_left(double share, double elapsed) {
    if (share <= 0.01 || elapsed < 1) return "";
    const auto left = static_cast<std::uint64_t>(elapsed / share - elapsed);
    return fmt::format(", {}:{:02} left", left / 60, left % 60);
}

}  // namespace

Progress::Progress(When when, Rejects rejects)
    : drawn_(when == When::always || (when == When::automatic && ::isatty(STDERR_FILENO) == 1)),
      rejects_(rejects),
      begun_(Clock::now()),
      step_begun_(begun_) {}

Progress::~Progress() {
    const std::scoped_lock lock(mutex_);
    wipe();
}

void Progress::reading(std::uint64_t articles, std::uint64_t rejects, std::uint64_t bytes) {
    if (!drawn_) return;
    const std::scoped_lock lock(mutex_);
    const double elapsed = seconds_since(begun_);
    const double share =
        bytes_ahead_ == 0 ? 0 : static_cast<double>(bytes) / static_cast<double>(bytes_ahead_);
    draw(fmt::format("reading  {} {} articles, {:.0f}/s, {} rejected{}", bar(share), articles,
                     elapsed > 0 ? static_cast<double>(articles) / elapsed : 0.0, rejects,
                     time_left(share, elapsed)),
         false);
}

void Progress::step(std::string_view name, std::uint64_t done, std::uint64_t all) {
    if (!drawn_ || all == 0) return;
    const std::scoped_lock lock(mutex_);
    if (step_name_ != name) {
        step_name_ = name;
        step_begun_ = Clock::now();
    }
    const double elapsed = seconds_since(step_begun_);
    const double share = static_cast<double>(done) / static_cast<double>(all);
    draw(fmt::format("{:<8} {} {} of {} articles, {:.0f}/s{}", name, bar(share), done, all,
                     elapsed > 0 ? static_cast<double>(done) / elapsed : 0.0,
                     time_left(share, elapsed)),
         done == all);
}

void Progress::line(const std::string& text) {
    if (rejects_ == Rejects::hide) return;
    const std::scoped_lock lock(mutex_);
    wipe();
    std::fputs((text + "\n").c_str(), stderr);
}

void Progress::draw(const std::string& text, bool at_once) {
    const auto now = Clock::now();
    if (!at_once && now - drawn_at_ < redraw) return;
    drawn_at_ = now;
    const std::size_t rest = shown_.size() > text.size() ? shown_.size() - text.size() : 0;
    std::fputs(("\r" + text + std::string(rest, ' ')).c_str(), stderr);
    std::fflush(stderr);
    shown_ = text;
}

void Progress::wipe() {
    if (shown_.empty()) return;
    std::fputs(("\r" + std::string(shown_.size(), ' ') + "\r").c_str(), stderr);
    std::fflush(stderr);
    shown_.clear();
}

}  // namespace indexer
