// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/analysis/affixed_words.h"

#include <doctest/doctest.h>
#include <hunspell/hunspell.hxx>

#include <array>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace {

using indexer::AffixedWords;

/// A dictionary of our own, removed at the end.
class OwnDictionary {
public:
    OwnDictionary(std::string_view rules, std::string_view stems) {
        std::string name = (std::filesystem::temp_directory_path() / "dateline_XXXXXX").string();
        REQUIRE(::mkdtemp(name.data()) != nullptr);
        folder_ = name;
        std::ofstream(path() + ".aff") << rules;
        std::ofstream(path() + ".dic") << stems;
    }
    ~OwnDictionary() { std::filesystem::remove_all(folder_); }
    OwnDictionary(const OwnDictionary&) = delete;
    OwnDictionary& operator=(const OwnDictionary&) = delete;

    std::string path() const { return folder_ + "/own"; }

private:
    std::string folder_;
};

constexpr std::string_view plain_rules =
    "SET UTF-8\n"
    "FORBIDDENWORD x\n"
    "NEEDAFFIX n\n"
    "ONLYINCOMPOUND c\n"
    "PFX U Y 1\nPFX U 0 un .\n"
    "PFX O N 1\nPFX O 0 out .\n"
    "SFX D Y 2\nSFX D 0 d e\nSFX D y ied [^aeiou]y\n"
    "SFX G N 1\nSFX G e ing e\n";

const std::string rules = std::string(plain_rules) + "SFX A Y 1\nSFX A 0 able/D [^e]\n";

constexpr std::string_view stems =
    "10\n"
    "moor\n"
    "ferry/D\n"
    "dredge/UDG\n"
    "play/DO\n"
    "tow/A\n"
    "hythe/nD\n"
    "dredges/x\n"
    "quay/c\n"
    "Selmark/U\n"
    "caf\u00E9/U\n"
    "pilot boat\n";

/// Words made of the lines of a list and endings that the language has, most of them no words.
std::vector<std::string> candidates(const std::string& path) {
    constexpr std::array<std::string_view, 18> endings{"",     "s",   "es", "ed",  "d",    "ing",
                                                       "er",   "ers", "ly", "ion", "ions", "ness",
                                                       "able", "en",  "e",  "t",   "st",   "isch"};
    constexpr std::array<std::string_view, 7> beginnings{"", "", "", "un", "re", "dis", "ge"};
    std::mt19937 random(7);
    std::ifstream list(path + ".dic");
    std::vector<std::string> words;
    for (std::string line; std::getline(list, line);) {
        if (random() % 9 != 0) continue;
        auto stem = line.substr(0, line.find_first_of("/\t\r "));
        if (stem.empty()) continue;
        if (random() % 3 == 0) stem.pop_back();
        words.push_back(std::string(beginnings[random() % beginnings.size()]) + stem
                        + std::string(endings[random() % endings.size()]));
    }
    return words;
}

}  // namespace

TEST_SUITE("the lines of a spelling dictionary") {
    TEST_CASE("a stem, one suffix, one prefix or both make a word") {
        const OwnDictionary own(rules, stems);
        const AffixedWords words(own.path());
        for (const auto* const word :
             {"moor", "ferry", "ferried", "dredge", "dredged", "dredging", "undredge", "undredged",
              "outplay", "Selmark", "unSelmark", "hythed", "caf\u00E9", "uncaf\u00E9"}) {
            CAPTURE(word);
            CHECK(words.have(word));
        }
    }

    TEST_CASE("what a rule forbids, or only more than one of them makes, is not listed") {
        const OwnDictionary own(rules, stems);
        const AffixedWords words(own.path());
        for (const auto* const word : {"", "moors", "ferryd", "unferry", "undredging", "outplayed",
                                       "played", "hythe", "dredges", "quay", "selmark", "towable",
                                       "towabled", "pilot", "boat", "un", "d", "dr\u00E9dge"}) {
            CAPTURE(word);
            CHECK_FALSE(words.have(word));
        }
    }

    TEST_CASE("only where there are but stems and plain affixes is what they lack no word") {
        const auto decides = [](const std::string& more_rules, const std::string& more_stems) {
            const OwnDictionary own(std::string(plain_rules) + more_rules,
                                    std::string(stems) + more_stems);
            return AffixedWords(own.path()).decides("dredger");
        };
        CHECK(decides("", ""));
        CHECK(decides("COMPOUNDRULE 1\nCOMPOUNDRULE k*h\n", "7/k\n7th/h\n"));
        CHECK_FALSE(decides("COMPOUNDRULE 1\nCOMPOUNDRULE k*h\n", "eel/k\npot/h\n"));
        CHECK_FALSE(decides("COMPOUNDBEGIN k\n", ""));
        CHECK_FALSE(decides("SFX E Y 1\nSFX E 0 er/D .\n", ""));
        CHECK_FALSE(decides("SFX E Y 1\nSFX E 0 0 .\n", ""));
        CHECK_FALSE(decides("SFX E Y 1\nSFX E \u00E9 er \u00E9\n", ""));
        const OwnDictionary own(plain_rules, stems);
        CHECK_FALSE(AffixedWords(own.path()).decides("Dredger"));
        CHECK(AffixedWords(own.path()).decides("dr\u00E9dger"));
        CHECK_FALSE(AffixedWords(own.path()).decides("\u00C9dredger"));
        CHECK_FALSE(AffixedWords(own.path()).decides("dredger's"));
    }

    TEST_CASE("rules that are not known leave all words to hunspell") {
        for (const auto* const more : {"FLAG long\n", "IGNORE e\n", "ICONV 1\nICONV a b\n",
                                       "LANG tr_TR\n", "COMPLEXPREFIXES\n"}) {
            const OwnDictionary own(std::string(rules) + more, stems);
            CAPTURE(more);
            CHECK_FALSE(AffixedWords(own.path()).have("moor"));
        }
        CHECK_FALSE(AffixedWords("/nowhere/at/all").have("moor"));
    }

    TEST_CASE(
        "what is listed is a word for hunspell too, and what is decided the same, in every "
        "dictionary") {
        std::size_t met = 0;
        for (const auto* const name : {"en_US", "en_GB", "de_DE_frami", "it_IT", "pt_PT"}) {
            const auto path = std::string("/usr/share/hunspell/") + name;
            const AffixedWords words(path);
            if (words.stems() == 0) continue;
            Hunspell hunspell((path + ".aff").c_str(), (path + ".dic").c_str());
            for (const auto& word : candidates(path)) {
                if (!words.have(word) && !words.decides(word)) continue;
                CAPTURE(word);
                CHECK(hunspell.spell(word) == words.have(word));
                met += words.have(word) ? 1U : 0U;
            }
        }
        CHECK(met > 1'000);
    }
}
