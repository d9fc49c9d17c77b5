// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/names/speech_words.h"

#include <algorithm>
#include <array>

namespace indexer {

namespace {

// Sorted, for binary search.
constexpr std::array<std::string_view, 215> sayings{
    "acknowledged", "acknowledges", "added",      "adding",     "adds",       "admits",
    "admitted",     "advised",      "affirmed",   "agreed",     "alleged",    "alleges",
    "announced",    "announces",    "announcing", "answered",   "answers",    "argued",
    "argues",       "arguing",      "asked",      "asking",     "asks",       "asserted",
    "asserts",      "assured",      "began",      "begged",     "begins",     "believes",
    "boasted",      "boasts",       "boomed",     "bragged",    "called",     "calling",
    "calls",        "cautioned",    "cautions",   "chanted",    "charged",    "cheered",
    "claimed",      "claiming",     "claims",     "clarified",  "commented",  "comments",
    "complained",   "complains",    "conceded",   "concedes",   "concluded",  "concludes",
    "concurred",    "confirmed",    "confirms",   "contended",  "contends",   "continued",
    "continues",    "countered",    "counters",   "cried",      "cries",      "declared",
    "declares",     "declaring",    "demanded",   "demands",    "denied",     "denies",
    "described",    "describes",    "describing", "dismissed",  "elaborated", "emailed",
    "emphasised",   "emphasises",   "emphasized", "emphasizes", "exclaimed",  "exclaims",
    "explained",    "explaining",   "explains",   "fumed",      "hailed",     "hailing",
    "implored",     "insisted",     "insisting",  "insists",    "intoned",    "joked",
    "jokes",        "joking",       "lamented",   "laments",    "maintained", "maintains",
    "marveled",     "mocked",       "murmured",   "mused",      "muses",      "noted",
    "notes",        "noting",       "observed",   "observes",   "offered",    "offers",
    "opined",       "opines",       "pleaded",    "pledged",    "pledges",    "pledging",
    "posted",       "praised",      "predicted",  "predicting", "predicts",   "proclaimed",
    "promised",     "promises",     "proposed",   "proposes",   "proposing",  "quipped",
    "quoted",       "ranted",       "read",       "reading",    "reads",      "reassured",
    "recalled",     "recalls",      "recounted",  "recounts",   "reiterated", "remarked",
    "remarks",      "repeated",     "replied",    "replies",    "replying",   "reported",
    "reports",      "responded",    "responds",   "retorted",   "retorts",    "retweeted",
    "said",         "sang",         "say",        "saying",     "says",       "scoffed",
    "screamed",     "screams",      "shouted",    "shouting",   "shouts",     "sighed",
    "sighs",        "sings",        "snapped",    "snaps",      "stated",     "states",
    "stating",      "stressed",     "stresses",   "stressing",  "suggested",  "suggests",
    "summarised",   "summarized",   "telling",    "tells",      "testified",  "testifies",
    "texted",       "thinks",       "thought",    "threatened", "thundered",  "told",
    "tweeted",      "tweeting",     "tweets",     "urged",      "urges",      "urging",
    "vented",       "vents",        "vowed",      "vowing",     "vows",       "warned",
    "warning",      "warns",        "whispered",  "whispers",   "wondered",   "wonders",
    "writes",       "writing",      "wrote",      "yelled",     "yells"};

constexpr std::array<std::string_view, 17> turning{
    "advised",   "asked",    "assured", "called",  "charged", "described",
    "dismissed", "hailed",   "mocked",  "praised", "quoted",  "read",
    "reassured", "reported", "told",    "urged",   "warned"};

constexpr std::array<std::string_view, 3> pronouns{"he", "she", "they"};

constexpr std::array<std::string_view, 29> aside{
    "about",   "against", "alongside", "among",  "at",     "behind",    "beside", "between",
    "by",      "during",  "for",       "from",   "in",     "including", "into",   "like",
    "near",    "of",      "on",        "over",   "than",   "through",   "to",     "toward",
    "towards", "under",   "with",      "within", "without"};

constexpr std::array<std::string_view, 47> between{
    "again",    "all",        "already",       "also",        "always",  "are",        "be",
    "been",     "being",      "both",          "briefly",     "could",   "did",        "do",
    "does",     "even",       "finally",       "first",       "further", "had",        "has",
    "have",     "herself",    "himself",       "immediately", "is",      "just",       "later",
    "never",    "not",        "often",         "once",        "only",    "previously", "quickly",
    "recently", "repeatedly", "sarcastically", "should",      "simply",  "still",      "themselves",
    "then",     "was",        "were",          "will",        "would"};

constexpr std::array<std::string_view, 9> be{"'s",    "am", "are", "be",  "been",
                                             "being", "is", "was", "were"};

constexpr std::array<std::string_view, 5> joints{",", "and", "but", "or", "then"};

constexpr std::array<std::string_view, 14> determiners{"a",     "an",    "her",  "his",  "its",
                                                       "media", "my",    "news", "our",  "the",
                                                       "their", "these", "this", "those"};

template <typename Words>
bool is_one_of(const Words& words, std::string_view low) {
    return std::binary_search(words.begin(), words.end(), low);
}

}  // namespace

bool says(std::string_view low) {
    return is_one_of(sayings, low);
}
bool turns_round(std::string_view low) {
    return is_one_of(turning, low);
}
bool speaking_pronoun(std::string_view low) {
    return is_one_of(pronouns, low);
}
bool leads_aside(std::string_view low) {
    return is_one_of(aside, low);
}
bool between_subject_and_verb(std::string_view low) {
    return is_one_of(between, low);
}
bool form_of_be(std::string_view low) {
    return is_one_of(be, low);
}
bool joins_verbs(std::string_view low) {
    return is_one_of(joints, low);
}
bool determiner(std::string_view low) {
    return is_one_of(determiners, low);
}

}  // namespace indexer
