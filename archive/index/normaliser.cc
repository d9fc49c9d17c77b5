// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/normaliser.h"

#include "archive/base/fold.h"
#include "archive/base/text.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <memory>

namespace archive {

namespace {

/// What is known of one code point. 16 bytes, so that a page of them is 4 KiB.
struct Entry {
    Role role = Role::separator;
    bool upper = false;
    bool sheds_marks = false;
    std::uint8_t size = 0;
    std::array<char, 12> folded{};
};
static_assert(sizeof(Entry) == 16);

constexpr char32_t page_points = 256;
using Page = std::array<Entry, page_points>;

bool between(char32_t point, char32_t first, char32_t last) {
    return first <= point && point <= last;
}

bool is_apostrophe(char32_t point) {
    switch (point) {
        case '\'':
        case '`':
        case 0xB4:
        case 0x2BB:
        case 0x2BC:
        case 0x2BF:
        case 0x5F3:
        case 0x5F4:
        case 0x2018:
        case 0x2019:
        case 0x201B:
        case 0x2032:
        case 0xFF07: return true;
        default: return false;
    }
}

bool is_hyphen(char32_t point) {
    return point == '-' || point == 0x2010 || point == 0x2011 || point == 0xFE63 || point == 0xFF0D;
}

bool is_vowel_sign(char32_t point) {
    const bool arabic = between(point, 0x610, 0x61A) || between(point, 0x64B, 0x652)
                        || between(point, 0x656, 0x65F) || point == 0x670
                        || between(point, 0x6D6, 0x6DC) || between(point, 0x6DF, 0x6E4)
                        || between(point, 0x6E7, 0x6E8) || between(point, 0x6EA, 0x6ED)
                        || between(point, 0x8D3, 0x8FF);
    const bool hebrew = between(point, 0x591, 0x5BD) || point == 0x5BF
                        || between(point, 0x5C1, 0x5C2) || between(point, 0x5C4, 0x5C5)
                        || point == 0x5C7;
    return arabic || hebrew;
}

bool is_ignorable(char32_t point) {
    constexpr char32_t tatweel = 0x640;
    return point == tatweel || is_vowel_sign(point)
           || (point >= 0x80
               && u_hasBinaryProperty(static_cast<UChar32>(point),
                                      UCHAR_DEFAULT_IGNORABLE_CODE_POINT));
}

UScriptCode script_of(char32_t point) {
    UErrorCode status = U_ZERO_ERROR;
    return uscript_getScript(static_cast<UChar32>(point), &status);
}

bool is_ideograph(char32_t point) {
    constexpr char32_t prolonged_sound = 0x30FC;
    if (point == prolonged_sound) return true;
    switch (script_of(point)) {
        case USCRIPT_HAN:
        case USCRIPT_HIRAGANA:
        case USCRIPT_KATAKANA:
        case USCRIPT_HANGUL:
        case USCRIPT_BOPOMOFO: return true;
        default: return false;
    }
}

bool is_run_on(char32_t point) {
    switch (script_of(point)) {
        case USCRIPT_THAI:
        case USCRIPT_LAO:
        case USCRIPT_KHMER:
        case USCRIPT_MYANMAR: return true;
        default: return false;
    }
}

bool sheds_marks(char32_t point) {
    switch (script_of(point)) {
        case USCRIPT_LATIN:
        case USCRIPT_GREEK:
        case USCRIPT_CYRILLIC: return true;
        default: return false;
    }
}

constexpr char32_t cyrillic_i = 0x438, cyrillic_short_i = 0x439, breve = 0x306;

std::string folded_point(char32_t point) {
    std::string text;
    const bool short_i = point == cyrillic_short_i || point == 0x419;
    append_utf8(text, short_i ? cyrillic_short_i : point);
    if (short_i) return text;
    const auto value = u_charDigitValue(static_cast<UChar32>(point));
    if (u_charType(static_cast<UChar32>(point)) == U_DECIMAL_DIGIT_NUMBER && value >= 0)
        return std::string(1, static_cast<char>('0' + value));
    std::string kept;
    const std::string whole = folded(text);
    for (std::size_t at = 0; at < whole.size();) {
        const char32_t part = next_code_point(whole, at);
        if (!is_ignorable(part)) append_utf8(kept, part);
    }
    return kept;
}

bool is_mark(char32_t point) {
    return (U_MASK(u_charType(static_cast<UChar32>(point))) & U_GC_M_MASK) != 0;
}

/// The role of a letter or number by what it is folded to; "½" and the like hold no word.
Role role_of_folded(std::string_view text) {
    if (text.empty()) return Role::ignorable;
    std::size_t at = 0;
    const char32_t first = next_code_point(text, at);
    for (std::size_t next = 0; next < text.size();) {
        const char32_t point = next_code_point(text, next);
        if (u_isalnum(static_cast<UChar32>(point)) == 0 && !is_mark(point)) return Role::separator;
    }
    if (is_mark(first)) return Role::mark;
    if (is_ideograph(first)) return Role::ideograph;
    if (is_run_on(first)) return Role::run_on;
    return u_isdigit(static_cast<UChar32>(first)) != 0 ? Role::digit : Role::letter;
}

Entry entry_for(char32_t point) {
    Entry entry;
    const auto known = [&](Role role) {
        entry.role = role;
        return entry;
    };
    if (is_apostrophe(point)) return known(Role::apostrophe);
    if (is_hyphen(point)) return known(Role::hyphen);
    if (is_ignorable(point)) return known(Role::ignorable);
    const auto category = U_MASK(u_charType(static_cast<UChar32>(point)));
    if ((category & (U_GC_L_MASK | U_GC_N_MASK | U_GC_M_MASK)) == 0) return entry;

    std::string text;
    const bool itself = between(point, 0x3400, 0x9FFF) || between(point, 0xAC00, 0xD7A3);
    if (itself || is_mark(point)) {
        append_utf8(text, point);
    } else {
        text = folded_point(point);
    }
    if (text.size() > entry.folded.size()) return entry;  // ligatures of whole phrases
    entry.role = role_of_folded(text);
    entry.upper = (category & (U_GC_LU_MASK | U_GC_LT_MASK)) != 0;
    entry.sheds_marks = entry.role == Role::letter && sheds_marks(point);
    entry.size = static_cast<std::uint8_t>(text.size());
    std::copy(text.begin(), text.end(), entry.folded.begin());
    return entry;
}

/// The pages made so far. Two threads that want the same one at the same time both make it, and one
/// is dropped.
class Pages {
public:
    ~Pages() {
        for (auto& page : pages_) delete page.load(std::memory_order_relaxed);
    }

    const Entry& operator[](char32_t point) {
        auto& page = pages_[point / page_points];
        const Page* made = page.load(std::memory_order_acquire);
        if (made == nullptr) made = &make(page, point / page_points * page_points);
        return (*made)[point % page_points];
    }

private:
    static const Page& make(std::atomic<const Page*>& place, char32_t first) {
        auto page = std::make_unique<Page>();
        for (char32_t i = 0; i < page_points; ++i) (*page)[i] = entry_for(first + i);
        const Page* expected = nullptr;
        if (place.compare_exchange_strong(expected, page.get(), std::memory_order_acq_rel))
            return *page.release();
        return *expected;
    }

    std::array<std::atomic<const Page*>, 0x110000 / page_points> pages_{};
};

const Entry& entry_of(char32_t point) {
    // Never destroyed: words are cut until the last thread ends.
    static Pages& pages = *new Pages;
    return pages[point];
}

/// U+FFFD for what is malformed. The text is mostly in two-byte characters when this matters.
char32_t point_at(std::string_view text, std::size_t& at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {
        ++at;
        return byte;
    }
    if (byte >= 0xC2 && byte < 0xE0 && at + 1 < text.size()) {
        const auto next = static_cast<unsigned char>(text[at + 1]);
        if ((next & 0xC0U) == 0x80U) {
            at += 2;
            return (byte & 0x1FU) << 6 | (next & 0x3FU);
        }
    }
    return next_code_point(text, at);
}

Character character(const Entry& entry, std::size_t bytes) {
    return {entry.role, entry.upper, entry.sheds_marks, static_cast<std::uint8_t>(bytes),
            std::string_view(entry.folded.data(), entry.size)};
}

bool is_conjoining_jamo(char32_t point) {
    return between(point, 0x1100, 0x11FF);
}

/// Kana with a voicing mark, or a Hangul syllable in letters: one character from up to three.
Character pieced_together(std::string_view text, std::size_t begin, std::size_t end) {
    constexpr std::size_t pieces = 3;
    const auto composes_with_last = [](char32_t point) {
        return between(point, 0x1160, 0x11FF) || between(point, 0x3099, 0x309A)
               || between(point, 0xFF9E, 0xFF9F);
    };
    std::size_t first_end = begin;
    const char32_t first = point_at(text, first_end);
    std::string whole;
    append_utf8(whole, first);
    for (std::size_t i = 1; i < pieces && end < text.size(); ++i) {
        std::size_t next = end;
        char32_t point = point_at(text, next);
        if (!composes_with_last(point)) break;
        const auto& piece = entry_of(point);
        whole.append(piece.folded.data(), piece.size);
        end = next;
    }
    const auto& base = entry_of(first);
    if (end == first_end) return character(base, end - begin);
    if (!is_conjoining_jamo(first))  // half-width kana are folded before they compose
        whole.replace(0, first_end - begin, std::string_view(base.folded.data(), base.size));
    const std::string one = composed(whole);
    std::size_t at = 0;
    const char32_t point = next_code_point(one, at);
    return character(at == one.size() ? entry_of(point) : base, end - begin);
}

}  // namespace

Character character_at(std::string_view text, std::size_t at) {
    const std::size_t begin = at;
    const char32_t point = point_at(text, at);
    const auto& entry = entry_of(point);
    if (entry.role == Role::ideograph
        && (is_conjoining_jamo(point) || between(point, 0x3040, 0x30FF)
            || between(point, 0xFF66, 0xFF9D)))
        return pieced_together(text, begin, at);
    if ((point == cyrillic_i || point == 0x418) && at < text.size()) {
        std::size_t next = at;
        if (point_at(text, next) == breve) {
            auto short_i = character(entry_of(cyrillic_short_i), next - begin);
            short_i.upper = point == 0x418;
            return short_i;
        }
    }
    return character(entry, at - begin);
}

std::string composed(std::string_view word) {
    UErrorCode status = U_ZERO_ERROR;
    const auto* const compose = icu::Normalizer2::getNFCInstance(status);
    std::string result;
    icu::StringByteSink<std::string> sink(&result);
    // cppcheck-suppress invalidLifetime; what `word` shows outlives the call
    compose->normalizeUTF8(0, icu::StringPiece(word.data(), static_cast<std::int32_t>(word.size())),
                           sink, nullptr, status);
    return U_SUCCESS(status) ? result : std::string(word);
}

}  // namespace archive
