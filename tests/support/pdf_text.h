// SPDX-License-Identifier: GPL-2.0-or-later
// pdf_text.h - Writes small PDF documents for tests.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace pdf_text {

/// A line in Helvetica; the origin is the lower left corner of a page of 595 by 842 points.
struct Line {
    int left = 0;
    int up = 0;
    int size = 0;
    std::string text;  ///< without brackets and backslashes
};

using Page = std::vector<Line>;

/// A document of these pages; `info` holds names and texts such as {"Title", "..."}.
inline std::string document(const std::vector<Page>& pages,
                            const std::vector<std::pair<std::string, std::string>>& info = {}) {
    // 1 the catalogue, 2 the list of pages, 3 the font, then content and page in turn.
    std::vector<std::string> objects(3);
    objects[0] = "<< /Type /Catalog /Pages 2 0 R >>";
    objects[2] = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>";
    std::string kids;
    for (const auto& page : pages) {
        std::string content = "BT\n";
        for (const auto& line : page) {
            content += "/F1 " + std::to_string(line.size) + " Tf 1 0 0 1 "
                       + std::to_string(line.left) + " " + std::to_string(line.up) + " Tm ("
                       + line.text + ") Tj\n";
        }
        content += "ET";
        objects.push_back("<< /Length " + std::to_string(content.size()) + " >>\nstream\n" + content
                          + "\nendstream");
        const auto number = std::to_string(objects.size());
        objects.push_back("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents " + number
                          + " 0 R /Resources << /Font << /F1 3 0 R >> >> >>");
        kids += std::to_string(objects.size()) + " 0 R ";
    }
    objects[1] =
        "<< /Type /Pages /Count " + std::to_string(pages.size()) + " /Kids [" + kids + "] >>";
    std::string trailer = "/Root 1 0 R";
    if (!info.empty()) {
        std::string fields;
        for (const auto& [name, text] : info) fields += "/" + name + " (" + text + ") ";
        objects.push_back("<< " + fields + ">>");
        trailer += " /Info " + std::to_string(objects.size()) + " 0 R";
    }
    std::string bytes = "%PDF-1.4\n";
    std::string places = "0000000000 65535 f \n";
    for (std::size_t i = 0; i < objects.size(); ++i) {
        const std::string at = std::to_string(bytes.size());
        places += std::string(10 - at.size(), '0') + at + " 00000 n \n";
        bytes += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const std::string size = std::to_string(objects.size() + 1);
    const std::string start = std::to_string(bytes.size());
    return bytes + "xref\n0 " + size + "\n" + places + "trailer\n<< /Size " + size + " " + trailer
           + " >>\nstartxref\n" + start + "\n%%EOF\n";
}

}  // namespace pdf_text
