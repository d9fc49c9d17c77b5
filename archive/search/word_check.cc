// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/search/word_check.h"

#include "archive/index/stemmer.h"
#include "archive/index/tokens.h"
#include "archive/search/lead_paragraph.h"

#include <algorithm>
#include <array>

namespace archive {

namespace {

/// Of words with more forms, such as wildcards, a walk is quicker than a sieve: phrases of a
/// wildcard and a common word took 24 ms of CPU by sieves over 36,000 press releases (November
/// 2026).
constexpr std::size_t few_forms = 8;

/// Runs of common words that a pattern may look up for words in a row: wildcards have many.
constexpr std::size_t most_runs = 64;

std::string varint(std::uint32_t value) {
    std::string bytes;
    for (; value >= 0x80; value >>= 7) bytes += static_cast<char>(value | 0x80U);
    return bytes += static_cast<char>(value);
}

/// The varint at `at`, and moves behind it.
std::uint32_t read_varint(std::string_view bytes, std::size_t& at) {
    std::uint32_t value = 0;
    for (unsigned shift = 0; at < bytes.size() && shift < 35; shift += 7) {
        const auto byte = static_cast<unsigned char>(bytes[at++]);
        value |= (std::uint32_t{byte} & 0x7FU) << shift;
        if (byte < 0x80) break;
    }
    return value;
}

unsigned byte_at(std::string_view bytes, std::size_t at) {
    return static_cast<unsigned char>(bytes[at]);
}

/// Whether the last byte is this code, and not the end of a longer number.
bool ends_with_code(std::string_view tokens, unsigned code) {
    const auto size = tokens.size();
    return size > 0 && byte_at(tokens, size - 1) == code
           && (size == 1 || byte_at(tokens, size - 2) < 0x80);
}

/// Whether the last token is a joined word.
bool ends_with_joined(std::string_view tokens) {
    constexpr std::size_t shortest = 3, longest = 7;  // code, span, number
    for (std::size_t size = shortest; size <= std::min(longest, tokens.size()); ++size) {
        auto at = tokens.size() - size;
        if (!ends_with_code(tokens.substr(0, at + 1), token_codes::joined)
            || byte_at(tokens, at + 1) > most_joined_parts)
            continue;
        at += 2;
        read_varint(tokens, at);
        if (at == tokens.size()) return true;
    }
    return false;
}

/// Whether a number that stands behind `tokens` begins there and is that of a word: it may be the
/// end of a longer number, or an operand.
Sieved reads_as_word(std::string_view tokens) {
    if (tokens.empty()) return Sieved::yes;
    if (byte_at(tokens, tokens.size() - 1) >= 0x80) return Sieved::no;
    const bool operand =
        ends_with_code(tokens, token_codes::zone) || ends_with_code(tokens, token_codes::joined)
        || ends_with_code(tokens.substr(0, tokens.size() - 1), token_codes::joined);
    return operand ? Sieved::perhaps : Sieved::yes;
}

/// The zone of the word whose number begins at byte `wanted`; nothing when none begins there.
std::optional<ZoneKind> zone_of_code(std::string_view tokens, std::size_t wanted) {
    auto zone = ZoneKind::body;
    for (std::size_t at = 0; at < wanted;) {
        const auto first = byte_at(tokens, at);
        if (first == token_codes::zone) {
            if (at + 1 == tokens.size()) return std::nullopt;
            zone = static_cast<ZoneKind>(byte_at(tokens, at + 1));
            at += 2;
        } else if (first == token_codes::joined) {
            at += 2;
            read_varint(tokens, at);
        } else {
            while (at < tokens.size() && byte_at(tokens, at) >= 0x80) ++at;
            ++at;
        }
        if (at > wanted) return std::nullopt;
    }
    return zone;
}

/// Whether it is among `numbers`, which ascend.
bool has_number(const std::vector<std::uint32_t>& numbers, std::uint32_t number) {
    return std::binary_search(numbers.begin(), numbers.end(), number);
}

}  // namespace

TokenSieve::TokenSieve(std::vector<Edge> edges, std::uint16_t length)
    : edges_(std::move(edges)), length_(length) {
    std::uint64_t rarest = 0;
    bool found = false;
    for (std::uint16_t place = 0; place < length; ++place) {
        std::uint64_t articles = 0;
        bool passed_by = false;
        for (const auto& edge : edges_) {
            if (edge.from > place || edge.to <= place) continue;
            passed_by = passed_by || edge.from != place || edge.to != place + 1;
            articles += edge.articles;
        }
        if (passed_by || (found && articles >= rarest)) continue;
        found = true;
        rarest = articles;
        anchor_ = place;
    }
    for (const auto& edge : edges_) {
        for (const auto number : edge.numbers) {
            auto bytes = varint(number + token_codes::first_word);
            if (edge.from == anchor_) {
                anchors_.push_back({bytes, edge.to, false});
                anchors_.push_back({varint(number), edge.to, true});
            }
            if (edge.to <= anchor_) before_.push_back({std::move(bytes), edge.from, edge.to});
        }
    }
}

Sieved TokenSieve::sieved(std::string_view tokens, const ZoneSet* zones) const {
    auto result = Sieved::no;
    for (const auto& anchor : anchors_) {
        for (auto at = tokens.find(anchor.bytes); at != std::string_view::npos;
             at = tokens.find(anchor.bytes, at + 1)) {
            auto before = Sieved::yes;
            if (anchor.joined) {
                if (at < 2 || byte_at(tokens, at - 2) != token_codes::joined) continue;
                before = Sieved::perhaps;  // what stands before its parts is not looked for
            } else {
                before = std::min(reads_as_word(tokens.substr(0, at)),
                                  precedes(tokens.substr(0, at), anchor_));
            }
            if (before == Sieved::no || !follows(tokens, at + anchor.bytes.size(), anchor.to))
                continue;
            if (before == Sieved::perhaps) {
                result = Sieved::perhaps;
                continue;
            }
            if (zones == nullptr) return Sieved::yes;
            const auto zone = zone_of_code(tokens, at);
            if (zone && zones->holds(*zone, false)) return Sieved::yes;
            if (zones->lead) result = Sieved::perhaps;
        }
    }
    return result;
}

/// Whether `tokens` end with words that lead from the beginning of the pattern to `place`. Read
/// backwards a number may turn out an operand: then only the walk can tell.
Sieved TokenSieve::precedes(std::string_view tokens, std::uint16_t place) const {
    if (place == 0) return Sieved::yes;
    auto result = ends_with_joined(tokens) ? Sieved::perhaps : Sieved::no;
    for (const auto& before : before_) {
        if (before.to != place || !tokens.ends_with(before.bytes)) continue;
        const auto rest = tokens.substr(0, tokens.size() - before.bytes.size());
        result = std::max(result, std::min(reads_as_word(rest), precedes(rest, before.from)));
    }
    return result;
}

bool TokenSieve::follows(std::string_view tokens, std::size_t at, std::uint16_t place) const {
    if (place == length_) return true;
    std::uint32_t words = 0;
    while (at < tokens.size() && words <= most_joined_parts) {
        const auto code = read_varint(tokens, at);
        if (code == token_codes::paragraph || code == token_codes::zone) return false;
        std::uint32_t number = code - token_codes::first_word;
        bool stands_next = false;
        if (code == token_codes::joined) {
            const auto span = read_varint(tokens, at);
            number = read_varint(tokens, at);
            stands_next = words > 0 && span == words;  // it begins where the next word does
        } else {
            stands_next = ++words == 1;
        }
        if (!stands_next) continue;
        for (const auto& edge : edges_) {
            if (edge.from == place && has_number(edge.numbers, number)
                && follows(tokens, at, edge.to))
                return true;
        }
    }
    return false;
}

WordCheck::WordCheck(const Segment& segment, const WordPattern& pattern,
                     const std::vector<std::uint64_t>& articles)
    : segment_(segment), pattern_(pattern), most_(segment.facts().documents), run_(pattern.length) {
    std::vector<bool> passable(pattern.length, false);
    for (std::size_t i = 0; i < pattern.edges.size(); ++i) {
        const auto& wanted = pattern.edges[i];
        Edge edge;
        edge.articles = articles[i];
        edge.from = wanted.from;
        edge.to = wanted.to;
        for (const auto& word : wanted.words) {
            if (const auto number = segment.lexicon.number(word)) {
                edge.numbers.push_back(*number);
                wanted_.add(*number);
            }
        }
        std::sort(edge.numbers.begin(), edge.numbers.end());
        if (!wanted.stems.empty()) {
            edge.stems = &wanted.stems;
            stems_ = true;
        }
        if (edge.numbers.empty() && edge.stems == nullptr) continue;
        for (std::size_t place = edge.from; place < edge.to; ++place) passable[place] = true;
        edges_.push_back(std::move(edge));
    }
    hopeless_ = std::find(passable.begin(), passable.end(), false) != passable.end();
    if (hopeless_) return;
    find_candidates();
    const bool wide = std::any_of(edges_.begin(), edges_.end(),
                                  [](const Edge& edge) { return edge.numbers.size() > few_forms; });
    if (stems_) return;
    if (wide && pattern.length <= StepTable::longest && !pattern.zones.lead) {
        std::vector<StepTable::Edge> steps;
        for (const auto& edge : edges_) steps.push_back({edge.from, edge.to, edge.numbers});
        steps_.emplace(steps, pattern.length, pattern.zones, segment.lexicon.size());
    }
    if (wide) return;
    std::vector<TokenSieve::Edge> plain;
    for (const auto& edge : edges_)
        plain.push_back({edge.from, edge.to, edge.numbers, edge.articles});
    fast_.emplace(std::move(plain), pattern.length);
}

/// The words between each two neighbouring places of the pattern, where every way leads over both
/// and all of the words are common; else none.
std::vector<std::vector<std::uint32_t>> WordCheck::common_steps() const {
    std::vector<std::vector<std::uint32_t>> steps(pattern_.length);
    for (std::uint16_t place = 0; place < pattern_.length; ++place) {
        for (const auto& edge : edges_) {
            if (edge.to <= place || edge.from > place) continue;
            const bool fits =
                edge.from == place && edge.to == place + 1 && edge.stems == nullptr
                && std::all_of(edge.numbers.begin(), edge.numbers.end(),
                               [&](auto word) { return segment_.runs.is_common(word); });
            if (!fits) {
                steps[place].clear();
                break;
            }
            steps[place].insert(steps[place].end(), edge.numbers.begin(), edge.numbers.end());
        }
    }
    return steps;
}

/// Of words in a row, the articles that have them: every way to choose one of each step is a run.
/// Nothing where the runs leave some open.
std::optional<Bitmap> WordCheck::articles_with_run(
    std::span<const std::vector<std::uint32_t>> steps) const {
    std::size_t ways = 1;
    for (const auto& step : steps) ways = std::min(ways * step.size(), most_runs + 1);
    if (ways > most_runs) return std::nullopt;
    auto articles = bitmap_for(segment_.facts().documents);
    std::array<std::size_t, longest_run> chosen{};
    std::array<std::uint32_t, longest_run> words{};
    for (std::size_t step = 0; step < steps.size();) {
        for (std::size_t i = 0; i < steps.size(); ++i) words.at(i) = steps[i][chosen.at(i)];
        if (!segment_.runs.add_documents(std::span(words).first(steps.size()), articles))
            return std::nullopt;
        for (step = 0; step < steps.size() && ++chosen.at(step) == steps[step].size(); ++step)
            chosen.at(step) = 0;
    }
    return articles;
}

/// Keeps the articles that have the words of these steps in a row, and says whether no other is
/// left: where a run is not listed, the shorter ones in it leave more.
bool WordCheck::keep_run(std::span<const std::vector<std::uint32_t>> steps) {
    if (steps.size() < 2) return false;
    if (const auto articles = articles_with_run(steps)) {
        if (candidates_.empty())
            candidates_ = *articles;
        else
            keep_common_bits(candidates_, *articles);
        return true;
    }
    keep_run(steps.first(steps.size() - 1));
    keep_run(steps.last(steps.size() - 1));
    return false;
}

/// Every match holds the runs of common words of the pattern. Where one run is all of the pattern,
/// and every zone of the text will do, nothing else is to be asked.
void WordCheck::find_candidates() {
    if (pattern_.zones.holds(ZoneKind::furniture, false)) return;
    const auto steps = common_steps();
    for (std::size_t begin = 0; begin < steps.size();) {
        auto end = begin;
        while (end < steps.size() && !steps[end].empty()) ++end;
        const auto stretch = std::span(steps).subspan(begin, end - begin);
        const auto words = std::min(stretch.size(), longest_run);
        for (std::size_t at = 0; at + words <= stretch.size() && words > 1; ++at) {
            const bool kept = keep_run(stretch.subspan(at, words));
            settled_ = kept && words == steps.size() && pattern_.zones == zones_of(Where::text);
        }
        begin = end + 1;
    }
    if (!candidates_.empty()) most_ = count_bits(candidates_);
}

std::string_view WordCheck::language_of(Docid docid) const {
    constexpr auto column = static_cast<std::size_t>(schema::Names::language);
    const auto numbers = segment_.names[column][docid];
    return numbers.empty() ? std::string_view{} : segment_.dictionaries[column][numbers.front()];
}

bool WordCheck::has_stem(const Edge& edge, std::uint32_t word, std::string_view language) {
    const auto asked = [&] {
        const auto stem = stem_in(language, segment_.lexicon[word]);
        return std::find(edge.stems->begin(), edge.stems->end(), stem) != edge.stems->end();
    };
    const bool only_edge = edges_.size() == 1;  // what is remembered is remembered of one edge
    if (!only_edge) return asked();
    if (known_language_ != language || known_.empty()) {
        known_language_ = language;
        known_.assign(segment_.lexicon.size(), 0);
    }
    auto& known = known_[word];
    if (known == 0) known = asked() ? 2 : 1;
    return known == 2;
}

bool WordCheck::takes(const Edge& edge, std::uint32_t word, std::string_view language) {
    if (has_number(edge.numbers, word)) return true;
    return edge.stems != nullptr && has_stem(edge, word, language);
}

bool WordCheck::holds(Docid docid) {
    if (hopeless_ || !may_hold(docid)) return false;
    if (settled_) return true;
    if (steps_) return steps_->holds(segment_.tokens(docid));
    if (!fast_) return walk(docid);
    // Without furniture every word there is belongs to the text.
    const bool anywhere = pattern_.zones == zones_of(Where::text)
                          && (segment_.flags[docid] & segment_flags::furniture) == 0;
    switch (fast_->sieved(segment_.tokens(docid), anywhere ? nullptr : &pattern_.zones)) {
        case Sieved::no: return false;
        case Sieved::yes: return true;
        case Sieved::perhaps: break;
    }
    return walk(docid);
}

/// A stem is asked of every word; else only those are read that some edge may take.
bool WordCheck::walk(Docid docid) {
    const auto tokens = segment_.tokens(docid);
    if (stems_) {
        TokenWalk walk(tokens);
        return walked_by(walk, docid);
    }
    TokenScan scan(tokens, wanted_);
    return walked_by(scan, docid);
}

template <typename Walk>
bool WordCheck::walked_by(Walk& walk, Docid docid) {
    const auto language = stems_ ? language_of(docid) : std::string_view{};
    const LeadParagraph lead(pattern_.zones.lead ? segment_.tokens(docid) : std::string_view{});
    run_.restart();
    for (Token token; walk.next(token);) {
        const bool in_lead = pattern_.zones.lead && lead.holds(token);
        if (!pattern_.zones.holds(token.zone, in_lead)) continue;
        if (token.word >= segment_.lexicon.size()) return false;  // damaged tokens
        for (const auto& edge : edges_) {
            if (takes(edge, token.word, language)
                && run_.take(edge.from, edge.to, token.position, token.span, 0))
                return true;
        }
    }
    return false;
}

}  // namespace archive
