// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/extract/html_zones.h"

#include "archive/base/fold.h"
#include "archive/base/text.h"
#include "indexer/analysis/bylines.h"
#include "indexer/analysis/dates.h"
#include "indexer/extract/header_lines.h"
#include "indexer/extract/html_titles.h"
#include "indexer/extract/line_phrases.h"
#include "indexer/extract/line_shape.h"
#include "indexer/extract/page_text.h"

#include <algorithm>
#include <string>
#include <utility>

namespace indexer {

namespace {

using archive::Zone;
using archive::ZoneKind;

/// A paragraph outside the body, or one block of it.
struct Piece {
    ZoneKind kind = ZoneKind::furniture;
    std::string text;
    bool heading = false;
    int node = -1;  ///< of its first text
};

/// Reads the page's text nodes in order and parts them where a reader sees a new line.
class PieceWalk {
public:
    PieceWalk(const PageTree& page, const HtmlBody& body) : page_(page), body_(body) {
        owners_.assign(page.nodes().size(), furniture);
        for (const int caption : body.captions) {
            for (int i = caption; i < page.node(caption).end; ++i) owners_[at(i)] = caption_owner;
        }
        for (const auto& deck : body.decks) {
            for (const int text : deck.texts) owners_[at(text)] = deck_owner;
        }
        for (std::size_t block = 0; block < body.blocks.size(); ++block) {
            for (const int text : body.blocks[block].texts) {
                owners_[at(text)] = static_cast<int>(block);
            }
        }
        written_.assign(body.blocks.size(), 0);
    }

    std::vector<Piece> run() {
        for (int i = 0; i < page_.size(); ++i) {
            const auto& node = page_.node(i);
            while (!block_ends_.empty() && i >= block_ends_.back()) {
                block_ends_.pop_back();
                finish();
            }
            if (is_silent(node.tag)) {
                i = std::max(i, node.end - 1);
            } else if (node.is_text()) {
                add(i);
            } else if (is_block(node.tag) || node.tag == Tag::option || node.tag == Tag::button) {
                finish();
                block_ends_.push_back(node.end);
            } else if (node.tag == Tag::br && !piece_.text.empty()) {
                piece_.text += ' ';
            }
        }
        finish();
        return std::move(pieces_);
    }

private:
    static constexpr int furniture = -1;
    static constexpr int caption_owner = -2;
    static constexpr int deck_owner = -3;

    static std::size_t at(int node) { return static_cast<std::size_t>(node); }

    void add(int text) {
        const int owner = owners_[at(text)];
        if (owner >= 0) {
            finish();
            auto& written = written_[static_cast<std::size_t>(owner)];
            if (written == 0) {
                const auto& block = body_.blocks[static_cast<std::size_t>(owner)];
                pieces_.push_back({ZoneKind::body, block.text, block.heading(), text});
            }
            written = 1;
            return;
        }
        const auto kind = owner == caption_owner ? ZoneKind::caption
                          : owner == deck_owner  ? ZoneKind::standfirst
                                                 : ZoneKind::furniture;
        if (kind != piece_.kind) finish();
        piece_.kind = kind;
        if (piece_.node < 0) piece_.node = text;
        append_folded(piece_.text, page_.node(text).text);
    }

    void finish() {
        piece_.text = std::string(stripped(piece_.text));
        if (!piece_.text.empty()) {
            piece_.heading = inside_heading(piece_.node);
            pieces_.push_back(std::move(piece_));
        }
        piece_ = {};
    }

    bool inside_heading(int text) const {
        for (int up = page_.node(text).parent; up >= 0; up = page_.node(up).parent) {
            if (is_heading(page_.node(up).tag)) return true;
            if (is_block(page_.node(up).tag)) return false;
        }
        return false;
    }

    const PageTree& page_;
    const HtmlBody& body_;
    std::vector<int> owners_;  ///< by node: the block it is part of, or furniture, or a caption
    std::vector<char> written_;
    std::vector<int> block_ends_;
    std::vector<Piece> pieces_;
    Piece piece_;
};

/// Recognises, among the furniture, the lines that carry what is known of the article.
class Labels {
public:
    Labels(const PageMetadata& metadata, const archive::Article& article,
           std::vector<Piece>& pieces)
        : article_(article), pieces_(pieces) {
        for (auto& title : all_titles(metadata, article)) {
            keys_.push_back(archive::folded_words(title));
            titles_.push_back(std::move(title));
        }
        found_.assign(titles_.size(), 0);
    }

    void run() {
        for (auto& piece : pieces_) {
            if (piece.kind == ZoneKind::furniture) label(piece);
            if (piece.kind == ZoneKind::standfirst && piece.text == article_.standfirst) {
                standfirst_found_ = true;
            }
        }
        label_signature();
        label_credits();
    }

    /// Headlines and a standfirst that the text of the page does not show.
    std::vector<Zone> unseen() const {
        std::vector<Zone> zones;
        for (std::size_t i = 0; i < titles_.size(); ++i) {
            if (found_[i] == 0) zones.push_back({ZoneKind::headline, titles_[i]});
        }
        if (!article_.standfirst.empty() && !standfirst_found_) {
            zones.push_back({ZoneKind::standfirst, article_.standfirst});
        }
        return zones;
    }

private:
    void label(Piece& piece) {
        constexpr std::size_t longest = 400;
        if (piece.text.size() > longest) return;
        if (label_headline(piece) || label_standfirst(piece) || label_byline(piece)) return;
        const bool own_day = article_.published.known() && is_date_line(piece.text);
        if (!own_day) return;
        const auto found = find_date(piece.text);
        if (found && found->date.span == article_.published.span) piece.kind = ZoneKind::header;
    }

    bool label_headline(Piece& piece) {
        if (!piece.heading) return false;
        const std::string key = archive::folded_words(piece.text);
        const auto known = std::find(keys_.begin(), keys_.end(), key);
        if (known == keys_.end()) return false;
        found_[static_cast<std::size_t>(known - keys_.begin())] = 1;
        piece.kind = ZoneKind::headline;
        return true;
    }

    bool label_standfirst(Piece& piece) {
        if (article_.standfirst.empty() || standfirst_found_) return false;
        if (piece.text != article_.standfirst) return false;
        piece.kind = ZoneKind::standfirst;
        standfirst_found_ = true;
        return true;
    }

    bool label_byline(Piece& piece) {
        constexpr std::size_t longest = 120;
        if (byline_found_ || article_.authors.empty() || piece.text.size() > longest) return false;
        const auto rest = std::string_view(piece.text).substr(byline_opening(piece.text));
        const auto& author = article_.authors.front();
        if (rest.substr(0, author.size()) != author) return false;
        piece.kind = ZoneKind::byline;
        byline_found_ = true;
        return true;
    }

    /// Names that stood alone in the text.
    void label_signature() {
        for (auto& piece : pieces_) {
            if (byline_found_ || article_.byline.empty()) return;
            if (piece.kind != ZoneKind::body || piece.text != article_.byline) continue;
            piece.kind = ZoneKind::byline;
            byline_found_ = true;
        }
    }

    /// The credit line at the end of the body: "(Reporting by ...)".
    void label_credits() {
        constexpr int searched = 4;
        int seen = 0;
        for (auto piece = pieces_.rbegin(); piece != pieces_.rend() && seen < searched; ++piece) {
            if (piece->kind != ZoneKind::body) continue;
            ++seen;
            const bool bracketed = piece->text.front() == '(' || piece->text.front() == '[';
            if (bracketed && is_credit(comparable(piece->text))) piece->kind = ZoneKind::credit;
        }
    }

    const archive::Article& article_;
    std::vector<Piece>& pieces_;
    std::vector<std::string> titles_;
    std::vector<std::string> keys_;  ///< the titles folded, to compare
    std::vector<char> found_;
    bool standfirst_found_ = false;
    bool byline_found_ = false;
};

/// A standfirst that only repeats how the body begins says nothing of its own.
void drop_repeated_standfirst(const HtmlBody& body, archive::Article& article) {
    constexpr std::size_t compared = 120;
    if (article.standfirst.empty() || body.blocks.empty()) return;
    const auto opening = std::string_view(article.standfirst);
    const std::string text = body.text();
    const auto head = archive::cut(opening, compared);
    if (std::string_view(text).substr(0, head.size()) == head) article.standfirst.clear();
}

}  // namespace

std::vector<Zone> page_zones(const PageTree& page, const HtmlBody& body,
                             const PageMetadata& metadata, archive::Article& article) {
    drop_repeated_standfirst(body, article);
    if (article.standfirst.empty() && !body.decks.empty()) {
        article.standfirst = body.decks.front().text;
    }
    auto pieces = PieceWalk(page, body).run();
    Labels labels(metadata, article, pieces);
    labels.run();
    auto zones = labels.unseen();
    const std::size_t before = zones.size();
    for (auto& piece : pieces) {
        const bool joins = piece.kind == ZoneKind::body || piece.kind == ZoneKind::furniture;
        if (joins && zones.size() > before && zones.back().kind == piece.kind) {
            zones.back().text += '\n';
            zones.back().text += piece.text;
        } else {
            zones.push_back({piece.kind, std::move(piece.text)});
        }
    }
    return zones;
}

}  // namespace indexer
