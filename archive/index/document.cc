// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/document.h"

#include "archive/base/fold.h"
#include "archive/base/text.h"
#include "archive/index/byte_order.h"
#include "archive/index/name_positions.h"
#include "archive/index/presence.h"
#include "archive/index/sites.h"
#include "archive/index/word_counts.h"
#include "archive/model/entity.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_set>
#include <utility>

namespace archive {

namespace {

constexpr std::size_t xapian_term_bytes = 245;

/// The postings of a document while they are gathered.
class Postings {
public:
    void reserve(std::size_t count) { terms_.reserve(count); }

    void add_word(std::string_view word, std::uint32_t count, WordPlaces places) {
        if (count > 0) terms_.push_back({std::string(word), count, places});
    }
    void add(std::string_view prefix, std::string_view word, std::uint32_t wdf) {
        if (wdf == 0) return;
        auto& term = terms_.emplace_back();
        term.text.reserve(prefix.size() + word.size());
        term.text.append(prefix).append(word);
        term.wdf = wdf;
    }
    void add_exact(std::string_view prefix, std::string_view value, std::uint32_t wdf = 1) {
        std::string term = exact_term(prefix, value);
        if (!term.empty()) terms_.push_back({std::move(term), wdf});
    }

    std::vector<Term> taken() { return std::exchange(terms_, {}); }

private:
    std::vector<Term> terms_;
};

/// Tells which words are the lead: those of the standfirst, or of the body's first paragraph.
class Lead {
public:
    explicit Lead(const std::vector<IndexedZone>& zones)
        : standfirst_(std::any_of(zones.begin(), zones.end(), [](const IndexedZone& zone) {
              return zone.kind == ZoneKind::standfirst && !trimmed(zone.text).empty();
          })) {}

    void meets_border() { over_ = over_ || begun_; }

    bool holds(ZoneKind kind) {
        if (standfirst_) return kind == ZoneKind::standfirst;
        if (kind != ZoneKind::body || over_) return false;
        begun_ = true;
        return true;
    }

private:
    bool standfirst_;
    bool begun_ = false;
    bool over_ = false;
};

/// Adds values that are not there yet: what folds to the same key is one.
class DistinctValues {
public:
    explicit DistinctValues(std::vector<std::string>& values) : values_(values) {}

    bool add(std::string_view value, const std::string& key) {
        if (key.empty() || !keys_.insert(key).second) return false;
        values_.emplace_back(trimmed(value));
        return true;
    }

private:
    std::vector<std::string>& values_;
    std::unordered_set<std::string> keys_;
};

schema::Names column_of(EntityType type) {
    switch (type) {
        case EntityType::person: return schema::Names::person;
        case EntityType::org: return schema::Names::org;
        case EntityType::place: return schema::Names::place;
    }
    return schema::Names::place;
}

/// Where the names of an article stand, as Landmarks holds them.
auto places_by_type(const NamePositions& names) {
    decltype(Landmarks::names) places{};
    for (const auto& named : names.named())
        places[static_cast<std::size_t>(named.type)].push_back(named.words);
    for (auto& of_type : places) {
        std::sort(of_type.begin(), of_type.end(),
                  [](const PositionSpan& left, const PositionSpan& right) {
                      return std::tie(left.first, left.last) < std::tie(right.first, right.last);
                  });
        of_type.erase(std::unique(of_type.begin(), of_type.end()), of_type.end());
    }
    return places;
}

}  // namespace

struct DocumentMaker::State {
    Document make(const Article& article);

private:
    void read_text(const Article& article, Document& document);
    void sort_words(Document& document);
    void post_words(Document& document);
    void post_values(const Article& article, Document& document);
    void post_names(const Article& article, Document& document);
    void post_speakers(const Document& document);

    WordCounts words_;
    Postings postings_;
};

Document DocumentMaker::State::make(const Article& article) {
    words_.clear();
    Document document;
    document.id = article.id;
    if (article.published.known()) {
        document.first_day = article.published.span.first;
        document.last_day = article.published.span.last;
        document.precision = article.published.precision;
        document.certainty = article.published.certainty;
    }
    if (article.updated && article.updated->known()) document.updated = article.updated->span.first;
    document.altered = article.quality.altered;

    read_text(article, document);
    sort_words(document);
    constexpr std::size_t usual_terms_a_word = 2;
    postings_.reserve(words_.size() * usual_terms_a_word);
    post_words(document);
    post_values(article, document);
    post_names(article, document);
    post_speakers(document);
    document.terms = postings_.taken();
    return document;
}

void DocumentMaker::State::read_text(const Article& article, Document& document) {
    const auto zones = indexed_zones(article);
    Lead lead(zones);
    QuotePositions quotes(article);
    NamePositions names(article);
    std::size_t bytes = 0;
    for (const auto& zone : zones) {
        bytes += zone.text.size();
        document.cut = document.cut || zone.cut;
        document.has_furniture = document.has_furniture || zone.kind == ZoneKind::furniture;
    }
    constexpr std::size_t bytes_a_word = 5;
    document.tokens.reserve(bytes / bytes_a_word + zones.size());

    for_each_token(zones, [&](const PlacedToken& token) {
        const auto& zone = zones[token.zone];
        if (token.kind == TokenKind::zone || token.kind == TokenKind::paragraph) {
            document.tokens.push_back({token.kind, zone.kind, 1, 0});
            lead.meets_border();
            names.meet_border();
            return;
        }
        const auto number = words_.number(token.text);
        document.tokens.push_back({token.kind, zone.kind, token.span, number});
        auto& occurrences = words_[number];
        if (zone.kind == ZoneKind::furniture) {
            ++occurrences.furniture;
            return;
        }
        occurrences.text += zone.weight;
        occurrences.headline += zone.kind == ZoneKind::headline ? 1U : 0U;
        occurrences.caption += zone.kind == ZoneKind::caption ? 1U : 0U;
        occurrences.lead += lead.holds(zone.kind) ? 1U : 0U;
        names.meet(token, zone.zone);
        if (token.capitals && token.kind == TokenKind::word) {
            ++occurrences.capitals;
            document.landmarks.capitals.push_back(token.position);
        }
        occurrences.quoted += quotes.meets(token, zone.zone) ? 1U : 0U;
        if (token.kind == TokenKind::joined) return;
        document.length += zone.weight;
        document.words_in_body += zone.kind == ZoneKind::body ? 1U : 0U;
    });
    names.meet_border();
    document.landmarks.names = places_by_type(names);
    for (std::size_t i = 0; i < article.quotes.size(); ++i) {
        if (!quotes.spans()[i].empty())
            document.quotes.push_back({quotes.spans()[i], article.quotes[i]});
    }
}

/// Numbers the words anew in the order of their bytes.
void DocumentMaker::State::sort_words(Document& document) {
    const auto order =
        in_order_of_bytes(words_.size(), [&](std::uint32_t number) { return words_.text(number); });
    std::vector<std::uint32_t> place(words_.size());
    document.words.reserve(words_.size());
    for (const auto number : order) {
        place[number] = static_cast<std::uint32_t>(document.words.size());
        document.words.emplace_back(words_.text(number));
    }
    for (auto& token : document.tokens) {
        if (token.kind == TokenKind::word || token.kind == TokenKind::joined)
            token.word = place[token.word];
    }
}

void DocumentMaker::State::post_words(Document& document) {
    for (std::uint32_t i = 0; i < words_.size(); ++i) {
        const auto word = words_.text(i);
        const auto& in = words_[i];
        const auto places =
            static_cast<WordPlaces>((in.headline > 0 ? place_bit(WordPlace::headline) : 0)
                                    | (in.lead > 0 ? place_bit(WordPlace::lead) : 0)
                                    | (in.quoted > 0 ? place_bit(WordPlace::quotation) : 0));
        postings_.add_word(word, in.text, places);
        postings_.add(schema::prefix::capitals, word, in.capitals);
        postings_.add(schema::prefix::caption, word, in.caption);
        postings_.add(schema::prefix::furniture, word, in.furniture);
        const auto by_place = in.headline + in.lead + in.quoted;
        const auto as_stems = in.text + by_place + in.caption + in.furniture;
        document.unlisted += by_place + as_stems;
    }
}

void DocumentMaker::State::post_values(const Article& article, Document& document) {
    const auto post = [&](schema::Names column, std::string_view prefix, const auto& values) {
        DistinctValues distinct(document.names[static_cast<std::size_t>(column)]);
        for (const std::string& value : values) {
            if (distinct.add(value, folded(value))) postings_.add_exact(prefix, value);
        }
    };
    using One = std::array<std::string, 1>;
    post(schema::Names::source, schema::prefix::source, One{article.source});
    post(schema::Names::section, schema::prefix::section, One{article.section});
    post(schema::Names::language, schema::prefix::language, One{article.language});
    post(schema::Names::author, schema::prefix::author, article.authors);
    post(schema::Names::agency, schema::prefix::agency, article.agency);
    post(schema::Names::tag, schema::prefix::tag, article.tags);
    for (const auto& site : site_names(article)) postings_.add_exact(schema::prefix::site, site);
    document.has = presence_bits(article);
}

void DocumentMaker::State::post_names(const Article& article, Document& document) {
    std::map<std::string, std::uint32_t> mentions;
    for (std::size_t type = 0; type < entity_types; ++type) {
        const auto wanted = static_cast<EntityType>(type);
        DistinctValues distinct(document.names[static_cast<std::size_t>(column_of(wanted))]);
        for (const auto& entity : article.entities) {
            if (entity.type != wanted || entity.mentions == 0) continue;
            const auto key = name_key(entity.type, entity.name);
            if (key.empty()) continue;
            distinct.add(entity.name, key);
            mentions[key] += entity.mentions;
        }
    }
    for (const auto& [key, count] : mentions)
        postings_.add_exact(schema::prefix::entity, key, count);
}

void DocumentMaker::State::post_speakers(const Document& document) {
    std::set<std::string_view> speakers;
    for (const auto& quote : document.quotes) speakers.insert(quote.quote.speaker);
    for (const auto speaker : speakers) postings_.add_exact(schema::prefix::speaker, speaker);
}

DocumentMaker::DocumentMaker() : state_(std::make_unique<State>()) {}
DocumentMaker::~DocumentMaker() = default;
DocumentMaker::DocumentMaker(DocumentMaker&&) noexcept = default;
DocumentMaker& DocumentMaker::operator=(DocumentMaker&&) noexcept = default;

Document DocumentMaker::make(const Article& article) {
    return state_->make(article);
}

std::string exact_term(std::string_view prefix, std::string_view value) {
    std::string term = folded(value);
    term.erase(std::remove(term.begin(), term.end(), '\0'), term.end());
    if (term.empty()) return term;
    term.insert(0, prefix);
    term.resize(cut(term, xapian_term_bytes).size());
    return term;
}

}  // namespace archive
