// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/record_article.h"

#include "archive/base/limits.h"
#include "archive/base/text.h"
#include "archive/index/identity.h"
#include "indexer/analysis/agencies.h"
#include "indexer/analysis/dates.h"
#include "indexer/extract/saved_pages.h"
#include "indexer/readers/article_body.h"
#include "indexer/readers/exports/press_document.h"
#include "indexer/readers/record_values.h"
#include "indexer/readers/stated_fields.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace indexer {

namespace {

using archive::Article;
using archive::Error;
using archive::ErrorCode;
using nlohmann::json;

constexpr std::size_t longest_tag = 40;    // of several in one string, parted by commas
constexpr std::size_t other_bytes = 4096;  // of one field nobody knows; the rest is not kept

/// The fields of a record, each with the value of the best of its names.
class Record {
public:
    Record(const json& object, const FieldNames& names) : names_(names) {
        collect(object, {}, {}, Unknown::keep);
    }

    /// The value of a field, or null.
    const json* operator[](RecordField field) const { return best_[index(field)].value; }

    std::string_view written_name(RecordField field) const { return best_[index(field)].name; }

    /// All titles beside the best one.
    const std::vector<const json*>& more_titles() const { return more_titles_; }

    /// What has no meaning to us, under its own name.
    std::vector<std::pair<std::string, std::string>>& other() { return other_; }

    /// Keeps a value that no field takes.
    void keep(const std::string& name, const json& value) {
        const std::string text = shown_text_of(value);
        if (!text.empty()) {
            other_.emplace_back(clean_line(name), archive::cut(text, other_bytes));
        }
    }

private:
    struct Found {
        const json* value = nullptr;
        std::size_t rank = 0;
        std::string name;
    };
    enum class Unknown : bool { drop, keep };

    static std::size_t index(RecordField field) { return static_cast<std::size_t>(field); }

    /// `plain` and `written` are the names on the way here, each with a dot behind it.
    void collect(const json& object, const std::string& plain, const std::string& written,
                 Unknown unknown) {
        for (const auto& [key, value] : object.items()) {
            const std::string name = plain + plain_name(key);
            const auto meaning = names_.meaning(name);
            const bool known = meaning && has_text(value, meaning->field);
            if (known) take(*meaning, written + key, value);
            if (value.is_object() && names_.reaches_into(name)) {
                collect(value, name + ".", written + key + ".", known ? Unknown::drop : unknown);
            } else if (!known && plain.empty() && value.is_object() && is_envelope(name)) {
                open(value, written + key, unknown);
            } else if (!known && unknown == Unknown::keep) {
                keep(written + key, value);
            }
        }
    }

    static bool has_text(const json& value, RecordField field) {
        if (field != RecordField::body) return has_words(value);
        if (!value.is_string()) return !body_text_of(value).empty();
        const auto text = archive::trimmed(value.get_ref<const std::string&>());
        return text.find_first_not_of('\0') != std::string_view::npos;
    }

    /// What an object of a record is called that only gathers what is said about it.
    static bool is_envelope(std::string_view plain) {
        constexpr std::array<std::string_view, 6> envelopes{"metadata",   "meta", "attributes",
                                                            "properties", "info", "articledata"};
        return std::find(envelopes.begin(), envelopes.end(), plain) != envelopes.end();
    }

    /// What stands inside an envelope counts after all names outside of it; dates and addresses
    /// too, for it is about the same article.
    void open(const json& envelope, const std::string& written, Unknown unknown) {
        constexpr std::size_t behind_all = 1'000;
        for (const auto& [key, value] : envelope.items()) {
            auto meaning = names_.meaning(plain_name(key));
            if (meaning && has_text(value, meaning->field)) {
                meaning->rank += behind_all;
                take(*meaning, written + "." + key, value);
            } else if (unknown == Unknown::keep) {
                keep(written + "." + key, value);
            }
        }
    }

    void take(const FieldNames::Meaning& meaning, std::string name, const json& value) {
        Found found{&value, meaning.rank, std::move(name)};
        auto& best = best_[index(meaning.field)];
        if (best.value == nullptr || found.rank < best.rank) std::swap(best, found);
        if (found.value == nullptr) return;
        // The loser: another headline is searched like the first, another form of the same body is
        // left, everything else is shown.
        if (meaning.field == RecordField::title)
            more_titles_.push_back(found.value);
        else if (meaning.field != RecordField::body)
            keep(found.name, *found.value);
    }

    const FieldNames& names_;
    std::array<Found, record_fields> best_;
    std::vector<const json*> more_titles_;
    std::vector<std::pair<std::string, std::string>> other_;
};

/// A short value as one line without markup; empty when the field has none.
std::string words(const Record& record, RecordField field) {
    const json* value = record[field];
    return value == nullptr ? std::string() : plain_line(text_of(*value));
}

/// A short value as one line; empty when the field has none.
std::string line(const Record& record, RecordField field) {
    const json* value = record[field];
    return value == nullptr ? std::string() : clean_line(text_of(*value));
}

std::vector<std::string> list(const Record& record, RecordField field) {
    const json* value = record[field];
    return value == nullptr ? std::vector<std::string>() : list_of(*value);
}

/// Whether a value is a number, or a list of nothing else: ids of tags and authors in another
/// table.
bool only_numbers(const json* value) {
    if (value == nullptr) return false;
    if (value->is_array()) {
        return !value->empty() && std::all_of(value->begin(), value->end(), [](const json& each) {
            return each.is_number();
        });
    }
    return value->is_number();
}

/// The texts of a field that names something; numbers are kept beside the article.
std::vector<std::string> named(Record& record, RecordField field) {
    if (!only_numbers(record[field])) return list(record, field);
    record.keep(std::string(record.written_name(field)), *record[field]);
    return {};
}

/// Tags; one string without ';' and '|' may part them by commas: "bridge, roads, winter".
std::vector<std::string> tags(Record& record) {
    auto tags = named(record, RecordField::tags);
    if (tags.size() != 1 || !record[RecordField::tags]->is_string()) return tags;
    const auto parts = archive::split(tags.front(), ',');
    const bool sentence = std::any_of(parts.begin(), parts.end(), [](std::string_view part) {
        return part.size() > longest_tag;
    });
    if (sentence) return tags;
    std::vector<std::string> each;
    for (const auto part : parts) {
        std::string tag(archive::trimmed(part));
        if (!tag.empty() && std::find(each.begin(), each.end(), tag) == each.end()) {
            each.push_back(std::move(tag));
        }
    }
    return each;
}

/// A stated date; one that can't be read stays visible as text and dates nothing.
std::optional<archive::Date> date(Record& record, RecordField field, const DateHints& hints) {
    const std::string written = line(record, field);
    if (written.empty()) return std::nullopt;
    auto date = parse_written_date(written, hints);
    if (!date) {
        record.other().emplace_back(std::string(record.written_name(field)),
                                    archive::cut(written, other_bytes));
    }
    return date;
}

/// The day that several fields tell together: {"year": 2021, "month": 3, "day": 9}, where no
/// field holds it whole. The day may be missing, and then the month.
std::optional<archive::Date> date_in_parts(const json& object, const DateHints& hints) {
    constexpr std::array<std::string_view, 3> names{"year", "month", "day"};
    std::array<std::string, 3> parts;
    for (const auto& [key, value] : object.items()) {
        const auto found = std::find(names.begin(), names.end(), plain_name(key));
        if (found == names.end()) continue;
        std::string part = clean_line(text_of(value));
        if (const auto dot = part.find('.'); dot != std::string::npos)
            part.resize(dot);  // "2016.0"
        parts[static_cast<std::size_t>(found - names.begin())] = std::move(part);
    }
    const auto& [year, month, day] = parts;
    if (year.size() != 4) return std::nullopt;
    const auto padded = [](const std::string& part) {
        return part.size() == 1 ? "0" + part : part;
    };
    std::string written = year;
    if (!month.empty()) written += "-" + padded(month);
    if (!month.empty() && !day.empty()) written += "-" + padded(day);
    const bool in_words = month.find_first_not_of("0123456789") != std::string::npos;
    return parse_written_date(in_words ? day + " " + month + " " + year : written, hints);
}

/// NYT's keywords say what they are: {"name": "persons", "value": "Venn, Orla"}.
void add_named_keywords(StatedFields& stated, const json* keywords) {
    if (keywords == nullptr || !keywords->is_array()) return;
    const std::array<std::pair<std::string_view, std::vector<std::string>*>, 3> kinds{
        {{"persons", &stated.persons},
         {"organizations", &stated.orgs},
         {"glocations", &stated.places}}};
    for (const auto& keyword : *keywords) {
        if (!keyword.is_object() || !keyword.contains("name") || !keyword.contains("value"))
            continue;
        for (const auto& [kind, names] : kinds) {
            if (keyword["name"] == kind) names->push_back(clean_line(text_of(keyword["value"])));
        }
    }
}

/// "courier.example/bridge", as tables keep addresses, gets its "http://"; other text stays.
std::string with_scheme(std::string url) {
    const auto slash = url.find('/');
    const std::string_view host = std::string_view(url).substr(0, slash);
    const auto dot = host.rfind('.');
    const bool bare = slash != std::string::npos && dot != std::string_view::npos && dot > 0
                      && url.find_first_of(" \t:") >= slash && host.size() - dot > 2;
    return bare ? "http://" + url : url;
}

/// "[[Ann Lee]]", as notes link to a page, is Ann Lee; "Lee, Ann" too, but for names of agencies.
std::string said_name(std::string_view name) {
    if (name.starts_with("[[") && name.ends_with("]]")) {
        name = name.substr(2, name.size() - 4);
        name.remove_prefix(name.rfind('|') + 1);
    }
    return agencies_in(name).empty() ? name_in_order(name) : std::string(name);
}

/// A source that is an address, as clippers of web pages keep it, is the article's own.
void put_address_of_source(StatedFields& stated) {
    if (archive::canonical_url(stated.source).empty()) return;
    if (stated.url.empty()) stated.url = stated.source;
    stated.source.clear();
}

StatedFields stated_fields(const json& object, Record& record) {
    StatedFields stated;
    stated.external_id = line(record, RecordField::id);
    stated.title = words(record, RecordField::title);
    for (const json* title : record.more_titles()) {
        stated.more_titles.push_back(plain_line(text_of(*title)));
    }
    stated.standfirst = words(record, RecordField::standfirst);
    stated.source = words(record, RecordField::source);
    // Of several categories the first is the section, and the others are tags.
    const auto sections = named(record, RecordField::section);
    if (!sections.empty()) stated.section = plain_line(sections.front());
    stated.language = words(record, RecordField::language);
    stated.url = with_scheme(line(record, RecordField::url));
    stated.url = std::string(original_address(stated.url));
    if (archive::canonical_url(stated.url).empty() && !stated.url.empty()) {
        record.other().emplace_back(std::string(record.written_name(RecordField::url)),
                                    std::exchange(stated.url, {}));
    }
    put_address_of_source(stated);
    stated.agency = list(record, RecordField::agency);
    stated.tags = tags(record);
    for (std::size_t i = 1; i < sections.size(); ++i) {
        if (std::find(stated.tags.begin(), stated.tags.end(), sections[i]) == stated.tags.end()) {
            stated.tags.push_back(sections[i]);
        }
    }
    auto authors = named(record, RecordField::author);
    for (auto& author : authors) author = said_name(author);
    // One string is a byline, which may name several people: reading it is the analysis' work.
    if (authors.size() == 1) {
        stated.byline = plain_line(authors.front());
    } else {
        stated.authors = authors;
    }
    stated.persons = list(record, RecordField::persons);
    stated.orgs = list(record, RecordField::orgs);
    stated.places = list(record, RecordField::places);
    add_named_keywords(stated, record[RecordField::tags]);
    DateHints hints;
    hints.basis = archive::Basis::field;
    hints.month_first = plain_name(stated.language) == "enus";
    stated.published = date(record, RecordField::date, hints);
    if (!stated.published) stated.published = date_in_parts(object, hints);
    stated.updated = date(record, RecordField::updated, hints);
    return stated;
}

/// "[+1234 chars]" at the end of a text that a news service cut: its beginning, or npos.
std::size_t mark_of_cut(std::string_view text) {
    constexpr std::string_view end = " chars]";
    text = archive::trimmed(text);
    if (!text.ends_with(end)) return std::string::npos;
    const auto open = text.rfind('[');
    if (open == std::string_view::npos) return std::string::npos;
    auto count = text.substr(open + 1, text.size() - end.size() - open - 1);
    if (count.starts_with('+')) count.remove_prefix(1);
    const bool number = !count.empty() && count.size() < 10
                        && count.find_first_not_of("0123456789") == std::string_view::npos;
    return number ? open : std::string::npos;
}

}  // namespace

archive::Result<Article> article_from_record(const json& value, const FieldNames& names) {
    if (!value.is_object()) {
        return Error{ErrorCode::article_unreadable,
                     "a record that is " + kind_of(value) + " and no object",
                     {},
                     {}};
    }
    Record record(value, names);
    const json* body_value = record[RecordField::body];
    std::string body = body_value == nullptr ? std::string() : body_text_of(*body_value);
    if (body.size() > archive::limits::article_bytes) {
        return Error{
            ErrorCode::article_too_large,
            "a text of more than " + std::to_string(archive::limits::article_bytes >> 20U) + " MiB",
            {},
            {}};
    }
    const StatedFields stated = stated_fields(value, record);
    if (stated.title.empty() && body.empty()) {
        return Error{ErrorCode::article_empty, "neither a title nor a text", {}, {}};
    }
    const auto cut = mark_of_cut(body);
    const std::string mark = cut == std::string::npos ? std::string() : body.substr(cut);
    body.resize(std::min(cut, body.size()));
    auto article = article_from_body(body, stated.url);
    if (!article) return article;
    if (!mark.empty()) {
        article->quality.truncated = true;
        article->zones.push_back({archive::ZoneKind::furniture, mark});
    }
    merge_stated(*article, stated);
    auto& other = article->other;
    other.insert(other.end(), record.other().begin(), record.other().end());
    return article;
}

StatedFields stated_in_record(const json& value, const FieldNames& names) {
    Record record(value, names);
    return stated_fields(value, record);
}

}  // namespace indexer
