// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/names/name_linker.h"

#include "archive/base/fold.h"
#include "indexer/names/name_roles.h"
#include "indexer/names/unlisted_titles.h"

#include <algorithm>
#include <array>
#include <utility>

namespace indexer {

namespace {

using archive::EntityType;

constexpr std::uint32_t nobody = NameDraft::nobody;

NameType name_type(EntityType type) {
    switch (type) {
        case EntityType::person: return NameType::person;
        case EntityType::org: return NameType::org;
        case EntityType::place: return NameType::place;
    }
    return NameType::other;
}

EntityType entity_type(NameType type) {
    switch (type) {
        case NameType::person: return EntityType::person;
        case NameType::org: return EntityType::org;
        case NameType::place:
        case NameType::other: break;
    }
    return EntityType::place;
}

bool several_words(std::string_view folded) {
    return folded.find(' ') != std::string_view::npos;
}

std::size_t words_in(std::string_view text) {
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), ' '));
}

bool has_small_letter(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

/// "KCNA", "UN", "G7": what stands in brackets behind a name in full.
bool acronym(std::string_view text) {
    const auto capitals =
        std::count_if(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    return capitals >= 2 && text.size() <= 12
           && static_cast<std::size_t>(capitals) * 2 > text.size();
}

/// `text` with each run of white space as one blank.
std::string on_one_line(std::string_view text) {
    std::string line;
    for (const char c : text) {
        const bool white = c == ' ' || c == '\t' || c == '\r' || c == '\n';
        if (!white) {
            line += c;
        } else if (!line.empty() && line.back() != ' ') {
            line += ' ';
        }
    }
    return line;
}

}  // namespace

LinkedNames NameLinker::link(const archive::Article& article, const NameText& text,
                             std::span<const NameSpan> tagged) {
    text_ = &text;
    linked_ = {};
    people_.clear();
    by_key_.clear();
    name_of_person_.clear();
    given_.clear();
    by_acronym_.clear();

    read_given(article);
    drafts_.find(text, tagged, article.language);
    drop_unlisted_titles(text, words_, drafts_.all());
    drafts_.sort();
    settle_types();
    settle_roles(article, text, shipped_, drafts_.all());
    name_people();
    make_people_of_surnames();
    find_missed();
    if (own_ != nullptr) drafts_.add_own(*own_);
    spell_out_acronyms();
    find_acronyms();
    drafts_.sort();
    settle_roles(article, text, shipped_, drafts_.all());
    link_drafts();
    return std::move(linked_);
}

/// The name of a type and folded form; nobody's number when it is new.
std::uint32_t& NameLinker::name_under(EntityType type, std::string_view folded) {
    std::string key(archive::name(type));
    key += ' ';
    key += folded;
    return by_key_.try_emplace(std::move(key), nobody).first->second;
}

void NameLinker::read_given(const archive::Article& article) {
    for (const auto& entity : article.entities) {
        const auto folded = archive::folded_words(entity.name);
        if (folded.empty()) continue;
        auto& number = name_under(entity.type, folded);
        if (number != nobody) continue;
        number = static_cast<std::uint32_t>(linked_.names.size());
        linked_.names.push_back({entity.type, entity.name, true, false});
        given_.emplace(folded, name_type(entity.type));
        if (entity.type != EntityType::person || !several_words(folded)) continue;
        const auto person = people_.name(folded, 0, false);
        if (person == name_of_person_.size()) name_of_person_.push_back(number);
    }
    for (const auto& author : article.authors) {
        const auto folded = archive::folded_words(author);
        if (!several_words(folded)) continue;
        const auto person = people_.name(folded, 0, true);
        if (person == name_of_person_.size()) name_of_person_.push_back(nobody);
    }
}

/// One type a written form: what it is most often, or what the metadata say.
void NameLinker::settle_types() {
    std::unordered_map<std::string_view, std::array<std::uint32_t, name_types>> votes;
    auto& drafts = drafts_.all();
    for (const auto& draft : drafts) {
        if (draft.alias == nullptr) ++votes[draft.folded][static_cast<std::size_t>(draft.type)];
    }
    for (auto& draft : drafts) {
        if (draft.alias != nullptr) continue;
        if (const auto given = given_.find(draft.folded); given != given_.end()) {
            draft.type = given->second;
            continue;
        }
        const auto& vote = votes[draft.folded];
        const auto most = std::max_element(vote.begin(), vote.end());
        if (*most > vote[static_cast<std::size_t>(draft.type)])
            draft.type = static_cast<NameType>(most - vote.begin());
    }
}

void NameLinker::name_people() {
    std::uint32_t place = 0;
    for (const auto& draft : drafts_.all()) {
        ++place;
        if (draft.type != NameType::person || !several_words(draft.folded)) continue;
        const auto person = people_.name(draft.folded, place, !archive::in_the_story(draft.role));
        if (person == name_of_person_.size()) name_of_person_.push_back(nobody);
    }
}

/// What the tagger takes for a place or an organisation here is a person where the article names
/// one with that surname, unless the word is known as a place.
void NameLinker::make_people_of_surnames() {
    for (auto& draft : drafts_.all()) {
        const bool strange = draft.alias == nullptr && draft.type != NameType::person
                             && !several_words(draft.folded) && !given_.contains(draft.folded);
        if (strange && people_.surname(draft.folded) && !words_.names_places(draft.folded))
            draft.type = NameType::person;
    }
}

/// Words that are names elsewhere in the article are names here too.
void NameLinker::find_missed() {
    struct Known {
        NameType type = NameType::other;
        std::uint32_t tokens = 1;
    };
    const auto& text = *text_;
    std::unordered_map<std::string, Known> known;
    std::unordered_map<std::string_view, std::uint32_t> longest;  // by first word
    constexpr std::uint32_t most_tokens = 8;
    for (const auto& draft : drafts_.all()) {
        const auto tokens = draft.end - draft.begin;
        if (draft.alias != nullptr || draft.type == NameType::other || tokens > most_tokens
            || !archive::in_the_story(draft.role))
            continue;
        known.try_emplace(std::string(text.between(draft.begin, draft.end)),
                          Known{draft.type, tokens});
        auto& length = longest[text[draft.begin].text];
        length = std::max(length, tokens);
    }
    for (const auto& name : linked_.names) {  // of the metadata: no others are there yet
        const std::string_view form = name.name;
        const auto first = form.substr(0, form.find_first_of(" -'"));
        known.try_emplace(name.name, Known{name_type(name.type), most_tokens});
        longest[first] = most_tokens;
    }
    for (const auto& sentence : text.sentences()) {
        for (auto begin = sentence.begin; begin < sentence.end; ++begin) {
            const auto& token = text[begin];
            if (drafts_.taken(begin) || !token.capital) continue;
            const auto length = longest.find(token.text);
            auto end = begin + (length == longest.end() ? 0 : length->second);
            end = std::min(end, sentence.end);
            for (auto at = begin; at < end; ++at) {
                if (drafts_.taken(at)) end = at;
            }
            constexpr std::size_t fewest_letters = 3;
            const bool may_stand_alone =
                token.text.size() >= fewest_letters && !words_.ordinary(token.low);
            bool found = false;
            for (; end > begin && !found; --end) {
                if (end == begin + 1 && !may_stand_alone) break;
                const auto name = known.find(std::string(text.between(begin, end)));
                if (name == known.end()) continue;
                drafts_.add({begin, end, name->second.type});
                found = true;
            }
            if (found || !may_stand_alone) continue;
            if (people_.surname(archive::folded_words(token.text)))
                drafts_.add({begin, begin + 1, NameType::person});
        }
    }
}

/// "Harbour Works Council (HWC)" where only HWC was found: the words before the bracket whose
/// initials it has are the council.
void NameLinker::spell_out_acronyms() {
    const auto& text = *text_;
    const std::size_t count = drafts_.all().size();
    for (std::size_t i = 0; i < count; ++i) {
        const auto short_form = drafts_.all()[i].begin;
        const auto& sentence = text.sentence_of(short_form);
        const auto letters = text[short_form].text;
        const bool bracketed = drafts_.all()[i].type == NameType::org
                               && drafts_.all()[i].end == short_form + 1
                               && short_form > sentence.begin && short_form + 1 < sentence.end
                               && text[short_form - 1].sign == Sign::open_bracket
                               && text[short_form + 1].sign == Sign::close_bracket;
        if (!bracketed || !acronym(letters)) continue;
        const auto end = short_form - 1;
        auto begin = end;
        std::size_t left = letters.size();
        std::size_t small_words = 0;
        while (left > 0 && begin > sentence.begin) {
            const auto& word = text[begin - 1];
            if (drafts_.taken(begin - 1) || word.sign != Sign::none) break;
            if (word.capital) {
                if (word.text[0] != letters[left - 1]) break;
                --left;
            } else if (begin == end || ++small_words > letters.size()) {
                break;
            }
            --begin;
        }
        if (left == 0) drafts_.add({begin, end, NameType::org});
    }
}

/// "Port Authority (PA)": from there on PA is the authority.
void NameLinker::find_acronyms() {
    drafts_.sort();
    const auto& text = *text_;
    const std::size_t count = drafts_.all().size();
    for (std::size_t i = 0; i < count; ++i) {
        const auto& draft = drafts_.all()[i];
        const auto& sentence = text.sentence_of(draft.begin);
        const auto short_form = draft.end + 1;
        if (draft.type == NameType::person || short_form + 1 >= sentence.end
            || text[draft.end].sign != Sign::open_bracket
            || text[short_form + 1].sign != Sign::close_bracket || !acronym(text[short_form].text))
            continue;
        std::string initials;
        for (auto at = draft.begin; at < draft.end; ++at) {
            if (text[at].capital) initials += text[at].text[0];
        }
        const auto letters = text[short_form].text;
        if (initials.size() < 2
            || (initials != letters && !initials.starts_with(letters.substr(0, 2))))
            continue;
        const auto type = draft.type == NameType::place ? NameType::place : NameType::org;
        drafts_.all()[i].type = draft.alias == nullptr ? type : draft.type;
        if (drafts_.all()[i].type == NameType::other) continue;
        by_acronym_.try_emplace(letters, name_of(type, drafts_.all()[i]));
        if (!drafts_.taken(short_form)) drafts_.add({short_form, short_form + 1, type});
    }
    if (by_acronym_.empty()) return;
    for (const auto& sentence : text.sentences()) {
        for (auto at = sentence.begin; at < sentence.end; ++at) {
            if (!drafts_.taken(at) && by_acronym_.contains(text[at].text))
                drafts_.add({at, at + 1, NameType::org});
        }
    }
}

/// The name shown is the longest; of two alike the one that is not all capitals.
void NameLinker::show_as(std::uint32_t name, std::string_view surface) {
    auto& linked = linked_.names[name];
    if (linked.given) return;
    const auto line = on_one_line(surface);
    const auto more = words_in(line);
    const auto now = words_in(linked.name);
    if (linked.name.empty() || more > now
        || (more == now && !has_small_letter(linked.name) && has_small_letter(line)
            && archive::folded_words(line) == archive::folded_words(linked.name)))
        linked.name = line;
}

std::uint32_t NameLinker::name_of(NameType type, const NameDraft& draft) {
    if (draft.folded.empty()) return nobody;
    auto& number = name_under(entity_type(type), draft.folded);
    if (number == nobody) {
        number = static_cast<std::uint32_t>(linked_.names.size());
        linked_.names.push_back({entity_type(type), "", false, false});
    }
    show_as(number, text_->between(draft.begin, draft.end));
    return number;
}

void NameLinker::link_draft(NameDraft& draft, std::uint32_t place) {
    if (draft.type == NameType::other || draft.after_the) return;
    const auto surface = text_->between(draft.begin, draft.end);
    if (const auto full = by_acronym_.find(surface); full != by_acronym_.end()) {
        draft.name = full->second;
        return;
    }
    std::optional<PeopleNamed::Person> person;
    if (draft.type == NameType::person && several_words(draft.folded)) {
        person = people_.named(draft.folded);
        if (!person) person = people_.name(draft.folded, place, !archive::in_the_story(draft.role));
    }
    if (draft.type == NameType::person && !person && archive::in_the_story(draft.role))
        person = people_.meant(draft.folded, place);
    if (!person) {
        draft.name = name_of(draft.type, draft);
        return;
    }
    if (*person == name_of_person_.size()) name_of_person_.push_back(nobody);
    auto& name = name_of_person_[*person];
    if (name == nobody) {
        name = static_cast<std::uint32_t>(linked_.names.size());
        linked_.names.push_back({EntityType::person, "", false, false});
    }
    if (several_words(draft.folded)) show_as(name, surface);
    draft.name = name;
}

/// "the North" where North Korea is named: the name of the first mention that says so in full.
void NameLinker::link_after_the() {
    struct Spoken {
        std::uint32_t name = nobody;
        bool demonym = false;
    };
    std::unordered_map<std::string_view, Spoken> spoken;  // by id of the table
    auto& drafts = drafts_.all();
    for (const auto& draft : drafts) {
        if (draft.alias == nullptr || draft.after_the || draft.name == nobody) continue;
        auto& first = spoken[draft.alias->id];
        if (first.name == nobody || (first.demonym && !draft.alias->demonym))
            first = {draft.name, draft.alias->demonym};
    }
    for (auto& draft : drafts) {
        if (!draft.after_the || draft.type == NameType::other) continue;
        const auto found = spoken.find(draft.alias->id);
        if (found != spoken.end()) {
            draft.name = found->second.name;
        } else if (archive::folded_words(draft.alias->label) == draft.folded) {
            draft.name = name_of(draft.type, draft);  // "the West" has no fuller name
        }
    }
}

void NameLinker::link_drafts() {
    std::uint32_t place = 0;
    for (auto& draft : drafts_.all()) link_draft(draft, ++place);
    link_after_the();
    for (const auto& draft : drafts_.all()) {
        if (draft.name == nobody) continue;
        linked_.mentions.push_back({draft.begin, draft.end, draft.name, draft.role});
        if (draft.alias != nullptr && draft.alias->agency) linked_.names[draft.name].agency = true;
    }
}

}  // namespace indexer
