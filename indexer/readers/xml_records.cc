// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/readers/xml_records.h"

#include "archive/base/limits.h"

#include <string>

namespace indexer {

namespace {

// What stands outside of records is kept up to this size: a feed's head, not a second archive.
constexpr std::size_t surroundings_bytes = 4U << 20;

class Records {
public:
    Records(Bytes& bytes, const XmlRecordVisitor& visitor) : scanner_(bytes), visitor_(visitor) {}

    XmlReading read() {
        XmlToken token;
        XmlReading reading;
        while (!stopped_) {
            const std::size_t line = scanner_.line();
            scanner_.next(token);
            if (token.kind == XmlToken::Kind::finish) break;
            take(token, line);
        }
        if (!stopped_) {
            tree_.finish(scanner_.line());
            if (record_) hand_over(CutShort::yes);
        }
        reading.damage = tree_.damage();
        reading.stopped = stopped_;
        return reading;
    }

private:
    enum class CutShort : bool { no, yes };

    void take(const XmlToken& token, std::size_t line) {
        if (record_ && !too_large_ && above_limits()) {
            too_large_ = true;
            if (const XmlNode inside = record_.first()) tree_.cut_back(inside);
        }
        switch (token.kind) {
            case XmlToken::Kind::start:
                if (!too_large_) start(token, line);
                break;
            case XmlToken::Kind::end: end(token, line); break;
            case XmlToken::Kind::text:
                if (record_ ? !too_large_ : tree_.bytes() < surroundings_bytes) {
                    tree_.add_text(token.text);
                }
                break;
            case XmlToken::Kind::finish: break;
        }
    }

    bool above_limits() const {
        constexpr std::size_t bytes_in_memory = 4 * archive::limits::xml_record_bytes;
        return scanner_.consumed() - begun_at_ > archive::limits::xml_record_bytes
               || tree_.size() > archive::limits::xml_nodes || tree_.bytes() > bytes_in_memory;
    }

    void start(const XmlToken& token, std::size_t line) {
        const std::size_t open = tree_.open_elements();
        const std::size_t size = tree_.size();
        tree_.start(token, line);
        if (record_ || tree_.size() == size) return;
        const XmlNode element(tree_, static_cast<std::uint32_t>(size));
        if (visitor_.begins(element)) {
            record_ = element;
            name_ = token.name;
            outside_ = open;
            begun_at_ = scanner_.consumed();
            if (token.closed) hand_over(CutShort::no);
        } else if (token.closed && tree_.bytes() > surroundings_bytes) {
            tree_.cut_back(element);
        }
    }

    void end(const XmlToken& token, std::size_t line) {
        // Of a record that is too large only its own end counts.
        if (too_large_ && token.name != name_) return;
        const XmlNode innermost = tree_.innermost();
        const std::size_t open = tree_.open_elements();
        tree_.end(token.name, line);
        if (record_) {
            if (tree_.open_elements() <= outside_) hand_over(CutShort::no);
        } else if (tree_.open_elements() < open && tree_.bytes() > surroundings_bytes) {
            tree_.cut_back(innermost);
        }
    }

    void hand_over(CutShort cut_short) {
        const XmlRecord record{record_, too_large_, cut_short == CutShort::yes};
        stopped_ = !visitor_.take(record);
        tree_.cut_back(record_);
        record_ = {};
        too_large_ = false;
    }

    XmlScanner scanner_;
    const XmlRecordVisitor& visitor_;
    XmlTree tree_;
    XmlNode record_;           // while one is read
    std::string name_;         // its name with prefix
    std::size_t outside_ = 0;  // open elements around the record
    std::size_t begun_at_ = 0;
    bool too_large_ = false;
    bool stopped_ = false;
};

}  // namespace

XmlReading for_each_xml_record(Bytes& bytes, const XmlRecordVisitor& visitor) {
    return Records(bytes, visitor).read();
}

}  // namespace indexer
