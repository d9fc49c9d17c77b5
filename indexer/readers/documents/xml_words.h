// SPDX-License-Identifier: GPL-2.0-or-later
// xml_words.h - A part of a zipped document, element by element.
//
// Parts have tens of megabytes and no depth to speak of, so they are read as a stream. Document
// types are refused, so that there are no entities, and the network is never asked.
#pragma once

#include <functional>
#include <string>
#include <string_view>

struct _xmlTextReader;

namespace indexer {

/// One step through a part.
struct XmlStep {
    enum class Kind { opens, closes, text };
    Kind kind = Kind::text;
    std::string_view name;  ///< of an element, with its usual prefix: "w:p"
    std::string_view text;  ///< of a text, in UTF-8
    _xmlTextReader* reader = nullptr;

    /// The value of an attribute by its name with prefix; empty when it has none. For `opens`.
    std::string attribute(const char* attribute_name) const;
};

/// Calls `take` for every step of `xml`, empty elements opening and closing at once; those inside
/// an element for whose opening `take` says false are left out. False when the markup is broken or
/// has a document type: what came before was handed over.
bool for_each_step(std::string_view xml, const std::function<bool(const XmlStep&)>& take);

}  // namespace indexer
