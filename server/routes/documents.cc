// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/routes/documents.h"

#include "server/app.h"
#include "server/embedded.h"
#include "server/etag.h"

namespace server {

using archive::Error;
using archive::ErrorCode;

namespace {

std::string xml_escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '"': out += "&quot;"; break;
            default: out += c;
        }
    }
    return out;
}

}  // namespace

void handle_page(App& app, const Call& call, httplib::Response& response) {
    if (const Asset* page = app.assets().find("/index.html")) {
        return answer(call.head, response, *page);
    }
    answer(response, Error{ErrorCode::route_not_found,
                           "the page is not installed here; --web names its folder, and the API "
                           "below /api/v1 works without it"});
}

void handle_openapi(App&, const Call& call, httplib::Response& response) {
    const auto document = openapi_document();
    if (document.empty()) {
        return answer(response, Error{ErrorCode::route_not_found,
                                      "this program was built without docs/openapi.json"});
    }
    if (has_already(call, response, etag_of({document}))) return;
    response.set_content(std::string(document), "application/json");
}

void handle_opensearch(App&, const Call& call, httplib::Response& response) {
    const std::string origin = xml_escaped(call.origin());
    const std::string document =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n"
        "  <ShortName>Dateline</ShortName>\n"
        "  <Description>Search the local news archive</Description>\n"
        "  <InputEncoding>UTF-8</InputEncoding>\n"
        "  <Image type=\"image/svg+xml\">" + origin + "/icon.svg</Image>\n"
        "  <Url type=\"text/html\" template=\"" + origin + "/search?q={searchTerms}\"/>\n"
        "  <Url type=\"application/atom+xml\" template=\"" + origin + "/feed.atom?q={searchTerms}\"/>\n"
        "</OpenSearchDescription>\n";
    if (has_already(call, response, etag_of({document}))) return;
    response.set_content(document, "application/opensearchdescription+xml");
}

}  // namespace server
