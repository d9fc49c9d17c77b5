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
    "styczeń stycznia ledna leden tammikuuta tammikuu ocak oca январь января янв січня "
    "січень ianuarie ian január ιανουαρίου ιανουάριος يناير gener siječnja siječanj januara "
    "januarja јануар јануара януари ינואר בינואר जनवरी জানুয়ারি জানুয়ারী ஜனவரி มกราคม "
    "جانفي ژانویه جنوری jaanuar janvāris janvārī sausio janar yanvar იანვარი იანვარს ιαν sty",
    "february feb februar febr feber février fevrier fév févr febrero febbraio febb "
    "fevereiro fev februari luty lutego února únor helmikuuta helmikuu şubat şub февраль "
    "февраля фев лютого лютий februarie február φεβρουαρίου φεβρουάριος فبراير febrer "
    "veljače veljača februara februarja фебруар фебруара февруари פברואר בפברואר फरवरी "
    "फ़रवरी ফেব্রুয়ারি ফেব্রুয়ারী பிப்ரவரி กุมภาพันธ์ فيفري شباط فوریه فروری veebruar "
    "februāris vasario shkurt pebrero fevral თებერვალი φεβ",
    "march mar märz maerz mär mrz mars marzo março marco maart marzec marca března březen "
    "maaliskuuta maaliskuu mart март марта мар березня березень martie március μαρτίου "
    "μάρτιος maret مارس març marts ožujka ožujak marta מרץ במרץ מרס במרס मार्च মার্চ மார்ச் "
    "มีนาคม آذار اذار مارچ kovo machi marso მარტი mrt μαρ",
    "april apr avril avr abril abr aprile kwiecień kwietnia dubna duben huhtikuuta huhtikuu "
    "nisan nis апрель апреля апр квітня квітень aprilie április απριλίου απρίλιος أبريل "
    "travnja travanj aprila април априла אפריל באפריל अप्रैल এপ্রিল ஏப்ரல் เมษายน أفريل "
    "إبريل ابريل نيسان آوریل اپریل aprill aprīlī balandžio prill აპრილი απρ kwi",
    "may mai mayo maggio magg maio mei maj maja května květen toukokuuta toukokuu mayıs май "
    "мая травня травень május μαΐου μάιος مايو maig svibnja svibanj мај маја מאי במאי मई মে "
    "மே พฤษภาคม ماي أيار ايار مه می مئی maijs maijā gegužės მაისი μαϊ",
    "june jun juni juin junio giugno giu junho czerwiec czerwca června červen kesäkuuta "
    "kesäkuu haziran haz июнь июня июн червня червень iunie június ιουνίου ιούνιος يونيو "
    "juny lipnja lipanj juna junija јун јуна юни יוני ביוני जून জুন ஜூன் มิถุนายน جوان "
    "حزيران ژوئن جون juuni jūnijs birželio qershor hunyo iyun ივნისი ιουν cze",
    "july jul juli juillet juil julio luglio lug julho lipiec lipca července červenec "
    "heinäkuuta heinäkuu temmuz tem июль июля июл липня липень iulie július ιουλίου ιούλιος "
    "يوليو juliol srpnja srpanj jula julija јул јула юли יולי ביולי जुलाई জুলাই ஜூலை กรกฎาคม "
    "جويلية يوليوز تموز ژوئیه جولای جولائی juuli jūlijs liepos korrik julai hulyo iyul "
    "ივლისი ιουλ",
    "august aug août agosto ago augusti augustus sierpień sierpnia srpna srpen elokuuta "
    "elokuu ağustos ağu август августа авг серпня серпень augusztus αυγούστου αύγουστος "
    "agustus أغسطس agost kolovoza kolovoz avgusta avgust אוגוסט באוגוסט अगस्त আগস্ট অগস্ট "
    "ஆகஸ்ட் สิงหาคม أوت اغسطس آب غشت آگوست اگست augusts augustā rugpjūčio ágúst gusht agosti "
    "ogos avqust აგვისტო αυγ",
    "september sep sept septembre septiembre setiembre settembre sett set setembro wrzesień "
    "września září syyskuuta syyskuu eylül eyl сентябрь сентября сен сент вересня вересень "
    "septembrie szeptember σεπτεμβρίου σεπτέμβριος سبتمبر setembre rujna rujan septembra "
    "септембар септембра септември ספטמבר בספטמבר सितंबर सितम्बर সেপ্টেম্বর செப்டம்பர் "
    "กันยายน شتنبر أيلول ايلول سپتامبر ستمبر septembris septembrī rugsėjo shtator septemba "
    "setyembre sentyabr სექტემბერი szept σεπ wrz",
    "october oct oktober okt octobre octubre ottobre ott outubro out październik "
    "października října říjen lokakuuta lokakuu ekim eki октябрь октября окт жовтня жовтень "
    "octombrie október οκτωβρίου οκτώβριος أكتوبر oktobra oktobar октобар октобра октомври "
    "אוקטובר באוקטובר अक्टूबर अक्तूबर অক্টোবর அக்டோபர் ตุลาคม اكتوبر اکتبر اکتوبر oktoober "
    "oktobris oktobrī spalio tetor oktoba oktubre oktyabr ოქტომბერი οκτ paź",
    "november nov novembre noviembre novembro listopad listopada listopadu marraskuuta "
    "marraskuu kasım kas ноябрь ноября ноя листопада листопад noiembrie νοεμβρίου νοέμβριος "
    "نوفمبر studenoga studeni studenog novembra novembar новембар новембра ноември נובמבר "
    "בנובמבר नवंबर नवम्बर নভেম্বর நவம்பர் พฤศจิกายน نونبر نوامبر نومبر novembris novembrī "
    "lapkričio nëntor novemba nobyembre noyabr ნოემბერი νοε lis",
    "december dec dezember dez décembre déc diciembre dic dicembre dezembro grudzień grudnia "
    "prosince prosinec joulukuuta joulukuu aralık ara декабрь декабря дек грудня грудень "
    "decembrie δεκεμβρίου δεκέμβριος desember des ديسمبر desembre prosinca prosinac decembra "
    "decembar децембар децембра декември דצמבר בדצמבר दिसंबर दिसम्बर ডিসেম্বর டிசம்பர் "
    "ธันวาคม دجنبر دسامبر دسمبر detsember decembris decembrī gruodžio dhjetor desemba "
    "disyembre disember dekabr დეკემბერი δεκ gru",
};

constexpr std::array<std::string_view, 7> weekdays{
    "sunday sun sonntag dimanche domingo domenica zondag söndag søndag niedziela neděle "
    "sunnuntai pazar воскресенье неділя vasárnap duminică κυριακή minggu nedjelja недеља "
    "неделя diumenge الأحد",
    "monday mon montag lundi lunes lunedì segunda-feira maandag måndag mandag poniedziałek "
    "pondělí maanantai pazartesi понедельник понеділок hétfő luni δευτέρα senin ponedjeljak "
    "понеделник dilluns الاثنين الإثنين",
    "tuesday tue tues dienstag mardi martes martedì terça-feira dinsdag tisdag tirsdag "
    "wtorek úterý tiistai salı вторник вівторок kedd marți τρίτη selasa utorak dimarts "
    "الثلاثاء",
    "wednesday wed mittwoch mercredi miércoles mercoledì quarta-feira woensdag onsdag środa "
    "středa keskiviikko çarşamba среда середа szerda miercuri τετάρτη rabu srijeda сряда "
    "dimecres الأربعاء",
    "thursday thu thur thurs donnerstag jeudi jueves giovedì quinta-feira donderdag torsdag "
    "czwartek čtvrtek torstai perşembe четверг четвер csütörtök joi πέμπτη kamis četvrtak "
    "четвъртък dijous الخميس",
    "friday fri freitag vendredi viernes venerdì sexta-feira vrijdag fredag piątek pátek "
    "perjantai cuma пятница péntek vineri παρασκευή jumat petak петък divendres الجمعة",
    "saturday sat samstag sonnabend samedi sábado sabato zaterdag lördag lørdag sobota "
    "lauantai cumartesi суббота субота szombat sâmbătă σάββατο sabtu subota събота dissabte "
    "السبت",
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
    constexpr std::size_t longest = 40;
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
