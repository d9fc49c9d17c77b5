// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/change_list.h"

#include "archive/base/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <map>

namespace archive {

namespace {

constexpr std::size_t kept_lists = 1'000;
constexpr std::chrono::seconds kept_time = std::chrono::days(90);
constexpr std::string_view time_word = "at ";
constexpr std::array<std::string_view, 3> change_names{"added", "changed", "removed"};

template <typename Number>
std::optional<Number> number_in(std::string_view text) {
    Number number{};
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec != std::errc() || read.ptr != text.data() + text.size()) return std::nullopt;
    return number;
}

/// The revision that wrote a list: 9 for "changes/9".
std::uint64_t revision_of(const NamedFile& list) {
    const auto name = std::string_view(list.path).substr(list.path.rfind('/') + 1);
    return number_in<std::uint64_t>(name).value_or(0);
}

/// When a list was published; none for one that does not say so, as those of earlier programs.
std::optional<std::int64_t> time_of(const std::string& path) {
    std::ifstream in(path);
    std::string line;
    if (!std::getline(in, line) || !line.starts_with(time_word)) return std::nullopt;
    return number_in<std::int64_t>(std::string_view(line).substr(time_word.size()));
}

/// What two changes of one article come to; nothing when it is as if it had never been.
std::optional<Change> joined(Change earlier, Change later) {
    if (later == Change::removed)
        return earlier == Change::added ? std::nullopt : std::optional(later);
    return earlier == Change::added ? Change::added : Change::changed;
}

/// Reads lists line by line and remembers what became of each article.
class Reading {
public:
    explicit Reading(std::size_t most) : left_(most) {}

    /// Reads on from the line `skip`; none when the list ended, else the lines done.
    std::optional<std::uint64_t> read(const std::string& path, std::string_view text,
                                      std::uint64_t skip) {
        std::uint64_t done = 0;
        while (!text.empty()) {
            const auto end = std::min(text.find('\n'), text.size());
            const auto line = text.substr(0, end);
            text.remove_prefix(std::min(end + 1, text.size()));
            if (line.starts_with(time_word)) continue;
            if (done >= skip) {
                if (left_ == 0) return done;
                --left_;
                take(path, line);
            }
            ++done;
        }
        return std::nullopt;
    }

    Changes changes() const {
        Changes all;
        for (const auto& [id, change] : by_id_) {
            switch (change) {
                case Change::added: all.added.push_back(id); break;
                case Change::changed: all.changed.push_back(id); break;
                case Change::removed: all.removed.push_back(id); break;
            }
        }
        return all;
    }

private:
    void take(const std::string& path, std::string_view line) {
        const auto blank = std::min(line.find(' '), line.size());
        const auto name =
            std::find(change_names.begin(), change_names.end(), line.substr(0, blank));
        if (name == change_names.end() || blank == line.size())
            throw Failure(ErrorCode::index_damaged, "holds a line that is no change", path);
        const auto change = static_cast<Change>(name - change_names.begin());
        const auto [at, fresh] = by_id_.try_emplace(std::string(line.substr(blank + 1)), change);
        if (fresh) return;
        const auto both = joined(at->second, change);
        if (both)
            at->second = *both;
        else
            by_id_.erase(at);
    }

    std::size_t left_;
    std::map<std::string, Change> by_id_;
};

Error too_old(std::uint64_t since) {
    return {ErrorCode::changes_too_old, "the changes since revision " + std::to_string(since)
                                            + " are no longer kept; read the archive anew"};
}

Error no_such_revision(std::uint64_t since, std::uint64_t newest) {
    const auto found = std::to_string(since);
    return {ErrorCode::parameter_bad_value,
            "revision " + found + " is not there yet; the newest is " + std::to_string(newest),
            {},
            Place{"since", 0, found.size(), found, std::to_string(newest)}};
}

}  // namespace

std::string_view name(Change change) {
    return change_names[static_cast<std::size_t>(change)];
}

ChangeList::ChangeList(std::int64_t published) {
    text_ = std::string(time_word) + std::to_string(published) + '\n';
}

void ChangeList::add(Change change, std::string_view id) {
    text_.append(name(change)).append(1, ' ').append(id).append(1, '\n');
}

void forget_old_changes(const std::string& index, Manifest& manifest, std::int64_t now) {
    auto& lists = manifest.changes;
    auto first = lists.begin();
    if (lists.size() > kept_lists) first = lists.end() - static_cast<std::ptrdiff_t>(kept_lists);
    for (; first != lists.end(); ++first) {
        const auto published = time_of(index + "/" + first->path);
        if (!published || now - *published <= kept_time.count()) break;
    }
    lists.erase(lists.begin(), first);
}

Result<Changes> changes_since(const std::string& index, const Manifest& manifest,
                              std::uint64_t since, const std::optional<ChangesPlace>& from,
                              std::size_t most) {
    if (since > manifest.revision) return no_such_revision(since, manifest.revision);
    const auto begin = from ? from->revision : since + 1;
    const auto& lists = manifest.changes;
    // A revision without a list changed nothing, if it came after one that has a list.
    const auto known_from = lists.empty() ? manifest.revision + 1 : revision_of(lists.front());
    if (begin < known_from) return too_old(since);
    Reading reading(most);
    for (const auto& list : lists) {
        const auto revision = revision_of(list);
        if (revision < begin) continue;
        const auto path = index + "/" + list.path;
        std::error_code status;
        // Whoever holds a revision for long may find that its oldest lists were swept.
        if (!std::filesystem::exists(path, status)) return too_old(since);
        const Mapping file(path);
        if (checksum_of(file.bytes()) != list.stamp.checksum)
            throw Failure(ErrorCode::index_damaged, "holds other bytes than were written", path);
        const bool going_on = from && revision == from->revision;
        if (const auto done = reading.read(path, file.bytes(), going_on ? from->lines : 0)) {
            auto changes = reading.changes();
            changes.next = ChangesPlace{revision, *done};
            return changes;
        }
    }
    return reading.changes();
}

}  // namespace archive
