// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/documents/xml_words.h"

#include "indexer/extract/libxml_begun.h"

#include <libxml/xmlreader.h>

#include <climits>
#include <cstddef>
#include <memory>

namespace indexer {

namespace {

std::string_view view(const xmlChar* text) {
    return text == nullptr ? std::string_view() : reinterpret_cast<const char*>(text);
}

void ignore_error(void*, xmlErrorPtr) {}

}  // namespace

std::string XmlStep::attribute(const char* attribute_name) const {
    const std::unique_ptr<xmlChar, xmlFreeFunc> value(
        xmlTextReaderGetAttribute(reader, reinterpret_cast<const xmlChar*>(attribute_name)),
        xmlFree);
    return std::string(view(value.get()));
}

bool for_each_step(std::string_view xml, const std::function<bool(const XmlStep&)>& take) {
    if (xml.size() > INT_MAX) return false;
    begin_libxml();
    const std::unique_ptr<xmlTextReader, void (*)(xmlTextReaderPtr)> reader(
        xmlReaderForMemory(
            xml.data(), static_cast<int>(xml.size()), nullptr, nullptr,
            XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA),
        xmlFreeTextReader);
    if (!reader) return false;
    xmlTextReaderSetStructuredErrorHandler(reader.get(), ignore_error, nullptr);
    int code = xmlTextReaderRead(reader.get());
    while (code == 1) {
        XmlStep step;
        step.reader = reader.get();
        bool inside = true;
        switch (xmlTextReaderNodeType(reader.get())) {
            case XML_READER_TYPE_ELEMENT: {
                step.kind = XmlStep::Kind::opens;
                const std::string name(view(xmlTextReaderConstName(reader.get())));
                step.name = name;
                const bool empty = xmlTextReaderIsEmptyElement(reader.get()) == 1;
                inside = take(step);
                if (empty && inside) {
                    step.kind = XmlStep::Kind::closes;
                    take(step);
                }
                if (empty) inside = true;
                break;
            }
            case XML_READER_TYPE_END_ELEMENT:
                step.kind = XmlStep::Kind::closes;
                step.name = view(xmlTextReaderConstName(reader.get()));
                take(step);
                break;
            case XML_READER_TYPE_TEXT:
            case XML_READER_TYPE_CDATA:
            case XML_READER_TYPE_WHITESPACE:
            case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
                step.text = view(xmlTextReaderConstValue(reader.get()));
                take(step);
                break;
            case XML_READER_TYPE_DOCUMENT_TYPE: return false;
            default: break;
        }
        code = inside ? xmlTextReaderRead(reader.get()) : xmlTextReaderNext(reader.get());
    }
    return code == 0;
}

}  // namespace indexer
