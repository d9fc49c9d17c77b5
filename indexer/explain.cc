// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/explain.h"

#include "archive/base/text.h"
#include "archive/index/article_codec.h"
#include "archive/index/identity.h"
#include "archive/index/spool.h"
#include "indexer/analysis/chain.h"
#include "indexer/analysis/dates.h"
#include "indexer/archive_run.h"
#include "indexer/article_json.h"
#include "indexer/exit_codes.h"
#include "indexer/reading_settings.h"
#include "indexer/sources/second_reading.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <limits>
#include <thread>

namespace indexer {

namespace {

using archive::Article;

constexpr std::size_t label_columns = 11;

void print(const std::string& text) {
    if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size())
        archive::throw_system_error("cannot write", "standard output");
}

/// "label      value", with the lines of a long value below each other.
std::string fact(std::string_view label, std::string_view value, std::string_view why = {}) {
    if (value.empty()) return "";
    std::string text = fmt::format("  {:<{}}", label, label_columns);
    bool first = true;
    for (const auto line : archive::split(value, '\n')) {
        if (!first) text += "\n" + std::string(label_columns + 2, ' ');
        text += archive::escaped(line);
        first = false;
    }
    return text + (why.empty() ? "" : fmt::format("   ({})", archive::escaped(why))) + "\n";
}

std::string joined(const std::vector<std::string>& values) {
    std::string text;
    for (const auto& value : values) text += (text.empty() ? "" : "; ") + value;
    return text;
}

std::string date_fact(std::string_view label, const archive::Date& date) {
    if (!date.known()) return fact(label, "none", "nothing in the article says when it appeared");
    return fact(label, archive::edtf(date),
                fmt::format("{}, {}: {}", archive::name(date.certainty), archive::name(date.basis),
                            date.evidence));
}

/// The story, and every article that shares much text, joined or kept apart.
std::string story_facts(const ExplainedArticle& explained) {
    const auto& standing = explained.standing;
    std::string text;
    if (standing.articles > 1) {
        text += fact("story", fmt::format("{}, {} of {} versions", standing.story,
                                          archive::name(standing.role), standing.articles));
    }
    for (std::size_t i = 0; i < explained.related.size(); ++i) {
        const auto& name = explained.related[i];
        const auto& verdict = standing.related[i].verdict;
        const auto record = name.record > 1 ? ":" + std::to_string(name.record) : "";
        text += fact(one_story(verdict.relation) ? "joined" : "kept apart", name.path + record,
                     fmt::format("{}: {}", indexer::name(verdict.relation), reason(verdict)));
    }
    for (std::size_t i = 0; i < explained.same_event.size(); ++i) {
        const auto& verdict = standing.same_event[i].second;
        text += fact(verdict.likeness == Likeness::maybe ? "maybe of" : "event of",
                     explained.same_event[i].path, reason(verdict));
    }
    return text;
}

/// "given with the article; 5 times, as Kim Jong Un, Kim; dateline".
std::string where_named(const Article& article, const archive::Entity& entity) {
    constexpr std::size_t most_forms = 5;
    std::vector<std::string> forms;
    std::vector<std::string> roles;
    std::size_t times = 0;
    const auto add_once = [](std::vector<std::string>& list, std::string_view text) {
        if (std::find(list.begin(), list.end(), text) == list.end()) list.emplace_back(text);
    };
    for (const auto& mention : entity.named_at) {
        if (mention.role == archive::NameRole::body) {
            ++times;
        } else {
            add_once(roles, archive::name(mention.role));
        }
        const std::string_view text = article.zones[mention.zone].text;
        if (forms.size() < most_forms)
            add_once(forms, text.substr(mention.begin, mention.end - mention.begin));
    }
    std::vector<std::string> why;
    if (!entity.found) why.emplace_back("given with the article");
    if (times > 0) why.push_back(fmt::format("{} {}", times, times == 1 ? "time" : "times"));
    why.insert(why.end(), roles.begin(), roles.end());
    const bool other_forms = forms.size() > 1 || (forms.size() == 1 && forms[0] != entity.name);
    return joined(why) + (other_forms ? "; as " + joined(forms) : "");
}

std::string quote_fact(const Article& article, const archive::Quote& quote) {
    const std::string_view text = article.zones[quote.zone].text;
    std::string who = quote.speaker.empty() ? "nobody found" : quote.speaker;
    if (!quote.speaker_text.empty()) who += ", read from " + quote.speaker_text;
    if (!quote.via.empty()) who += ", via " + quote.via;
    return fact("quotation", text.substr(quote.begin, quote.end - quote.begin), who);
}

std::string as_text(const ExplainedArticle& explained) {
    const Article& article = explained.article;
    std::string text =
        archive::escaped(explained.path)
        + (article.provenance.record > 1 ? ":" + std::to_string(article.provenance.record) : "")
        + "\n";
    text += fact("read as", article.provenance.reader);
    text += fact("id", article.id,
                 article.external_id.empty() ? "" : "its own: " + article.external_id);
    text += fact("title", article.title, archive::name(article.title_basis));
    text += date_fact("published", article.published);
    if (article.updated) text += date_fact("updated", *article.updated);
    text += fact("standfirst", article.standfirst);
    text += fact("byline", article.byline, joined(article.authors));
    text += fact("source", article.source);
    text += fact("agency", joined(article.agency));
    text += fact("section", article.section);
    text += fact("tags", joined(article.tags));
    text += fact("language", article.language);
    text += fact("url", article.url);
    for (const auto& entity : article.entities)
        text += fact(archive::name(entity.type), entity.name, where_named(article, entity));
    for (const auto& quote : article.quotes) text += quote_fact(article, quote);
    for (const auto& [name, value] : article.other)
        text += fact("not used", name + ": " + std::string(archive::cut(value, 200)));
    if (article.version != 0) text += fact("version", std::to_string(article.version));
    if (const auto weekday = disagreeing_weekday(article.published); !weekday.empty()) {
        text += fact("doubt", fmt::format("{} was no {}",
                                          archive::iso_day(article.published.span.first), weekday));
    }
    if (article.quality.truncated) text += fact("doubt", "the text ends too early");
    if (article.quality.altered)
        text += fact("doubt", "its words were altered by a machine, as disguised copies are");
    if (article.quality.ocr) {
        text += fact("doubt", fmt::format("read by a machine, {:.0f} % of words sure",
                                          *article.quality.ocr * 100));
    }
    text += story_facts(explained) + "\n";
    for (const auto& zone : article.zones) text += fact(archive::name(zone.kind), zone.text);
    return text + "\n";
}

std::string omission(const RecordOutcome& outcome) {
    const auto number = outcome.record.record;
    return archive::escaped(outcome.path) + (number == 0 ? "" : ":" + std::to_string(number)) + "\n"
           + fact("skipped", outcome.record.note) + "\n";
}

std::string withdrawal(const RecordOutcome& outcome, const std::string& root) {
    const Article& article = outcome.record.article;
    const auto all_versions = std::numeric_limits<std::uint64_t>::max();
    return fmt::format("{}:{}\n", archive::escaped(outcome.path), outcome.record.record)
           + fact("withdrawn", outcome.record.note,
                  article.version == all_versions
                      ? "in every version"
                      : fmt::format("version {} and those before", article.version))
           + fact("id", archive::article_id(article, root), "its own: " + article.external_id)
           + fact("title", article.title) + fact("source", article.source) + "\n";
}

/// Prints articles as they come; an array has its commas between them.
class Printer {
public:
    explicit Printer(ExplainFormat format) : format_(format) {
        if (format_ == ExplainFormat::json) print("[");
    }
    void article(const ExplainedArticle& explained) {
        constexpr auto replace = nlohmann::json::error_handler_t::replace;
        switch (format_) {
            case ExplainFormat::text: print(as_text(explained)); break;
            case ExplainFormat::jsonl:
                print(article_json(explained).dump(-1, ' ', false, replace) + "\n");
                break;
            case ExplainFormat::json:
                print((count_ == 0 ? "\n" : ",\n")
                      + article_json(explained).dump(1, ' ', false, replace));
                break;
        }
        ++count_;
    }
    void finish() {
        if (format_ == ExplainFormat::json) print("\n]\n");
        std::fflush(stdout);
    }

private:
    ExplainFormat format_;
    std::size_t count_ = 0;
};

/// What was read, kept until all of it was: the files of one call are judged as one archive.
class Pages {
public:
    explicit Pages(const NameKnowledge& names)
        : names_(names),
          spool_(std::filesystem::temp_directory_path().string(),
                 "dateline-explain-" + std::to_string(::getpid())) {}

    void article(const Article& article, std::string_view filed, std::string path) {
        places_.push_back({articles_.size(), ""});
        called_.push_back({std::move(path), article.provenance.record, article.id});
        articles_.push_back(spooled_with_notes(spool_, article, filed));
    }
    void note(std::string text) { places_.push_back({no_article, std::move(text)}); }

    /// In the order in which they came.
    void print_to(Printer& printer) {
        const auto each = [](const archive::SpooledArticle&) { return true; };
        const auto jobs = std::max(1U, std::thread::hardware_concurrency());
        read_again(
            articles_, spool_, {}, each, [](const archive::SourceFacts&) {}, names_, jobs);
        const auto found = standings(articles_, spool_, jobs);
        for (const auto& place : places_) {
            if (place.article == no_article) {
                print(place.text);
                continue;
            }
            const auto bytes = archive::unpacked(spool_.packed(articles_[place.article]));
            const auto article = archive::decode_article(bytes);
            const auto& standing = found[place.article];
            std::vector<ArticleName> related;
            for (const auto& other : standing.related) related.push_back(called_[other.article]);
            std::vector<ArticleName> same_event;
            for (const auto& other : standing.same_event)
                same_event.push_back(called_[other.first]);
            printer.article({article, called_[place.article].path, standing, names_.aliases(),
                             std::move(related), std::move(same_event)});
        }
    }

private:
    static constexpr std::size_t no_article = std::numeric_limits<std::size_t>::max();
    struct Place {
        std::size_t article = no_article;  ///< its number
        std::string text;                  ///< what to print when it is none
    };

    const NameKnowledge& names_;
    archive::Spool spool_;
    std::vector<archive::SpooledArticle> articles_;
    std::vector<ArticleName> called_;  ///< the articles
    std::vector<Place> places_;
};

}  // namespace

int explain_files(const Options& options) {
    const auto roots = input_roots(options.paths);
    if (!roots) throw archive::Failure(roots.error());
    const Registry registry(reader_settings(options.settings));
    const std::string root = options.settings.text("archive.root");
    Printer printer(options.explain);
    bool rejected = false;
    const auto reject = [&](const RejectedRecord& record) {
        rejected = true;
        if (!options.quiet) std::fputs((reject_line(record) + "\n").c_str(), stderr);
    };
    const NameKnowledge knowledge(options.settings);
    for (const auto& problem : knowledge.problems())
        std::fputs((archive::sentence(problem) + "\n").c_str(), stderr);
    NameReader names(knowledge);
    Pages pages(knowledge);
    const auto record = [&](RecordOutcome outcome, const InputFile& file) {
        switch (outcome.record.kind) {
            case Record::Kind::article: {
                auto& article = outcome.record.article;
                const std::string filed = file.filed + outcome.path.substr(file.path.size());
                article.id = archive::article_id(article, root);
                analyse_filed(article, filed, names);
                pages.article(article, filed, std::move(outcome.path));
                break;
            }
            case Record::Kind::withdrawn:
                if (options.explain == ExplainFormat::text) {
                    pages.note(withdrawal(outcome, root));
                }
                break;
            case Record::Kind::rejected:
                reject({outcome.path, outcome.record.record, outcome.record.error.message});
                break;
            case Record::Kind::skipped:
                if (options.explain == ExplainFormat::text) {
                    pages.note(omission(outcome));
                }
                break;
        }
        return true;
    };
    const auto links = options.settings.flag("indexer.follow_links") ? Links::follow : Links::leave;
    for_each_input_file(
        *roots, links,
        [&](const InputFile& file) {
            read_file(registry, file, read_options(options.settings),
                      [&](RecordOutcome outcome) { return record(std::move(outcome), file); });
            return true;
        },
        [&](const LeftAlone& left) {
            if (left.why == LeftAlone::Why::unreadable) reject({left.path, 0, left.reason});
        });
    pages.print_to(printer);
    printer.finish();
    return static_cast<int>(rejected ? Exit::some_rejected : Exit::done);
}

}  // namespace indexer
