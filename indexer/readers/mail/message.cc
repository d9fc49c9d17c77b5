// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/mail/message.h"

#include "archive/base/limits.h"
#include "archive/base/text.h"
#include "indexer/extract/extract.h"
#include "indexer/readers/exports/press_document.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>

// Its macros for casting are C.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wold-style-cast"
#ifndef __clang__
#pragma GCC diagnostic ignored "-Wuseless-cast"
#endif
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wsign-conversion"
#include <gmime/gmime.h>

#include <memory>
#include <mutex>
#include <utility>

namespace indexer {

namespace {

constexpr std::size_t most_inner_levels = 8;

struct Unref {
    void operator()(void* object) const { g_object_unref(object); }
};
template <typename Object>
using Held = std::unique_ptr<Object, Unref>;

/// Words declared windows-1252 that were UTF-8 all along: "caf\u00c3\u00a9" is "caf\u00e9".
std::string unmangled(std::string text) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, void (*)(UConverter*)> converter(
        ucnv_open("windows-1252", &status), ucnv_close);
    if (!converter) return text;
    ucnv_setFromUCallBack(converter.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr,
                          &status);
    const auto units = icu::UnicodeString::fromUTF8(text);
    std::string bytes(text.size() + 16, '\0');
    const auto size =
        units.extract(bytes.data(), static_cast<int32_t>(bytes.size()), converter.get(), status);
    if (U_FAILURE(status) || size <= 0) return text;
    bytes.resize(static_cast<std::size_t>(size));
    return bytes.size() < text.size() && archive::is_utf8(bytes) ? bytes : text;
}

std::string text_of(const char* text) {
    if (text == nullptr) return {};
    std::string line = one_line(archive::to_valid_utf8(text));
    const bool ascii = std::all_of(line.begin(), line.end(),
                                   [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    return ascii ? line : unmangled(std::move(line));
}

std::string lower_text(const char* text) {
    return text == nullptr ? std::string() : archive::ascii_lower(text);
}

/// A header that is free text, its encoded words decoded.
std::string header(GMimeMessage* message, const char* name) {
    const char* raw = g_mime_object_get_header(GMIME_OBJECT(message), name);
    if (raw == nullptr) return {};
    const std::unique_ptr<char, void (*)(void*)> decoded(
        g_mime_utils_header_decode_text(nullptr, raw), g_free);
    return text_of(decoded.get());
}

/// The bytes of a part, its transfer encoding undone.
std::string content_of(GMimePart* part) {
    GMimeDataWrapper* content = g_mime_part_get_content(part);
    if (content == nullptr) return {};
    const Held<GMimeStream> stream(g_mime_stream_mem_new());
    g_mime_data_wrapper_write_to_stream(content, stream.get());
    const GByteArray* bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream.get()));
    return std::string(reinterpret_cast<const char*>(bytes->data), bytes->len);
}

MailText text_part(GMimePart* part, bool html) {
    auto* object = GMIME_OBJECT(part);
    const char* charset = g_mime_object_get_content_type_parameter(object, "charset");
    MailText text;
    text.html = html;
    text.text = decode_text(content_of(part), charset == nullptr ? "" : charset).text;
    text.flowed =
        lower_text(g_mime_object_get_content_type_parameter(object, "format")) == "flowed";
    text.delete_blanks =
        lower_text(g_mime_object_get_content_type_parameter(object, "delsp")) == "yes";
    return text;
}

class MessageParts {
public:
    MessageParts(MailMessage& message, std::size_t level) : message_(message), level_(level) {}

    void take(GMimeObject* object);

private:
    void take_multipart(GMimeMultipart* multipart);
    void take_alternatives(GMimeMultipart* multipart);
    void take_part(GMimePart* part);
    void take_message(GMimeMessagePart* part);
    void attach(GMimeObject* object, std::string name);

    MailMessage& message_;
    std::size_t level_;
};

MailMessage message_of(GMimeMessage* source, std::size_t level) {
    MailMessage message;
    message.subject = text_of(g_mime_message_get_subject(source));
    message.date = header(source, "Date");
    message.id = text_of(g_mime_message_get_message_id(source));
    message.list_id = header(source, "List-Id");
    message.language = header(source, "Content-Language");
    const std::string precedence = archive::ascii_lower(header(source, "Precedence"));
    message.to_many = !message.list_id.empty() || !header(source, "List-Unsubscribe").empty()
                      || precedence == "bulk" || precedence == "list";
    InternetAddressList* senders = g_mime_message_get_from(source);
    if (senders != nullptr && internet_address_list_length(senders) > 0) {
        InternetAddress* first = internet_address_list_get_address(senders, 0);
        message.from_name = text_of(internet_address_get_name(first));
        if (INTERNET_ADDRESS_IS_MAILBOX(first)) {
            message.from_address =
                text_of(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(first)));
        }
    }
    // Archives of mailing lists hide addresses: "ann at courier.example (Ann Lee)".
    const std::string from = header(source, "From");
    const auto at = from.find(" at ");
    const auto open = from.find(" (", at == std::string::npos ? 0 : at);
    const bool hidden = at != std::string::npos && from.find('@') == std::string::npos
                        && from.find(' ') == at && open != std::string::npos && from.ends_with(')');
    if (hidden) {
        message.from_name = from.substr(open + 2, from.size() - open - 3);
        message.from_address = from.substr(0, at) + "@" + from.substr(at + 4, open - at - 4);
    }
    message.page_address = header(source, "Snapshot-Content-Location");
    message.saved_page =
        !message.page_address.empty() || from.find("Saved by ") != std::string::npos;
    if (GMimeObject* body = g_mime_message_get_mime_part(source)) {
        MessageParts(message, level).take(body);
    }
    if (message.saved_page) message.attachments.clear();  // the page's pictures and styles
    return message;
}

void MessageParts::take(GMimeObject* object) {
    if (GMIME_IS_MULTIPART(object)) {
        take_multipart(GMIME_MULTIPART(object));
    } else if (GMIME_IS_MESSAGE_PART(object)) {
        take_message(GMIME_MESSAGE_PART(object));
    } else if (GMIME_IS_PART(object)) {
        take_part(GMIME_PART(object));
    }
}

void MessageParts::take_multipart(GMimeMultipart* multipart) {
    if (++level_ > archive::limits::json_levels) {
        attach(GMIME_OBJECT(multipart), "parts in one another too deeply");
    } else if (GMIME_IS_MULTIPART_ENCRYPTED(multipart)) {
        attach(GMIME_OBJECT(multipart), "encrypted");
    } else if (g_mime_content_type_is_type(g_mime_object_get_content_type(GMIME_OBJECT(multipart)),
                                           "multipart", "alternative")) {
        take_alternatives(multipart);
    } else {
        const int count = g_mime_multipart_get_count(multipart);
        for (int i = 0; i < count; ++i) take(g_mime_multipart_get_part(multipart, i));
    }
    --level_;
}

/// The last alternative is the richest; HTML is taken before what nobody reads.
void MessageParts::take_alternatives(GMimeMultipart* multipart) {
    MailMessage best;
    std::string plain;
    const int count = g_mime_multipart_get_count(multipart);
    for (int i = 0; i < count; ++i) {
        MailMessage one;
        MessageParts(one, level_).take(g_mime_multipart_get_part(multipart, i));
        const bool html = !one.texts.empty() && one.texts.front().html;
        const bool has_html = !best.texts.empty() && best.texts.front().html;
        if (!one.texts.empty() && !html && plain.empty()) plain = one.texts.front().text;
        for (auto& each : one.attachments) message_.attachments.push_back(std::move(each));
        for (auto& each : one.inner) message_.inner.push_back(std::move(each));
        if (!one.texts.empty() && (html || !has_html)) best.texts = std::move(one.texts);
    }
    if (message_.texts.empty() && !best.texts.empty() && best.texts.front().html) {
        message_.plain = std::move(plain);
    }
    for (auto& text : best.texts) message_.texts.push_back(std::move(text));
}

void MessageParts::take_part(GMimePart* part) {
    auto* object = GMIME_OBJECT(part);
    GMimeContentType* type = g_mime_object_get_content_type(object);
    const bool attached = lower_text(g_mime_object_get_disposition(object)) == "attachment";
    const bool html = g_mime_content_type_is_type(type, "text", "html");
    const bool plain = type == nullptr || g_mime_content_type_is_type(type, "text", "plain");
    const bool signature = g_mime_content_type_is_type(type, "application", "pgp-signature")
                           || g_mime_content_type_is_type(type, "application", "pkcs7-signature");
    if (html && message_.page_address.empty()) {
        message_.page_address = text_of(g_mime_object_get_header(object, "Content-Location"));
    }
    if (!attached && (html || plain)) {
        message_.texts.push_back(text_part(part, html));
    } else if (!signature) {
        attach(object, text_of(g_mime_part_get_filename(part)));
    }
}

void MessageParts::take_message(GMimeMessagePart* part) {
    GMimeMessage* inner = g_mime_message_part_get_message(part);
    if (inner == nullptr) return;
    if (level_ >= most_inner_levels) {
        attach(GMIME_OBJECT(part), "a message in messages too deeply");
    } else {
        message_.inner.push_back(message_of(inner, level_ + 1));
    }
}

void MessageParts::attach(GMimeObject* object, std::string name) {
    constexpr std::size_t most = 1'000;
    if (message_.attachments.size() >= most) return;
    GMimeContentType* type = g_mime_object_get_content_type(object);
    const std::unique_ptr<char, void (*)(void*)> written(
        type == nullptr ? nullptr : g_mime_content_type_get_mime_type(type), g_free);
    const std::string kind = text_of(written.get());
    if (name.empty()) name = "without a name";
    message_.attachments.push_back(name + (kind.empty() ? "" : " (" + kind + ")"));
}

}  // namespace

MailMessage read_message(std::string_view bytes) {
    static std::once_flag once;
    std::call_once(once, g_mime_init);
    const Held<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
    const Held<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
    const Held<GMimeMessage> message(g_mime_parser_construct_message(parser.get(), nullptr));
    if (!message) return {};
    return message_of(message.get(), 0);
}

#pragma GCC diagnostic pop

}  // namespace indexer
