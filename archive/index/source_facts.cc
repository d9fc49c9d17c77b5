// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/source_facts.h"

#include "archive/base/error.h"
#include "archive/index/number_bytes.h"

#include <algorithm>
#include <filesystem>
#include <iterator>

namespace archive {

namespace {

constexpr std::uint64_t layout = 1;

/// Above it, lines of one article only are forgotten when pieces are joined.
constexpr std::uint64_t many_articles = 1'000;

std::string block_of(const SourceFacts& facts) {
    std::string block;
    for (const auto number : {facts.articles, facts.day_first, facts.month_first, facts.dated_paths,
                              facts.other_paths, std::uint64_t{facts.languages.size()}})
        put_number(block, number);
    for (const auto& [language, articles] : facts.languages) {
        put_text(block, language);
        put_number(block, articles);
    }
    put_number(block, facts.lines.size());
    std::uint64_t last = 0;
    for (const auto& line : facts.lines) {
        put_number(block, line.key - last);
        put_number(block, line.count);
        last = line.key;
    }
    return block;
}

/// Reads a block up to its lines.
SourceFacts facts_from(NumberBytes& from) {
    SourceFacts facts;
    for (auto* number : {&facts.articles, &facts.day_first, &facts.month_first, &facts.dated_paths,
                         &facts.other_paths})
        *number = from.number();
    for (auto count = from.number(); count > 0; --count) {
        std::string language(from.text());
        facts.languages[std::move(language)] += from.number();
    }
    return facts;
}

/// Reads the lines behind, one at a time.
template <typename Sink>
void for_each_line(NumberBytes& from, const Sink& sink) {
    std::uint64_t key = 0;
    for (auto count = from.number(); count > 0; --count) {
        key += from.number();
        sink(LineCount{key, from.number()});
    }
}

}  // namespace

void add_facts(SourceFacts& sum, const SourceFacts& more) {
    sum.articles += more.articles;
    sum.day_first += more.day_first;
    sum.month_first += more.month_first;
    sum.dated_paths += more.dated_paths;
    sum.other_paths += more.other_paths;
    for (const auto& [language, articles] : more.languages) sum.languages[language] += articles;
    if (more.lines.empty()) return;
    std::vector<LineCount> lines;
    lines.reserve(sum.lines.size() + more.lines.size());
    std::merge(sum.lines.begin(), sum.lines.end(), more.lines.begin(), more.lines.end(),
               std::back_inserter(lines),
               [](const LineCount& left, const LineCount& right) { return left.key < right.key; });
    sum.lines.clear();
    for (const auto& line : lines) {
        if (!sum.lines.empty() && sum.lines.back().key == line.key) {
            sum.lines.back().count += line.count;
        } else {
            sum.lines.push_back(line);
        }
    }
}

SourceRecords::SourceRecords(const std::string& index, const std::vector<NamedFile>& pieces) {
    for (const auto& piece : pieces) {
        const std::string path = index + "/" + piece.path;
        try {
            const auto& bytes = files_.emplace_back(path).bytes();
            if (bytes.size() != piece.stamp.bytes || checksum_of(bytes) != piece.stamp.checksum)
                throw Failure(ErrorCode::index_damaged, "is not what was written");
            NumberBytes from(bytes);
            if (from.number() != layout)
                throw Failure(ErrorCode::index_damaged, "is of another version");
            while (!from.at_end()) {
                std::string name(from.text());
                blocks_[std::move(name)].push_back(from.text());
            }
        } catch (const Failure& failure) {
            throw Failure(ErrorCode::index_damaged, failure.error().message, path);
        }
    }
}

SourceFacts SourceRecords::facts(std::string_view name) const {
    SourceFacts sum;
    sum.name = name;
    const auto found = blocks_.find(name);
    if (found == blocks_.end()) return sum;
    for (const auto block : found->second) {
        NumberBytes from(block);
        add_facts(sum, facts_from(from));
    }
    return sum;
}

void SourceRecords::add_counts(std::string_view name, std::span<LineCount> lines) const {
    const auto found = blocks_.find(name);
    if (found == blocks_.end()) return;
    for (const auto block : found->second) {
        NumberBytes from(block);
        facts_from(from);
        auto at = lines.begin();
        for_each_line(from, [&](const LineCount& line) {
            while (at != lines.end() && at->key < line.key) ++at;
            if (at != lines.end() && at->key == line.key) at->count += line.count;
        });
    }
}

void SourceRecords::for_each(const std::function<void(const SourceFacts&)>& sink) const {
    for (const auto& [name, blocks] : blocks_) {
        SourceFacts sum;
        sum.name = name;
        for (const auto block : blocks) {
            NumberBytes from(block);
            SourceFacts piece = facts_from(from);
            for_each_line(from, [&](const LineCount& line) { piece.lines.push_back(line); });
            add_facts(sum, piece);
        }
        if (sum.articles > many_articles)
            std::erase_if(sum.lines, [](const LineCount& line) { return line.count < 2; });
        sink(sum);
    }
}

SourcePiece::SourcePiece(const std::string& path)
    : file_((std::filesystem::remove(path), path)) {  // one left by a run that was killed
    std::string head;
    put_number(head, layout);
    file_.write(head);
}

void SourcePiece::add(const SourceFacts& facts) {
    std::string bytes;
    put_text(bytes, facts.name);
    put_text(bytes, block_of(facts));
    file_.write(bytes);
}

FileStamp SourcePiece::finish() {
    return file_.finish();
}

std::string unpublished_sources(const std::string& index) {
    return index + "/ledger/sources.tmp";
}

NamedFile join_source_pieces(const std::string& index, const std::vector<NamedFile>& pieces,
                             const std::string& path) {
    const SourceRecords records(index, pieces);
    SourcePiece joined(index + "/" + path);
    records.for_each([&](const SourceFacts& facts) { joined.add(facts); });
    return {path, joined.finish()};
}

}  // namespace archive
