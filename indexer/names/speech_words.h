// SPDX-License-Identifier: GPL-2.0-or-later
// speech_words.h - The words around quotations: who says, who is passed over.
#pragma once

#include <string_view>

namespace indexer {

/// "said", "warned", "adding": a form of a verb of saying.
bool says(std::string_view low);

/// Of those the ones that turn round when they are passive: "was asked", "was called".
bool turns_round(std::string_view low);

/// "he", "she", "they": who speaks was named before.
bool speaking_pronoun(std::string_view low);

/// "of", "with", "to": what follows is not who acts.
bool leads_aside(std::string_view low);

/// "also", "later", "has": words between who speaks and the verb.
bool between_subject_and_verb(std::string_view low);

/// "was", "were", "been".
bool form_of_be(std::string_view low);

/// "and", "but": the verb behind it has the subject of the one before.
bool joins_verbs(std::string_view low);

/// "the", "his", "news": what follows is no verb but what somebody has or is.
bool determiner(std::string_view low);

}  // namespace indexer
