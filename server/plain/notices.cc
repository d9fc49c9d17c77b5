// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/plain/notices.h"

#include "server/plain/words.h"

namespace server {

Html notice(std::string_view heading, const Html& rest) {
    return element("section", {{"class", "notice"}}, element("h1", {}, heading), rest);
}

Html empty_archive() {
    return element("section", {{"class", "lede"}}, element("h1", {}, words::empty),
                   element("p", {}, words::empty_how),
                   element("pre", {{"class", "command"}},
                           element("code", {}, "dateline-indexer update PATH...")),
                   element("p", {}, words::empty_where));
}

}  // namespace server
