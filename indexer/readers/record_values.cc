// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/record_values.h"

#include "archive/base/text.h"
#include "indexer/readers/record_fields.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace indexer {

namespace {

using nlohmann::json;

const std::string& string_in(const json& value) {
    return value.get_ref<const std::string&>();
}

/// Text without NUL and with line ends as '\n'.
std::string plain(std::string_view text) {
    std::string clean;
    clean.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\0') continue;
        if (text[i] != '\r')
            clean += text[i];
        else if (i + 1 == text.size() || text[i + 1] != '\n')
            clean += '\n';
    }
    return clean;
}

/// The member of an object that says what it is called, or null.
const json* name_in(const json& object) {
    // A value goes before a name: NYT gives {"name": "glocations", "value": "Porthaven"}.
    constexpr std::array<std::string_view, 14> names{
        "value",    "name",  "text",   "title", "label", "literal",  "term",
        "webTitle", "#text", "@value", "$date", "$oid",  "rendered", "basic"};
    for (const auto name : names) {
        const auto found = object.find(name);
        if (found != object.end() && has_words(*found)) return &*found;
    }
    return object.size() == 1 ? &object.begin().value() : nullptr;
}

/// {"first_name": "Ann", "lastName": "Lee"} is "Ann Lee"; empty for any other object.
std::string person_in(const json& object) {
    constexpr std::array<std::array<std::string_view, 4>, 2> parts{
        {{"firstname", "givenname", "forename", "first"},
         {"lastname", "familyname", "surname", "last"}}};
    std::string person;
    for (const auto& names : parts) {
        for (const auto& [key, value] : object.items()) {
            const bool part = std::find(names.begin(), names.end(), plain_name(key)) != names.end();
            if (!part || !value.is_string()) continue;
            const auto word = archive::trimmed(string_in(value));
            if (!person.empty() && !word.empty()) person += ' ';
            person += word;
            break;
        }
    }
    return person;
}

void add_paragraph(std::string& text, std::string_view paragraph) {
    paragraph = archive::trimmed(paragraph);
    if (paragraph.empty()) return;
    if (!text.empty()) text += "\n\n";
    text += paragraph;
}

}  // namespace

std::string kind_of(const json& value) {
    switch (value.type()) {
        case json::value_t::null: return "null";
        case json::value_t::object: return "an object";
        case json::value_t::array: return "a list";
        case json::value_t::string: return "a string";
        case json::value_t::boolean: return "true or false";
        case json::value_t::number_integer:
        case json::value_t::number_unsigned:
        case json::value_t::number_float: return "a number";
        case json::value_t::binary:
        case json::value_t::discarded: break;
    }
    return "nothing";
}

bool has_words(const json& value) {
    if (value.is_string()) return !archive::trimmed(string_in(value)).empty();
    if (value.is_number()) return true;
    if (value.is_array()) return std::any_of(value.begin(), value.end(), has_words);
    if (!value.is_object()) return false;
    const json* name = name_in(value);
    return name != nullptr ? has_words(*name) : !person_in(value).empty();
}

std::string text_of(const json& value) {
    if (value.is_string()) return plain(archive::trimmed(string_in(value)));
    if (value.is_number()) return value.dump();
    if (value.is_object()) {
        const json* name = name_in(value);
        return name == nullptr ? person_in(value) : text_of(*name);
    }
    std::string joined;
    if (!value.is_array()) return joined;
    for (const auto& each : value) {
        const std::string text = text_of(each);
        if (text.empty()) continue;
        if (!joined.empty()) joined += ", ";
        joined += text;
    }
    return joined;
}

std::vector<std::string> list_of(const json& value) {
    std::vector<std::string> list;
    const auto add = [&](std::string_view text) {
        std::string clean = clean_line(text);
        if (!clean.empty() && std::find(list.begin(), list.end(), clean) == list.end()) {
            list.push_back(std::move(clean));
        }
    };
    if (value.is_array()) {
        for (const auto& each : value) add(text_of(each));
        return list;
    }
    const std::string text = text_of(value);
    for (std::string_view rest = text;;) {
        const auto end = rest.find_first_of(";|");
        add(rest.substr(0, end));
        if (end == std::string_view::npos) return list;
        rest.remove_prefix(end + 1);
    }
}

std::string body_text_of(const json& value) {
    if (value.is_string()) return plain(archive::trimmed(string_in(value)));
    std::string text;
    if (value.is_array()) {
        for (const auto& each : value) add_paragraph(text, body_text_of(each));
    } else if (value.is_object()) {
        constexpr std::array<std::string_view, 9> parts{"headline", "paragraphs", "sections",
                                                        "text",     "content",    "value",
                                                        "html",     "#text",      "rendered"};
        for (const auto part : parts) {
            const auto found = value.find(part);
            if (found != value.end()) add_paragraph(text, body_text_of(*found));
        }
    }
    return text;
}

std::string shown_text_of(const json& value) {
    if (value.is_string()) return plain(archive::trimmed(string_in(value)));
    if (value.is_null() || value.empty()) return {};
    const bool plain_list = value.is_array()
                            && std::none_of(value.begin(), value.end(),
                                            [](const json& each) { return each.is_structured(); });
    if (plain_list) return text_of(value);
    return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::string clean_line(std::string_view text) {
    std::string clean;
    clean.reserve(text.size());
    bool gap = false;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte <= 0x20 || byte == 0x7F) {
            gap = !clean.empty();
            continue;
        }
        if (gap) clean += ' ';
        gap = false;
        clean += c;
    }
    return clean;
}

}  // namespace indexer
