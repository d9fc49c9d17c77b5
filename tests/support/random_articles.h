// SPDX-License-Identifier: GPL-2.0-or-later
// random_articles.h - Articles of a small vocabulary, so that random queries meet often.
#pragma once

#include "tests/support/small_archive.h"

#include <random>
#include <string>
#include <vector>

namespace tests {

std::string random_word(std::mt19937& random);

/// Up to three clauses of the words and values that random articles have.
std::string random_query(std::mt19937& random);

/// `count` articles, undated, vague and inferred ones among them, with ids from "x<from>y" on.
std::vector<archive::Article> random_articles(std::mt19937& random, std::size_t count, int from);

/// A segment of each of `sizes`, their ids counted on from "x0y".
std::vector<std::vector<archive::Article>> random_segments(std::mt19937& random,
                                                           const std::vector<std::size_t>& sizes);

/// About half of the articles in stories and events of all sizes, some of them altered.
Kinship random_kinship(std::mt19937& random,
                       const std::vector<std::vector<archive::Article>>& segments);

}  // namespace tests
