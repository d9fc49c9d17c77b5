// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/unpacking.h"

#include "archive/base/text.h"

// libarchive calls its handle `struct archive`, which our namespace of that name forbids.
#define archive libarchive_handle
#include <archive.h>
#include <archive_entry.h>
#undef archive

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <exception>
#include <new>
#include <utility>
#include <vector>

namespace indexer {

namespace {

using ::archive::ErrorCode;
using ::archive::Failure;

// Small blocks, so that what was unpacked is measured against what it came from, not against what
// was read ahead.
constexpr std::size_t block_bytes = 32U << 10;

/// A tar header holds the sum of its own bytes.
bool is_tar(std::string_view head) {
    constexpr std::size_t header = 512, sum_at = 148, sum_size = 8;
    if (head.size() < header || head[0] == '\0') return false;
    std::string_view written = head.substr(sum_at, sum_size);
    written = written.substr(std::min(written.find_first_not_of(' '), written.size()));
    unsigned expected = 0;
    const auto parsed =
        std::from_chars(written.data(), written.data() + written.size(), expected, 8);
    if (parsed.ec != std::errc()) return false;
    unsigned sum = 0;
    for (std::size_t i = 0; i < header; ++i) {
        const bool field = i >= sum_at && i < sum_at + sum_size;
        sum += field ? 32U : static_cast<unsigned char>(head[i]);
    }
    return sum == expected;
}

/// In UTF-8 where the container says how its names are written, else its bytes.
std::string name_of(archive_entry* entry) {
    if (const char* text = archive_entry_pathname_utf8(entry)) return text;
    if (const char* text = archive_entry_pathname(entry)) return text;
    return {};
}

Unpacking::Entry::Kind kind_of(archive_entry* entry) {
    using Kind = Unpacking::Entry::Kind;
    if (archive_entry_hardlink(entry) != nullptr) return Kind::link;
    switch (archive_entry_filetype(entry)) {
        case AE_IFREG: return Kind::file;
        case AE_IFDIR: return Kind::folder;
        case AE_IFLNK: return Kind::link;
        default: return Kind::special;
    }
}

}  // namespace

Packing packing_of(std::string_view head) {
    using namespace std::string_view_literals;
    struct Mark {
        std::string_view bytes;
        Packing packing;
    };
    constexpr std::array marks{
        Mark{"\x1f\x8b\x08"sv, Packing::gzip},
        Mark{"\xfd\x37\x7a\x58\x5a\x00"sv, Packing::xz},
        Mark{"\x28\xb5\x2f\xfd"sv, Packing::zstd},
        Mark{"\x04\x22\x4d\x18"sv, Packing::lz4},
        Mark{"\x37\x7a\xbc\xaf\x27\x1c"sv, Packing::seven_zip},
    };
    for (const auto& mark : marks) {
        if (head.starts_with(mark.bytes)) return mark.packing;
    }
    const auto bzip2_block = head.substr(std::min<std::size_t>(4, head.size()));
    if (head.starts_with("BZh")
        && (bzip2_block.starts_with("1AY&SY") || bzip2_block.starts_with("\x17\x72\x45\x38"))) {
        return Packing::bzip2;
    }
    if (head.starts_with("PK\x03\x04") || head.starts_with("PK\x05\x06")) {
        return is_zipped_document(first_zip_entry(head)) ? Packing::none : Packing::zip;
    }
    return is_tar(head) ? Packing::tar : Packing::none;
}

bool is_box(Packing packing) {
    return packing == Packing::tar || packing == Packing::zip || packing == Packing::seven_zip;
}

std::string_view first_zip_entry(std::string_view head) {
    constexpr std::size_t size_at = 26, name_at = 30;
    if (!head.starts_with("PK\x03\x04") || head.size() < name_at) return {};
    const std::size_t size = static_cast<unsigned char>(head[size_at])
                             + (std::size_t{static_cast<unsigned char>(head[size_at + 1])} << 8U);
    return head.substr(name_at, size);
}

bool is_zipped_document(std::string_view first_entry) {
    constexpr std::array<std::string_view, 5> names{"[Content_Types].xml", "_rels/.rels",
                                                    "docProps/app.xml", "mimetype",
                                                    "META-INF/MANIFEST.MF"};
    return std::find(names.begin(), names.end(), first_entry) != names.end()
           || first_entry.starts_with("word/");
}

struct Unpacking::State {
    Bytes& from;
    PlacedBytes* placed = nullptr;  // from, where it is read from any place
    std::vector<char> block = std::vector<char>(block_bytes);
    libarchive_handle* handle = nullptr;
    std::exception_ptr below = nullptr;  // what reading `from` threw
    std::uint64_t position = 0;
    std::uint64_t unpacked = 0;
    std::string_view ahead;        // of the entry: came and not handed over; libarchive owns it
    std::int64_t ahead_at = 0;     // where it stands in the entry
    std::int64_t handed_over = 0;  // of the entry
    bool opened = false;
    bool usable = true;

    explicit State(Bytes& bytes) : from(bytes), handle(archive_read_new()) {
        if (handle == nullptr) throw std::bad_alloc();
    }
    ~State() { archive_read_free(handle); }
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    void enable(Packing packing) {
        int code = ARCHIVE_OK;
        switch (packing) {
            case Packing::gzip: code = archive_read_support_filter_gzip(handle); break;
            case Packing::bzip2: code = archive_read_support_filter_bzip2(handle); break;
            case Packing::xz: code = archive_read_support_filter_xz(handle); break;
            case Packing::zstd: code = archive_read_support_filter_zstd(handle); break;
            case Packing::lz4: code = archive_read_support_filter_lz4(handle); break;
            case Packing::tar: code = archive_read_support_format_tar(handle); break;
            case Packing::zip: code = archive_read_support_format_zip(handle); break;
            case Packing::seven_zip: code = archive_read_support_format_7zip(handle); break;
            case Packing::none: break;
        }
        check(code);
        if (is_box(packing)) return;
        check(archive_read_support_format_raw(handle));
        check(archive_read_support_format_empty(handle));  // what raw takes has a byte
    }

    /// Throws for what is worse than a warning.
    void check(int code) {
        if (code == ARCHIVE_OK || code == ARCHIVE_WARN) return;
        if (code != ARCHIVE_FAILED) usable = false;
        fail();
    }

    [[noreturn]] void fail() {
        if (below) {
            usable = false;
            std::rethrow_exception(std::exchange(below, nullptr));
        }
        const char* reason = archive_error_string(handle);
        throw Failure(
            ErrorCode::container_damaged,
            "damaged: " + ::archive::escaped(reason == nullptr ? "no reason given" : reason));
    }

    /// The next piece of the entry; false at its end. What came before damage is a piece of its
    /// own: archive_read_data() would keep it back.
    bool look_ahead() {
        const void* piece = nullptr;
        std::size_t size = 0;
        la_int64_t at = 0;
        const int code = archive_read_data_block(handle, &piece, &size, &at);
        if (code == ARCHIVE_EOF) return false;
        if (code != ARCHIVE_OK) {
            // About data even a warning means damage: a wrong checksum, a wrong length.
            usable = usable && (code == ARCHIVE_WARN || code == ARCHIVE_FAILED);
            fail();
        }
        ahead = {static_cast<const char*>(piece), size};
        ahead_at = at;
        return true;
    }

    /// Some bytes of the entry, with zeros for the holes of a sparse file; 0 at its end.
    std::size_t take(char* buffer, std::size_t size) {
        while (ahead.empty()) {
            if (!look_ahead()) return 0;
        }
        std::size_t got = 0;
        if (ahead_at > handed_over) {
            got = std::min(size, static_cast<std::size_t>(ahead_at - handed_over));
            std::memset(buffer, 0, got);
        } else {
            got = ahead.copy(buffer, size);
            ahead.remove_prefix(got);
            ahead_at += static_cast<std::int64_t>(got);
        }
        handed_over += static_cast<std::int64_t>(got);
        return got;
    }

    static la_ssize_t on_read(libarchive_handle* handle, void* state, const void** buffer) {
        auto& self = *static_cast<State*>(state);
        try {
            const std::size_t got = self.from.read(self.block.data(), self.block.size());
            self.position += got;
            *buffer = self.block.data();
            return static_cast<la_ssize_t>(got);
        } catch (...) {  // must not pass through C; fail() throws it again
            self.below = std::current_exception();
            archive_set_error(handle, EIO, "what it lies in cannot be read");
            return ARCHIVE_FATAL;
        }
    }

    static la_int64_t on_seek(libarchive_handle*, void* state, la_int64_t offset, int whence) {
        auto& self = *static_cast<State*>(state);
        const auto size = static_cast<la_int64_t>(self.placed->size());
        la_int64_t at = offset;
        if (whence == SEEK_CUR) at += static_cast<la_int64_t>(self.position);
        if (whence == SEEK_END) at += size;
        if (at < 0 || at > size) return ARCHIVE_FATAL;
        self.position = static_cast<std::uint64_t>(at);
        self.placed->seek(self.position);
        return at;
    }
};

Unpacking::Unpacking(Bytes& from, Packing packing) : state_(std::make_unique<State>(from)) {
    state_->enable(packing);
    archive_read_set_callback_data(state_->handle, state_.get());
    archive_read_set_read_callback(state_->handle, State::on_read);
    if (packing != Packing::zip && packing != Packing::seven_zip) return;
    state_->placed = dynamic_cast<PlacedBytes*>(&from);
    if (state_->placed != nullptr) {
        state_->placed->seek(0);
        archive_read_set_seek_callback(state_->handle, State::on_seek);
    }
}

Unpacking::~Unpacking() = default;

std::optional<Unpacking::Entry> Unpacking::next() {
    if (!std::exchange(state_->opened, true)) state_->check(archive_read_open1(state_->handle));
    constexpr int patience = 10;
    for (int tries = 0; tries < patience; ++tries) {
        archive_entry* entry = nullptr;
        const int code = archive_read_next_header(state_->handle, &entry);
        if (code == ARCHIVE_EOF) return std::nullopt;
        if (code == ARCHIVE_RETRY) continue;
        state_->check(code);
        state_->ahead = {};
        state_->handed_over = 0;
        return Entry{kind_of(entry), name_of(entry), archive_entry_is_encrypted(entry) != 0};
    }
    state_->usable = false;
    state_->fail();
}

std::size_t Unpacking::read(char* buffer, std::size_t size) {
    const std::size_t got = state_->take(buffer, size);
    state_->unpacked += got;
    return got;
}

bool Unpacking::usable() const {
    return state_->usable;
}

std::uint64_t Unpacking::position() const {
    return state_->position;
}

std::uint64_t Unpacking::unpacked() const {
    return state_->unpacked;
}

}  // namespace indexer
