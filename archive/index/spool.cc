// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/spool.h"

#include "archive/base/error.h"
#include "archive/base/files.h"
#include "archive/index/article_codec.h"
#include "archive/index/number_bytes.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace archive {

namespace {

/// What is stored of an article at the front, as encode_article() writes it, up to the checksum of
/// its file.
std::size_t bytes_before_sha256(std::string_view encoded) {
    NumberBytes from(encoded);
    from.take(1);   // the layout
    from.text();    // id
    from.text();    // external id
    from.number();  // version
    from.text();    // path
    from.number();  // record
    return encoded.size() - from.left();
}

/// Without the checksum of the file, which is not the record's: another record changes it.
std::uint64_t content_hash(std::string_view encoded) {
    const auto before = bytes_before_sha256(encoded);
    NumberBytes from(encoded.substr(before));
    from.text();
    thread_local std::string unplaced;
    unplaced.assign(encoded.substr(0, before));
    put_text(unplaced, "");
    unplaced += from.rest();
    return checksum_of(unplaced);
}

}  // namespace

std::uint64_t content_hash(const Article& article) {
    return content_hash(encode_article(article));
}

Spool::Spool(const std::string& folder, const std::string& name) : path_(folder + "/" + name) {
    ::unlink(path_.c_str());
    fd_ = ::open(path_.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd_ < 0) throw_system_error("cannot create", path_, ErrorCode::cannot_create);
    ::unlink(path_.c_str());
}

Spool::~Spool() {
    ::close(fd_);
}

std::uint64_t Spool::append(std::string_view bytes) {
    const std::scoped_lock lock(appending_);
    const std::uint64_t at = end_;
    for (std::size_t done = 0; done < bytes.size();) {
        const ssize_t wrote =
            ::pwrite(fd_, bytes.data() + done, bytes.size() - done, static_cast<off_t>(at + done));
        if (wrote < 0 && errno == EINTR) continue;
        if (wrote < 0) throw_system_error("cannot write", path_);
        done += static_cast<std::size_t>(wrote);
    }
    end_ += bytes.size();
    return at;
}

std::string Spool::read(std::uint64_t at, std::size_t bytes) const {
    std::string text(bytes, '\0');
    for (std::size_t done = 0; done < text.size();) {
        const ssize_t got =
            ::pread(fd_, text.data() + done, text.size() - done, static_cast<off_t>(at + done));
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) throw_system_error("cannot read", path_);
        done += static_cast<std::size_t>(got);
    }
    return text;
}

SpooledArticle Spool::add(const Article& article, std::string_view notes) {
    SpooledArticle entry;
    entry.id = article.id;
    const std::string encoded = encode_article(article);
    entry.content = content_hash(encoded);
    entry.notes_bytes = static_cast<std::uint32_t>(notes.size());
    if (!notes.empty()) entry.notes_at = append(notes);
    place(entry, article, encoded);
    return entry;
}

void Spool::replace(SpooledArticle& entry, const Article& article) {
    place(entry, article, encode_article(article));
}

void Spool::place(SpooledArticle& entry, const Article& article, std::string_view encoded) {
    const std::string frame = quickly_packed(encoded);
    entry.first_day = article.published.span.first;
    entry.last_day = article.published.span.last;
    entry.certainty = article.published.certainty;
    entry.altered = article.quality.altered;
    entry.packed_bytes = static_cast<std::uint32_t>(frame.size());
    const auto copies = copy_signature(article);
    entry.at = append(frame + std::string(reinterpret_cast<const char*>(&copies), sizeof copies));
}

std::string Spool::packed(const SpooledArticle& article) const {
    return read(article.at, article.packed_bytes);
}

void Spool::sign(SpooledArticle& entry, const EventSignature& event) {
    entry.event_at = append({reinterpret_cast<const char*>(&event), sizeof event}) + sizeof event;
}

Signatures Spool::signatures(const SpooledArticle& article) const {
    return {copies(article), event(article)};
}

EventSignature Spool::event(const SpooledArticle& article) const {
    EventSignature signature;
    if (article.event_at == 0) return signature;
    const auto bytes = read(article.event_at - sizeof signature, sizeof signature);
    std::memcpy(&signature, bytes.data(), sizeof signature);
    return signature;
}

CopySignature Spool::copies(const SpooledArticle& article) const {
    const auto bytes = read(article.at + article.packed_bytes, sizeof(CopySignature));
    CopySignature copies;
    std::memcpy(&copies, bytes.data(), sizeof copies);
    return copies;
}

std::string Spool::notes(const SpooledArticle& article) const {
    return read(article.notes_at, article.notes_bytes);
}

void Spool::clear() {
    if (::ftruncate(fd_, 0) != 0) throw_system_error("cannot shorten", path_);
    end_ = 0;
}

}  // namespace archive
