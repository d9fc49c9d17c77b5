// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/spool.h"

#include "archive/base/error.h"
#include "archive/base/files.h"
#include "archive/index/article_codec.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

namespace archive {

std::uint64_t content_hash(const Article& article) {
    Article unplaced = article;
    unplaced.provenance.sha256.clear();  // the file's, not the record's: another record changes it
    return checksum_of(encode_article(unplaced));
}

Spool::Spool(const std::string& folder) : path_(folder + "/spool.tmp") {
    ::unlink(path_.c_str());
    fd_ = ::open(path_.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd_ < 0) throw_system_error("cannot create", path_, ErrorCode::cannot_create);
    ::unlink(path_.c_str());
}

Spool::~Spool() {
    ::close(fd_);
}

SpooledArticle Spool::add(const Article& article) {
    const std::string bytes = encode_article(article);
    const std::string frame = archive::packed(bytes);
    SpooledArticle entry;
    entry.id = article.id;
    entry.first_day = article.published.span.first;
    entry.last_day = article.published.span.last;
    entry.packed_bytes = static_cast<std::uint32_t>(frame.size());
    entry.content = content_hash(article);
    const std::scoped_lock lock(appending_);
    entry.at = end_;
    for (std::size_t done = 0; done < frame.size();) {
        const ssize_t wrote = ::pwrite(fd_, frame.data() + done, frame.size() - done,
                                       static_cast<off_t>(end_ + done));
        if (wrote < 0 && errno == EINTR) continue;
        if (wrote < 0) throw_system_error("cannot write", path_);
        done += static_cast<std::size_t>(wrote);
    }
    end_ += frame.size();
    return entry;
}

std::string Spool::packed(const SpooledArticle& article) const {
    std::string frame(article.packed_bytes, '\0');
    for (std::size_t done = 0; done < frame.size();) {
        const ssize_t got = ::pread(fd_, frame.data() + done, frame.size() - done,
                                    static_cast<off_t>(article.at + done));
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) throw_system_error("cannot read", path_);
        done += static_cast<std::size_t>(got);
    }
    return frame;
}

void Spool::clear() {
    if (::ftruncate(fd_, 0) != 0) throw_system_error("cannot shorten", path_);
    end_ = 0;
}

}  // namespace archive
