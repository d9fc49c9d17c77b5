// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/json/comparison.h"

#include "server/json/row.h"

namespace server {

using archive::ParagraphFate;
using archive::Side;

namespace {

ordered_json edit_json(const archive::Edit& edit) {
    ordered_json json{{"text", edit.text}};
    switch (edit.side) {
        case Side::both: break;
        case Side::left: json["only"] = "left"; break;
        case Side::right: json["only"] = "right"; break;
    }
    return json;
}

ordered_json paragraph_json(const archive::PairedParagraph& paragraph) {
    ordered_json json{{"kind", archive::name(paragraph.fate)}};
    if (paragraph.fate != ParagraphFate::changed) {
        json["text"] = paragraph.text;
        return json;
    }
    auto edits = ordered_json::array();
    for (const auto& edit : paragraph.edits) edits.push_back(edit_json(edit));
    json["edits"] = std::move(edits);
    return json;
}

ordered_json one_sided_json(const archive::OneSidedFacts& facts) {
    return {{"left", facts.left}, {"right", facts.right}};
}

}  // namespace

ordered_json comparison_json(const archive::ComparedArticles& compared,
                             archive::Highlight highlight) {
    const auto& comparison = compared.comparison;
    auto paragraphs = ordered_json::array();
    for (const auto& paragraph : comparison.paragraphs)
        paragraphs.push_back(paragraph_json(paragraph));
    return {{"left", facts_json(compared.left, highlight)},
            {"right", facts_json(compared.right, highlight)},
            {"paragraphs", std::move(paragraphs)},
            {"cut", comparison.cut},
            {"differ",
             {{"names", one_sided_json(comparison.names)},
              {"figures", one_sided_json(comparison.figures)}}}};
}

}  // namespace server
