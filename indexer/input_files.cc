// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/input_files.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <set>
#include <string_view>
#include <utility>

namespace indexer {

namespace {

using archive::Error;
using archive::ErrorCode;

struct CloseFolder {
    void operator()(DIR* folder) const { closedir(folder); }
};
using Folder = std::unique_ptr<DIR, CloseFolder>;

struct FreeText {
    void operator()(char* text) const { std::free(text); }
};

/// The path without links, or nothing with errno set.
std::string real_path_of(const std::string& path) {
    const std::unique_ptr<char, FreeText> resolved(realpath(path.c_str(), nullptr));
    return resolved ? std::string(resolved.get()) : std::string();
}

std::string joined(const std::string& folder, const std::string& name) {
    return folder.ends_with('/') ? folder + name : folder + "/" + name;
}

std::string because(std::string_view what, int error) {
    return std::string(what) + ": " + std::strerror(error);
}

/// A folder of the way, as reports call it and as it really is.
struct Place {
    std::string path;
    std::string real_path;
};

class Walk {
public:
    Walk(std::span<const InputRoot> roots, Links links, const std::function<bool(InputFile)>& file,
         const std::function<void(LeftAlone)>& left_alone)
        : links_(links), file_(file), left_alone_(left_alone) {
        for (const auto& root : roots) {
            if (!root.folder) named_.insert(root.real_path);
        }
    }

    /// False when told to stop.
    bool root(const InputRoot& root) {
        root_ = root.folder ? root.real_path : std::string();
        const Place place{root.path, root.real_path};
        if (root.folder) return folder(place);
        if (done_.contains(root.real_path)) return true;  // came up inside a folder
        struct stat status {};
        if (lstat(root.real_path.c_str(), &status) != 0) {
            leave(LeftAlone::Why::unreadable, place, because("cannot be looked at", errno));
            return true;
        }
        return visit(place, status);
    }

private:
    bool folder(const Place& place) {
        // A path too long for one system call still has a name within its folder, but nobody could
        // open its files by path later: it is reported.
        const int descriptor =
            open(place.real_path.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
        if (descriptor < 0) {
            leave(LeftAlone::Why::unreadable, place, because("cannot be opened", errno));
            return true;
        }
        Folder open_folder(fdopendir(descriptor));
        if (!open_folder) {
            leave(LeftAlone::Why::unreadable, place, because("cannot be opened", errno));
            close(descriptor);
            return true;
        }
        if (links_ == Links::follow && !first_visit(descriptor)) {
            leave(LeftAlone::Why::seen, place, "this folder was read on another way");
            return true;
        }
        const auto names = listed(place, open_folder);
        open_folder.reset();  // deep trees must not run out of descriptors
        for (const auto& name : names) {
            if (!entry({joined(place.path, name), joined(place.real_path, name)})) return false;
        }
        return true;
    }

    /// The names in a folder, sorted as whole paths are: a folder as if '/' stood behind it. Hidden
    /// names are left alone at once.
    std::vector<std::string> listed(const Place& place, const Folder& open_folder) {
        std::vector<std::string> names;
        for (;;) {
            errno = 0;
            const dirent* found = readdir(open_folder.get());
            if (found == nullptr) break;
            std::string name = static_cast<const char*>(found->d_name);
            if (name == "." || name == "..") continue;
            if (name.starts_with('.')) {
                leave(LeftAlone::Why::hidden,
                      {joined(place.path, name), joined(place.real_path, name)},
                      "its name begins with a dot");
                continue;
            }
            if (is_folder(*found, dirfd(open_folder.get()))) name += '/';
            names.push_back(std::move(name));
        }
        if (errno != 0) {
            leave(LeftAlone::Why::unreadable, place, because("cannot be read to its end", errno));
        }
        std::sort(names.begin(), names.end());
        for (auto& name : names) {
            if (name.ends_with('/')) name.pop_back();
        }
        return names;
    }

    static bool is_folder(const dirent& found, int folder) {
        if (found.d_type != DT_UNKNOWN) return found.d_type == DT_DIR;
        struct stat status {};
        return fstatat(folder, static_cast<const char*>(found.d_name), &status, AT_SYMLINK_NOFOLLOW)
                   == 0
               && S_ISDIR(status.st_mode);
    }

    bool entry(const Place& place) {
        struct stat status {};
        if (lstat(place.real_path.c_str(), &status) != 0) {
            if (errno != ENOENT) {  // else gone since it was listed
                leave(LeftAlone::Why::unreadable, place, because("cannot be looked at", errno));
            }
            return true;
        }
        if (!S_ISLNK(status.st_mode)) return visit(place, status);
        if (links_ == Links::leave) {
            leave(LeftAlone::Why::link, place, "a link, and links are not followed");
            return true;
        }
        const std::string target = real_path_of(place.real_path);
        if (target.empty() || lstat(target.c_str(), &status) != 0) {
            leave(LeftAlone::Why::unreadable, place, because("a link that leads nowhere", errno));
            return true;
        }
        return visit({place.path, target}, status);
    }

    /// `status` is of the real path, which is no link.
    bool visit(const Place& place, const struct stat& status) {
        if (S_ISDIR(status.st_mode)) return folder(place);
        if (!S_ISREG(status.st_mode)) {
            leave(LeftAlone::Why::special, place, "not a regular file");
            return true;
        }
        const bool named = named_.contains(place.real_path);
        if (named) done_.insert(place.real_path);
        if (links_ == Links::follow && !files_.insert({status.st_dev, status.st_ino}).second) {
            leave(LeftAlone::Why::seen, place, "this file was read on another way");
            return true;
        }
        constexpr std::int64_t second = 1'000'000'000;
        InputFile found;
        found.path = place.path;
        found.real_path = place.real_path;
        found.size = static_cast<std::uint64_t>(status.st_size);
        found.mtime_ns = status.st_mtim.tv_sec * second + status.st_mtim.tv_nsec;
        found.inode = status.st_ino;
        found.named = named;
        found.filed = filed(place.real_path);
        return file_(std::move(found));
    }

    std::string filed(const std::string& path) const {
        if (!root_.empty() && path.size() > root_.size() && path.starts_with(root_)
            && path[root_.size()] == '/')
            return path.substr(root_.size() + 1);
        return path.substr(path.rfind('/') + 1);
    }

    bool first_visit(int descriptor) {
        struct stat status {};
        return fstat(descriptor, &status) == 0
               && folders_.insert({status.st_dev, status.st_ino}).second;
    }

    void leave(LeftAlone::Why why, const Place& place, std::string reason) {
        left_alone_({why, place.path, place.real_path, std::move(reason)});
    }

    using Inode = std::pair<dev_t, ino_t>;

    Links links_;
    std::string root_;  // the folder that is walked; empty for a file given itself
    const std::function<bool(InputFile)>& file_;
    const std::function<void(LeftAlone)>& left_alone_;
    std::set<std::string> named_;      // files given themselves
    std::set<std::string> done_;       // of these, handed over already
    std::set<Inode> folders_, files_;  // seen; only kept when links are followed
};

archive::Result<InputRoot> looked_at(const std::string& given) {
    InputRoot root;
    root.path = given;
    while (root.path.size() > 1 && root.path.ends_with('/')) root.path.pop_back();
    const auto missing = [&](std::string_view what) {
        return Error{ErrorCode::path_missing, because(what, errno), given, {}};
    };
    if (given.empty()) return Error{ErrorCode::path_missing, "the path is empty", {}, {}};
    root.real_path = real_path_of(given);
    if (root.real_path.empty()) return missing("cannot be found");
    struct stat status {};
    if (stat(root.real_path.c_str(), &status) != 0) return missing("cannot be looked at");
    root.folder = S_ISDIR(status.st_mode);
    if (!root.folder && !S_ISREG(status.st_mode)) {
        return Error{ErrorCode::path_missing, "neither a file nor a folder", given, {}};
    }
    const int mode = O_RDONLY | O_NONBLOCK | O_CLOEXEC;
    const int descriptor = open(root.real_path.c_str(), mode);
    if (descriptor < 0) return missing("cannot be opened");
    close(descriptor);
    return root;
}

/// Whether walking `folder` comes by `path`: it lies below, and no hidden name is on the way.
bool walked_with(std::string_view path, std::string_view folder) {
    if (folder.empty() || !path.starts_with(folder)) return false;
    const std::string_view below = path.substr(folder == "/" ? 0 : folder.size());
    return below.starts_with('/') && below.find("/.") == std::string_view::npos;
}

/// Whole paths in the order of a walk: folders as if '/' stood behind them.
std::string order_key(const InputRoot& root) {
    return root.folder ? root.real_path + "/" : root.real_path;
}

}  // namespace

archive::Result<std::vector<InputRoot>> input_roots(std::span<const std::string> paths) {
    std::vector<InputRoot> found;
    for (const auto& path : paths) {
        auto root = looked_at(path);
        if (!root) return root.error();
        found.push_back(std::move(*root));
    }
    std::stable_sort(found.begin(), found.end(), [](const InputRoot& left, const InputRoot& right) {
        return order_key(left) < order_key(right);
    });
    // A folder sorts before all that lies below it, with nothing else between.
    std::vector<InputRoot> roots;
    std::string folder;  // the last one kept
    for (auto& root : found) {
        const bool again = !roots.empty() && roots.back().real_path == root.real_path;
        if (again || (root.folder && walked_with(root.real_path, folder))) continue;
        if (root.folder) folder = root.real_path;
        roots.push_back(std::move(root));
    }
    return roots;
}

void for_each_input_file(std::span<const InputRoot> roots, Links links,
                         const std::function<bool(InputFile)>& file,
                         const std::function<void(LeftAlone)>& left_alone) {
    Walk walk(roots, links, file, left_alone);
    for (const auto& root : roots) {
        if (!walk.root(root)) return;
    }
}

}  // namespace indexer
