// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/agency_text.h"

#include "archive/base/text.h"
#include "indexer/analysis/agencies.h"
#include "indexer/extract/line_phrases.h"
#include "indexer/extract/line_shape.h"
#include "indexer/extract/line_signatures.h"
#include "indexer/readers/article_body.h"
#include "indexer/readers/file_bytes.h"
#include "indexer/readers/record_values.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace indexer {

namespace {

using archive::Article;
using archive::ZoneKind;

/// What an element does to the text around it.
enum class Part : std::uint8_t {
    inline_text,  ///< nothing
    block,        ///< begins and ends a paragraph
    line_break,
    cell,          ///< a blank in its row
    preformatted,  ///< its line ends count
    heading,       ///< a block that is a headline
    furniture,     ///< what a template puts around the text
    media,         ///< a picture: only its caption counts
    caption,
    unseen,
};

struct PartName {
    std::string_view name;
    Part part;
};

constexpr std::array parts{
    PartName{"p", Part::block},
    PartName{"div", Part::block},
    PartName{"block", Part::block},
    PartName{"section", Part::block},
    PartName{"article", Part::block},
    PartName{"body", Part::block},
    PartName{"body.head", Part::block},
    PartName{"body.content", Part::block},
    PartName{"body.end", Part::block},
    PartName{"paragraph", Part::block},
    PartName{"para", Part::block},
    PartName{"tagline", Part::block},
    PartName{"lead", Part::block},
    PartName{"hl2", Part::block},
    PartName{"h2", Part::block},
    PartName{"h3", Part::block},
    PartName{"h4", Part::block},
    PartName{"h5", Part::block},
    PartName{"h6", Part::block},
    PartName{"ul", Part::block},
    PartName{"ol", Part::block},
    PartName{"dl", Part::block},
    PartName{"li", Part::block},
    PartName{"dt", Part::block},
    PartName{"dd", Part::block},
    PartName{"table", Part::block},
    PartName{"tr", Part::block},
    PartName{"nitf-table", Part::block},
    PartName{"nitf-table-metadata", Part::unseen},
    PartName{"bq", Part::block},
    PartName{"blockquote", Part::block},
    PartName{"credit", Part::block},
    PartName{"note", Part::block},
    PartName{"fn", Part::block},
    PartName{"hr", Part::block},
    PartName{"br", Part::line_break},
    PartName{"td", Part::cell},
    PartName{"th", Part::cell},
    PartName{"pre", Part::preformatted},
    PartName{"h1", Part::heading},
    PartName{"hl1", Part::heading},
    PartName{"header", Part::furniture},
    PartName{"footer", Part::furniture},
    PartName{"media", Part::media},
    PartName{"figure", Part::media},
    PartName{"media-caption", Part::caption},
    PartName{"figcaption", Part::caption},
    PartName{"head", Part::unseen},
    PartName{"script", Part::unseen},
    PartName{"style", Part::unseen},
};

Part part_of(const XmlNode& node) {
    const std::string name = archive::ascii_lower(node.name());
    const auto found = std::find_if(parts.begin(), parts.end(),
                                    [&](const PartName& each) { return each.name == name; });
    return found == parts.end() ? Part::inline_text : found->part;
}

std::size_t indent_of(std::string_view line) {
    return std::min(line.find_first_not_of(" \t"), line.size());
}

void add_paragraph(std::string_view text, std::vector<std::string>& paragraphs) {
    const std::string line = clean_line(text);
    const auto words = stripped(line);  // without no-break blanks
    if (!words.empty()) paragraphs.emplace_back(words);
}

bool is_bullet(std::string_view line) {
    return line.starts_with("* ") || line.starts_with("- ") || line.starts_with("\xe2\x80\xa2");
}

/// Wrapped text to paragraphs. A new one begins behind a blank line, behind one that is far shorter
/// than the others, at a bullet, and at a line that stands further in than the others. Lines of
/// more than any screen's width are paragraphs already.
void unwrap(std::string_view text, std::vector<std::string>& paragraphs) {
    constexpr std::size_t widest_screen = 160;
    constexpr std::size_t narrowest_screen = 45;  // shorter lines are a list
    const auto lines = archive::split(text, '\n');
    std::size_t width = 0;
    std::size_t indent = std::numeric_limits<std::size_t>::max();
    bool first = true;
    for (const auto line : lines) {
        const auto words = archive::trimmed(line);
        if (words.empty()) continue;
        width = std::max(width, words.size());
        if (!first) indent = std::min(indent, indent_of(line));
        first = false;  // the first line stands where its tag stood
    }
    std::string paragraph;
    std::size_t before = 0;  // length of the line before; 0 behind a blank one
    for (const auto line : lines) {
        const auto words = archive::trimmed(line);
        const bool sentence = ends_sentence(archive::trimmed(paragraph));
        const auto indented = indent_of(line);
        const bool further_in = indented > indent + 1 && (sentence || indented < indent + 8);
        const bool short_before = before * 100 < width * (sentence ? 80 : 55);
        const bool begins = words.empty() || short_before || further_in || is_bullet(words)
                            || width > widest_screen || width < narrowest_screen;
        if (begins && before != 0) {
            add_paragraph(std::exchange(paragraph, {}), paragraphs);
        }
        before = words.size();
        paragraph += words;
        paragraph += ' ';
    }
    add_paragraph(paragraph, paragraphs);
}

/// Who keyed a text in, below it: "hh/ph/ts", "AAP gfr".
bool is_initials(std::string_view line) {
    constexpr std::size_t longest = 24;
    if (line.empty() || line.size() > longest) return false;
    const auto blank = line.find(' ');
    if (blank != std::string_view::npos) {
        const auto rest = line.substr(blank + 1);
        constexpr std::size_t letters = 4;
        return !agency_named(line.substr(0, blank)).empty() && rest.size() <= letters
               && rest.find(' ') == std::string_view::npos;
    }
    std::size_t groups = 1;
    std::size_t letters = 0;
    for (const char c : line) {
        const bool divides = c == '/' || c == '-';
        if (!divides && !((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))) return false;
        letters = divides ? 0 : letters + 1;
        if (letters > 4) return false;
        groups += divides ? 1 : 0;
    }
    return groups > 1;
}

bool is_copyright(std::string_view line) {
    return line.starts_with("\xc2\xa9") || line.starts_with("(c) ") || line.starts_with("(C) ")
           || line.starts_with("Copyright ");
}

// Stands for <br/> in a paragraph: text that was read has no control characters.
constexpr char line_break = '\v';

class Walk {
public:
    explicit Walk(AgencyText& text) : text_(text) {}

    void take(const XmlNode& top) {
        std::vector<XmlNode> open;
        XmlNode at = top.first();
        while (at) {
            if (at.is_text()) {
                current_ += at.own_text();
            } else if (enter(at) && at.first()) {
                open.push_back(at);
                at = at.first();
                continue;
            }
            while (!at.next() && !open.empty()) {
                at = open.back();
                open.pop_back();
                leave(at);
            }
            at = at.next();
        }
        end_paragraph();
    }

private:
    /// Whether to go into it.
    bool enter(const XmlNode& node) {
        switch (part_of(node)) {
            case Part::inline_text: inline_ = true; return true;
            case Part::block: end_paragraph(); return true;
            case Part::line_break: current_ += line_break; return true;
            case Part::cell:
                inline_ = true;
                current_ += ' ';
                return true;
            case Part::preformatted:
                end_paragraph();
                unwrap(node.text(), text_.paragraphs);
                return false;
            case Part::heading:
                end_paragraph();
                add_heading(node);
                return false;
            case Part::furniture:
                end_paragraph();
                take_furniture(node);
                return false;
            case Part::media: take_captions(node); return false;
            case Part::caption: take_caption(node); return false;
            case Part::unseen: return false;
        }
        return true;
    }

    void leave(const XmlNode& node) {
        switch (part_of(node)) {
            case Part::block: end_paragraph(); break;
            case Part::cell: current_ += ' '; break;
            case Part::inline_text:
            case Part::line_break:
            case Part::preformatted:
            case Part::heading:
            case Part::furniture:
            case Part::media:
            case Part::caption:
            case Part::unseen: break;
        }
    }

    void end_paragraph() {
        const bool folded = std::exchange(inline_, false);
        std::string text = std::exchange(current_, {});
        if (archive::trimmed(text).empty()) return;
        if (has_markup(text)) {  // a page's own code, pasted in
            add_lines(lines_of_markup(text), text_.paragraphs);
            return;
        }
        const bool broken = text.find(line_break) != std::string::npos;
        if (folded || broken) {  // line ends between elements are the layout of the file
            std::replace(text.begin(), text.end(), '\n', ' ');
        }
        std::replace(text.begin(), text.end(), line_break, '\n');
        if (folded && !broken)
            add_paragraph(text, text_.paragraphs);
        else
            unwrap(text, text_.paragraphs);
    }

    void take_furniture(const XmlNode& node) {
        for (const auto name : {"h1", "hl1"}) {
            for (const auto& heading : node.all(name)) add_heading(heading);
        }
        const auto without_headings = [](const XmlNode& each) {
            return std::string(each.is("h1") || each.is("hl1") ? "" : each.name());
        };
        add_lines(lines_of_markup(inner_html(node, without_headings)), text_.header);
    }

    static void add_lines(const std::string& text, std::vector<std::string>& lines) {
        for (const auto line : archive::split(text, '\n')) {
            add_paragraph(line, lines);
        }
    }

    void add_heading(const XmlNode& node) {
        std::string line = node.line();
        if (!line.empty()) text_.headings.push_back(std::move(line));
    }

    void take_captions(const XmlNode& media) {
        for (const auto name : {"media-caption", "figcaption", "caption"}) {
            for (const auto& caption : media.all(name)) take_caption(caption);
        }
    }

    void take_caption(const XmlNode& caption) {
        std::string line = clean_line(lines_of_markup(inner_html(caption)));
        if (!line.empty()) text_.captions.push_back(std::move(line));
    }

    AgencyText& text_;
    std::string current_;  // the paragraph that is open
    bool inline_ = false;  // it holds elements
};

}  // namespace

AgencyText agency_text(const XmlNode& node) {
    AgencyText text;
    bool marked = false;
    for (XmlNode each = node.first(); each; each = each.next()) {
        marked = marked || !each.is_text();
    }
    if (!marked) return agency_text(std::string_view(node.text()));
    Walk(text).take(node);
    return text;
}

AgencyText agency_text(std::string_view written) {
    AgencyText text;
    if (has_markup(written)) {
        MemoryBytes bytes{std::string(written)};
        const XmlTree tree = XmlTree::read(bytes, written.size());
        Walk(text).take(tree.top());
    } else {
        unwrap(written, text.paragraphs);
    }
    return text;
}

void add_agencies(std::vector<std::string>& agencies, std::string_view text) {
    if (const auto agency = agency_named(text); !agency.empty()) {
        add_agency(agencies, agency);
        return;
    }
    for (const auto& agency : agencies_in(text)) add_agency(agencies, agency);
}

std::string outlet_of(const std::string& provider) {
    const auto dot = provider.find('.');
    if (dot == std::string::npos || provider.find(' ') != std::string::npos) return provider;
    std::string label = provider.substr(0, dot);
    std::string capitals = label;
    for (char& c : capitals) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    }
    if (!label.empty()) label[0] = capitals[0];
    for (const auto& name : {label, capitals}) {
        if (const auto agency = agency_named(name); !agency.empty()) return std::string(agency);
    }
    return provider;
}

Article article_from_agency_text(const AgencyText& text) {
    Article article;
    const auto put = [&](ZoneKind kind, const std::string& line) {
        if (!article.zones.empty() && article.zones.back().kind == kind) {
            article.zones.back().text += '\n' + line;
        } else {
            article.zones.push_back({kind, line});
        }
    };
    for (const auto& line : text.header) put(ZoneKind::header, line);
    constexpr std::size_t credit_bytes = 400;
    for (const auto& line : text.paragraphs) {
        const bool may_sign = line.size() < credit_bytes;
        if (const auto agency = may_sign ? agency_signature(line) : std::string_view();
            !agency.empty()) {
            add_agency(article.agency, agency);
            put(ZoneKind::credit, line);
        } else if (may_sign
                   && (is_credit(comparable(line)) || is_initials(line) || is_copyright(line))) {
            put(ZoneKind::credit, line);
        } else {
            put(ZoneKind::body, line);
        }
    }
    for (const auto& caption : text.captions) {
        article.zones.push_back({ZoneKind::caption, caption});
    }
    return article;
}

}  // namespace indexer
