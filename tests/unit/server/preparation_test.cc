// SPDX-License-Identifier: GPL-2.0-or-later
#include "server/preparation.h"

#include <doctest/doctest.h>

namespace {

/// Has three parts to prepare.
struct Revision {
    mutable int parts_done = 0;
    mutable int beginnings = 0;
    int fails_at = -1;

    void prepare(const std::function<bool()>& goes_on) const {
        ++beginnings;
        while (parts_done < 3 && goes_on()) {
            if (parts_done == fails_at) throw 1;
            ++parts_done;
        }
    }
};

std::shared_ptr<Revision> a_revision() {
    return std::make_shared<Revision>();
}

}  // namespace

TEST_CASE("a revision is prepared once, while nobody asks, and so is the next") {
    bool at_rest = false;
    server::Preparation<Revision> preparation([&] { return at_rest; });
    const auto first = a_revision(), second = a_revision();
    preparation.look(first);
    CHECK(first->parts_done == 0);
    at_rest = true;
    preparation.look(first);
    preparation.look(first);
    CHECK(first->parts_done == 3);
    CHECK(first->beginnings == 1);
    preparation.look(second);
    CHECK(second->parts_done == 3);
}

TEST_CASE(
    "when somebody asks, preparing ends after the part that is under way, and goes on later") {
    int left = 2;  // looks at whether anybody rests, until somebody asks
    server::Preparation<Revision> preparation([&] { return left-- > 0; });
    const auto revision = a_revision();
    preparation.look(revision);
    CHECK(revision->parts_done == 1);
    left = 10;
    preparation.look(revision);
    CHECK(revision->parts_done == 3);
}

TEST_CASE("a revision that cannot be prepared is not tried again and again") {
    server::Preparation<Revision> preparation([] { return true; });
    const auto revision = a_revision();
    revision->fails_at = 1;
    CHECK_THROWS(preparation.look(revision));
    preparation.look(revision);
    CHECK(revision->beginnings == 1);
}
