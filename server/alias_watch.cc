// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/alias_watch.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace server {

using archive::AliasTable;
using archive::Error;
using archive::ErrorCode;

namespace {

/// The clock of a file system may stand still for so long.
constexpr std::chrono::milliseconds clock_tick{100};

bool is_young(const FileState& state) {
    const std::chrono::nanoseconds written(std::max(state.modified_ns, state.changed_ns));
    return std::chrono::system_clock::now().time_since_epoch() < written + clock_tick;
}

/// Whether both name the same lines: a comment above a line gives it another number.
bool same_lines(const std::vector<Error>& left, const std::vector<Error>& right) {
    return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                      [](const Error& one, const Error& other) {
                          return one.where == other.where && one.message == other.message;
                      });
}

AliasWatch::Table of_the_program() {
    return {std::shared_ptr<void>(), &AliasTable::shipped()};
}

}  // namespace

AliasWatch::AliasWatch(std::string file, Needed needed)
    : had_(needed == Needed::yes), table_(of_the_program()) {
    report_.file = std::move(file);
}

AliasWatch::Look AliasWatch::look() {
    const std::lock_guard lock(mutex_);
    const auto state = file_state(report_.file);
    if (!state) {
        seen_.reset();
        if (!had_ || report_.trouble) return Look::unchanged;
        return fail({ErrorCode::file_unreadable, "the file of aliases is not there", report_.file});
    }
    if (state == seen_ && !young_) return Look::unchanged;
    seen_ = state;
    young_ = is_young(*state);
    had_ = true;
    return read();
}

AliasWatch::Look AliasWatch::read() {
    const auto& program = AliasTable::shipped();
    std::vector<Error> bad_lines;
    auto table = AliasTable::read_over(program, report_.file, &bad_lines);
    if (!table) {
        if (report_.trouble) return Look::unchanged;
        return fail(table.error());
    }
    const bool other_names = table->checksum() != table_->checksum();
    const bool changed =
        report_.trouble || other_names || !same_lines(bad_lines, report_.bad_lines);
    report_.trouble.reset();
    if (!changed) return Look::unchanged;
    report_.aliases = table->rows() - program.rows();
    report_.bad_lines = std::move(bad_lines);
    if (!other_names) return Look::followed;
    table_ = table->checksum() == program.checksum()
                 ? of_the_program()
                 : std::make_shared<const AliasTable>(*std::move(table));
    return Look::followed;
}

AliasWatch::Look AliasWatch::fail(Error error) {
    report_.trouble = std::move(error);
    return Look::failed;
}

AliasWatch::Table AliasWatch::table() const {
    const std::lock_guard lock(mutex_);
    return table_;
}

AliasWatch::Report AliasWatch::report() const {
    const std::lock_guard lock(mutex_);
    return report_;
}

}  // namespace server
