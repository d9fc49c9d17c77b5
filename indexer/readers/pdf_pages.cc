// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/pdf_pages.h"

#include "archive/base/limits.h"
#include "archive/base/text.h"
#include "indexer/readers/record_values.h"

#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <ctime>
#include <memory>
#include <mutex>
#include <optional>
#include <string_view>
#include <utility>

namespace indexer {

namespace {

using archive::Error;
using archive::ErrorCode;

constexpr int most_pages = 2'000;
constexpr std::size_t most_words = 2'000'000;

std::string utf8_of(const poppler::ustring& text) {
    const auto bytes = text.to_utf8();
    return clean_line(std::string_view(bytes.data(), bytes.size()));
}

void silence(const std::string&, void*) {}

float as_float(double value) {
    constexpr double largest = 1e6;
    return std::isfinite(value) ? static_cast<float>(std::clamp(value, -largest, largest)) : 0;
}

/// A word and where it stands, in points from the page's upper left corner.
struct PlacedWord {
    std::string text;
    float size = 0;
    float left = 0, top = 0, right = 0, bottom = 0;
    bool space_after = true;
};

struct PlacedLine {
    PrintedLine line;
    float size = 0;
    float left = 0, top = 0, right = 0, bottom = 0;
};

/// The words of a page. Poppler makes the colour profile that all pages share when it draws the
/// first of them, and without a lock: two threads that began at once freed it under each other. So
/// the first page of the program is drawn by one thread while the others wait.
std::vector<poppler::text_box> boxes_of(const poppler::page& page) {
    constexpr auto with_font = poppler::page::text_list_include_font;
    static std::once_flag first;
    std::optional<std::vector<poppler::text_box>> boxes;
    std::call_once(first, [&] { boxes = page.text_list(with_font); });
    return boxes ? std::move(*boxes) : page.text_list(with_font);
}

std::vector<PlacedWord> words_of(const poppler::page& page) {
    std::vector<PlacedWord> words;
    for (const auto& box : boxes_of(page)) {
        PlacedWord word;
        word.text = utf8_of(box.text());
        if (word.text.empty()) continue;
        const auto place = box.bbox();
        word.left = as_float(place.left());
        word.top = as_float(place.top());
        word.right = as_float(place.right());
        word.bottom = as_float(place.bottom());
        word.size = as_float(box.has_font_info() ? box.get_font_size() : 0);
        if (word.size <= 0) word.size = word.bottom - word.top;
        word.space_after = box.has_space_after();
        words.push_back(std::move(word));
    }
    return words;
}

/// Whether `word` goes on in the line, as Poppler hands words over in the order of reading.
bool continues(const PlacedLine& line, const PlacedWord& word) {
    const float height = std::max(1.0F, std::max(line.bottom - line.top, word.bottom - word.top));
    const float middle = (word.top + word.bottom) / 2;
    const bool level = middle > line.top && middle < line.bottom;
    const float gap = word.left - line.right;
    return level && gap > -height && gap < 1.8F * height;
}

std::vector<PlacedLine> lines_of(const std::vector<PlacedWord>& words) {
    std::vector<PlacedLine> lines;
    bool joined = false;  // the last word goes on without a space
    for (const auto& word : words) {
        const bool goes_on = !lines.empty() && continues(lines.back(), word);
        if (!goes_on) {
            lines.push_back({{}, word.size, word.left, word.top, word.right, word.bottom});
        }
        auto& line = lines.back();
        if (goes_on && joined) {
            line.line.words.back().text += word.text;
        } else {
            line.line.words.push_back({{}, word.text});
        }
        line.size = std::max(line.size, word.size);
        line.left = std::min(line.left, word.left);
        line.top = std::min(line.top, word.top);
        line.right = std::max(line.right, word.right);
        line.bottom = std::max(line.bottom, word.bottom);
        joined = !word.space_after && word.right > word.left;
    }
    return lines;
}

/// Whether `line` belongs to the paragraph that `block` is: under it, in the same type, and
/// neither set apart nor set in.
bool continues(const PrintedBlock& block, const PlacedLine& last, const PlacedLine& line) {
    const float size = std::max(1.0F, block.type_size);
    const bool same_type = std::abs(line.size - size) < 0.12F * size;
    const float step = line.top - last.top;
    const bool below = step > 0.3F * size && step < 2.0F * size;
    const bool over = line.left < block.right && line.right > block.left;
    const bool set_in = line.left > block.left + 0.7F * size && line.left < block.left + 5 * size
                        && last.left < block.left + 0.4F * size;
    const bool short_before = last.right < block.right - 4 * size;
    return same_type && below && over
           && !(set_in || (short_before && line.left > last.left + size));
}

PrintedPage page_of(const poppler::page& page) {
    PrintedPage printed;
    printed.height = as_float(page.page_rect().height());
    PlacedLine last;
    for (auto& line : lines_of(words_of(page))) {
        const bool goes_on =
            !printed.blocks.empty() && continues(printed.blocks.back(), last, line);
        if (!goes_on) {
            PrintedBlock block;
            block.type_size = line.size;
            block.left = line.left;
            block.top = line.top;
            block.right = line.right;
            printed.blocks.push_back(std::move(block));
        }
        auto& block = printed.blocks.back();
        block.left = std::min(block.left, line.left);
        block.right = std::max(block.right, line.right);
        block.bottom = line.bottom;
        block.lines.push_back(line.line);
        last = std::move(line);
    }
    return printed;
}

std::string day_of(std::time_t time) {
    constexpr std::time_t end_of_9999 = 253'402'300'799;
    if (time <= 0 || time > end_of_9999) return {};
    const std::chrono::sys_seconds when{std::chrono::seconds{time}};
    return archive::iso_day(archive::day_number(std::chrono::floor<std::chrono::days>(when)));
}

}  // namespace

archive::Result<PdfDocument> read_pdf(const std::string& bytes) {
    static std::once_flag silenced;
    std::call_once(silenced, [] { poppler::set_debug_error_function(silence, nullptr); });
    const std::unique_ptr<poppler::document> document(
        poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
    if (!document) return Error{ErrorCode::article_unreadable, "a damaged PDF document", {}, {}};
    if (document->is_locked()) {
        return Error{
            ErrorCode::article_unreadable, "a PDF document locked with a password", {}, {}};
    }
    PdfDocument read;
    read.info.title = utf8_of(document->get_title());
    read.info.author = utf8_of(document->get_author());
    read.info.keywords = utf8_of(document->get_keywords());
    read.info.created = day_of(document->get_creation_date_t());
    const int pages = document->pages();
    read.cut = pages > most_pages;
    std::size_t words = 0;
    for (int i = 0; i < std::min(pages, most_pages) && words < most_words; ++i) {
        const std::unique_ptr<poppler::page> page(document->create_page(i));
        read.pages.push_back(page ? page_of(*page) : PrintedPage());
        for (const auto& block : read.pages.back().blocks) {
            for (const auto& line : block.lines) words += line.words.size();
        }
    }
    read.cut = read.cut || words >= most_words;
    return read;
}

}  // namespace indexer
