// SPDX-License-Identifier: GPL-2.0-or-later
// sgml_elements.h - The elements of one SGML record, found without a grammar.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace indexer {

/// One element; the views are into the record.
struct SgmlElement {
    std::string name;             ///< in capitals: "TITLE"
    std::string_view attributes;  ///< as written: " NEWID=\"1\""
    std::string_view inside;      ///< up to its end tag, inner elements included; where that is
                                  ///< missing, up to the end of the element around it
    std::size_t first = 0;        ///< where its start tag begins in the record
    std::size_t last = 0;         ///< behind its end tag
};

/// All elements in the order of their start tags. At most 10,000, nested at most 32 deep; those
/// beyond are text.
std::vector<SgmlElement> sgml_elements(std::string_view record);

/// The first element called one of `names` (in capitals), by the order of the names; null when
/// there is none.
const SgmlElement* find_element(const std::vector<SgmlElement>& elements,
                                std::initializer_list<std::string_view> names);

/// The value of an attribute, quoted or not; empty when it is not there.
std::string_view sgml_attribute(std::string_view attributes, std::string_view name);

/// Text without tags and control characters, entities read, line ends kept.
std::string sgml_text(std::string_view inside);

}  // namespace indexer
