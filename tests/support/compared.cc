// SPDX-License-Identifier: GPL-2.0-or-later
#include "tests/support/compared.h"

namespace tests {

using archive::ParagraphFate;
using archive::Side;

namespace {

/// "[left|right]": the part one side lacks is empty.
std::string shown(const std::vector<archive::Edit>& edits) {
    std::string text;
    for (std::size_t i = 0; i < edits.size(); ++i) {
        const auto& edit = edits[i];
        const bool follows_left = i > 0 && edits[i - 1].side == Side::left;
        switch (edit.side) {
            case Side::both: text += (follows_left ? "|]" : "") + edit.text; break;
            case Side::left: text += "[" + edit.text; break;
            case Side::right: text += (follows_left ? "|" : "[|") + edit.text + "]"; break;
        }
    }
    return text + (!edits.empty() && edits.back().side == Side::left ? "|]" : "");
}

std::string listed(const std::vector<std::string>& facts) {
    std::string text;
    for (const auto& fact : facts) text += (text.empty() ? " " : ", ") + fact;
    return text;
}

}  // namespace

archive::Article body_of(std::string_view text, std::string_view language) {
    archive::Article article;
    article.language = language;
    article.zones.push_back({archive::ZoneKind::body, std::string(text)});
    return article;
}

std::string shown(const archive::Comparison& comparison) {
    std::string text;
    for (const auto& paragraph : comparison.paragraphs) {
        text += "=<>~"[static_cast<std::size_t>(paragraph.fate)];
        text += ' ';
        text += paragraph.fate == ParagraphFate::changed ? shown(paragraph.edits) : paragraph.text;
        text += '\n';
    }
    return text;
}

std::string compared(std::string_view left, std::string_view right) {
    return shown(archive::compare(body_of(left), body_of(right)));
}

std::string shown(const archive::OneSidedFacts& facts) {
    return "left:" + listed(facts.left) + " / right:" + listed(facts.right);
}

}  // namespace tests
