// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/posting_part.h"

#include "archive/base/files.h"
#include "archive/index/byte_order.h"
#include "archive/index/number_bytes.h"

#include <algorithm>
#include <filesystem>
#include <numeric>
#include <utility>

namespace archive {

void PostingStatistics::add(const PostingStatistics& more) {
    shortest = documents == 0 ? more.shortest : std::min(shortest, more.shortest);
    longest = std::max(longest, more.longest);
    most_occurrences = std::max(most_occurrences, more.most_occurrences);
    length += more.length;
    documents += more.documents;
}

void PostingPart::add(Docid docid, std::span<const Term> terms, std::uint32_t unlisted) {
    std::uint32_t length = unlisted;
    for (const auto& term : terms) {
        const auto wdf = is_prefixed(term.text) ? term.wdf : packed_count(term.wdf, term.places);
        postings_.push_back({terms_.number(term.text), docid, wdf});
        length += term.wdf;
    }
    lengths_.push_back({0, docid, length});
    statistics_.add({1, length, length, 0, length});
}

/// Sorts the postings by the numbers of their terms, in each as they came. Returns where those of
/// each term begin.
std::vector<std::uint32_t> PostingPart::by_term(std::vector<Posting>& sorted) const {
    std::vector<std::uint32_t> begin(terms_.size() + 1);
    for (const auto& posting : postings_) ++begin[posting.term + 1];
    std::partial_sum(begin.begin(), begin.end(), begin.begin());
    std::vector<std::uint32_t> place(begin.begin(), begin.end() - 1);
    sorted.resize(postings_.size());
    for (const auto& posting : postings_) sorted[place[posting.term]++] = posting;
    return begin;
}

namespace {

/// Puts postings of one term into the form of the file. Those of one document are added up.
template <typename Postings>
std::uint32_t put_run(std::string& file, std::string& bytes, std::string_view term,
                      const Postings& postings) {
    PostingRun run;
    run.first = postings.front().docid;
    std::uint32_t most = 0;
    bytes.clear();
    for (auto posting = postings.begin(); posting != postings.end();) {
        const auto docid = posting->docid;
        std::uint32_t occurrences = 0;
        for (; posting != postings.end() && posting->docid == docid; ++posting)
            occurrences += posting->occurrences;
        if (run.documents > 0) put_number(bytes, docid - run.last - 1);
        put_number(bytes, occurrences);
        ++run.documents;
        run.occurrences += occurrences;
        run.last = docid;
        most = std::max(most, occurrences);
    }
    put_text(file, term);
    put_number(file, run.documents);
    put_number(file, run.occurrences);
    put_number(file, run.first);
    put_number(file, run.last - run.first);
    put_text(file, bytes);
    return most;
}

}  // namespace

std::string PostingPart::bytes() const {
    std::vector<Posting> sorted;
    const auto begin = by_term(sorted);
    const auto order =
        in_order_of_bytes(terms_.size(), [&](std::uint32_t number) { return terms_.text(number); });

    std::string lists;
    std::string scratch;
    auto statistics = statistics_;
    put_run(lists, scratch, "", lengths_);
    for (const auto number : order) {
        const auto most = put_run(lists, scratch, terms_.text(number),
                                  std::span<const Posting>(sorted).subspan(
                                      begin[number], begin[number + 1] - begin[number]));
        statistics.most_occurrences = std::max(statistics.most_occurrences, most);
    }
    std::string file;
    put_number(file, statistics.documents);
    put_number(file, statistics.shortest);
    put_number(file, statistics.longest);
    put_number(file, statistics.most_occurrences);
    put_number(file, statistics.length);
    return file + lists;
}

namespace {

/// Bytes of a term and five numbers.
constexpr std::size_t longest_head = 512;

}  // namespace

PostingPartReader::PostingPartReader(std::string path)
    : path_(std::move(path)), bytes_(std::filesystem::file_size(path_)) {
    read_on(longest_head);
    const auto small = [&] { return static_cast<std::uint32_t>(number()); };
    statistics_.documents = small();
    statistics_.shortest = small();
    statistics_.longest = small();
    statistics_.most_occurrences = small();
    statistics_.length = number();
}

/// Reads on until `bytes` and some more are at hand, or the file ends. What was read before stays
/// where it is only when there are enough.
void PostingPartReader::read_on(std::size_t bytes) {
    constexpr std::size_t at_once = std::size_t{32} << 10U;
    const auto left = buffer_.size() - at_;
    if (left >= bytes || read_ == bytes_) return;
    buffer_.erase(0, at_);
    at_ = 0;
    const auto more = std::min<std::uint64_t>(std::max(bytes, at_once) - left, bytes_ - read_);
    buffer_.resize(left + more);
    read_part_of_file(path_, read_, std::span(buffer_).subspan(left));
    read_ += more;
}

std::uint64_t PostingPartReader::number() {
    NumberBytes rest(std::string_view(buffer_).substr(at_));
    const auto value = rest.number();
    at_ = buffer_.size() - rest.left();
    return value;
}

std::string_view PostingPartReader::text() {
    NumberBytes rest(std::string_view(buffer_).substr(at_));
    const auto text = rest.text();
    at_ = buffer_.size() - rest.left();
    return text;
}

std::uint64_t PostingPartReader::read_head() {
    term_ = text();
    run_.documents = static_cast<std::uint32_t>(number());
    run_.occurrences = number();
    run_.first = static_cast<Docid>(number());
    run_.last = run_.first + static_cast<Docid>(number());
    return number();
}

bool PostingPartReader::next() {
    read_on(longest_head);
    if (at_ == buffer_.size()) return false;
    const auto begin = at_;
    auto bytes = read_head();
    if (bytes > buffer_.size() - at_) {
        const auto whole = at_ - begin + bytes;
        at_ = begin;
        read_on(whole);
        bytes = read_head();
    }
    run_.bytes = NumberBytes(std::string_view(buffer_).substr(at_)).take(bytes);
    at_ += bytes;
    return true;
}

}  // namespace archive
