// SPDX-License-Identifier: GPL-2.0-or-later
// html.h - HTML as a value: a text gets into it escaped, and in no other way.
//
//     element("p", {{"class", "src"}}, article.source, " · ", words::words(article.words))
//
// Articles are hostile: whatever stands in one must stay text on a page. Names of elements and
// attributes are literals of ours, checked when the program is compiled; every string becomes
// escaped text the moment it becomes Html. There is no way to add markup that is written out.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

namespace server {

/// The name of an element or of an attribute. Only literals become one.
class MarkupName {
public:
    // Converts on purpose.
    template <std::size_t bytes>  // NOLINTNEXTLINE(google-explicit-constructor)
    consteval MarkupName(const char (&name)[bytes]) : name_(name, bytes - 1) {}

    constexpr std::string_view text() const { return name_; }

private:
    std::string_view name_;
};

/// One attribute of an element. The value is escaped when it is written. An empty one is written
/// as the name alone ("checked"), which HTML takes for the same; without a value there is no
/// attribute.
struct Attribute {
    MarkupName name;
    std::optional<std::string> value;

    Attribute(const MarkupName& its_name, std::string_view its_value)
        : name(its_name), value(std::in_place, its_value) {}
    Attribute(const MarkupName& its_name, std::optional<std::string> its_value)
        : name(its_name), value(std::move(its_value)) {}
    Attribute(const MarkupName& its_name, const std::string& its_value)
        : name(its_name), value(its_value) {}
    Attribute(const MarkupName& its_name, const char* its_value)
        : name(its_name), value(its_value) {}
};

/// The value of an attribute that is there or not: "checked", "selected".
std::optional<std::string> flag(bool set);

/// A value, or no attribute at all where it would be empty.
std::optional<std::string> unless_empty(std::string_view value);

/// A piece of a page. What it is made of is well-formed by construction.
class Html {
public:
    Html() = default;
    /// Text, escaped. All convert on purpose.
    Html(std::string_view text);  // NOLINT(google-explicit-constructor)
    // NOLINTNEXTLINE(google-explicit-constructor)
    Html(const std::string& text) : Html(std::string_view(text)) {}
    // NOLINTNEXTLINE(google-explicit-constructor)
    Html(const char* text) : Html(std::string_view(text)) {}

    Html& operator+=(const Html& more);
    friend Html operator+(Html left, const Html& right) { return std::move(left += right); }

    bool empty() const { return markup_.empty(); }
    const std::string& markup() const { return markup_; }

private:
    friend Html element_around(const MarkupName& name, std::initializer_list<Attribute> attributes,
                               const Html& inside);
    friend Html document(const Html& html);

    std::string markup_;
};

/// What the templates below are made of.
Html element_around(const MarkupName& name, std::initializer_list<Attribute> attributes,
                    const Html& inside);

/// An element with its children in order; strings among them become text. Those without a closing
/// tag ("input", "link", "meta") take no children.
template <typename... Children>
Html element(const MarkupName& name, std::initializer_list<Attribute> attributes,
             const Children&... children) {
    Html inside;
    ((inside += Html(children)), ...);
    return element_around(name, attributes, inside);
}

/// A link. `href` is an address of this server, or one that is_web_address() lets through.
Html link(const std::string& href, const Html& text);

/// Whether an address out of an article may become a link: http and https only, since
/// "javascript:" would run.
bool is_web_address(std::string_view url);

/// `html` below the line that makes it a document.
Html document(const Html& html);

}  // namespace server
