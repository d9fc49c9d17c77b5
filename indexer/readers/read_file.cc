// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/read_file.h"

#include "archive/base/text.h"
#include "indexer/readers/neighbours.h"
#include "indexer/readers/unread_formats.h"
#include "indexer/readers/utf16_bytes.h"

#include <chrono>
#include <exception>
#include <new>
#include <optional>
#include <utility>
#include <vector>

namespace indexer {

namespace {

using archive::Error;
using archive::ErrorCode;
using archive::Failure;

// What is held back until it is sure that the file did not change.
constexpr std::size_t held_records = 1'000;
constexpr std::size_t held_bytes = 16U << 20;

/// A file that nobody wrote to for so long is hardly being written: nothing of it is held back, so
/// that its first article is analysed while its second is read.
constexpr std::chrono::seconds rest(2);

bool at_rest(const FileBytes::Stamp& stamp) {
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::nanoseconds(stamp.mtime_ns) + rest < now;
}

std::size_t text_bytes(const archive::Article& article) {
    std::size_t bytes = article.title.size();
    for (const auto& zone : article.zones) bytes += zone.text.size();
    return bytes;
}

/// Hands records to the sink: late, while the file might have to be read again, then at once.
class Delivery {
public:
    explicit Delivery(const OutcomeSink& sink) : sink_(sink) {}

    bool take(RecordOutcome outcome) {
        if (stopped_) return false;
        if (!passing_) {
            bytes_ += text_bytes(outcome.record.article);
            held_.push_back(std::move(outcome));
            if (held_.size() > held_records || bytes_ > held_bytes) hand_over();
            return !stopped_;
        }
        return pass(std::move(outcome));
    }

    /// From now on nothing is held back.
    void hand_over() {
        passing_ = true;
        for (auto& outcome : std::exchange(held_, {})) {
            if (!pass(std::move(outcome))) return;
        }
    }

    /// Forgets what was taken; false when some of it was handed over already.
    bool forget() {
        if (passing_) return false;
        held_.clear();
        bytes_ = 0;
        return true;
    }

    bool stopped() const { return stopped_; }

    /// Throws what the sink threw.
    void rethrow() const {
        if (thrown_) std::rethrow_exception(thrown_);
    }

private:
    /// What the sink throws must not be taken for damage of the file: it waits here.
    bool pass(RecordOutcome outcome) {
        try {
            stopped_ = stopped_ || !sink_(std::move(outcome));
        } catch (...) {
            thrown_ = std::current_exception();
            stopped_ = true;
        }
        return !stopped_;
    }

    const OutcomeSink& sink_;
    std::vector<RecordOutcome> held_;
    std::size_t bytes_ = 0;
    bool passing_ = false;
    bool stopped_ = false;
    std::exception_ptr thrown_;
};

/// Reads what lies in one file, member by member.
class Members final : public MemberVisitor {
public:
    Members(const Registry& registry, const InputFile& file, std::string sha256, Delivery& delivery)
        : registry_(registry), file_(file), sha256_(std::move(sha256)), delivery_(delivery) {}

    bool member(const Origin& origin, Bytes& bytes) override {
        const auto head = bytes.head();
        if (head.empty() && bytes.broke_off()) return true;  // container.cc says why
        if (const auto order = utf16_order(head)) {
            Utf16Bytes text(bytes, *order);
            return recognise(origin, text, bytes);
        }
        return recognise(origin, bytes, bytes);
    }

    bool rejected(const std::string& path, Error error) override {
        Record record;
        record.kind = Record::Kind::rejected;
        record.record = 0;
        record.error = std::move(error);
        record.error.where.clear();
        return deliver(path, std::move(record));
    }

    bool skipped(const std::string& path, std::string note) override {
        Record record;
        record.kind = Record::Kind::skipped;
        record.record = 0;
        record.note = std::move(note);
        return deliver(path, std::move(record));
    }

private:
    /// `bytes` in UTF-8, as they come from `source`.
    bool recognise(const Origin& origin, Bytes& bytes, const Bytes& source) {
        const auto head = bytes.head();
        if (head.find_first_not_of(" \t\r\n\f\v") == std::string_view::npos
            && head.size() < full_head) {
            return rejected(origin.path, {ErrorCode::article_empty, "empty", {}, {}});
        }
        const Reader* reader = registry_.reader_for(head);
        if (reader != nullptr) return read(*reader, origin, bytes, source);
        if (const auto* format = unread_format(head)) {
            const std::string what(format->help);
            return format->articles || is_named(origin)
                       ? rejected(origin.path, {ErrorCode::format_unknown,
                                                what + ", which this version does not read",
                                                {},
                                                {}})
                       : skipped(origin.path, what);
        }
        const std::string what = "of no known format";
        return is_named(origin) ? rejected(origin.path, {ErrorCode::format_unknown, what, {}, {}})
                                : skipped(origin.path, what);
    }

    bool read(const Reader& reader, const Origin& origin, Bytes& bytes, const Bytes& source) {
        std::uint64_t records = 0;
        std::optional<Record> last;  // the one that may lack its end is known when no other comes
        const auto pass_on = [&] {
            return !last
                   || deliver(origin.path, complete(*std::exchange(last, std::nullopt), origin));
        };
        const auto sink = [&](Record record) {
            ++records;
            const bool go_on = pass_on();
            last = std::move(record);
            return go_on;
        };
        try {
            reader.read(bytes, origin, sink);
        } catch (const Failure&) {
            pass_on();
            throw;  // what holds the member is damaged: container.cc reports it
        } catch (const std::bad_alloc&) {
            pass_on();
            return rejected(
                origin.path,
                {ErrorCode::article_too_large, "needs more memory than there is", {}, {}});
        } catch (const std::exception& error) {
            pass_on();
            return rejected(
                origin.path,
                {ErrorCode::article_unreadable, archive::escaped(error.what()), {}, {}});
        }
        if (records == 0) return skipped(origin.path, "holds no records");
        if (source.broke_off() && last && last->kind == Record::Kind::article) {
            last->article.quality.truncated = true;
        }
        pass_on();
        return !delivery_.stopped();
    }

    Record complete(Record record, const Origin& origin) const {
        const bool names_article =
            record.kind == Record::Kind::article || record.kind == Record::Kind::withdrawn;
        if (!names_article) return record;
        record.article.provenance.sha256 = sha256_;
        if (record.article.source.empty()) record.article.source = origin.folder;
        return record;
    }

    /// Whether the file was given on the command line and is no container.
    bool is_named(const Origin& origin) const {
        return file_.named && origin.path == file_.real_path;
    }

    bool deliver(const std::string& path, Record record) {
        // The path to print begins as it was given.
        return delivery_.take(
            {file_.path + path.substr(file_.real_path.size()), std::move(record)});
    }

    static constexpr std::size_t full_head = 4096;

    const Registry& registry_;
    const InputFile& file_;
    std::string sha256_;
    Delivery& delivery_;
};

/// Reads the file once. False when it changed meanwhile.
bool read_once(const Registry& registry, const InputFile& file, const ReadOptions& options,
               Delivery& delivery, FileOutcome& outcome) {
    const FolderNeighbours neighbours(file.real_path);
    Origin origin{file.real_path, folder_of(file.real_path)};
    origin.neighbours = &neighbours;
    try {
        FileBytes bytes(file.real_path);
        const auto stamp = bytes.stamp();
        outcome.size = stamp.size;
        outcome.mtime_ns = stamp.mtime_ns;
        if (at_rest(stamp)) delivery.hand_over();
        if (options.hashing == Hashing::sha256) outcome.sha256 = bytes.sha256();
        Members members(registry, file, outcome.sha256, delivery);
        for_each_member(bytes, origin, options.limits, members);
        return bytes.stamp() == stamp;
    } catch (const Failure& failure) {
        Members(registry, file, {}, delivery).rejected(origin.path, failure.error());
        return true;
    }
}

}  // namespace

FileOutcome read_file(const Registry& registry, const InputFile& file, const ReadOptions& options,
                      const OutcomeSink& sink) {
    FileOutcome outcome;
    outcome.size = file.size;
    outcome.mtime_ns = file.mtime_ns;
    Delivery delivery(sink);
    bool unchanged = read_once(registry, file, options, delivery, outcome);
    if (!unchanged && !delivery.stopped() && delivery.forget()) {
        unchanged = read_once(registry, file, options, delivery, outcome);
    }
    outcome.changed = !unchanged;
    if (outcome.changed) {
        const Error error{ErrorCode::file_changed, "changed while it was read", {}, {}};
        Members(registry, file, {}, delivery).rejected(file.real_path, error);
    }
    delivery.hand_over();
    outcome.stopped = delivery.stopped();
    delivery.rethrow();
    return outcome;
}

std::string file_sha256(const std::string& real_path) {
    return FileBytes(real_path).sha256();
}

}  // namespace indexer
