// SPDX-License-Identifier: GPL-2.0-or-later
// train_names.cc - Makes the model of the name tagger; scripts/train-entities calls it.
//
//   train-names LISTS MODEL GOLD[*N]... [--silver FILE]... [--text FILE]... [--classes MODEL]
//       [KEY=VALUE]...                                  trains and writes MODEL
//   train-names score MODEL LISTS FILE...               tells how many names of FILE are found
//
// GOLD was labelled by people (N: taken N times). Of silver text, which programs labelled, those
// sentences are taken that a model of the gold text agrees with, and of these those that a model of
// both agrees with. Word classes are learned from the words of all these and from TEXT, articles as
// JSON lines; or they are those of another MODEL.
#include "archive/base/error.h"
#include "archive/base/files.h"
#include "indexer/names/training/crf_training.h"
#include "indexer/names/training/raw_text.h"
#include "indexer/names/training/score.h"
#include "indexer/names/training/silver_text.h"
#include "indexer/names/training/word_class_training.h"

#include <fmt/format.h>

#include <cstdlib>
#include <map>
#include <string>
#include <vector>

namespace {

using namespace indexer;
using Articles = std::vector<LabelledArticle>;

struct Request {
    std::vector<std::string> paths;
    std::vector<std::string> silver;
    std::vector<std::string> texts;
    std::string classes;
    std::map<std::string, double> numbers{
        {"epochs", 7},   {"averaged", 4},        {"least_count", 3}, {"step", 0.03},
        {"decay", 5e-4}, {"least_weight", 0.05}, {"title", 10},      {"capitals", 8},
        {"held_out", 0}, {"rounds", 2},          {"every", 3},       {"fine", 600},
        {"coarse", 64},  {"contexts", 2000},
    };

    TrainingPlan plan() const {
        TrainingPlan plan;
        plan.epochs = static_cast<unsigned>(numbers.at("epochs"));
        plan.averaged = static_cast<unsigned>(numbers.at("averaged"));
        plan.least_count = static_cast<unsigned>(numbers.at("least_count"));
        plan.step = static_cast<float>(numbers.at("step"));
        plan.decay = static_cast<float>(numbers.at("decay"));
        plan.least_weight = static_cast<float>(numbers.at("least_weight"));
        plan.report = [](const std::string& line) { fmt::print(stderr, "{}\n", line); };
        return plan;
    }
};

/// Empty when the command line is not understood.
std::vector<std::string> complaints(int argc, char** argv, Request& request) {
    std::vector<std::string> wrong;
    for (int at = 1; at < argc; ++at) {
        const std::string word = argv[at];
        const auto equals = word.find('=');
        if (word == "--silver" && at + 1 < argc) {
            request.silver.emplace_back(argv[++at]);
        } else if (word == "--text" && at + 1 < argc) {
            request.texts.emplace_back(argv[++at]);
        } else if (word == "--classes" && at + 1 < argc) {
            request.classes = argv[++at];
        } else if (equals == std::string::npos) {
            request.paths.push_back(word);
        } else if (const auto known = request.numbers.find(word.substr(0, equals));
                   known != request.numbers.end()) {
            known->second = std::strtod(word.c_str() + equals + 1, nullptr);
        } else {
            wrong.push_back(word);
        }
    }
    return wrong;
}

void append(Articles& all, const Articles& more) {
    all.insert(all.end(), more.begin(), more.end());
}

/// The articles of FILE; and how many times FILE*N wants them.
std::pair<Articles, int> read_gold(const std::string& word) {
    const auto star = word.find('*');
    const int copies = star == std::string::npos ? 1 : std::atoi(word.c_str() + star + 1);
    return {read_labelled(word.substr(0, star)), copies};
}

std::size_t sentences_of(const Articles& articles) {
    std::size_t sentences = 0;
    for (const auto& article : articles) sentences += article.ends.size();
    return sentences;
}

/// Every n-th article goes into the second.
std::pair<Articles, Articles> parted(const Articles& articles, std::size_t n) {
    std::pair<Articles, Articles> parts;
    for (std::size_t at = 0; at < articles.size(); ++at)
        (n > 0 && at % n == 0 ? parts.second : parts.first).push_back(articles[at]);
    return parts;
}

WordClasses classes_for(const Request& request, const Articles& gold, const Articles& silver) {
    if (!request.classes.empty()) return NameModel::read(request.classes).classes();
    WordClassTraining training;
    for (const auto* const articles : {&gold, &silver}) {
        for (const auto& article : *articles) {
            std::uint32_t begin = 0;
            for (const auto end : article.ends) {
                training.add({article.words.begin() + begin, article.words.begin() + end});
                begin = end;
            }
        }
    }
    const auto every = static_cast<std::size_t>(request.numbers.at("every"));
    for (const auto& path : request.texts) {
        for_each_sentence_of_file(path, every, [&](const auto& words) { training.add(words); });
    }
    ClassPlan plan;
    plan.fine = static_cast<std::uint32_t>(request.numbers.at("fine"));
    plan.coarse = static_cast<std::uint32_t>(request.numbers.at("coarse"));
    plan.contexts = static_cast<std::uint32_t>(request.numbers.at("contexts"));
    return training.classes(plan);
}

int train(const Request& request) {
    const auto lists = NameLists::read(request.paths[0]);
    Articles gold;
    Articles held_out;
    for (std::size_t at = 2; at < request.paths.size(); ++at) {
        const auto [articles, copies] = read_gold(request.paths[at]);
        const auto [taught, left] =
            parted(articles, static_cast<std::size_t>(request.numbers.at("held_out")));
        for (int copy = 0; copy < copies; ++copy) append(gold, taught);
        append(held_out, left);
    }
    Articles silver;
    for (const auto& path : request.silver) append(silver, read_labelled(path));
    for (auto* const articles : {&gold, &silver}) unname_demonyms(*articles, lists);
    const auto classes = classes_for(request, gold, silver);
    const auto learn = [&](Articles articles, const TrainingPlan& plan) {
        recase_some(articles, request.numbers.at("title"), request.numbers.at("capitals"));
        return train_crf(articles, lists, classes, plan);
    };
    Articles all = gold;
    if (request.numbers.at("rounds") == 0) append(all, silver);
    const auto rounds = silver.empty() ? 0 : static_cast<int>(request.numbers.at("rounds"));
    for (int round = 0; round < rounds; ++round) {
        auto plan = request.plan();
        plan.epochs = 4;
        const NameTagger judge(learn(all, plan), lists);
        all = gold;
        const auto agreed = agreed_sentences(silver, judge);
        fmt::print(stderr, "agreed with {} of {} sentences\n", sentences_of(agreed),
                   sentences_of(silver));
        append(all, agreed);
    }
    const NameTagger tagger(learn(std::move(all), request.plan()), lists);
    const auto bytes = tagger.model().to_bytes();
    archive::replace_file(request.paths[1], bytes);
    fmt::print("{} features, {:.2f} MB\n", tagger.model().size(),
               static_cast<double>(bytes.size()) / 1e6);
    if (!held_out.empty()) fmt::print("held out: {}\n", to_text(score(tagger, held_out)));
    return 0;
}

int score_files(const Request& request) {
    const auto tagger = NameTagger::read(request.paths[1], request.paths[2]);
    for (std::size_t at = 3; at < request.paths.size(); ++at) {
        auto articles = read_labelled(request.paths[at]);
        fmt::print("{}\n  as it is   {}\n", request.paths[at], to_text(score(tagger, articles)));
        auto titled = articles;
        for (auto& article : titled) {
            std::uint32_t begin = 0;
            for (const auto end : article.ends) {
                put_in_title_case(article, begin, end);
                begin = end;
            }
        }
        fmt::print("  Title Case {}\n", to_text(score(tagger, titled)));
        for (auto& article : articles)
            put_in_capitals(article, 0, static_cast<std::uint32_t>(article.words.size()));
        fmt::print("  ALL CAPS   {}\n", to_text(score(tagger, articles)));
    }
    return 0;
}

}  // namespace

int main(int argc, char** argv) try {
    Request request;
    const auto wrong = complaints(argc, argv, request);
    for (const auto& word : wrong) fmt::print(stderr, "train-names: what is {}?\n", word);
    if (!wrong.empty() || request.paths.size() < 3) {
        fmt::print(stderr,
                   "usage: train-names LISTS MODEL GOLD[*N]... [--silver FILE]...\n"
                   "       train-names score MODEL LISTS FILE...\n");
        return 64;
    }
    return request.paths[0] == "score" ? score_files(request) : train(request);
} catch (const std::exception& trouble) {
    fmt::print(stderr, "train-names: {}\n", trouble.what());
    return 70;
}
