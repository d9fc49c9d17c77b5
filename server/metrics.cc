// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/metrics.h"

#include <fmt/format.h>
#include <unistd.h>

#include <fstream>
#include <iterator>
#include <vector>

namespace server {
namespace {

void describe(std::string& out, std::string_view name, std::string_view type,
              std::string_view help) {
    fmt::format_to(std::back_inserter(out), "# HELP {} {}\n# TYPE {} {}\n", name, help, name, type);
}

void count(std::string& out, std::string_view name, std::string_view label, std::string_view help,
           const std::map<std::string, std::uint64_t, std::less<>>& counts) {
    describe(out, name, "counter", help);
    for (const auto& [value, number] : counts) {
        fmt::format_to(std::back_inserter(out), "{}{{{}=\"{}\"}} {}\n", name, label, value, number);
    }
}

}  // namespace

void Metrics::request(std::string_view family, int status, std::chrono::microseconds took) {
    const double seconds = std::chrono::duration<double>(took).count();
    const std::lock_guard lock(mutex_);
    ++requests_[{std::string(family), status}];
    Histogram& histogram = durations_[std::string(family)];
    ++histogram.count;
    histogram.seconds += seconds;
    for (std::size_t i = 0; i < bounds.size(); ++i) {
        if (seconds <= bounds[i]) {
            ++histogram.within[i];
            break;
        }
    }
}

void Metrics::query_rejected(std::string_view code) {
    const std::lock_guard lock(mutex_);
    ++rejected_[std::string(code)];
}

void Metrics::revision(std::string_view result) {
    const std::lock_guard lock(mutex_);
    ++revisions_[std::string(result)];
}

std::string Metrics::text(const std::vector<Gauge>& gauges) const {
    std::string out;
    const auto into = std::back_inserter(out);
    const std::lock_guard lock(mutex_);
    describe(out, "dateline_http_requests_total", "counter", "Requests answered.");
    for (const auto& [key, number] : requests_) {
        fmt::format_to(into, "dateline_http_requests_total{{route=\"{}\",code=\"{}\"}} {}\n",
                       key.first, key.second, number);
    }
    constexpr std::string_view duration = "dateline_http_request_duration_seconds";
    describe(out, duration, "histogram", "Time from a complete request to the end of its answer.");
    for (const auto& [family, histogram] : durations_) {
        std::uint64_t below = 0;
        for (std::size_t i = 0; i < bounds.size(); ++i) {
            below += histogram.within[i];
            fmt::format_to(into, "{}_bucket{{route=\"{}\",le=\"{}\"}} {}\n", duration, family,
                           bounds[i], below);
        }
        fmt::format_to(into, "{}_bucket{{route=\"{}\",le=\"+Inf\"}} {}\n", duration, family,
                       histogram.count);
        fmt::format_to(into, "{}_sum{{route=\"{}\"}} {}\n", duration, family, histogram.seconds);
        fmt::format_to(into, "{}_count{{route=\"{}\"}} {}\n", duration, family, histogram.count);
    }
    count(out, "dateline_queries_rejected_total", "reason", "Queries refused, by error code.",
          rejected_);
    count(out, "dateline_revisions_followed_total", "result", "New revisions of the index met.",
          revisions_);
    for (const Gauge& gauge : gauges) {
        describe(out, gauge.name, gauge.type, gauge.help);
        const std::string labels = gauge.labels.empty() ? "" : '{' + gauge.labels + '}';
        fmt::format_to(into, "{}{} {}\n", gauge.name, labels, gauge.value);
    }
    return out;
}

double resident_memory_bytes() {
    std::ifstream in("/proc/self/statm");
    double total = 0;
    double resident = 0;
    in >> total >> resident;
    return resident * static_cast<double>(::sysconf(_SC_PAGESIZE));
}

}  // namespace server
