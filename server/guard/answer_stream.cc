// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/guard/answer_stream.h"

#include <poll.h>
#include <sys/socket.h>
#include <sys/uio.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>

namespace server {

using std::chrono::duration_cast;
using std::chrono::microseconds;
using std::chrono::milliseconds;

namespace {

constexpr std::size_t collect_bytes = 64 * 1024;

/// Of so many the system gathers a send from two places sooner than they are copied to one.
constexpr std::size_t gather_bytes = 8 * 1024;

}  // namespace

AnswerStream::AnswerStream(int socket, std::string_view head, Pace pace, const GuardLimits& limits,
                           const FrontDesk& desk, const std::atomic<Clock::rep>& cut_off)
    : socket_(socket),
      head_(head),
      pace_(pace),
      limits_(limits),
      desk_(desk),
      cut_off_(cut_off),
      patience_(limits.write_time) {}

ssize_t AnswerStream::read(char* out, std::size_t size) {
    const std::size_t count = std::min(size, head_.size());
    std::memcpy(out, head_.data(), count);
    head_.remove_prefix(count);
    return static_cast<ssize_t>(count);
}

ssize_t AnswerStream::write(const char* bytes, std::size_t size) {
    if (failed_) return -1;
    if (written_ == 0 && size > 12)
        std::from_chars(bytes + 9, bytes + 12, status_);  // "HTTP/1.1 200"
    written_ += size;
    const std::string_view more(bytes, size);
    if (size < gather_bytes && collected_.size() + size <= collect_bytes) {
        collected_.append(more);
    } else {
        const bool sent = send_all(collected_, more);
        collected_.clear();
        if (!sent) return -1;
    }
    return static_cast<ssize_t>(size);
}

bool AnswerStream::flush() {
    const bool sent = send_all(collected_, {});
    collected_.clear();
    return sent;
}

void AnswerStream::get_remote_ip_and_port(std::string& ip, int& port) const {
    ip.clear();  // handlers are not told: the log asks the socket
    port = 0;
}

void AnswerStream::get_local_ip_and_port(std::string& ip, int& port) const {
    ip.clear();
    port = 0;
}

/// Sends one after the other until the socket is full, and shortens both. False when the
/// connection is broken.
bool AnswerStream::send_now(std::string_view& first, std::string_view& second) {
    while (!first.empty() || !second.empty()) {
        // The system only reads what it is asked to send.
        std::array<iovec, 2> parts{{{const_cast<char*>(first.data()), first.size()},
                                    {const_cast<char*>(second.data()), second.size()}}};
        msghdr message{};
        message.msg_iov = parts.data();
        message.msg_iovlen = parts.size();
        const ssize_t sent = ::sendmsg(socket_, &message, MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent < 0 && errno == EINTR) continue;
        if (sent < 0) return errno == EAGAIN;
        const auto of_first = std::min(static_cast<std::size_t>(sent), first.size());
        first.remove_prefix(of_first);
        second.remove_prefix(static_cast<std::size_t>(sent) - of_first);
        if (pace_ == Pace::streamed) {
            const microseconds earned(1'000'000 * sent
                                      / static_cast<ssize_t>(limits_.export_bytes_a_second));
            patience_ = std::min<microseconds>(patience_ + earned, limits_.write_time);
        }
    }
    return true;
}

bool AnswerStream::wait_for_client() {
    const auto before = Clock::now();
    auto left = patience_;
    if (const auto cut_off = Clock::time_point(Clock::duration(cut_off_.load()));
        cut_off - before < left) {
        left = duration_cast<microseconds>(cut_off - before);
    }
    if (left <= microseconds(0)) return false;
    pollfd waiting{socket_, POLLOUT, 0};
    const int ready =
        ::poll(&waiting, 1, static_cast<int>(duration_cast<milliseconds>(left).count()) + 1);
    patience_ -= duration_cast<microseconds>(Clock::now() - before);
    return ready > 0 || (ready < 0 && errno == EINTR);
}

bool AnswerStream::send_all(std::string_view first, std::string_view second) {
    if (pace_ == Pace::streamed && Clock::now().time_since_epoch().count() > cut_off_)
        failed_ = true;
    while (!(first.empty() && second.empty()) && !failed_) {
        std::string_view kept = unsent_, nothing;
        failed_ = !send_now(kept, nothing);  // in order: first what was kept
        unsent_.erase(0, unsent_.size() - kept.size());
        if (!failed_ && unsent_.empty()) failed_ = !send_now(first, second);
        const auto left = first.size() + second.size();
        if (left == 0 || failed_) break;
        if (pace_ == Pace::prompt && desk_.has_room_for(unsent_.size() + left)) {
            unsent_.append(first).append(second);
            break;
        }
        failed_ = !wait_for_client();
    }
    return !failed_;
}

}  // namespace server
