// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/yaml_values.h"

#include "archive/base/limits.h"
#include "archive/base/text.h"

#include <yaml-cpp/anchor.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <map>
#include <sstream>
#include <stdexcept>
#include <utility>
#include <vector>

namespace indexer {

namespace {

using nlohmann::json;

constexpr std::size_t most_values = 10'000;
constexpr std::size_t most_bytes = 1U << 20;  // with all that aliases stand for

/// What ends the reading of a document that is too much.
class TooMuch : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

struct Size {
    std::size_t values = 1;
    std::size_t bytes = 0;
    std::size_t levels = 0;
};

Size size_of(const json& value) {
    Size size;
    if (value.is_string()) size.bytes = value.get_ref<const std::string&>().size();
    if (!value.is_structured()) return size;
    for (const auto& each : value) {
        const Size inner = size_of(each);
        size.values += inner.values;
        size.bytes += inner.bytes;
        size.levels = std::max(size.levels, inner.levels);
    }
    ++size.levels;
    return size;
}

/// Builds the value of the first document.
class ValueBuilder final : public YAML::EventHandler {
public:
    json take() { return std::move(root_); }

    void OnDocumentStart(const YAML::Mark&) override {}
    void OnDocumentEnd() override {}

    void OnNull(const YAML::Mark&, YAML::anchor_t anchor) override { put(json(), anchor); }

    void OnAlias(const YAML::Mark&, YAML::anchor_t anchor) override {
        const auto found = anchored_.find(anchor);
        if (found == anchored_.end()) return put(json(), YAML::NullAnchor);
        count(size_of(found->second));
        put(found->second, YAML::NullAnchor);
    }

    void OnScalar(const YAML::Mark&, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override {
        const bool plain = tag == "?" || tag.empty();
        const bool nothing = plain && (value.empty() || value == "~" || value == "null");
        count({1, value.size(), 0});
        put(nothing ? json() : json(archive::to_valid_utf8(value)), anchor);
    }

    void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override {
        open(json::array(), anchor);
    }
    void OnSequenceEnd() override { close(); }

    void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override {
        open(json::object(), anchor);
    }
    void OnMapEnd() override { close(); }

private:
    struct Open {
        json value;
        YAML::anchor_t anchor = YAML::NullAnchor;
        std::string key;
        bool has_key = false;
    };

    void open(json value, YAML::anchor_t anchor) {
        count({1, 0, 1});
        open_.push_back({std::move(value), anchor, {}, false});
    }

    void close() {
        Open done = std::move(open_.back());
        open_.pop_back();
        put(std::move(done.value), done.anchor);
    }

    /// What comes next costs `size`; an alias as much as all it stands for.
    void count(const Size& size) {
        values_ += size.values;
        bytes_ += size.bytes;
        if (values_ > most_values || bytes_ > most_bytes) throw TooMuch("too many values");
        if (open_.size() + size.levels > archive::limits::json_levels) {
            throw TooMuch("nested too deeply");
        }
    }

    void put(json value, YAML::anchor_t anchor) {
        if (anchor != YAML::NullAnchor) anchored_[anchor] = value;
        if (open_.empty()) {
            root_ = std::move(value);
            return;
        }
        Open& inner = open_.back();
        if (inner.value.is_array()) {
            inner.value.push_back(std::move(value));
        } else if (!inner.has_key) {
            inner.key = value.is_string() ? value.get<std::string>() : value.dump();
            inner.has_key = true;
        } else {
            inner.value[inner.key] = std::move(value);
            inner.has_key = false;
        }
    }

    json root_;
    std::vector<Open> open_;
    std::map<YAML::anchor_t, json> anchored_;
    std::size_t values_ = 0;
    std::size_t bytes_ = 0;
};

}  // namespace

archive::Result<json> yaml_value(const std::string& text) {
    const auto unreadable = [](std::string why) {
        return archive::Error{archive::ErrorCode::article_unreadable,
                              "no readable YAML: " + archive::escaped(archive::cut(why, 120)),
                              {},
                              {}};
    };
    try {
        std::istringstream input(text);
        YAML::Parser parser(input);
        ValueBuilder builder;
        parser.HandleNextDocument(builder);
        return builder.take();
    } catch (const YAML::Exception& error) {
        return unreadable(error.msg + " in line " + std::to_string(error.mark.line + 1));
    } catch (const std::exception& error) {
        return unreadable(error.what());
    }
}

}  // namespace indexer
