// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/json/json_text.h"

#include "server/json/json_tree.h"

#include <doctest/doctest.h>

#include <random>

using namespace server;

namespace {

std::string random_text(std::mt19937& random) {
    constexpr std::string_view some = "a\"\\\n\t\r\b\f\x01\x1f/é…\x7f\xff\xc3";
    std::string text;
    const auto rare = 1 + random() % 24;  // some are plain for longer than others
    for (auto i = random() % 40; i > 0; --i)
        text += random() % rare == 0 ? some[random() % some.size()] : 'a';
    return text;
}

template <typename Out>
void put_value(Out& out, std::mt19937& random, int depth) {
    switch (random() % (depth == 0 ? 6 : 8)) {
        case 0: return out.text(random_text(random));
        case 1: return out.number(std::uint64_t{random()} << (random() % 32));
        case 2: return out.number(static_cast<double>(random() % 1000) / 8);
        case 3: return out.boolean(random() % 2 == 0);
        case 4: return out.null();
        case 5: return out.tree({{"a", random_text(random)}, {"b", {1, 2}}});
        case 6:
            out.begin_array();
            for (auto i = random() % 4; i > 0; --i) put_value(out, random, depth - 1);
            return out.end_array();
        default:
            out.begin_object();
            for (auto i = random() % 4; i > 0; --i) {
                out.key("k" + std::to_string(i));
                put_value(out, random, depth - 1);
            }
            return out.end_object();
    }
}

}  // namespace

TEST_CASE("JSON written straight has the bytes of the tree") {
    for (unsigned seed = 0; seed < 500; ++seed) {
        std::mt19937 random(seed), again(seed);
        JsonText text;
        put_value(text, random, 4);
        const auto tree = tree_of([&](JsonTree& out) { put_value(out, again, 4); });
        CAPTURE(seed);
        CHECK(std::move(text).take()
              == tree.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
    }
}
