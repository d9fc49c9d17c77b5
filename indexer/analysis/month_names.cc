// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/analysis/month_names.h"

#include "archive/base/fold.h"
#include "archive/base/text.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

namespace indexer {

namespace {

constexpr std::array<std::string_view, 12> months{
    "january jan januar jänner jaenner janvier janv enero ene gennaio genn janeiro januari "
    "styczeń stycznia ledna leden tammikuuta tammikuu ocak oca январь января янв січня січень "
    "ianuarie ian január ιανουαρίου ιανουάριος يناير",
    "february feb februar febr feber février fevrier fév févr febrero febbraio febb fevereiro fev "
    "februari luty lutego února únor helmikuuta helmikuu şubat şub февраль февраля фев лютого "
    "лютий februarie február φεβρουαρίου φεβρουάριος فبراير",
    "march mar märz maerz mär mrz mars marzo março marco maart marzec marca března březen "
    "maaliskuuta maaliskuu mart март марта мар березня березень martie március μαρτίου μάρτιος "
    "maret مارس",
    "april apr avril avr abril abr aprile kwiecień kwietnia dubna duben huhtikuuta huhtikuu nisan "
    "nis апрель апреля апр квітня квітень aprilie április απριλίου απρίλιος أبريل",
    "may mai mayo maggio magg maio mei maj maja května květen toukokuuta toukokuu mayıs май мая "
    "травня травень május μαΐου μάιος مايو",
    "june jun juni juin junio giugno giu junho czerwiec czerwca června červen kesäkuuta kesäkuu "
    "haziran haz июнь июня июн червня червень iunie június ιουνίου ιούνιος يونيو",
    "july jul juli juillet juil julio luglio lug julho lipiec lipca července červenec heinäkuuta "
    "heinäkuu temmuz tem июль июля июл липня липень iulie július ιουλίου ιούλιος يوليو",
    "august aug août agosto ago augusti augustus sierpień sierpnia srpna srpen elokuuta elokuu "
    "ağustos ağu август августа авг серпня серпень augusztus αυγούστου αύγουστος agustus أغسطس",
    "september sep sept septembre septiembre setiembre settembre sett set setembro wrzesień "
    "września září syyskuuta syyskuu eylül eyl сентябрь сентября сен сент вересня вересень "
    "septembrie szeptember σεπτεμβρίου σεπτέμβριος سبتمبر",
    "october oct oktober okt octobre octubre ottobre ott outubro out październik października "
    "října říjen lokakuuta lokakuu ekim eki октябрь октября окт жовтня жовтень octombrie október "
    "οκτωβρίου οκτώβριος أكتوبر",
    "november nov novembre noviembre novembro listopad listopada listopadu marraskuuta marraskuu "
    "kasım kas ноябрь ноября ноя листопада листопад noiembrie νοεμβρίου νοέμβριος نوفمبر",
    "december dec dezember dez décembre déc diciembre dic dicembre dezembro grudzień grudnia "
    "prosince prosinec joulukuuta joulukuu aralık ara декабрь декабря дек грудня грудень "
    "decembrie δεκεμβρίου δεκέμβριος desember des ديسمبر",
};

constexpr std::array<std::string_view, 7> weekdays{
    "sunday sun sonntag dimanche domingo domenica zondag söndag søndag niedziela neděle sunnuntai "
    "pazar воскресенье неділя",
    "monday mon montag lundi lunes lunedì segunda-feira maandag måndag mandag poniedziałek pondělí "
    "maanantai pazartesi понедельник понеділок",
    "tuesday tue tues dienstag mardi martes martedì terça-feira dinsdag tisdag tirsdag wtorek "
    "úterý tiistai salı вторник вівторок",
    "wednesday wed mittwoch mercredi miércoles mercoledì quarta-feira woensdag onsdag środa středa "
    "keskiviikko çarşamba среда середа",
    "thursday thu thur thurs donnerstag jeudi jueves giovedì quinta-feira donderdag torsdag "
    "czwartek čtvrtek torstai perşembe четверг четвер",
    "friday fri freitag vendredi viernes venerdì sexta-feira vrijdag fredag piątek pátek perjantai "
    "cuma пятница",
    "saturday sat samstag sonnabend samedi sábado sabato zaterdag lördag lørdag sobota lauantai "
    "cumartesi суббота субота",
};

using Numbers = std::unordered_map<std::string, unsigned>;

/// The folded words of each row, with the row's number counted from `first`.
template <std::size_t rows>
Numbers numbered(const std::array<std::string_view, rows>& names, unsigned first) {
    Numbers numbers;
    for (std::size_t row = 0; row < rows; ++row) {
        for (const auto word : archive::split(names[row], ' ')) {
            if (!word.empty()) {
                numbers.emplace(archive::folded(word), static_cast<unsigned>(row) + first);
            }
        }
    }
    return numbers;
}

std::optional<unsigned> number_of(const Numbers& numbers, std::string_view word) {
    constexpr std::size_t longest = 32;
    if (word.size() < 3 || word.size() > longest) return std::nullopt;
    const bool ascii = std::all_of(word.begin(), word.end(),
                                   [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    const auto found = numbers.find(ascii ? archive::ascii_lower(word) : archive::folded(word));
    if (found == numbers.end()) return std::nullopt;
    return found->second;
}

}  // namespace

unsigned month_named(std::string_view word) {
    static const Numbers numbers = numbered(months, 1);
    return number_of(numbers, word).value_or(0);
}

std::optional<unsigned> weekday_named(std::string_view word) {
    static const Numbers numbers = numbered(weekdays, 0);
    return number_of(numbers, word);
}

}  // namespace indexer
