// SPDX-License-Identifier: GPL-2.0-or-later
// metrics.h - Counters for operators, in the text format of Prometheus.
//
// Labels come from tables (route families, status codes, error codes), never from users: the text
// of a query is nobody's business, and labels that grow without end fill the memory.
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace server {

/// A number of the moment, with the words that explain it.
struct Gauge {
    std::string_view name;  ///< "dateline_index_documents"
    std::string_view help;
    double value = 0;
    std::string_view type = "gauge";  ///< or "counter"
    std::string labels = {};          ///< `version="0.1.0"`, or empty
};

/// What happened since the start. Thread-safe.
class Metrics {
public:
    /// One answered request. `family` is a route's, or "file", "none", "refused".
    void request(std::string_view family, int status, std::chrono::microseconds took);

    /// One query refused, by the dotted name of its error.
    void query_rejected(std::string_view code);

    /// One new manifest: "followed" or "failed".
    void revision(std::string_view result);

    /// All of it, followed by `gauges`, as text of version 0.0.4.
    std::string text(const std::vector<Gauge>& gauges) const;

private:
    // Bounds in seconds: a search takes single milliseconds, an export minutes.
    static constexpr std::array<double, 11> bounds{0.001, 0.0025, 0.005, 0.01, 0.025, 0.05,
                                                   0.1,   0.25,   0.5,   1,    5};
    struct Histogram {
        std::array<std::uint64_t, bounds.size()> within{};  // cumulative only when written
        std::uint64_t count = 0;
        double seconds = 0;
    };

    mutable std::mutex mutex_;
    std::map<std::pair<std::string, int>, std::uint64_t, std::less<>> requests_;
    std::map<std::string, Histogram, std::less<>> durations_;
    std::map<std::string, std::uint64_t, std::less<>> rejected_;
    std::map<std::string, std::uint64_t, std::less<>> revisions_{{"failed", 0}, {"followed", 0}};
};

/// Bytes of memory this process occupies now, from /proc; 0 when that cannot be read.
double resident_memory_bytes();

}  // namespace server
