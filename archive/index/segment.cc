// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/segment.h"

#include "archive/base/error.h"
#include "archive/index/xapian_guard.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>

namespace archive {

namespace {

std::string_view stretch_of(const Mapping& file, const Offsets::Stretch& stretch) {
    return file.bytes().substr(stretch.begin, stretch.size());
}

/// What `work` gives; a failure in it is said to be at `place()`.
template <typename Place, typename Work>
auto naming(const Place& place, const Work& work) {
    try {
        return work();
    } catch (const Failure& failure) {
        throw Failure(failure.error().code, failure.error().message, place());
    }
}

/// The quotations of an article, with speakers that the table has.
std::vector<StoredQuote> guarded_quotes(std::string_view bytes, std::size_t speakers,
                                        const std::string& where) {
    return naming([&] { return where; },
                  [&] {
                      auto quotes = quotes_from(bytes);
                      for (const auto& quote : quotes) {
                          if ((quote.speaker && *quote.speaker >= speakers)
                              || (quote.via && *quote.via >= speakers))
                              throw Failure(ErrorCode::index_damaged,
                                            "holds a speaker without a name");
                      }
                      return quotes;
                  });
}

/// Opens what segment.json names after comparing the sizes, since a mapped file that is cut short
/// ends the process.
SegmentFacts verified_facts(const std::string& folder) {
    const std::string where = folder + "/segment.json";
    SegmentFacts facts = segment_facts_from(read_whole_file(where), where);
    for (const auto& [name, stamp] : facts.files) {
        std::error_code status;
        const auto file = std::filesystem::path(folder) / name;
        const auto bytes = std::filesystem::file_size(file, status);
        if (status) throw Failure(ErrorCode::index_damaged, "is missing", file.string());
        if (bytes != stamp.bytes)
            throw Failure(ErrorCode::index_damaged, "has another size than it was written with",
                          file.string());
    }
    return facts;
}

}  // namespace

std::string to_json(const SegmentFacts& facts) {
    nlohmann::ordered_json json;
    json["documents"] = facts.documents;
    json["dated"] = facts.dated;
    json["first_day"] = facts.first_day;
    json["last_day"] = facts.last_day;
    json["longest_span"] = facts.longest_span;
    json["text_bytes"] = facts.text_bytes;
    json["files"] = nlohmann::ordered_json::array();
    for (const auto& [name, stamp] : facts.files) {
        json["files"].push_back(
            {{"name", name}, {"bytes", stamp.bytes}, {"checksum", stamp.checksum}});
    }
    return json.dump(1) + "\n";
}

SegmentFacts segment_facts_from(std::string_view json, const std::string& where) {
    try {
        const auto parsed = nlohmann::json::parse(json);
        SegmentFacts facts;
        parsed.at("documents").get_to(facts.documents);
        parsed.at("dated").get_to(facts.dated);
        parsed.at("first_day").get_to(facts.first_day);
        parsed.at("last_day").get_to(facts.last_day);
        parsed.at("longest_span").get_to(facts.longest_span);
        parsed.at("text_bytes").get_to(facts.text_bytes);
        for (const auto& file : parsed.at("files")) {
            facts.files.emplace_back(file.at("name").get<std::string>(),
                                     FileStamp{file.at("bytes").get<std::uint64_t>(),
                                               file.at("checksum").get<std::uint64_t>()});
        }
        if (facts.dated > facts.documents)
            throw Failure(ErrorCode::index_damaged, "counts more dated articles than articles",
                          where);
        return facts;
    } catch (const nlohmann::json::exception&) {
        throw Failure(ErrorCode::index_damaged, "is not what was written", where);
    }
}

Segment::Segment(const std::string& folder) : folder_(folder), facts_(verified_facts(folder)) {
    const std::string columns = folder + "/columns/";
    // cppcheck-suppress useInitializationList; one after the other, as they are named
    first_day = Column<DayNumber>(columns + "first_day");
    last_day = Column<DayNumber>(columns + "last_day");
    certainty = Column<std::uint8_t>(columns + "certainty");
    flags = Column<std::uint8_t>(columns + "flags");
    added = Column<std::int64_t>(columns + "added");
    updated_day = Column<DayNumber>(columns + "updated_day");
    words = Column<std::uint32_t>(columns + "words");
    length = Column<std::uint32_t>(columns + "length");
    ids = Column<IdBytes>(columns + "ids");
    id_order_ = IdOrder(columns + "ids.order", facts_.documents);
    has = Column<std::uint32_t>(columns + "has");
    for (std::size_t i = 0; i < schema::names_columns; ++i) {
        const std::string stem = columns + std::string(schema::name(static_cast<schema::Names>(i)));
        names[i] = ListColumn<std::uint32_t>(stem);
        dictionaries[i] = StringTable(stem + ".names");
        if (names[i].size() != facts_.documents + 1)
            throw Failure(ErrorCode::index_damaged, "has another length than the segment", stem);
    }
    lexicon = StringTable(folder + "/lexicon");
    open_stems();
    runs = CommonRuns(folder, facts_.documents);
    copies = Column<CopySignature>(folder + "/copies");
    copy_keys = KeyTable(folder + "/copies.keys", facts_.documents);
    same_words = KeyTable(folder + "/copies.same", facts_.documents);
    events = Column<EventSignature>(folder + "/events");
    event_terms = KeyTable(folder + "/events.terms", facts_.documents);
    tokens_ = Mapping(folder + "/tokens");
    tokens_at_ = Offsets(folder + "/tokens.at", tokens_.bytes().size());
    speakers = StringTable(folder + "/quotes.names");
    landmarks_ = Mapping(folder + "/landmarks");
    landmarks_at_ = Offsets(folder + "/landmarks.at", landmarks_.bytes().size());
    quotes_ = Mapping(folder + "/quotes");
    quotes_at_ = Offsets(folder + "/quotes.at", quotes_.bytes().size());
    texts_ = Mapping(folder + "/text");
    texts_at_ = Offsets(folder + "/text.at", texts_.bytes().size());
    auto dictionary = folder + "/text.dictionary";
    text_dictionary_ = naming([&] { return dictionary; },
                              [&] { return TextDictionary(read_whole_file(dictionary)); });
    const std::size_t elements = std::size_t{facts_.documents} + 1;
    const bool fits = first_day.values().size() == elements && last_day.values().size() == elements
                      && certainty.values().size() == elements && flags.values().size() == elements
                      && added.values().size() == elements
                      && updated_day.values().size() == elements
                      && words.values().size() == elements && length.values().size() == elements
                      && ids.values().size() == elements && has.values().size() == elements
                      && copies.values().size() == elements && events.values().size() == elements
                      && tokens_at_.size() == elements + 1 && quotes_at_.size() == elements + 1
                      && landmarks_at_.size() == elements + 1 && texts_at_.size() == elements + 1;
    if (!fits) throw Failure(ErrorCode::index_damaged, "has columns of different lengths", folder);
    postings_uuid_ = guarded(folder, [&] {
        const auto postings = open_postings();
        if (postings.get_doccount() != facts_.documents)
            throw Failure(ErrorCode::index_damaged, "has postings of another number of articles",
                          folder);
        return postings.get_uuid();
    });
}

void Segment::open_stems() {
    stems.open(folder_);
    constexpr auto column = static_cast<std::size_t>(schema::Names::language);
    const auto& languages = dictionaries[column];
    for (std::uint32_t number = 0; number < languages.size(); ++number)
        stemmings_.push_back(stems.of(languages[number]));
    stemming_without_language_ = stems.of("");
    for (Docid docid = 1; docid <= facts_.documents; ++docid) {
        const auto numbers = names[column][docid];
        if (!numbers.empty() && numbers.front() >= languages.size())
            throw Failure(ErrorCode::index_damaged, "holds a language without a name", folder_);
    }
}

Xapian::Database Segment::open_postings() const {
    return guarded(folder_, [&] { return Xapian::Database(folder_ + "/xapian"); });
}

DocidWindow Segment::window_of_first_days(DayNumber first, DayNumber last) const {
    const auto dated = first_day.values().subspan(1, facts_.dated);
    const auto begin = std::lower_bound(dated.begin(), dated.end(), first) - dated.begin();
    const auto end = std::upper_bound(dated.begin(), dated.end(), last) - dated.begin();
    return {static_cast<Docid>(begin) + 1, static_cast<Docid>(end)};
}

DocidWindow Segment::window_meeting(const DaySpan& span) const {
    return window_of_first_days(span.first - facts_.longest_span, span.last);
}

TextDictionary::Unpacked Segment::unpacked(Docid docid) const {
    return naming([&] { return place_of_text(docid); },
                  [&] { return text_dictionary_.unpacked(stretch_of(texts_, texts_at_[docid])); });
}

std::string Segment::encoded_article(Docid docid) const {
    return std::string(unpacked(docid).bytes());
}

Article Segment::article(Docid docid, ArticleParts parts) const {
    const auto encoded = unpacked(docid);
    return naming([&] { return place_of_text(docid); },
                  [&] { return decode_article(encoded.bytes(), parts); });
}

void Segment::fetch_place(Docid docid) const {
    texts_at_.fetch(docid);
    added.fetch(docid);
    words.fetch(docid);
    flags.fetch(docid);
}

void Segment::fetch_text(Docid docid) const {
    constexpr std::size_t cache_line = 64;
    constexpr std::size_t most = 4096;  // whoever reads on is noticed and served by the processor
    const auto frame = stretch_of(texts_, texts_at_[docid]).substr(0, most);
    for (std::size_t at = 0; at < frame.size(); at += cache_line) __builtin_prefetch(&frame[at]);
    if (!frame.empty()) __builtin_prefetch(&frame.back());
}

std::string Segment::place_of_text(Docid docid) const {
    return folder_ + "/text, article " + std::to_string(docid);
}

std::uint32_t Segment::packed_bytes(Docid docid) const {
    return static_cast<std::uint32_t>(texts_at_[docid].size());
}

std::string_view Segment::tokens(Docid docid) const {
    return stretch_of(tokens_, tokens_at_[docid]);
}

void Segment::read_landmarks(Docid docid, Landmarks& landmarks) const {
    naming(
        [&] { return folder_ + "/landmarks, article " + std::to_string(docid); },
        [&] { archive::read_landmarks(stretch_of(landmarks_, landmarks_at_[docid]), landmarks); });
}

std::vector<StoredQuote> Segment::quotes(Docid docid) const {
    return guarded_quotes(stretch_of(quotes_, quotes_at_[docid]), speakers.size(),
                          folder_ + "/quotes, article " + std::to_string(docid));
}

std::string_view Segment::id(Docid docid) const {
    const auto& characters = ids.values()[docid].characters;
    return {characters.data(), characters.size()};
}

std::optional<Docid> Segment::find(std::string_view id) const {
    return naming([&] { return folder_ + "/columns/ids.order"; },
                  [&] { return id_order_.find(id, ids.values()); });
}

}  // namespace archive
