// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/analysis/affixed_words.h"

#include "archive/base/text.h"
#include "indexer/analysis/stem_lines.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <filesystem>
#include <utility>

namespace indexer {

namespace {

constexpr std::size_t most_bytes = 255;  // of a stem, and of its flags

/// Where something is said of words that AffixedWords::have() can leave out of account.
enum class Says : std::uint8_t {
    nothing,    ///< of suggestions, or of words with other characters than letters
    more,       ///< that there are more words
    compounds,  ///< that long words may be made of others
    shortest,   ///< letters of a part of those
    breaks,     ///< where a word is cut in two
    language,
    prefix,
    suffix,
    joining,      ///< flags: of lines that make words together
    conversion,   ///< of the word that is asked for
    needs_affix,  ///< a flag: the line is no word by itself
    left_out,     ///< a flag: the line makes no word, or none that is understood here
    forbidden,    ///< a flag: no word, though rules may make it
};

struct Directive {
    std::string_view name;
    Says says;
};

constexpr std::array directives{
    Directive{"LANG", Says::language},
    Directive{"PFX", Says::prefix},
    Directive{"SFX", Says::suffix},
    Directive{"COMPOUNDRULE", Says::joining},
    Directive{"ICONV", Says::conversion},
    Directive{"NEEDAFFIX", Says::needs_affix},
    Directive{"ONLYINCOMPOUND", Says::left_out},
    Directive{"FORBIDDENWORD", Says::forbidden},
    Directive{"KEEPCASE", Says::nothing},  // a word is looked for as it is written
    Directive{"NOSUGGEST", Says::nothing},
    Directive{"TRY", Says::nothing},
    Directive{"KEY", Says::nothing},
    Directive{"REP", Says::nothing},
    Directive{"MAP", Says::nothing},
    Directive{"PHONE", Says::nothing},
    Directive{"OCONV", Says::nothing},
    Directive{"WORDCHARS", Says::nothing},
    Directive{"NAME", Says::nothing},
    Directive{"HOME", Says::nothing},
    Directive{"VERSION", Says::nothing},
    Directive{"COMPOUNDMIN", Says::shortest},
    Directive{"BREAK", Says::breaks},
    Directive{"CHECKSHARPS", Says::nothing},  // of words in capitals
    Directive{"FULLSTRIP", Says::more},
    Directive{"CIRCUMFIX", Says::nothing},  // of affixes that take others
    Directive{"COMPOUNDFLAG", Says::compounds},
    Directive{"COMPOUNDBEGIN", Says::compounds},
    Directive{"COMPOUNDMIDDLE", Says::compounds},
    Directive{"COMPOUNDEND", Says::compounds},
    Directive{"COMPOUNDPERMITFLAG", Says::compounds},
};

/// Takes the next word of a line.
std::string_view next_word(std::string_view& line) {
    std::size_t begin = 0;
    while (begin < line.size() && is_blank(line[begin])) ++begin;
    std::size_t end = begin;
    while (end < line.size() && !is_blank(line[end])) ++end;
    const auto word = line.substr(begin, end - begin);
    line.remove_prefix(end);
    return word;
}

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool is_letters(std::string_view text) {
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

bool has_no_letter(std::string_view text) {
    return std::none_of(text.begin(), text.end(), [](char c) {
        return is_letters({&c, 1}) || static_cast<unsigned char>(c) >= 0x80;
    });
}

bool is_number(std::string_view text) {
    return text.find_first_not_of("0123456789") == std::string_view::npos;
}

bool has_any(std::string_view flags, std::string_view of) {
    return flags.find_first_of(of) != std::string_view::npos;
}

/// "innen/xyo": what is added, and the flags of what may be added to that.
std::pair<std::string_view, std::string_view> parted(std::string_view add) {
    const auto at = std::min(add.find('/'), add.size());
    return {add.substr(0, at), add.substr(std::min(at + 1, add.size()))};
}

/// "[^aeiou]y": a set of bytes a place; none for ".". False when it is not well formed.
bool read_condition(std::string_view written, std::vector<std::array<bool, 256>>& places) {
    if (written == ".") return true;
    for (std::size_t at = 0; at < written.size(); ++at) {
        auto& bytes = places.emplace_back();
        if (written[at] == '.') {
            bytes.fill(true);
        } else if (written[at] == '[') {
            const auto end = written.find(']', at);
            if (end == std::string_view::npos) return false;
            auto inside = written.substr(at + 1, end - at - 1);
            const bool others = inside.starts_with('^');
            if (others) inside.remove_prefix(1);
            bytes.fill(others);
            for (const char c : inside) bytes[static_cast<unsigned char>(c)] = !others;
            at = end;
        } else {
            bytes[static_cast<unsigned char>(written[at])] = true;
        }
    }
    return !written.empty();
}

}  // namespace

AffixedWords::AffixedWords(const std::string& path) {
    std::error_code ignored;
    if (!std::filesystem::exists(path + ".aff", ignored)
        || !std::filesystem::exists(path + ".dic", ignored))
        return;
    if (!read_rules(path + ".aff")) return;
    stems_file_ = archive::Mapping(path + ".dic");
    if (stems_file_.bytes().size() < UINT32_MAX) read_stems();
}

/// False when there is something that decides about words and is not known here.
bool AffixedWords::read_rules(const std::string& path) {
    const archive::Mapping file(path);
    auto text = file.bytes();
    constexpr std::string_view mark = "\xef\xbb\xbf";
    if (text.starts_with(mark)) text.remove_prefix(mark.size());
    bool known = true;
    for_each_line(text, [&](std::string_view line, std::size_t) {
        auto rest = line;
        const auto name = next_word(rest);
        if (name == "SET") encoding_ = next_word(rest);
        if (name.empty() || name.front() == '#' || name == "SET" || !known) return;
        const auto* const found =
            std::find_if(directives.begin(), directives.end(),
                         [&](const Directive& directive) { return directive.name == name; });
        if (found == directives.end()) {
            known = false;
            return;
        }
        auto value_of = rest;
        const auto value = next_word(value_of);
        switch (found->says) {
            case Says::nothing: break;
            case Says::more: plain_ = false; break;
            case Says::compounds: compounds_ = true; break;
            case Says::shortest:
                shortest_part_ = is_number(value) && !value.empty() && value.size() < 3
                                     ? static_cast<std::size_t>(std::stoi(std::string(value)))
                                     : 1;
                break;
            case Says::breaks: plain_ = plain_ && has_no_letter(value); break;
            case Says::joining:
                if (!is_number(value)) joining_ += value;
                break;
            case Says::language:  // where "i" and "I" are two letters
                known = !value.starts_with("tr") && !value.starts_with("az")
                        && !value.starts_with("crh");
                break;
            case Says::prefix: known = read_rule(rest, true); break;
            case Says::suffix: known = read_rule(rest, false); break;
            case Says::needs_affix: no_word_ += value; break;
            case Says::conversion:  // of what is no letter
                known = is_number(value) || value == "\u2019";
                break;
            case Says::forbidden: forbidden_ += value; break;
            case Says::left_out: left_out_ += value; break;
        }
    });
    return known;
}

/// "D Y 4" begins four rules, "D 0 ed [^ey]" is one. False when flags have more than a byte. What
/// only hunspell understands is passed over.
bool AffixedWords::read_rule(std::string_view line, bool prefix) {
    const auto flag = next_word(line);
    const auto strip = next_word(line);
    const auto add = next_word(line);
    const auto condition = next_word(line);
    if (flag.size() != 1) return false;
    auto& joins = joins_[static_cast<unsigned char>(flag[0]) + (prefix ? 256U : 0U)];
    const bool head = condition.empty() && (strip == "Y" || strip == "N");
    if (head) {
        joins = strip == "Y";
        return true;
    }
    Rule rule{flag[0], joins, {}, {}, {}};
    const auto [ending, more] = parted(add);
    if (has_any(more, left_out_) || (!more.empty() && ending.find('-') != std::string_view::npos))
        return true;
    const bool bytes_are_letters =
        latin_1() || (is_ascii(strip) && is_ascii(add) && is_ascii(condition));
    const bool nothing_added = add == "0";
    const bool plain = bytes_are_letters && more.empty() && !add.empty()
                       && strip.find('/') == std::string_view::npos && !(prefix && nothing_added)
                       && read_condition(condition, rule.condition);
    plain_ = plain_ && plain;
    if (!plain) return true;
    if (strip != "0") rule.strip = strip;
    if (nothing_added) {
        shortening_.push_back(std::move(rule));
        return true;
    }
    rule.add = add;
    const auto by = static_cast<unsigned char>(prefix ? add.front() : add.back());
    (prefix ? prefixes_ : suffixes_)[by].push_back(std::move(rule));
    return true;
}

/// Stems on their way into slots, which are more than the caches hold: where each goes is asked for
/// some lines before it is put there.
struct AffixedWords::StemsSoon {
    struct Waiting {
        std::uint64_t hash = 0;
        Stem stem;
    };
    FlagSet joining, left_out;
    std::array<Waiting, 16> waiting{};
};

void AffixedWords::put(std::uint64_t hash, const Stem& stem) {
    const std::size_t mask = slots_.size() - 1;
    std::size_t slot = hash & mask;
    while (slots_[slot].at != 0) slot = (slot + 1) & mask;
    slots_[slot] = stem;
}

void AffixedWords::read_stems() {
    const auto text = stems_file_.bytes();
    const auto lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) + 1;
    std::size_t slots = 64;
    while (slots < lines * 2) slots *= 2;
    slots_.resize(slots);
    StemsSoon soon{FlagSet(joining_), FlagSet(left_out_)};
    for_each_line(text, [&](std::string_view line, std::size_t at) {
        if (at > 0) add_stem(line, at, soon);  // the first says how many there are
    });
    for (std::size_t at = 0; at < soon.waiting.size(); ++at) {
        const auto& waiting = soon.waiting[(stems_ + at) % soon.waiting.size()];
        if (waiting.stem.at != 0) put(waiting.hash, waiting.stem);
    }
}

void AffixedWords::add_stem(std::string_view line, std::size_t at, StemsSoon& soon) {
    const auto [word, flags] = stem_line(line);
    if (word.empty()) return;
    const bool joined = soon.joining.any_of(flags) && is_letters(word);
    if (word.size() > most_bytes || flags.size() > most_bytes || joined) plain_ = false;
    if (word.size() > most_bytes || flags.size() > most_bytes || soon.left_out.any_of(flags))
        return;
    const auto hash = archive::checksum_of(word);
    __builtin_prefetch(&slots_[hash & (slots_.size() - 1)], 1);
    auto& waiting = soon.waiting[stems_++ % soon.waiting.size()];
    if (waiting.stem.at != 0) put(waiting.hash, waiting.stem);
    waiting = {hash,
               {static_cast<std::uint32_t>(at) + 1, static_cast<std::uint8_t>(word.size()),
                static_cast<std::uint8_t>(flags.size()), static_cast<std::uint16_t>(hash >> 48U)}};
}

/// Whether a line of the list with these letters passes the test of its flags.
template <typename Test>
bool AffixedWords::any_stem(std::string_view word, const Test& test) const {
    const auto hash = archive::checksum_of(word);
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t slot = hash & mask; slots_[slot].at != 0; slot = (slot + 1) & mask) {
        const auto& stem = slots_[slot];
        if (stem.hash == static_cast<std::uint16_t>(hash >> 48U) && text(stem) == word
            && test(flags(stem)))
            return true;
    }
    return false;
}

/// Whether a stem takes the affix of `flag`, and that of `other` when there is one.
bool AffixedWords::is_stem_with(std::string_view word, char flag, char other) const {
    return any_stem(word, [&](std::string_view flags) {
        return flags.find(flag) != std::string_view::npos
               && (other == 0 || flags.find(other) != std::string_view::npos)
               && !has_any(flags, forbidden_);
    });
}

/// Where the letter that ends before `end` begins.
std::size_t AffixedWords::letter_before(std::string_view word, std::size_t end) const {
    --end;
    while (!latin_1() && end > 0 && (static_cast<unsigned char>(word[end]) & 0xC0) == 0x80) --end;
    return end;
}

/// A condition has no letters beyond ASCII where they have several bytes: the first tells.
bool AffixedWords::fits_at_end(std::string_view stem, const Condition& condition) const {
    auto at = stem.size();
    for (auto place = condition.size(); place > 0; --place) {
        if (at == 0) return false;
        at = letter_before(stem, at);
        if (!condition[place - 1][static_cast<unsigned char>(stem[at])]) return false;
    }
    return true;
}

bool AffixedWords::fits_at_begin(std::string_view stem, const Condition& condition) const {
    std::size_t at = 0;
    for (const auto& bytes : condition) {
        if (at >= stem.size() || !bytes[static_cast<unsigned char>(stem[at])]) return false;
        ++at;
        while (!latin_1() && at < stem.size()
               && (static_cast<unsigned char>(stem[at]) & 0xC0) == 0x80)
            ++at;
    }
    return true;
}

/// Whether `word` is a stem with a suffix, which also takes the prefix of a flag when there is one.
bool AffixedWords::have_suffixed(std::string_view word, char prefix) const {
    std::string stem;
    const auto made_by = [&](const Rule& rule) {
        if (!word.ends_with(rule.add) || (prefix != 0 && !rule.joins)) return false;
        const auto kept = word.substr(0, word.size() - rule.add.size());
        if (kept.empty()) return false;
        stem.assign(kept).append(rule.strip);
        return fits_at_end(stem, rule.condition) && is_stem_with(stem, rule.flag, prefix);
    };
    const auto& rules = suffixes_[static_cast<unsigned char>(word.back())];
    return std::any_of(rules.begin(), rules.end(), made_by)
           || std::any_of(shortening_.begin(), shortening_.end(), made_by);
}

bool AffixedWords::have_prefixed(std::string_view word) const {
    std::string stem;
    for (const auto& rule : prefixes_[static_cast<unsigned char>(word.front())]) {
        if (!word.starts_with(rule.add)) continue;
        const auto kept = word.substr(rule.add.size());
        if (kept.empty()) continue;
        stem.assign(rule.strip).append(kept);
        if (!fits_at_begin(stem, rule.condition)) continue;
        const bool alone = any_stem(stem, [&](std::string_view flags) {
            return flags.find(rule.flag) != std::string_view::npos && !has_any(flags, forbidden_)
                   && !has_any(flags, no_word_);
        });
        if (alone || (rule.joins && have_suffixed(stem, rule.flag))) return true;
    }
    return false;
}

bool AffixedWords::have(std::string_view word) const {
    if (stems_ == 0 || word.empty()) return false;
    if (any_stem(word, [&](std::string_view flags) { return has_any(flags, forbidden_); }))
        return false;
    return any_stem(word, [&](std::string_view flags) { return !has_any(flags, no_word_); })
           || have_suffixed(word, 0) || have_prefixed(word);
}

bool AffixedWords::decides(std::string_view word) const {
    if (!plain_ || stems_ == 0) return false;
    std::size_t letters = 0;
    for (std::size_t at = 0; at < word.size(); ++letters) {
        const auto letter = static_cast<UChar32>(archive::next_code_point(word, at));
        if (u_isalpha(letter) == 0 || u_tolower(letter) != letter) return false;
    }
    return !compounds_ || letters < 2 * shortest_part_;
}

}  // namespace indexer
