// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/docid_packing.h"

#include "archive/base/error.h"

#include <doctest/doctest.h>

#include <random>
#include <set>
#include <string>

using namespace archive;

namespace {

std::string written(const std::set<Docid>& members, std::uint32_t documents) {
    const DocidPacking form(static_cast<std::uint32_t>(members.size()), documents);
    std::string bytes(form.bytes(), '\0');
    std::uint32_t i = 0;
    for (const auto docid : members) form.put(bytes, i++, docid);
    return bytes;
}

bool is_damage(const DocidPacking& form, std::uint32_t documents, const std::string& bytes) {
    auto bits = bitmap_for(documents);
    try {
        form.add_to(bits, bytes);
    } catch (const Failure& failure) {
        return failure.error().code == ErrorCode::index_damaged;
    }
    return false;
}

}  // namespace

TEST_CASE("a set of documents is read as it was written, and takes no more than a bitmap") {
    std::mt19937 random(11);
    for (int round = 0; round < 400; ++round) {
        const auto documents = static_cast<std::uint32_t>(1 + random() % (1 + random() % 5000));
        const auto wanted = 1 + random() % (1 + random() % documents);
        std::set<Docid> members{random() % 2 == 0 ? 1 : documents};
        while (members.size() < wanted)
            members.insert(static_cast<Docid>(1 + random() % documents));
        CAPTURE(documents);
        CAPTURE(members.size());
        const auto bytes = written(members, documents);
        CHECK(bytes.size() <= documents / 8 + 1);
        auto bits = bitmap_for(documents);
        DocidPacking(static_cast<std::uint32_t>(members.size()), documents).add_to(bits, bytes);
        std::set<Docid> read;
        for (Docid docid = 0; docid < bits.size() * 64; ++docid) {
            if (has_bit(bits, docid)) read.insert(docid);
        }
        CHECK(read == members);
    }
}

TEST_CASE("a set is added to what is there") {
    auto bits = bitmap_for(1000);
    set_bit(bits, 3);
    DocidPacking(2, 1000).add_to(bits, written({5, 999}, 1000));
    CHECK(count_bits(bits) == 3);
    CHECK(has_bit(bits, 3));
    CHECK(has_bit(bits, 999));
}

TEST_CASE("bytes that are no set of documents are damage") {
    const DocidPacking form(3, 1000);
    const auto bytes = written({1, 500, 1000}, 1000);
    CHECK_FALSE(is_damage(form, 1000, bytes));
    CHECK(is_damage(form, 1000, bytes.substr(1)));
    CHECK(is_damage(form, 1000, std::string(bytes.size(), '\0')));
    CHECK(is_damage(form, 1000, std::string(bytes.size(), '\xff')));
}
