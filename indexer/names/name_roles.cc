// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/names/name_roles.h"

#include "archive/base/text.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace indexer {

namespace {

using archive::NameRole;
using archive::ZoneKind;

NameRole role_in(ZoneKind kind) {
    switch (kind) {
        case ZoneKind::headline: return NameRole::title;
        case ZoneKind::byline:
        case ZoneKind::credit: return NameRole::credit;
        case ZoneKind::dateline: return NameRole::dateline;
        case ZoneKind::standfirst:
        case ZoneKind::header:
        case ZoneKind::body:
        case ZoneKind::caption:
        case ZoneKind::furniture: break;
    }
    return NameRole::body;
}

/// "Reporting by", "With inputs from"; sorted.
constexpr std::array<std::string_view, 16> credit_words{
    "compiled", "contributed", "edited",     "editing",    "graphic",     "graphics",
    "input",    "inputs",      "photo",      "photograph", "photography", "photos",
    "reported", "reporting",   "translated", "writing"};

bool credit_word(std::string_view low) {
    return low == "written" || std::binary_search(credit_words.begin(), credit_words.end(), low);
}

/// Where in a sentence its credits begin: at a cue that opens it, a bracket or a part of it; the
/// end of the sentence when it has none.
std::uint32_t credits_from(const NameText& text, const NameSentence& sentence) {
    for (auto at = sentence.begin; at + 1 < sentence.end; ++at) {
        const auto next = text[at + 1].low;
        const bool by = next == "by" || next == "from" || text[at + 1].sign == Sign::colon;
        if (!by || !credit_word(text[at].low)) continue;
        auto before = at;
        while (before > sentence.begin
               && (text[before - 1].low == "additional" || text[before - 1].low == "with"
                   || text[before - 1].low == "and" || credit_word(text[before - 1].low)))
            --before;
        const bool opens = before == sentence.begin || text[before - 1].sign == Sign::open_bracket
                           || text[before - 1].sign == Sign::semicolon
                           || text[before - 1].sign == Sign::dash;
        if (opens) return at;
    }
    return sentence.end;
}

bool small_letters(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

class Roles {
public:
    Roles(const archive::Article& article, const NameText& text, const archive::AliasTable& known,
          std::vector<NameDraft>& drafts)
        : article_(article), text_(text), known_(known), drafts_(drafts) {}

    void settle() {
        std::size_t sentence = text_.sentences().size();
        std::uint32_t credits = 0;
        for (std::size_t i = 0; i < drafts_.size(); ++i) {
            auto& draft = drafts_[i];
            const auto number = text_[draft.begin].sentence;
            const auto& in = text_.sentences()[number];
            if (number != sentence) {
                sentence = number;
                credits = credits_from(text_, in);
            }
            draft.role = role_in(article_.zones[in.zone].kind);
            if (draft.begin > credits) draft.role = NameRole::credit;
            if (is_agency(draft) && sends(draft, in)) draft.role = NameRole::source;
            if (draft.role == NameRole::body && is_dateline(i, in)) draft.role = NameRole::dateline;
            if (draft.role == NameRole::body && after_agency(i)) draft.role = NameRole::credit;
        }
    }

private:
    bool is_agency(const NameDraft& draft) const {
        return draft.alias != nullptr && (draft.alias->agency || known_.is_agency(draft.alias->id));
    }

    /// The sign at a token of the sentence; full_stop beyond its ends.
    Sign sign_at(std::int64_t at, const NameSentence& in) const {
        if (at < static_cast<std::int64_t>(in.begin) || at >= static_cast<std::int64_t>(in.end))
            return Sign::full_stop;
        const auto& token = text_[static_cast<std::size_t>(at)];
        if (token.text == "_") return Sign::dash;
        const bool hyphen = token.sign == Sign::dash && !token.spaced;  // "US-led"
        return hyphen ? Sign::other : token.sign;
    }
    std::string_view low_at(std::int64_t at, const NameSentence& in) const {
        const bool inside =
            at >= static_cast<std::int64_t>(in.begin) && at < static_cast<std::int64_t>(in.end);
        return inside ? text_[static_cast<std::size_t>(at)].low : std::string_view();
    }

    /// Whether an agency stands where it sends the story or picture.
    bool sends(const NameDraft& draft, const NameSentence& in) const {
        if (draft.role == NameRole::credit || draft.role == NameRole::dateline) return true;
        const auto before = static_cast<std::int64_t>(draft.begin) - 1;
        const auto behind = static_cast<std::int64_t>(draft.end);
        const auto left = sign_at(before, in);
        const auto right = sign_at(behind, in);
        if (left == Sign::open_bracket && right == Sign::close_bracket) {
            const auto next = sign_at(behind + 1, in);
            return next == Sign::dash || next == Sign::colon || next == Sign::full_stop;
        }
        if (low_at(before, in) == "via" && ends_here(behind, in)) return true;
        if (low_at(behind, in) == "via" && behind + 1 < static_cast<std::int64_t>(in.end)
            && text_[static_cast<std::size_t>(behind) + 1].capital)
            return true;
        if (low_at(behind, in) == "/" || low_at(before, in) == "/") return ends_soon(draft, in);
        if (left == Sign::dash && before >= static_cast<std::int64_t>(in.begin))
            return ends_here(behind, in);
        constexpr std::uint32_t most_tokens = 3;
        return draft.begin == in.begin && in.end - in.begin <= most_tokens && ends_here(behind, in);
    }
    /// Whether the sentence or its part ends at `at`.
    bool ends_here(std::int64_t at, const NameSentence& in) const {
        const auto sign = sign_at(at, in);
        return sign == Sign::full_stop || sign == Sign::close_bracket || low_at(at, in) == "/";
    }
    /// "REUTERS/Bo Chu", "Handout/AFP": the end of a caption.
    bool ends_soon(const NameDraft& draft, const NameSentence& in) const {
        constexpr std::uint32_t most_tokens = 6;
        return in.end - draft.end <= most_tokens
               && (article_.zones[in.zone].kind == ZoneKind::caption
                   || !small_letters(text_[draft.begin].text));
    }

    /// "SEOUL:", "PARIS, Nov 30 (Reuters) -", "Kyiv (AP) —".
    bool is_dateline(std::size_t number, const NameSentence& in) const {
        const auto& draft = drafts_[number];
        if (draft.type != NameType::place) return false;
        const auto behind = static_cast<std::int64_t>(draft.end);
        if (draft.begin != in.begin) {
            if (number == 0 || drafts_[number - 1].role != NameRole::dateline) return false;
            const bool next_to =
                drafts_[number - 1].end + 1 == draft.begin
                && text_[draft.begin].sentence == text_[drafts_[number - 1].begin].sentence;
            const auto joint = sign_at(static_cast<std::int64_t>(draft.begin) - 1, in);
            return next_to
                   && (joint == Sign::comma || text_[draft.begin - 1].low == "/"
                       || joint == Sign::dash)
                   && dash_follows(behind, in);
        }
        if (!begins_paragraph(in)) return false;
        if (!small_letters(text_.between(draft.begin, draft.end))) {
            const auto sign = sign_at(behind, in);
            return sign == Sign::colon || sign == Sign::open_bracket || sign == Sign::dash
                   || sign == Sign::comma || low_at(behind, in) == "/";
        }
        return sign_at(behind, in) == Sign::open_bracket && dash_follows(behind, in);
    }
    /// Whether "(Reuters) -" follows within a few words.
    bool dash_follows(std::int64_t at, const NameSentence& in) const {
        constexpr std::int64_t farthest = 12;
        bool bracket = sign_at(at, in) == Sign::dash || sign_at(at, in) == Sign::colon;
        if (bracket) return true;
        for (auto next = at; next < at + farthest; ++next) {
            const auto sign = sign_at(next, in);
            if (sign == Sign::full_stop) return false;
            if (sign == Sign::close_bracket) {
                const auto behind = sign_at(next + 1, in);
                return behind == Sign::dash || behind == Sign::colon || behind == Sign::full_stop;
            }
        }
        return false;
    }
    bool begins_paragraph(const NameSentence& in) const {
        const auto number = text_[in.begin].sentence;
        return number == 0 || text_.sentences()[number - 1].paragraph != in.paragraph;
    }

    /// "REUTERS/Bo Chu": the photographer.
    bool after_agency(std::size_t number) const {
        if (number == 0) return false;
        const auto& draft = drafts_[number];
        const auto& before = drafts_[number - 1];
        return draft.type == NameType::person && before.role == NameRole::source
               && before.end + 1 == draft.begin && text_[before.end].low == "/";
    }

    const archive::Article& article_;
    const NameText& text_;
    const archive::AliasTable& known_;
    std::vector<NameDraft>& drafts_;
};

}  // namespace

void settle_roles(const archive::Article& article, const NameText& text,
                  const archive::AliasTable& known, std::vector<NameDraft>& drafts) {
    Roles(article, text, known, drafts).settle();
}

}  // namespace indexer
