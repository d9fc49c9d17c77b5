// SPDX-License-Identifier: GPL-2.0-or-later
// input_folder.h - A folder of its own for one test case, gone with it.
#pragma once

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <system_error>

class InputFolder {
public:
    InputFolder() {
        namespace fs = std::filesystem;
        std::string name = (fs::temp_directory_path() / "dateline-input-XXXXXX").string();
        REQUIRE(mkdtemp(name.data()) != nullptr);
        path_ = fs::canonical(name).string();
    }
    ~InputFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    InputFolder(const InputFolder&) = delete;
    InputFolder& operator=(const InputFolder&) = delete;

    /// Writes a file, with the folders it lies in.
    void put(const std::string& name, const std::string& bytes = "x") const {
        std::filesystem::create_directories(std::filesystem::path(*this / name).parent_path());
        std::ofstream(*this / name, std::ios::binary) << bytes;
    }

    std::string operator/(const std::string& name) const { return path_ + "/" + name; }
    const std::string& path() const { return path_; }

private:
    std::string path_;
};
