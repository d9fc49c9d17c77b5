// SPDX-License-Identifier: GPL-2.0-or-later
// xml_records.h - Reads a file of XML record by record, of any length.
//
// A feed's items, the news items of a message, or a document that is one record itself: an element
// is a record when `begins` says so. The tree holds one record at a time together with what stood
// around and before it (the channel's title, namespaces), so memory is bounded by the largest
// record.
#pragma once

#include "indexer/readers/xml_tree.h"

#include <functional>
#include <optional>

namespace indexer {

/// A record that was read.
struct XmlRecord {
    XmlNode element;         ///< its parents are there too
    bool too_large = false;  ///< above limits::xml_record_bytes or xml_nodes; its inside is dropped
    bool cut_short = false;  ///< the file ends within it
};

/// Told of everything in a file.
struct XmlRecordVisitor {
    /// Whether this element, just opened outside of any record, begins one.
    std::function<bool(const XmlNode& element)> begins;
    /// A record. False to stop.
    std::function<bool(const XmlRecord& record)> take;
};

/// What was noticed on the way.
struct XmlReading {
    std::optional<XmlDamage> damage;  ///< the first
    bool stopped = false;             ///< the visitor said so
};

XmlReading for_each_xml_record(Bytes& bytes, const XmlRecordVisitor& visitor);

}  // namespace indexer
