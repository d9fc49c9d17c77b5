// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/exports/language_names.h"

#include "archive/base/fold.h"
#include "archive/base/text.h"
#include "indexer/analysis/language.h"

#include <algorithm>
#include <array>
#include <utility>

namespace indexer {

namespace {

/// Folded names: no capitals, no accents.
constexpr std::array<std::pair<std::string_view, std::string_view>, 28> names{{
    {"en", "english englisch anglais ingles inglese"},
    {"de", "german deutsch allemand aleman tedesco"},
    {"fr", "french franzosisch francais frances francese"},
    {"es", "spanish spanisch espagnol espanol castellano spagnolo"},
    {"it", "italian italienisch italien italiano"},
    {"pt", "portuguese portugiesisch portugais portugues portoghese"},
    {"nl", "dutch niederlandisch neerlandais nederlands flemish holandes"},
    {"sv", "swedish schwedisch suedois svenska"},
    {"da", "danish danisch danois dansk"},
    {"no", "norwegian norwegisch norvegien norsk bokmal nynorsk"},
    {"fi", "finnish finnisch finnois suomi"},
    {"pl", "polish polnisch polonais polski"},
    {"cs", "czech tschechisch tcheque cestina"},
    {"hu", "hungarian ungarisch hongrois magyar"},
    {"ro", "romanian rumanisch roumain romana"},
    {"ru", "russian russisch russe ruso russo русскии"},
    {"uk", "ukrainian ukrainisch ukrainien украинска"},
    {"tr", "turkish turkisch turc turkce"},
    {"el", "greek griechisch grec"},
    {"ar", "arabic arabisch arabe"},
    {"he", "hebrew hebraisch hebreu"},
    {"ja", "japanese japanisch japonais 日本語"},
    {"ko", "korean koreanisch coreen 한국어"},
    {"zh", "chinese chinesisch chinois mandarin 中文 汉语"},
    {"id", "indonesian indonesisch indonesien"},
    {"ms", "malay malaiisch malais"},
    {"ca", "catalan katalanisch catala"},
    {"th", "thai thailandisch"},
}};

std::string code_of_word(std::string_view word) {
    if (word.empty()) return {};
    for (const auto& [code, row] : names) {
        const auto all = archive::split(row, ' ');
        if (std::find(all.begin(), all.end(), word) != all.end()) return std::string(code);
    }
    return {};
}

}  // namespace

std::string code_of_language(std::string_view name) {
    constexpr std::size_t longest = 80;
    name = archive::trimmed(archive::cut(name, longest));
    const std::string words = archive::folded_words(name);
    for (const auto word : archive::split(words, ' ')) {
        if (auto code = code_of_word(word); !code.empty()) return code;
    }
    constexpr std::size_t longest_code = 5;  // "en-US"
    return name.size() <= longest_code ? language_code(name) : std::string();
}

}  // namespace indexer
