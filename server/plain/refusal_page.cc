// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/plain/refusal_page.h"

#include "archive/search/query_text.h"
#include "server/plain/frame.h"
#include "server/plain/notices.h"
#include "server/plain/words.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace server {

using nlohmann::json;

namespace {

/// The path as it is written: "/articles/a%2Fb".
std::string path_of(const Target& target) {
    std::string path;
    for (const auto& segment : target.segments) path += '/' + percent_encoded(segment);
    return path;
}

/// The address with the hint of one error put where the fault is; empty where that can't be told.
std::string mended(const Target& target, const json& error) {
    const auto code = error.value("code", ""), name = error.value("parameter", ""),
               found = error.value("found", ""), hint = error.value("hint", "");
    const bool unknown = code == "parameter.unknown";
    auto parameters = target.parameters;
    const auto at = std::find_if(parameters.begin(), parameters.end(), [&](const Parameter& one) {
        return one.name == name && (unknown || one.value.find(found) != std::string::npos);
    });
    if (hint.empty() || at == parameters.end()) return {};
    if (unknown) {
        at->name = hint;
    } else if (code == "query.missing_operand") {
        at->value = hint;  // of the whole query
    } else if (name == "q") {
        at->value = with_hint(at->value, error.value("start", std::size_t{0}),
                              error.value("end", std::size_t{0}), hint);
    } else {
        at->value.replace(at->value.find(found), found.size(), hint);
    }
    return address_of(path_of(target), parameters);
}

Html hints(const Target& target, const json& problem) {
    Html list;
    for (const auto& error : problem["errors"]) {
        const auto better = mended(target, error);
        if (better.empty()) continue;
        list += element("p", {},
                        link(better, std::string(words::try_instead) + error.value("hint", "")));
    }
    return list;
}

Html details(const json& problem) {
    Html list;
    for (const auto& error : problem["errors"])
        list += element("p", {}, words::as_sentence(error.value("detail", "")));
    return list;
}

/// A form of one button: it asks for the same address again.
Html retry(const Target& target) {
    Html fields;
    for (const auto& parameter : target.parameters) {
        fields += element(
            "input", {{"type", "hidden"}, {"name", parameter.name}, {"value", parameter.value}});
    }
    return element("form", {{"action", path_of(target)}, {"method", "get"}}, fields,
                   element("button", {{"class", "btn"}, {"type", "submit"}}, words::retry));
}

Html help_link() {
    return element("p", {}, link("/plain/search#help", words::help));
}

/// The search without what was refused in it, unless the form shows it and it can be mended there.
SearchAddress mendable(const Target& target, const json& problem) {
    constexpr std::array<std::string_view, 3> shown{"q", "from", "to"};
    SearchAddress search(target.parameters);
    for (const auto& error : problem["errors"]) {
        const auto name = error.value("parameter", "");
        if (std::find(shown.begin(), shown.end(), name) == shown.end())
            search = search.without(name);
    }
    return search;
}

Page page_of(const Target& target, int status, const json& problem) {
    const auto code = problem.value("code", "");
    const auto said = element("p", {}, words::as_sentence(problem.value("detail", "")));
    Page page;
    page.search = mendable(target, problem);
    page.form = FormShown::whole;
    const auto say = [&page](std::string_view heading, const Html& rest) {
        page.title = heading;
        page.main = notice(heading, rest);
    };
    if (code == "index.not_ready") {
        page.title = words::empty;
        page.main = empty_archive();
    } else if (code == "article.not_found") {
        say(words::gone, said + element("p", {}, words::gone_how)
                             + element("p", {}, link(list_page(page.search), words::back)));
    } else if (status == 404) {
        say(words::no_page, element("p", {}, words::no_page_how)
                                + element("p", {}, link("/plain/search", words::to_start)));
    } else if (code.starts_with("request.")) {
        say(words::not_answered, said + element("p", {}, link("/plain/search", words::to_start)));
    } else if (status < 500) {
        const bool two = target.path.ends_with("/compare");
        say(two ? words::not_compared : words::refused,
            details(problem) + hints(target, problem) + help_link());
    } else {
        say(words::busy, said + element("p", {}, words::busy_how) + retry(target));
    }
    return page;
}

}  // namespace

std::string refusal_page(const Target& target, int status, const std::string& problem) {
    return written(page_of(target, status, json::parse(problem)));
}

void tell_as_page(const Target& target, httplib::Response& response) {
    auto page = refusal_page(target, response.status, response.body);
    response.headers.erase("Content-Type");
    response.set_content(std::move(page), "text/html; charset=utf-8");
}

std::string with_hint(const std::string& text, std::size_t start, std::size_t end,
                      std::string_view hint) {
    const archive::TypedText typed(text);
    auto before = text.substr(0, typed.byte_of(start));
    const auto after = text.substr(typed.byte_of(end));
    auto lead = hint.size();
    while (!before.ends_with(hint.substr(0, lead))) --lead;
    std::size_t tail = 0;
    while (!after.starts_with(hint.substr(tail))) ++tail;
    before.resize(before.size() - lead);
    return before.append(hint) + after.substr(hint.size() - tail);
}

}  // namespace server
