// SPDX-License-Identifier: GPL-2.0-or-later
// dictionaries.h - Which words a language has, by the spelling dictionaries of the system.
//
// Debian's hunspell-* packages hold them, in /usr/share/hunspell. A language that is not in the
// table, or whose dictionary is not installed, has none: what is judged by words is not judged
// there. A dictionary is read when the first word of its language is asked for (20 to 250 ms, 10 to
// 45 MB) and stays.
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace indexer {

/// The words of one language. Thread-safe: answers are kept in a table of fixed size (2 MiB for all
/// languages) that is read without a lock, the dictionaries behind it are asked one at a time.
class Dictionary {
public:
    ~Dictionary();
    Dictionary(const Dictionary&) = delete;
    Dictionary& operator=(const Dictionary&) = delete;

    /// Whether the language has `word`, in small letters as written in a text ("grössere"), in any
    /// inflexion; also where it is written with a capital. False for more than 100 bytes. Takes
    /// some 30 ns for a word that was asked before, else some microseconds.
    bool knows(std::string_view word) const;

    /// The same, and a number for the word that tells it from others.
    bool knows(std::string_view word, std::uint64_t& key) const;

private:
    friend const Dictionary* dictionary_of(std::string_view language);
    struct Books;
    Dictionary(std::string_view language, std::unique_ptr<Books> books);
    bool looked_up(std::string_view word) const;

    std::uint64_t salt_;
    bool sharp_s_;  ///< "ss" and "ß" are spellings of one another
    std::unique_ptr<Books> books_;
};

/// The dictionary of a language by its ISO 639-1 code; null when there is none. Thread-safe; it
/// lives as long as the program.
const Dictionary* dictionary_of(std::string_view language);

/// The languages that have a dictionary when it is installed, by code.
std::vector<std::string_view> languages_with_dictionary();

}  // namespace indexer
