// SPDX-License-Identifier: GPL-2.0-or-later
#include "archive/index/article_codec.h"

#include "archive/index/frames.h"

#include <bit>
#include <type_traits>

namespace archive {

namespace {

/// The entities of an article, whose names are part of its text.
template <typename Kind>
struct NamesOf {
    Kind& article;
};

/// What a mention's text says; nothing when it has no such stretch.
std::optional<std::string_view> text_at(const std::vector<Zone>& zones, const Mention& mention) {
    if (mention.zone >= zones.size()) return std::nullopt;
    const std::string_view text = zones[mention.zone].text;
    if (mention.begin > mention.end || mention.end > text.size()) return std::nullopt;
    return text.substr(mention.begin, mention.end - mention.begin);
}

constexpr std::uint8_t layout = 4;

/// Writes the parts of an article one after the other.
class Writer {
public:
    explicit Writer(std::string& bytes) : bytes_(bytes) {}

    void operator()(const std::uint64_t& value) { varint(value); }
    void operator()(const std::uint32_t& value) { varint(value); }
    void operator()(const std::uint8_t& value) { bytes_ += static_cast<char>(value); }
    void operator()(const bool& value) { varint(value ? 1 : 0); }
    void operator()(const std::int32_t& value) { varint(zigzag(value)); }
    void operator()(const std::int16_t& value) { varint(zigzag(value)); }
    void operator()(const float& value) { varint(std::bit_cast<std::uint32_t>(value)); }
    void operator()(const std::string& text) {
        varint(text.size());
        bytes_ += text;
    }
    template <typename T>
    requires std::is_enum_v<T>
    void operator()(const T& value) { bytes_ += static_cast<char>(value); }
    template <typename T>
    void operator()(const std::vector<T>& values) {
        varint(values.size());
        for (const auto& value : values) (*this)(value);
    }
    template <typename T>
    void operator()(const std::optional<T>& value) {
        (*this)(value.has_value());
        if (value) (*this)(*value);
    }
    template <typename A, typename B>
    void operator()(const std::pair<A, B>& pair) {
        (*this)(pair.first);
        (*this)(pair.second);
    }
    template <typename T>
    requires std::is_class_v<T>
    void operator()(const T& value) { visit_parts(value, *this); }

    /// Most names stand in the text as they are kept: those are not written again.
    void operator()(const NamesOf<const Article>& names) {
        varint(names.article.entities.size());
        for (const auto& entity : names.article.entities) {
            (*this)(entity);
            (*this)(entity.named_at);
            const bool said =
                !entity.named_at.empty()
                && text_at(names.article.zones, entity.named_at.front()) == entity.name;
            varint(said ? 0 : entity.name.size() + 1);
            if (!said) bytes_ += entity.name;
        }
    }

private:
    static std::uint64_t zigzag(std::int64_t value) {
        // Since C++20 a negative number is shifted with its sign.
        // cppcheck-suppress shiftTooManyBitsSigned
        return (static_cast<std::uint64_t>(value) << 1U) ^ static_cast<std::uint64_t>(value >> 63);
    }
    void varint(std::uint64_t value) {
        for (; value >= 0x80; value >>= 7U)
            bytes_ += static_cast<char>(static_cast<unsigned char>(value | 0x80U));
        bytes_ += static_cast<char>(static_cast<unsigned char>(value));
    }

    std::string& bytes_;
};

/// Takes numbers and texts off the front of what a Writer wrote.
class Bytes {
public:
    explicit Bytes(std::string_view bytes) : at_(bytes.data()), end_(bytes.data() + bytes.size()) {}

    bool at_end() const { return at_ == end_; }
    char byte() { return take(1)[0]; }
    std::string_view text() { return take(varint()); }

    /// How many values a list has; every value takes a byte at least.
    std::uint64_t count() {
        const auto count = varint();
        if (count > left()) throw damaged_article();
        return count;
    }

    std::uint64_t varint() {
        if (at_ != end_ && static_cast<unsigned char>(*at_) < 0x80)
            return static_cast<unsigned char>(*at_++);
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            const auto next = static_cast<unsigned char>(byte());
            value |= std::uint64_t{next & 0x7FU} << shift;
            if (next < 0x80) return value;
        }
        throw damaged_article();
    }

    std::string_view take(std::uint64_t size) {
        if (size > left()) throw damaged_article();
        const std::string_view part(at_, size);
        at_ += size;
        return part;
    }

private:
    std::size_t left() const { return static_cast<std::size_t>(end_ - at_); }

    const char* at_;
    const char* end_;
};

template <typename T, typename... Others>
constexpr bool is_one_of = (std::is_same_v<T, Others> || ...);

template <typename T>
concept Number = std::is_integral_v<T> && !std::is_same_v<T, std::uint8_t>;

/// Passes over the parts of a value, which stays as it is.
class Skipper {
public:
    explicit Skipper(Bytes& bytes) : bytes_(bytes) {}

    template <Number T>
    void operator()(T&) {
        bytes_.varint();
    }
    void operator()(std::uint8_t&) { bytes_.byte(); }
    void operator()(std::string&) { bytes_.text(); }
    template <typename T>
    requires std::is_enum_v<T>
    void operator()(T&) { bytes_.byte(); }
    template <typename T>
    void operator()(std::vector<T>&) {
        T value;
        for (auto left = bytes_.count(); left > 0; --left) (*this)(value);
    }
    template <typename A, typename B>
    void operator()(std::pair<A, B>& pair) {
        (*this)(pair.first);
        (*this)(pair.second);
    }
    template <typename T>
    requires std::is_class_v<T>
    void operator()(T& value) { visit_parts(value, *this); }

private:
    Bytes& bytes_;
};

/// Reads the parts back in the same order.
template <ArticleParts parts>
class Reader {
public:
    explicit Reader(Bytes& bytes) : bytes_(bytes) {}

    void operator()(std::uint64_t& value) { value = bytes_.varint(); }
    void operator()(std::uint32_t& value) { value = static_cast<std::uint32_t>(bytes_.varint()); }
    void operator()(std::uint8_t& value) { value = static_cast<std::uint8_t>(bytes_.byte()); }
    void operator()(bool& value) { value = bytes_.varint() != 0; }
    void operator()(std::int32_t& value) { value = static_cast<std::int32_t>(signed_number()); }
    void operator()(std::int16_t& value) { value = static_cast<std::int16_t>(signed_number()); }
    void operator()(float& value) {
        value = std::bit_cast<float>(static_cast<std::uint32_t>(bytes_.varint()));
    }
    void operator()(std::string& text) { text = std::string(bytes_.text()); }
    template <typename T>
    requires std::is_enum_v<T>
    void operator()(T& value) { value = static_cast<T>(bytes_.byte()); }
    template <typename T>
    void operator()(std::vector<T>& values) {
        if constexpr (is_left_out<std::vector<T>>) return Skipper{bytes_}(values);
        values.resize(bytes_.count());
        for (auto& value : values) (*this)(value);
    }
    template <typename T>
    void operator()(std::optional<T>& value) {
        bool there = false;
        (*this)(there);
        if (there) (*this)(value.emplace());
    }
    template <typename A, typename B>
    void operator()(std::pair<A, B>& pair) {
        (*this)(pair.first);
        (*this)(pair.second);
    }
    template <typename T>
    requires std::is_class_v<T>
    void operator()(T& value) {
        if constexpr (is_left_out<T>)
            Skipper{bytes_}(value);
        else
            visit_parts(value, *this);
    }

    void operator()(const NamesOf<Article>& names) {
        auto& entities = names.article.entities;
        entities.resize(bytes_.count());
        for (auto& entity : entities) {
            (*this)(entity);
            const auto first = mentions_of(entity);
            const auto size = bytes_.varint();
            const auto text = size > 0 ? bytes_.take(size - 1)
                              : first  ? text_at(names.article.zones, *first)
                                       : std::nullopt;
            if (!text) throw damaged_article();
            entity.name = *text;
        }
    }

private:
    static constexpr bool of_a_row = parts == ArticleParts::row;

    /// What a row does not show; each is the type of one part of an article.
    template <typename T>
    static constexpr bool is_left_out =
        of_a_row ? is_one_of<T, std::vector<Quote>, Provenance, decltype(Article::other)> : false;

    /// Reads where an entity is named; the first of these places, whatever is left out.
    std::optional<Mention> mentions_of(Entity& entity) {
        std::optional<Mention> first;
        Mention mention;
        for (auto left = bytes_.count(); left > 0; --left) {
            (*this)(mention);
            if (!first) first = mention;
            if constexpr (!of_a_row) entity.named_at.push_back(mention);
        }
        return first;
    }

    std::int64_t signed_number() {
        const auto value = bytes_.varint();
        return static_cast<std::int64_t>(value >> 1U) ^ -static_cast<std::int64_t>(value & 1U);
    }

    Bytes& bytes_;
};

// The order of the parts is on disk: changing it is another schema. Const and not, so that both
// directions share it.
template <typename T, typename Wanted>
concept Either = std::is_same_v<std::remove_const_t<T>, Wanted>;

void visit_parts(Either<Zone> auto& zone, auto& visit) {
    visit(zone.kind);
    visit(zone.text);
}

void visit_parts(Either<DaySpan> auto& span, auto& visit) {
    visit(span.first);
    visit(span.last);
}

void visit_parts(Either<Date> auto& date, auto& visit) {
    visit(date.span);
    visit(date.precision);
    visit(date.certainty);
    visit(date.basis);
    visit(date.evidence);
    visit(date.minute_of_day);
    visit(date.utc_offset);
}

/// A stretch of a text by its beginning and its length, which is one of few.
void visit_stretch(Either<std::uint32_t> auto& begin, Either<std::uint32_t> auto& end,
                   auto& visit) {
    auto length = std::uint32_t{end - begin};
    visit(begin);
    visit(length);
    if constexpr (!std::is_const_v<std::remove_reference_t<decltype(end)>>) end = begin + length;
}

void visit_parts(Either<Mention> auto& mention, auto& visit) {
    visit(mention.zone);
    visit_stretch(mention.begin, mention.end, visit);
    visit(mention.role);
}

void visit_parts(Either<Entity> auto& entity, auto& visit) {
    visit(entity.type);
    visit(entity.mentions);
    visit(entity.found);
}

void visit_parts(Either<Quote> auto& quote, auto& visit) {
    visit(quote.zone);
    visit_stretch(quote.begin, quote.end, visit);
    visit(quote.speaker);
    visit(quote.speaker_text);
    visit(quote.via);
    visit(quote.basis);
    visit(quote.confidence);
}

void visit_parts(Either<Quality> auto& quality, auto& visit) {
    visit(quality.altered);
    visit(quality.truncated);
    visit(quality.ocr);
}

void visit_parts(Either<Provenance> auto& provenance, auto& visit) {
    visit(provenance.path);
    visit(provenance.record);
    visit(provenance.sha256);
    visit(provenance.reader);
}

void visit_parts(Either<Article> auto& article, auto& visit) {
    visit(article.id);
    visit(article.external_id);
    visit(article.version);
    visit(article.provenance);
    visit(article.title);
    visit(article.title_basis);
    visit(article.standfirst);
    visit(article.zones);
    visit(article.published);
    visit(article.updated);
    visit(article.byline);
    visit(article.authors);
    visit(article.source);
    visit(article.agency);
    visit(article.section);
    visit(article.tags);
    visit(article.language);
    visit(article.url);
    visit(NamesOf<std::remove_reference_t<decltype(article)>>{article});
    visit(article.quotes);
    visit(article.quality);
    visit(article.other);
}

}  // namespace

std::string encode_article(const Article& article) {
    std::string bytes(1, static_cast<char>(layout));
    Writer writer(bytes);
    visit_parts(article, writer);
    return bytes;
}

Article decode_article(std::string_view encoded, ArticleParts parts) {
    if (encoded.empty() || static_cast<std::uint8_t>(encoded[0]) != layout) throw damaged_article();
    Article article;
    Bytes bytes(encoded.substr(1));
    Reader<ArticleParts::all> whole(bytes);
    Reader<ArticleParts::row> row(bytes);
    if (parts == ArticleParts::all)
        visit_parts(article, whole);
    else
        visit_parts(article, row);
    if (!bytes.at_end()) throw damaged_article();
    return article;
}

std::string packed(std::string_view bytes) {
    return packed_at(compression_level, bytes);
}

std::string quickly_packed(std::string_view bytes) {
    return packed_at(quick_level, bytes);
}

std::string unpacked(std::string_view frame, std::uint64_t largest) {
    thread_local const std::unique_ptr<ZSTD_DCtx, FreeContext> context(ZSTD_createDCtx());
    std::string bytes(bytes_in(frame, largest), '\0');
    require_all(
        ZSTD_decompressDCtx(context.get(), bytes.data(), bytes.size(), frame.data(), frame.size()),
        bytes.size());
    return bytes;
}

}  // namespace archive
