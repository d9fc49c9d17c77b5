// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/mets_issue.h"

#include "archive/base/text.h"
#include "indexer/analysis/dates.h"
#include "indexer/readers/html.h"

#include <algorithm>
#include <initializer_list>
#include <unordered_map>
#include <unordered_set>

namespace indexer {

namespace {

using archive::ascii_lower;
using Kind = IssuePart::Kind;

bool holds_any(std::string_view text, std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) {
        return text.find(word) != std::string_view::npos;
    });
}

/// Divisions that hold articles and are none.
bool holds_articles(std::string_view type) {
    return type.empty()
           || holds_any(type, {"newspaper", "issue", "volume", "section", "content", "year",
                               "month", "day", "page", "supplement", "periodical", "part"});
}

/// Divisions of an issue that are no articles: its own name and number.
bool is_masthead(std::string_view type) {
    return holds_any(type, {"head", "title", "page_number", "pagenumber", "masthead", "cover"});
}

Kind kind_of(std::string_view type, Kind otherwise) {
    if (holds_any(type, {"caption", "illustration", "picture"})) return Kind::caption;
    if (holds_any(type, {"author", "byline"})) return Kind::byline;
    if (holds_any(type, {"head", "title"})) return Kind::heading;
    return otherwise;
}

class IssueReading {
public:
    explicit IssueReading(const XmlTree& mets) : root_(mets.root()) {
        for (const auto& section : root_.children("dmdSec")) {
            descriptions_.emplace(section.attribute("ID"), section);
        }
        list_pages();
        read_physical_map();
        read_links();
    }

    Issue issue() {
        describe_issue();
        for (const auto& map : root_.children("structMap")) {
            if (ascii_lower(map.attribute("TYPE")).find("phys") == std::string::npos) {
                for (const auto& division : map.children("div")) walk(division, {});
            }
        }
        drop_whole_pages();
        return std::move(issue_);
    }

private:
    void list_pages() {
        for (const auto& file : root_.child("fileSec").all("file")) {
            const auto name = file.child("FLocat").attribute("href");
            const std::string type = ascii_lower(file.attribute("MIMETYPE"));
            const bool xml =
                type.find("xml") != std::string::npos || ascii_lower(name).ends_with(".xml");
            if (!xml || name.empty()) continue;
            pages_.emplace(file.attribute("ID"), issue_.pages.size());
            issue_.pages.emplace_back(name);
        }
    }

    /// The areas of pages that a division points to itself.
    std::vector<IssuePart> own_parts(const XmlNode& division, Kind kind) const {
        std::vector<IssuePart> parts;
        const auto add = [&](const XmlNode& pointer) {
            const auto page = pages_.find(std::string(pointer.attribute("FILEID")));
            if (page == pages_.end()) return;
            IssuePart part;
            part.kind = kind;
            part.page = page->second;
            part.begin = pointer.attribute("BEGIN");
            part.end = pointer.attribute("END");
            part.area = division.attribute("ID");
            parts.push_back(std::move(part));
        };
        for (const auto& pointer : division.children("fptr")) {
            const auto areas = pointer.all("area");
            for (const auto& area : areas) add(area);
            if (areas.empty()) add(pointer);
        }
        return parts;
    }

    /// The areas of a division and of all inside it.
    std::vector<IssuePart> all_parts(const XmlNode& division) const {
        std::vector<IssuePart> parts;
        std::vector<std::pair<XmlNode, Kind>> waiting{{division, Kind::text}};
        while (!waiting.empty()) {
            const auto [at, kind] = waiting.back();
            waiting.pop_back();
            auto own = own_parts(at, kind);
            std::move(own.begin(), own.end(), std::back_inserter(parts));
            add_linked(std::string(at.attribute("ID")), kind, parts);
            auto inner = at.children("div");
            std::reverse(inner.begin(), inner.end());
            for (const auto& each : inner) {
                waiting.emplace_back(each, kind_of(ascii_lower(each.attribute("TYPE")), kind));
            }
        }
        return parts;
    }

    void add_linked(const std::string& id, Kind kind, std::vector<IssuePart>& parts) const {
        const auto links = links_.find(id);
        if (links == links_.end()) return;
        for (const auto& target : links->second) {
            const auto area = areas_.find(target);
            if (area == areas_.end()) continue;
            for (auto part : area->second) {
                if (part.kind == Kind::text) part.kind = kind;
                parts.push_back(std::move(part));
            }
        }
    }

    void read_physical_map() {
        for (const auto& map : root_.children("structMap")) {
            if (ascii_lower(map.attribute("TYPE")).find("phys") == std::string::npos) continue;
            for (const auto& division : map.all("div")) {
                const std::string label = ascii_lower(division.attribute("LABEL"));
                areas_.emplace(division.attribute("ID"),
                               own_parts(division, kind_of(label, Kind::text)));
            }
        }
    }

    static std::string_view without_hash(std::string_view id) {
        return id.starts_with('#') ? id.substr(1) : id;
    }

    void read_links() {
        for (const auto& link : root_.child("structLink").all("smLink")) {
            links_[std::string(without_hash(link.attribute("from")))].emplace_back(
                without_hash(link.attribute("to")));
        }
        for (const auto& group : root_.child("structLink").all("smLinkGrp")) {
            std::vector<std::string> from, to;
            for (const auto& locator : group.children("smLocatorLink")) {
                std::string id(without_hash(locator.attribute("href")));
                (areas_.count(id) != 0 ? to : from).push_back(std::move(id));
            }
            for (const auto& each : from) {
                auto& targets = links_[each];
                targets.insert(targets.end(), to.begin(), to.end());
            }
        }
    }

    /// The first description a division refers to that is one: MODS, else whatever is there.
    XmlNode description_of(const XmlNode& division) const {
        for (const auto id : archive::split(division.attribute("DMDID"), ' ')) {
            const auto found = descriptions_.find(std::string(id));
            if (found == descriptions_.end()) continue;
            const XmlNode data = found->second.child("mdWrap", "xmlData");
            return data.child("mods") ? data.child("mods") : data;
        }
        return {};
    }

    static std::string title_in(const XmlNode& info) {
        std::string title = info.child("title").line();
        const std::string article = info.child("nonSort").line();
        const std::string more = info.child("subTitle").line();
        if (!article.empty() && !title.empty()) title = article + " " + title;
        if (!more.empty()) title += (title.empty() ? "" : ": ") + more;
        return title;
    }

    static std::optional<archive::Date> date_in(const XmlNode& description) {
        DateHints hints;
        hints.basis = archive::Basis::field;
        for (const char* name : {"dateIssued", "dateCreated", "date"}) {
            for (const auto& written : description.all(name)) {
                if (written.attribute("point") == "end") continue;
                if (auto date = parse_written_date(written.line(), hints)) return date;
            }
        }
        return std::nullopt;
    }

    static std::string language_in(const XmlNode& description) {
        const std::string term = description.child("language", "languageTerm").line();
        return term.empty() ? description.child("language").line() : term;
    }

    /// The description of the issue: of the outermost divisions, or the first with a day.
    void describe_issue() {
        std::vector<XmlNode> described;
        for (const auto& map : root_.children("structMap")) {
            for (XmlNode division = map.child("div"); division; division = division.child("div")) {
                const std::string type = ascii_lower(division.attribute("TYPE"));
                if (!holds_articles(type)) break;
                if (const auto found = description_of(division)) described.push_back(found);
                take_label_date(division);
            }
        }
        for (const auto& section : root_.children("dmdSec")) {
            const XmlNode data = section.child("mdWrap", "xmlData");
            const XmlNode mods = data.child("mods") ? data.child("mods") : data;
            if (date_in(mods)) described.push_back(mods);
        }
        for (const auto& each : described) {
            if (!issue_.published) issue_.published = date_in(each);
            if (issue_.language.empty()) issue_.language = language_in(each);
            if (issue_.newspaper.empty()) issue_.newspaper = newspaper_in(each);
        }
        if (!issue_.published) issue_.published = label_date_;
    }

    static std::string newspaper_in(const XmlNode& description) {
        std::string name = title_in(description.child("titleInfo"));
        for (const auto& related : description.children("relatedItem")) {
            if (related.attribute("type") != "host") continue;
            const std::string host = title_in(related.child("titleInfo"));
            if (!host.empty()) name = host;
        }
        if (name.empty()) name = description.child("title").line();  // Dublin Core
        while (name.ends_with('.') || name.ends_with(' ')) name.pop_back();
        return name;
    }

    /// "The Wendle Echo. 1904-02-17", "1904-02-17": the label of an issue without a better date.
    void take_label_date(const XmlNode& division) {
        DateHints hints;
        hints.basis = archive::Basis::field;
        for (const char* name : {"LABEL", "ORDERLABEL"}) {
            if (label_date_) return;
            if (auto found = find_date(division.attribute(name), hints)) label_date_ = found->date;
        }
    }

    void walk(const XmlNode& division, const std::string& section) {
        std::vector<std::pair<XmlNode, std::string>> waiting{{division, section}};
        while (!waiting.empty()) {
            const auto [at, around] = waiting.back();
            waiting.pop_back();
            const std::string type = ascii_lower(at.attribute("TYPE"));
            if (!holds_articles(type)) {
                if (!is_masthead(type)) add_article(at, type, around);
                continue;
            }
            const bool names = type.find("section") != std::string::npos;
            const std::string label = names ? std::string(at.attribute("LABEL")) : "";
            auto inner = at.children("div");
            std::reverse(inner.begin(), inner.end());
            for (const auto& each : inner) {
                waiting.emplace_back(each, label.empty() ? around : label);
            }
        }
    }

    void add_article(const XmlNode& division, const std::string& type, const std::string& section) {
        IssueArticle article;
        article.type = type;
        article.section = section;
        article.parts = all_parts(division);
        if (article.parts.empty()) return;
        const XmlNode description = description_of(division);
        for (const auto& info : description.children("titleInfo")) {
            std::string title = title_in(info);
            if (title.empty()) continue;
            if (article.title.empty() && info.attribute("type").empty()) {
                article.title = std::move(title);
            } else {
                article.more_titles.push_back(std::move(title));
            }
        }
        if (article.title.empty()) article.title = archive::trimmed(division.attribute("LABEL"));
        article.language = language_in(description);
        article.published = date_in(description);
        for (const auto& name : description.children("name")) {
            std::string author;
            for (const auto& part : name.children("namePart")) {
                const auto kind = part.attribute("type");
                if (kind == "date" || kind == "termsOfAddress") continue;
                const std::string written = part.line();
                if (kind == "given") {
                    author = author.empty() ? written : written + " " + author;
                } else {
                    author += (author.empty() ? "" : " ") + written;
                }
            }
            if (!author.empty()) article.authors.push_back(std::move(author));
        }
        issue_.articles.push_back(std::move(article));
    }

    /// Where articles are only said to be on a page that others share, the page is read as one.
    void drop_whole_pages() {
        std::unordered_map<std::size_t, std::size_t> shared;
        const auto whole = [](const IssuePart& part) { return part.begin.empty(); };
        for (const auto& article : issue_.articles) {
            std::unordered_set<std::size_t> pages;
            for (const auto& part : article.parts) {
                if (whole(part) && pages.insert(part.page).second) ++shared[part.page];
            }
        }
        std::erase_if(issue_.articles, [&](const IssueArticle& article) {
            return std::any_of(article.parts.begin(), article.parts.end(), [&](const auto& part) {
                return whole(part) && shared[part.page] > 1;
            });
        });
    }

    XmlNode root_;
    Issue issue_;
    std::optional<archive::Date> label_date_;
    std::unordered_map<std::string, XmlNode> descriptions_;
    std::unordered_map<std::string, std::size_t> pages_;
    std::unordered_map<std::string, std::vector<IssuePart>> areas_;
    std::unordered_map<std::string, std::vector<std::string>> links_;
};

}  // namespace

bool is_mets(std::string_view head) {
    const std::string tag = first_tag(head);
    return tag == "mets" || tag.ends_with(":mets");
}

Issue issue_of(const XmlTree& mets) {
    return IssueReading(mets).issue();
}

}  // namespace indexer
