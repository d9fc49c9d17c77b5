// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/ocr_pages.h"

#include "archive/base/text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <string>
#include <unordered_map>

namespace indexer {

namespace {

using archive::trimmed;

float number_of(std::string_view text) {
    text = trimmed(text);
    float number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool sound = read.ec == std::errc() && std::isfinite(number);
    return sound ? number : 0;
}

std::optional<float> share_of(std::string_view text) {
    if (trimmed(text).empty()) return std::nullopt;
    return std::clamp(number_of(text), 0.0F, 1.0F);
}

float middle_of(std::vector<float> sizes) {
    if (sizes.empty()) return 0;
    const auto middle = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2);
    std::nth_element(sizes.begin(), middle, sizes.end());
    return *middle;
}

void add_words(PrintedLine& line, std::string_view text, std::optional<float> sure) {
    for (const auto word : archive::split(text, ' ')) {
        if (!trimmed(word).empty()) line.words.push_back({{}, std::string(trimmed(word)), sure});
    }
}

/// What a label such as "heading", "Ueberschrift", "page-number" calls a block.
BlockKind kind_named(std::string_view label) {
    const std::string name = archive::ascii_lower(label);
    const auto is_any = [&](std::initializer_list<std::string_view> words) {
        return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
            return name.find(word) != std::string::npos;
        });
    };
    if (is_any({"header", "footer", "page-number", "pagenumber", "signature-mark", "catch-word"})) {
        return BlockKind::margin;
    }
    if (is_any({"heading", "headline", "berschrift"}) || name == "title") {
        return BlockKind::heading;
    }
    return is_any({"caption"}) ? BlockKind::caption : BlockKind::text;
}

// ALTO

/// Sizes of type and labels by their ids, of a file's head.
struct AltoNames {
    std::unordered_map<std::string, float> sizes;
    std::unordered_map<std::string, BlockKind> kinds;

    explicit AltoNames(const XmlNode& root) {
        for (const auto& style : root.child("Styles").children("TextStyle")) {
            const float size = number_of(style.attribute("FONTSIZE"));
            if (size > 0) sizes.emplace(style.attribute("ID"), size);
        }
        for (const auto& tag : root.child("Tags").children()) {
            const auto label = tag.attribute("LABEL");
            const auto kind = kind_named(label.empty() ? tag.attribute("TYPE") : label);
            if (kind != BlockKind::text) kinds.emplace(tag.attribute("ID"), kind);
        }
    }

    float size_of(const XmlNode& element) const {
        return found(sizes, element.attribute("STYLEREFS"), 0.0F);
    }
    BlockKind kind_of(const XmlNode& element, BlockKind otherwise) const {
        return found(kinds, element.attribute("TAGREFS"), otherwise);
    }

private:
    template <typename Value>
    static Value found(const std::unordered_map<std::string, Value>& names,
                       std::string_view references, Value otherwise) {
        for (const auto reference : archive::split(references, ' ')) {
            const auto name = names.find(std::string(reference));
            if (name != names.end()) return name->second;
        }
        return otherwise;
    }
};

PrintedWord alto_word(const XmlNode& string) {
    PrintedWord word;
    word.id = string.attribute("ID");
    word.text = trimmed(string.attribute("CONTENT"));
    word.sure = share_of(string.attribute("WC"));
    const auto part = string.attribute("SUBS_TYPE");
    if (part == "HypPart1" || part == "Abbreviation") word.whole = string.attribute("SUBS_CONTENT");
    word.second_part = part == "HypPart2" && !string.attribute("SUBS_CONTENT").empty();
    return word;
}

PrintedBlock alto_block(const XmlNode& block, const AltoNames& names, BlockKind kind) {
    PrintedBlock printed;
    printed.id = block.attribute("ID");
    printed.kind = names.kind_of(block, kind);
    printed.left = number_of(block.attribute("HPOS"));
    printed.top = number_of(block.attribute("VPOS"));
    printed.right = printed.left + number_of(block.attribute("WIDTH"));
    printed.bottom = printed.top + number_of(block.attribute("HEIGHT"));
    std::vector<float> sizes, heights;
    const float block_size = names.size_of(block);
    for (const auto& line : block.children("TextLine")) {
        PrintedLine& words = printed.lines.emplace_back();
        words.id = line.attribute("ID");
        const float line_size = names.size_of(line);
        for (const auto& part : line.children()) {
            if (part.is("String")) {
                words.words.push_back(alto_word(part));
                const float size = names.size_of(part);
                sizes.push_back(size > 0 ? size : line_size > 0 ? line_size : block_size);
            } else if (part.is("HYP") && !words.words.empty() && words.words.back().whole.empty()) {
                const auto mark = part.attribute("CONTENT");
                auto& text = words.words.back().text;
                if (!text.ends_with(mark)) text += mark;
            }
        }
        heights.push_back(number_of(line.attribute("HEIGHT")));
    }
    printed.type_size = middle_of(sizes);
    if (printed.type_size <= 0) printed.type_size = middle_of(heights);
    return printed;
}

void add_alto_blocks(const XmlNode& space, const AltoNames& names, BlockKind kind,
                     PrintedPage& page) {
    const auto first = page.blocks.size();
    std::vector<std::uint32_t> places;  // of the blocks, to find what lies in a group
    for (const auto& block : space.all("TextBlock")) {
        page.blocks.push_back(alto_block(block, names, kind));
        places.push_back(block.place());
        if (page.language.empty()) page.language = block.attribute("LANG");
        if (page.language.empty()) page.language = block.attribute("language");
    }
    const auto index_of = [&](std::uint32_t place) {
        const auto found = std::lower_bound(places.begin(), places.end(), place);
        return first + static_cast<std::size_t>(found - places.begin());
    };
    for (const auto& group : space.all("ComposedBlock")) {
        page.groups.push_back(
            {std::string(group.attribute("ID")), index_of(group.place()), index_of(group.end())});
    }
}

// hOCR

/// The value of a property in "bbox 10 20 300 40; x_wconf 93".
std::string_view property_of(const XmlNode& element, std::string_view name) {
    for (auto part : archive::split(element.attribute("title"), ';')) {
        part = trimmed(part);
        if (part.starts_with(name) && part.substr(name.size()).starts_with(' ')) {
            return trimmed(part.substr(name.size()));
        }
    }
    return {};
}

bool has_class(const XmlNode& element, std::string_view wanted) {
    for (const auto one : archive::split(element.attribute("class"), ' ')) {
        if (one == wanted) return true;
    }
    return false;
}

bool is_hocr_line(const XmlNode& element) {
    return has_class(element, "ocr_line") || has_class(element, "ocrx_line")
           || has_class(element, "ocr_header") || has_class(element, "ocr_textfloat")
           || has_class(element, "ocr_caption") || has_class(element, "ocr_footer");
}

float height_of(const XmlNode& element) {
    const auto box = archive::split(property_of(element, "bbox"), ' ');
    return box.size() == 4 ? number_of(box[3]) - number_of(box[1]) : 0;
}

void add_hocr_line(const XmlNode& line, PrintedBlock& block) {
    PrintedLine& words = block.lines.emplace_back();
    words.id = line.attribute("id");
    for (const auto& word : line.all("span")) {
        if (!has_class(word, "ocrx_word") && !has_class(word, "ocr_word")) continue;
        PrintedWord& printed = words.words.emplace_back();
        printed.id = word.attribute("id");
        printed.text = word.line();
        const auto sure = property_of(word, "x_wconf");
        if (!sure.empty()) printed.sure = std::clamp(number_of(sure) / 100, 0.0F, 1.0F);
    }
    if (words.words.empty()) add_words(words, line.line(), std::nullopt);
    const float size = number_of(property_of(line, "x_size"));
    block.type_size = std::max(block.type_size, size > 0 ? size : height_of(line));
    if (has_class(line, "ocr_caption")) block.kind = BlockKind::caption;
}

// PAGE

std::string page_text(const XmlNode& element, std::optional<float>& sure) {
    XmlNode best;
    for (const auto& text : element.children("TextEquiv")) {
        // Of several readings the first, or the one numbered so.
        const auto index = text.attribute("index");
        if (!best || index == "0" || (index == "1" && best.attribute("index") != "0")) best = text;
    }
    if (const auto said = share_of(best.attribute("conf"))) sure = said;
    std::string text = best.child("Unicode").line();
    return text.empty() ? best.child("PlainText").line() : text;
}

PrintedBlock page_region(const XmlNode& region) {
    PrintedBlock block;
    block.id = region.attribute("id");
    block.kind = kind_named(region.attribute("type"));
    // Transkribus: custom="readingOrder {index:3;} structure {type:heading;}"
    const auto custom = region.attribute("custom");
    if (const auto at = custom.find("structure {type:"); at != std::string_view::npos) {
        const auto type = custom.substr(at + 16);
        block.kind = kind_named(type.substr(0, type.find_first_of(";}")));
    }
    for (const auto& line : region.children("TextLine")) {
        PrintedLine& words = block.lines.emplace_back();
        words.id = line.attribute("id");
        std::optional<float> sure;
        const std::string text = page_text(line, sure);
        add_words(words, text, sure);
        if (!words.words.empty()) continue;
        for (const auto& word : line.children("Word")) {
            std::optional<float> sure_word;
            add_words(words, page_text(word, sure_word), sure_word);
        }
    }
    if (block.lines.empty()) {
        std::optional<float> sure;
        add_words(block.lines.emplace_back(), page_text(region, sure), sure);
    }
    return block;
}

/// Region ids with their place in the page's reading order.
std::unordered_map<std::string, std::size_t> reading_order(const XmlNode& page) {
    std::unordered_map<std::string, std::size_t> order;
    for (const char* name : {"RegionRefIndexed", "RegionRef"}) {
        for (const auto& reference : page.child("ReadingOrder").all(name)) {
            order.emplace(reference.attribute("regionRef"), order.size());
        }
    }
    return order;
}

}  // namespace

std::vector<PrintedPage> alto_pages(const XmlTree& tree) {
    const XmlNode root = tree.root();
    const AltoNames names(root);
    std::vector<PrintedPage> pages;
    for (const auto& page : root.child("Layout").children("Page")) {
        PrintedPage& printed = pages.emplace_back();
        printed.height = number_of(page.attribute("HEIGHT"));
        for (const auto& space : page.children()) {
            const bool margin = space.name().ends_with("Margin");
            add_alto_blocks(space, names, margin ? BlockKind::margin : BlockKind::text, printed);
        }
    }
    return pages;
}

std::vector<PrintedPage> page_xml_pages(const XmlTree& tree) {
    std::vector<PrintedPage> pages;
    for (const auto& page : tree.root().children("Page")) {
        PrintedPage& printed = pages.emplace_back();
        printed.height = number_of(page.attribute("imageHeight"));
        printed.language = page.attribute("primaryLanguage");
        const auto order = reading_order(page);
        std::multimap<std::size_t, PrintedBlock> blocks;
        for (const auto& region : page.all("TextRegion")) {
            const auto place = order.find(std::string(region.attribute("id")));
            blocks.emplace(place == order.end() ? order.size() : place->second,
                           page_region(region));
        }
        for (auto& block : blocks) printed.blocks.push_back(std::move(block.second));
    }
    return pages;
}

std::vector<PrintedPage> hocr_pages(const XmlTree& tree) {
    std::vector<PrintedPage> pages;
    std::uint32_t block_end = 0, line_end = 0;
    const XmlNode top = tree.top();
    for (std::uint32_t at = 1; at < top.end(); ++at) {
        const XmlNode element(tree, at);
        if (element.is_text()) continue;
        if (has_class(element, "ocr_page")) {
            PrintedPage& page = pages.emplace_back();
            page.height = height_of(element);
            page.language = tree.root().attribute("lang");
            block_end = line_end = 0;
        }
        if (pages.empty() || at < line_end) continue;
        auto& blocks = pages.back().blocks;
        const bool paragraph = has_class(element, "ocr_par");
        if (paragraph || (at >= block_end && has_class(element, "ocr_carea"))) {
            blocks.emplace_back().id = element.attribute("id");
            block_end = element.end();
        } else if (is_hocr_line(element)) {
            if (at >= block_end) blocks.emplace_back();
            add_hocr_line(element, blocks.back());
            line_end = element.end();
        }
    }
    return pages;
}

}  // namespace indexer
