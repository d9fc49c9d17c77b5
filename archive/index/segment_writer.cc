// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/segment_writer.h"

#include "archive/base/error.h"
#include "archive/base/folders.h"
#include "archive/base/memory.h"
#include "archive/base/sync_together.h"
#include "archive/base/walked_file.h"
#include "archive/index/common_runs.h"
#include "archive/index/id_order.h"
#include "archive/index/posting_join.h"
#include "archive/index/posting_part.h"
#include "archive/index/run_writer.h"
#include "archive/index/text_dictionary.h"
#include "archive/index/tokens.h"
#include "archive/index/word_ranks.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <future>
#include <optional>
#include <utility>
#include <vector>

namespace archive {

namespace {

namespace fs = std::filesystem;

/// A part need not outlive the run: it is not made durable.
void write_part(const std::string& path, std::string_view bytes) {
    std::ofstream file(path, std::ios::binary);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    file.close();
    if (!file) throw_system_error("cannot write", path);
}

/// Any number of values an article, on their way to a ListColumn.
struct NamesInTheMaking {
    std::vector<std::uint64_t> at{0, 0};
    std::vector<std::uint32_t> all;
    StringNumbers numbers;

    void add(const std::vector<std::string>& values) {
        for (const auto& value : values) all.push_back(numbers.number(value));
        at.push_back(all.size());
    }
};

/// Calls `visit(docid, element)` in order; the column's pages do not stay in memory.
template <typename T, typename Visit>
void for_each_document(const Column<T>& column, const Visit& visit) {
    constexpr std::size_t enough = most_walked_in_memory / sizeof(T);
    const auto elements = column.values();
    for (std::size_t docid = 1; docid < elements.size(); ++docid) {
        visit(static_cast<Docid>(docid), elements[docid]);
        if (docid % enough == 0) column.done_before(docid);
    }
    column.done_before(elements.size());
}

std::string part_file(const std::string& folder, std::size_t number) {
    return folder + "/building/" + std::to_string(number);
}

std::string part_of_tokens(const std::string& folder) {
    return folder + "/building/tokens";
}

}  // namespace

struct SegmentWriter::State {
    State(std::string in, std::size_t documents)
        : folder(std::move(in)),
          tokens_met(part_of_tokens(folder), std::ios::binary),
          texts(folder + "/text"),
          landmarks(folder + "/landmarks"),
          quotes(folder + "/quotes"),
          copies(folder + "/copies", documents + 1),
          events(folder + "/events", documents + 1) {
        copies.add({});
        events.add({});
    }

    /// Writes a column and frees it: what follows needs the memory.
    template <typename T>
    void write(const std::string& name, std::vector<T>& values) {
        keep(name, write_column(folder + "/" + name, values));
        std::vector<T>().swap(values);
    }
    void write_offsets(const std::string& name, std::vector<std::uint64_t>& at) {
        keep(name, archive::write_offsets(folder + "/" + name, at));
        std::vector<std::uint64_t>().swap(at);
    }
    void write_table(const std::string& name, const std::vector<std::uint32_t>& values) {
        keep(name, write_column(folder + "/" + name, values));
    }
    void keep(const std::string& name, FileStamp stamp) { facts.files.emplace_back(name, stamp); }
    void add_quotes(const Document& document);
    void rank_words();
    FileStamp write_tokens();
    std::vector<std::pair<std::string, FileStamp>> write_runs() const;
    void write_copies();
    void write_events();

    std::string folder;
    SegmentFacts facts;
    std::ofstream tokens_met;  ///< with the numbers that words got when they were met
    NewFile texts;
    NewFile landmarks;
    NewFile quotes;
    TextDictionary text_dictionary;
    std::vector<std::uint64_t> tokens_at{0, 0}, texts_at{0, 0}, quotes_at{0, 0}, landmarks_at{0, 0};
    std::vector<DayNumber> first_day{0}, last_day{0}, updated_day{0};
    std::vector<std::uint8_t> certainty{0}, flags{0};
    std::vector<std::int64_t> added{0};
    std::vector<std::uint32_t> words{0}, length{0}, has{0};
    std::vector<IdBytes> ids{IdBytes{}};
    std::array<NamesInTheMaking, schema::names_columns> names;
    StringNumbers lexicon;
    StemmedWords stemmed;
    StringNumbers speakers;
    std::vector<std::uint32_t> word_numbers;   ///< of the document at hand
    std::vector<std::uint32_t> articles_with;  ///< of each word of the lexicon
    std::vector<std::uint32_t> occurrences;    ///< the same
    std::vector<std::uint32_t> ranks;          ///< the same, in the end
    std::string token_bytes;
    NewColumn<CopySignature> copies;
    NewColumn<EventSignature> events;
};

void SegmentWriter::State::add_quotes(const Document& document) {
    const auto number = [&](const std::string& key) -> std::optional<std::uint32_t> {
        if (key.empty()) return std::nullopt;
        return speakers.number(key);
    };
    std::vector<StoredQuote> stored;
    for (const auto& [words_of_it, quote] : document.quotes) {
        stored.push_back({words_of_it, number(quote.speaker), number(quote.via), quote.zone,
                          quote.begin, quote.end, quote.basis, quote.confidence});
    }
    std::string bytes;
    put_quotes(bytes, stored);
    quotes.write(bytes);
    quotes_at.push_back(quotes.size());
}

/// Only now it is known which words are frequent.
void SegmentWriter::State::rank_words() {
    ranks = ranks_of(occurrences);
    lexicon.renumber(ranks);
    stemmed.renumber(ranks);
    articles_with = in_order_of(ranks, std::move(articles_with));
    std::vector<std::uint32_t>().swap(occurrences);
}

FileStamp SegmentWriter::State::write_tokens() {
    tokens_met.close();
    if (!tokens_met) throw_system_error("cannot write", part_of_tokens(folder));
    WalkedFile met(part_of_tokens(folder));
    NewFile tokens(folder + "/tokens");
    std::string bytes;
    std::uint64_t begin = 0;
    for (std::size_t docid = 1; docid <= facts.documents; ++docid) {
        const auto end = tokens_at[docid + 1];
        bytes.clear();
        append_ranked(met.from(begin).substr(0, end - begin), ranks, bytes);
        tokens.write(bytes);
        tokens_at[docid + 1] = tokens.size();
        begin = end;
    }
    std::vector<std::uint32_t>().swap(ranks);
    return tokens.finish();
}

/// Only now it is known which words are common: the tokens are walked again.
std::vector<std::pair<std::string, FileStamp>> SegmentWriter::State::write_runs() const {
    SyncTogether together;
    const auto common = common_words(articles_with, facts.documents);
    WalkedFile tokens(folder + "/tokens");
    const auto tokens_of = [&](Docid docid) {
        return tokens.from(tokens_at[docid]).substr(0, tokens_at[docid + 1] - tokens_at[docid]);
    };
    auto files =
        write_common_runs(folder, common, articles_with.size(), facts.documents, tokens_of);
    together.finish();
    return files;
}

void SegmentWriter::State::write_copies() {
    keep("copies", copies.finish());
    const Column<CopySignature> written(folder + "/copies");
    write_table("copies.keys", key_table(facts.documents, [&](const auto& sink) {
                    for_each_document(written, [&](Docid docid, const auto& signature) {
                        for (const auto key : keys(signature)) sink(key, docid);
                    });
                }));
    write_table("copies.same", key_table(facts.documents, [&](const auto& sink) {
                    for_each_document(written, [&](Docid docid, const auto& signature) {
                        if (signature.runs > 0) sink(words_key(signature), docid);
                    });
                }));
}

void SegmentWriter::State::write_events() {
    keep("events", events.finish());
    const Column<EventSignature> written(folder + "/events");
    write_table("events.terms", key_table(facts.documents, [&](const auto& sink) {
                    for_each_document(written, [&](Docid docid, const auto& signature) {
                        for (const auto term : signature.used()) sink(term, docid);
                    });
                }));
}

SegmentWriter::SegmentWriter(const std::string& folder, std::size_t documents,
                             std::string_view text_dictionary) {
    for (const char* inner : {"/columns", "/building", "/xapian"}) make_folder(folder + inner);
    state_ = std::make_unique<State>(folder, documents);
    state_->text_dictionary = TextDictionary(text_dictionary);
    state_->keep("text.dictionary", write_whole_file(folder + "/text.dictionary", text_dictionary));
}

SegmentWriter::~SegmentWriter() = default;

void SegmentWriter::write_postings(std::size_t number, const PostingPart& postings) const {
    write_part(part_file(state_->folder, number), postings.bytes());
}

std::string SegmentWriter::packed(std::string_view encoded, std::string frame) const {
    const auto& dictionary = state_->text_dictionary;
    if (!dictionary.learned() && !frame.empty()) return frame;
    return dictionary.packed(encoded);
}

void SegmentWriter::add(const Document& document, std::string_view packed_article,
                        std::uint64_t text_bytes, std::int64_t added,
                        const Signatures& signatures) {
    auto& s = *state_;
    ++s.facts.documents;
    s.word_numbers.clear();
    for (const auto& word : document.words) s.word_numbers.push_back(s.lexicon.number(word));
    s.articles_with.resize(s.lexicon.size(), 0);
    s.occurrences.resize(s.lexicon.size(), 0);
    const auto& language = document.values(schema::Names::language);
    s.stemmed.begin(language.empty() ? std::string_view{} : language.front());
    for (const auto number : s.word_numbers) {
        ++s.articles_with[number];
        s.stemmed.add(number);
    }
    s.token_bytes.clear();
    TokenEncoder encoder(s.token_bytes);
    const auto number = [&](const DocumentToken& token) {
        const auto word = s.word_numbers[token.word];
        ++s.occurrences[word];
        return word;
    };
    for (const auto& token : document.tokens) {
        switch (token.kind) {
            case TokenKind::word: encoder.word(number(token)); break;
            case TokenKind::joined: encoder.joined(token.span, number(token)); break;
            case TokenKind::paragraph: encoder.paragraph(); break;
            case TokenKind::zone: encoder.zone(token.zone); break;
        }
    }
    s.tokens_met << s.token_bytes;
    s.tokens_at.push_back(s.tokens_at.back() + s.token_bytes.size());
    s.add_quotes(document);
    std::string landmarks;
    put_landmarks(landmarks, document.landmarks);
    s.landmarks.write(landmarks);
    s.landmarks_at.push_back(s.landmarks.size());
    s.texts.write(packed_article);
    s.texts_at.push_back(s.texts.size());
    s.facts.text_bytes += text_bytes;

    s.first_day.push_back(document.first_day);
    s.last_day.push_back(document.last_day);
    if (document.first_day != 0) {
        ++s.facts.dated;
        if (s.facts.first_day == 0) s.facts.first_day = document.first_day;
        s.facts.last_day = std::max(s.facts.last_day, document.last_day);
        s.facts.longest_span =
            std::max(s.facts.longest_span, document.last_day - document.first_day);
    }
    s.certainty.push_back(static_cast<std::uint8_t>(document.certainty));
    s.flags.push_back(
        static_cast<std::uint8_t>((document.has_furniture ? segment_flags::furniture : 0)
                                  | (document.altered ? segment_flags::altered : 0)));
    s.added.push_back(added);
    s.updated_day.push_back(document.updated);
    s.words.push_back(document.words_in_body);
    s.length.push_back(document.length);
    s.has.push_back(document.has);
    s.ids.push_back(IdBytes(document.id));
    s.copies.add(signatures.copies);
    s.events.add(signatures.event);
    for (std::size_t i = 0; i < schema::names_columns; ++i) s.names[i].add(document.names[i]);
}

SegmentFacts SegmentWriter::finish(std::size_t parts) {
    auto& s = *state_;
    SyncTogether together;
    s.rank_words();
    // While the rest is written:
    auto runs = std::async(std::launch::async, [&s] {
        const auto tokens = s.write_tokens();
        auto files = s.write_runs();
        files.emplace_back("tokens", tokens);
        return files;
    });
    auto joined = std::async(std::launch::async, [&s, parts] {
        std::vector<std::string> files;
        for (std::size_t i = 0; i < parts; ++i) files.push_back(part_file(s.folder, i));
        return join_postings(s.folder + "/xapian", files);
    });
    s.write("columns/first_day", s.first_day);
    s.write("columns/last_day", s.last_day);
    s.write("columns/certainty", s.certainty);
    s.write("columns/flags", s.flags);
    s.write("columns/added", s.added);
    s.write("columns/updated_day", s.updated_day);
    s.write("columns/words", s.words);
    s.write("columns/length", s.length);
    s.write("columns/has", s.has);
    for (std::size_t i = 0; i < schema::names_columns; ++i) {
        const std::string stem =
            "columns/" + std::string(schema::name(static_cast<schema::Names>(i)));
        s.write_offsets(stem + ".at", s.names[i].at);
        s.write(stem + ".all", s.names[i].all);
        s.keep(stem + ".names", s.names[i].numbers.write(s.folder + "/" + stem + ".names"));
        s.names[i] = {};
    }
    s.keep("lexicon", s.lexicon.write(s.folder + "/lexicon"));
    for (auto& [name, stamp] : s.stemmed.write(s.folder, s.lexicon)) s.keep(name, stamp);
    s.lexicon = {};
    s.stemmed = {};
    return_freed_memory();
    s.write_table("columns/ids.order", order_of_ids(s.ids));
    s.write("columns/ids", s.ids);
    s.write_copies();
    s.write_events();
    s.write_offsets("landmarks.at", s.landmarks_at);
    s.keep("landmarks", s.landmarks.finish());
    s.write_offsets("quotes.at", s.quotes_at);
    s.keep("quotes", s.quotes.finish());
    s.keep("quotes.names", s.speakers.write(s.folder + "/quotes.names"));
    s.write_offsets("text.at", s.texts_at);
    s.keep("text", s.texts.finish());
    for (auto& [name, stamp] : runs.get()) s.keep(name, stamp);
    s.write_offsets("tokens.at", s.tokens_at);
    for (const auto& [name, stamp] : joined.get()) s.keep("xapian/" + name, stamp);
    fs::remove_all(s.folder + "/building");

    write_whole_file(s.folder + "/segment.json", to_json(s.facts));
    together.finish();
    sync_directory(s.folder + "/xapian");
    sync_directory(s.folder + "/columns");
    sync_directory(s.folder);
    return s.facts;
}

}  // namespace archive
