// SPDX-License-Identifier: GPL-2.0-or-later
// dictionaries.h - Which words a language has, by the spelling dictionaries of the system.
//
// Debian's hunspell-* packages hold them, in /usr/share/hunspell. A language that is not in the
// table, or whose dictionary is not installed, has none: what is judged by words is not judged
// there. Of a dictionary, what can be told from its lines is found first (2 to 20 ms, 2 to 10 MB:
// affixed_words.h); hunspell reads it (20 to 250 ms, 10 to 45 MB) when it is asked for a word that
// is not found so, and both stay.
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

    /// What is known of a word.
    enum class Answer : std::uint8_t {
        unknown,   ///< the dictionary does not have it
        known,     ///< it has
        unlisted,  ///< no line has it; hunspell was not asked yet
    };

    /// Whether the language has `word`, in small letters as written in a text ("grössere"), in any
    /// inflexion; also where it is written with a capital. False for more than 100 bytes. Takes
    /// some 30 ns for a word that was asked before, else some microseconds.
    bool knows(std::string_view word) const;

    /// The same, and a number for the word that tells it from others.
    bool knows(std::string_view word, std::uint64_t& key) const;

    /// Whether knows() is sure to be true, asked without hunspell: true for nearly all words of the
    /// dictionaries of English, for fewer of other languages.
    bool lists(std::string_view word, std::uint64_t& key) const;

    /// What can be said without hunspell.
    Answer listed(std::string_view word, std::uint64_t& key) const;

private:
    friend const Dictionary* dictionary_of(std::string_view language);
    struct Books;
    Dictionary(std::string_view language, std::unique_ptr<Books> books);
    static std::unique_ptr<Dictionary> installed(std::string_view language);
    bool looked_up(std::string_view word) const;
    bool two_spellings(std::string_view word) const;

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
