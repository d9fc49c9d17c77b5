// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/markdown.h"

#include "archive/base/limits.h"
#include "archive/base/text.h"
#include "indexer/extract/extract.h"
#include "indexer/readers/file_bytes.h"
#include "indexer/readers/front_matter.h"
#include "indexer/readers/markdown_text.h"
#include "indexer/readers/outcomes.h"
#include "indexer/readers/record_article.h"
#include "indexer/readers/record_values.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace indexer {

namespace {

using archive::ErrorCode;
using nlohmann::json;

constexpr std::size_t head_bytes = 4096;  // what recognises() is given of a longer file

std::string_view without_mark(std::string_view text) {
    constexpr std::string_view mark = "\xef\xbb\xbf";
    if (text.starts_with(mark)) text.remove_prefix(mark.size());
    return text;
}

/// Whether a line begins with a name that means something: "title: A", "date = 2014".
bool names_a_field(std::string_view line, char divider, const FieldNames& names) {
    if (line.starts_with(' ')) return false;
    const auto name = archive::trimmed(line.substr(0, line.find(divider)));
    return name.size() < line.size() && names.meaning(plain_name(name)).has_value();
}

bool says(const json& fields, const char* name, bool wanted) {
    const auto found = fields.find(name);
    if (found == fields.end()) return false;
    if (found->is_boolean()) return found->get<bool>() == wanted;
    return found->is_string()
           && archive::ascii_lower(text_of(*found)) == (wanted ? "true" : "false");
}

/// Whether text goes on behind an object, and not JSON.
bool goes_on_as_text(std::string_view behind) {
    const auto text = archive::trimmed(behind);
    return behind.find('\n') != std::string_view::npos && !text.empty()
           && std::string_view("{[,]}").find(text.front()) == std::string_view::npos;
}

/// The first line of Markdown without front matter and the text below it: "# Ferry saved" above a
/// blank line. Comments at the head of other files fill more than one line.
struct Heading {
    std::string_view title;
    std::string_view text;
};
std::optional<Heading> heading_above(std::string_view file) {
    constexpr std::size_t longest = 300;
    file.remove_prefix(std::min(file.find_first_not_of(" \t\r\n"), file.size()));
    if (!file.starts_with("# ")) return std::nullopt;
    const auto end = file.find('\n');
    if (end == std::string_view::npos || end > longest) return std::nullopt;
    const auto title = archive::trimmed(file.substr(2, end - 2));
    const auto text = file.substr(end + 1);
    const auto blank = archive::trimmed(text.substr(0, text.find('\n')));
    const auto next = archive::trimmed(text);
    if (title.empty() || !blank.empty() || next.empty() || next.starts_with("# ")) {
        return std::nullopt;
    }
    return Heading{title, text};
}

}  // namespace

bool MarkdownReader::recognises(std::string_view head) const {
    const bool whole = head.size() < head_bytes;
    const auto matter = front_matter(without_mark(head));
    if (!matter) return heading_above(without_mark(head)).has_value();
    if (matter->kind == FrontMatterKind::json) {
        // On one line it is a record of JSON whose neighbour is damaged.
        const auto first = archive::trimmed(matter->fields.substr(0, matter->fields.find('\n')));
        return matter->closed && first == "{" && goes_on_as_text(matter->text);
    }
    if (!matter->closed && whole && matter->fields.find("title") == std::string_view::npos) {
        return false;
    }
    const char divider = matter->kind == FrontMatterKind::yaml ? ':' : '=';
    const auto lines = archive::split(matter->fields, '\n');
    return std::any_of(lines.begin(), lines.end(), [&](std::string_view line) {
        return names_a_field(line, divider, fields_);
    });
}

void MarkdownReader::read(Bytes& bytes, const Origin& origin, const RecordSink& sink) const {
    const auto reject = [&](archive::Error error) { sink(rejected_record(0, std::move(error))); };
    auto whole = read_whole(bytes, archive::limits::article_bytes);
    if (whole.more) {
        return reject({ErrorCode::article_too_large,
                       "an article of more than "
                           + std::to_string(archive::limits::article_bytes >> 20U) + " MiB",
                       {},
                       {}});
    }
    const std::string text = decode_text(whole.text).text;
    const auto matter = front_matter(without_mark(text));
    const auto heading = matter ? std::nullopt : heading_above(without_mark(text));
    if (!matter && !heading) {
        return reject({ErrorCode::article_unreadable, "no front matter", {}, {}});
    }
    auto fields = matter ? fields_of(*matter) : archive::Result<json>(json::object());
    if (!fields) return reject(fields.error());
    if (heading) {
        (*fields)[fields_.of(RecordField::title).front()] = markdown_text(heading->title);
    }
    if (says(*fields, "draft", true) || says(*fields, "published", false)) {
        sink(skipped_record(1, "a draft"));
        return;
    }
    (*fields)[fields_.of(RecordField::body).front()] =
        markdown_text(matter ? matter->text : heading->text);
    auto article = article_from_record(*fields, fields_);
    if (!article) return reject(article.error());
    sink(outcome_of(std::move(article), origin, 1, name()));
}

}  // namespace indexer
