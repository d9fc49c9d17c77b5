// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/analysis/agencies.h"

#include "archive/base/fold.h"
#include "archive/base/text.h"

#include <algorithm>
#include <array>
#include <utility>

namespace indexer {

namespace {

struct Agency {
    std::string_view name;
    std::string_view spellings;  ///< others than the name, parted by '|'
};

constexpr std::array<Agency, 62> agencies{{
    {"Reuters", "REUTERS|Thomson Reuters|Reuters News"},
    {"AP", "A.P.|Associated Press|The Associated Press|ASSOCIATED PRESS"},
    {"AFP", "Agence France-Presse|Agence France Presse|AGENCE FRANCE-PRESSE"},
    {"dpa", "DPA|Deutsche Presse-Agentur|dpa-AFX"},
    {"PA", "PA Media|Press Association|PA News"},
    {"UPI", "United Press International|United Press"},
    {"ANSA", "Ansa"},
    {"EFE", "Efe|Agencia EFE"},
    {"TASS", "Tass|ITAR-TASS|Itar-Tass|ТАСС"},
    {"RIA Novosti", "RIA|РИА Новости"},
    {"Interfax", "INTERFAX|Интерфакс"},
    {"Xinhua", "XINHUA|Xinhua News Agency|新华社|新華社"},
    {"Kyodo", "KYODO|Kyodo News|共同通信|共同"},
    {"Jiji", "Jiji Press|JIJI|時事通信"},
    {"Yonhap", "YONHAP|Yonhap News Agency|연합뉴스"},
    {"KCNA", "Korean Central News Agency"},
    {"PTI", "Press Trust of India"},
    {"ANI", "Asian News International"},
    {"IANS", "Indo-Asian News Service"},
    {"UNI", "United News of India"},
    {"Bernama", "BERNAMA"},
    {"Antara", "ANTARA"},
    {"AAP", "Australian Associated Press"},
    {"The Canadian Press", "Canadian Press|CP|La Presse Canadienne"},
    {"Anadolu", "Anadolu Agency|Anadolu Ajansı|AA"},
    {"APA", "Austria Presse Agentur"},
    {"Keystone-SDA", "SDA|sda|Keystone-ATS|ATS"},
    {"epd", "Evangelischer Pressedienst"},
    {"KNA", "Katholische Nachrichten-Agentur"},
    {"Belga", "BELGA"},
    {"ANP", "Algemeen Nederlands Persbureau"},
    {"NTB", "Norsk Telegrambyrå"},
    {"TT", "Tidningarnas Telegrambyrå"},
    {"Ritzau", "RITZAU|Ritzaus Bureau"},
    {"STT", "Suomen Tietotoimisto"},
    {"PAP", "Polska Agencja Prasowa"},
    {"ČTK", "CTK|ČTK-Reuters"},
    {"TASR", "Tlačová agentúra SR"},
    {"MTI", "Magyar Távirati Iroda"},
    {"Agerpres", "AGERPRES"},
    {"BTA", "Bulgarian News Agency"},
    {"HINA", "Hina"},
    {"STA", "Slovenian Press Agency|Slovenska tiskovna agencija"},
    {"Tanjug", "TANJUG"},
    {"Ukrinform", "UKRINFORM|Укринформ|Укрінформ"},
    {"LUSA", "Lusa|Agência Lusa"},
    {"Europa Press", "EUROPA PRESS|EP"},
    {"Adnkronos", "ADNKRONOS"},
    {"Notimex", "NOTIMEX"},
    {"Télam", "TELAM|Telam"},
    {"Agência Brasil", "ABr"},
    {"MENA", "Middle East News Agency"},
    {"WAM", "Emirates News Agency"},
    {"SPA", "Saudi Press Agency"},
    {"IRNA", "Islamic Republic News Agency"},
    {"NAN", "News Agency of Nigeria"},
    {"GNA", "Ghana News Agency"},
    {"Inter Press Service", "IPS"},
    {"PNA", "Philippine News Agency"},
    {"VNA", "Vietnam News Agency"},
    {"Bloomberg", "Bloomberg News|BLOOMBERG"},
    {"Agencies", "AGENCIES"},
}};

struct Spelling {
    std::string_view text;
    std::string_view agency;
};

/// Longest first, so that "AP" is not found inside "The Associated Press (AP)" before it.
const std::vector<Spelling>& spellings() {
    static const std::vector<Spelling> all = [] {
        std::vector<Spelling> rows;
        for (const auto& agency : agencies) {
            rows.push_back({agency.name, agency.name});
            for (const auto spelling : archive::split(agency.spellings, '|')) {
                rows.push_back({spelling, agency.name});
            }
        }
        std::stable_sort(rows.begin(), rows.end(), [](const Spelling& a, const Spelling& b) {
            return a.text.size() > b.text.size();
        });
        return rows;
    }();
    return all;
}

bool word_byte(char byte) {
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z')
           || (byte >= '0' && byte <= '9');
}

bool whole_word(std::string_view text, std::size_t first, std::size_t last) {
    return (first == 0 || !word_byte(text[first - 1]))
           && (last == text.size() || !word_byte(text[last]));
}

}  // namespace

std::string_view agency_named(std::string_view text) {
    for (const auto& spelling : spellings()) {
        if (spelling.text == text) return spelling.agency;
    }
    return {};
}

std::vector<std::string> agencies_in(std::string_view text) {
    std::vector<std::pair<std::size_t, std::string_view>> found;
    for (const auto& spelling : spellings()) {
        for (std::size_t at = text.find(spelling.text); at != std::string_view::npos;
             at = text.find(spelling.text, at + 1)) {
            if (whole_word(text, at, at + spelling.text.size())) {
                found.emplace_back(at, spelling.agency);
                break;
            }
        }
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<std::string> names;
    for (const auto& [at, agency] : found) add_agency(names, agency);
    return names;
}

std::vector<std::string> thanked_agencies(std::string_view credit) {
    constexpr std::array<std::string_view, 4> openings{
        "inputs from ", "input from ", "additional reporting from ", "material from "};
    std::vector<std::string> names;
    for (const auto opening : openings) {
        const auto at = archive::ascii_lower(credit).find(opening);
        if (at == std::string::npos) continue;
        auto rest = credit.substr(at + opening.size());
        rest = rest.substr(0, rest.find_first_of(").;"));
        for (const auto part : archive::split(rest, ',')) {
            std::string_view left = part;
            while (!left.empty()) {
                const auto joint = left.find(" and ");
                const auto name = archive::trimmed(left.substr(0, joint));
                const bool one_word = !name.empty() && name.find(' ') == std::string_view::npos;
                if (one_word && name[0] >= 'A' && name[0] <= 'Z') {
                    const auto known = agency_named(name);
                    add_agency(names, known.empty() ? name : known);
                }
                left =
                    joint == std::string_view::npos ? std::string_view() : left.substr(joint + 5);
            }
        }
    }
    return names;
}

bool is_agency(std::string_view outlet) {
    const auto named = archive::folded(outlet);
    const auto label = named.substr(0, named.find('.'));
    return std::any_of(spellings().begin(), spellings().end(), [&](const auto& spelling) {
        const auto known = archive::folded(spelling.text);
        return known == named || known == label;
    });
}

void add_agency(std::vector<std::string>& agencies_so_far, std::string_view agency) {
    if (agency.empty()) return;
    if (std::find(agencies_so_far.begin(), agencies_so_far.end(), agency)
        == agencies_so_far.end()) {
        agencies_so_far.emplace_back(agency);
    }
}

}  // namespace indexer
