#include "core/similarity/npy.h"

#include "core/base/text.h"
#include "core/similarity/arithmetic/kernels.h"

#include <algorithm>
#include <cassert>
#include <charconv>
#include <cstring>
#include <map>
#include <optional>

namespace biomedica::similarity {

namespace {

constexpr std::string_view magic = "\x93NUMPY";
constexpr std::uint64_t mostNumbers = std::uint64_t{1} << 48; ///< so that their bytes can be counted

Error cutOff(std::string_view what)
{
    return Error(ErrorKind::Corrupt, "the file is cut off " + std::string(what) + "; copy or write it again");
}

Error malformed()
{
    return Error(ErrorKind::Corrupt, "its header is not as numpy.save() writes it");
}

/// Reads the literal of a Python dictionary with the three entries of a header, and nothing else.
class HeaderText {
public:
    explicit HeaderText(std::string_view text) : m_rest(text) {}

    struct Fields {
        std::optional<std::string_view> descr;
        std::optional<bool> isFortran;
        std::optional<std::vector<std::uint64_t>> shape;
        bool isStructured = false; ///< `descr` is a list of fields
        bool isTooLarge = false;
    };

    std::optional<Fields> parse()
    {
        Fields fields;
        if (!take('{'))
            return std::nullopt;
        while (!take('}')) {
            const auto key = string();
            if (!key || !take(':'))
                return std::nullopt;
            if (*key == "descr" && !fields.descr) {
                if (fields.isStructured = peek() == '['; fields.isStructured)
                    return fields;
                if (!(fields.descr = string()))
                    return std::nullopt;
            } else if (*key == "fortran_order" && !fields.isFortran) {
                if (!(fields.isFortran = boolean()))
                    return std::nullopt;
            } else if (*key != "shape" || fields.shape || !(fields.shape = tuple(fields.isTooLarge))) {
                return std::nullopt;
            }
            if (!take(',') && peek() != '}')
                return std::nullopt;
        }
        const bool isWhole = fields.descr && fields.isFortran && fields.shape && peek() == '\0';
        return isWhole ? std::optional(fields) : std::nullopt;
    }

private:
    /// The next character that is no space, '\0' at the end.
    char peek()
    {
        const std::size_t at = m_rest.find_first_not_of(" \n");
        m_rest.remove_prefix(std::min(at, m_rest.size()));
        return m_rest.empty() ? '\0' : m_rest.front();
    }
    bool take(char wanted)
    {
        if (peek() != wanted || m_rest.empty())
            return false;
        m_rest.remove_prefix(1);
        return true;
    }
    std::optional<std::string_view> string()
    {
        const char quote = peek();
        const std::size_t end = quote == '\'' || quote == '"' ? m_rest.find(quote, 1) : m_rest.npos;
        if (end == m_rest.npos)
            return std::nullopt;
        const std::string_view text = m_rest.substr(1, end - 1);
        m_rest.remove_prefix(end + 1);
        return text;
    }
    std::optional<bool> boolean()
    {
        peek();
        for (const auto& [word, value] : {std::pair<std::string_view, bool>{"True", true}, {"False", false}})
            if (m_rest.starts_with(word)) {
                m_rest.remove_prefix(word.size());
                return value;
            }
        return std::nullopt;
    }
    std::optional<std::vector<std::uint64_t>> tuple(bool& isTooLarge)
    {
        std::vector<std::uint64_t> numbers;
        if (!take('('))
            return std::nullopt;
        while (!take(')')) {
            peek();
            std::uint64_t number = 0;
            const auto [end, problem] = std::from_chars(m_rest.data(), m_rest.data() + m_rest.size(), number);
            if (problem == std::errc::invalid_argument)
                return std::nullopt;
            if (problem == std::errc::result_out_of_range) {
                isTooLarge = true;
                number = UINT64_MAX;
            }
            m_rest.remove_prefix(static_cast<std::size_t>(end - m_rest.data()));
            numbers.push_back(number);
            if (!take(',') && peek() != ')')
                return std::nullopt;
        }
        return numbers;
    }

    std::string_view m_rest;
};

/// The beginning of a type, for a person: a file may hold anything there.
std::string typeText(std::string_view descr)
{
    std::string text(descr.substr(0, 20));
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c < ' ' || c > '~'; }, '?');
    return "'" + text + "'";
}

Result<NpyType> typeOf(std::string_view descr)
{
    if (descr == "<f2")
        return NpyType::Float16;
    if (descr == "<f4")
        return NpyType::Float32;
    std::string what = "numbers of the type " + typeText(descr);
    const std::size_t begin = descr.find_first_not_of("<>|=");
    const std::string_view kind = begin == descr.npos ? std::string_view() : descr.substr(begin);
    if (kind.starts_with('O'))
        return Error(ErrorKind::Unsupported, "it holds Python objects, which are not read, for reading them runs what "
                                             "they say; write it with array.astype('float32')");
    if (descr == ">f2" || descr == ">f4")
        what = "big-endian numbers ('" + std::string(descr) + "')";
    else if (kind == "f8")
        what = "numbers of 64 bits ('" + std::string(descr) + "')";
    else if (kind.starts_with('i') || kind.starts_with('u') || kind.starts_with('b'))
        what = "whole numbers (" + typeText(descr) + ")";
    return Error(ErrorKind::Unsupported,
                 "it holds " + what + "; float16 and float32 are read: write it with array.astype('<f4')");
}

std::string shapeText(std::span<const std::uint64_t> shape)
{
    constexpr std::size_t mostSaid = 8;
    std::string text;
    for (const std::uint64_t size : shape.first(std::min(shape.size(), mostSaid)))
        text += (text.empty() ? "" : " × ") + std::to_string(size);
    if (shape.size() > mostSaid)
        text += " × …";
    return text.empty() ? "a single number" : text;
}

Result<NpyHeader> headerOf(const HeaderText::Fields& fields)
{
    if (fields.isStructured)
        return Error(ErrorKind::Unsupported,
                     "it holds records of several fields; save the vectors as one array of n × d");
    NpyHeader header;
    TRY(header.type, typeOf(*fields.descr));
    if (*fields.isFortran)
        return Error(ErrorKind::Unsupported, "its numbers lie column by column (Fortran order); write it with "
                                             "numpy.ascontiguousarray(array)");
    const auto& shape = *fields.shape;
    if (shape.size() != 1 && shape.size() != 2)
        return Error(ErrorKind::Unsupported, "its shape is " + shapeText(shape) + "; vectors are an array of n × d");
    header.rows = shape.size() == 2 ? shape[0] : 1;
    header.dimensions = shape.back();
    if (!fields.isTooLarge && (header.rows == 0 || header.dimensions == 0))
        return Error(ErrorKind::Invalid, "its shape is " + shapeText(shape) + ": there are no vectors in it");
    if (fields.isTooLarge || header.rows > mostNumbers / header.dimensions)
        return Error(ErrorKind::Corrupt, "its shape " + shapeText(shape) + " is larger than any file");
    return header;
}

} // namespace

Result<NpyHeader> parseNpyHeader(std::string_view head, std::uint64_t size)
{
    if (!head.starts_with(magic)) {
        if (head.empty() || magic.starts_with(head))
            return cutOff("in its header");
        return Error(ErrorKind::Corrupt, "it is no .npy file; numpy.save() writes such");
    }
    if (head.size() < magic.size() + 2)
        return cutOff("in its header");
    const auto byteAt = [&](std::size_t at) { return static_cast<std::size_t>(static_cast<unsigned char>(head[at])); };
    const std::size_t version = byteAt(magic.size());
    if (version < 1 || version > 3)
        return Error(ErrorKind::Unsupported, "its format has version " + std::to_string(version) + "; 1 to 3 are read");
    const std::size_t lengthBytes = version == 1 ? 2 : 4, textBegin = magic.size() + 2 + lengthBytes;
    if (head.size() < textBegin)
        return cutOff("in its header");
    std::size_t length = 0;
    for (std::size_t i = 0; i < lengthBytes; ++i)
        length |= byteAt(magic.size() + 2 + i) << 8 * i;
    if (length > mostNpyHeader - textBegin)
        return Error(ErrorKind::Unsupported, "its header is " + std::to_string(length)
                                                 + " bytes long; that of an array of vectors has about a hundred");
    if (head.size() < textBegin + length)
        return cutOff("in its header");
    const auto fields = HeaderText(head.substr(textBegin, length)).parse();
    if (!fields)
        return malformed();
    TRY(NpyHeader header, headerOf(*fields));
    header.dataOffset = textBegin + length;
    const std::uint64_t numbers = header.rows * header.rowBytes();
    if (size - header.dataOffset < numbers)
        return cutOff("after " + std::to_string((size - header.dataOffset) / header.rowBytes()) + " of "
                      + counted(header.rows, "vector"));
    if (size - header.dataOffset > numbers)
        return Error(ErrorKind::Corrupt, "it is longer than its shape says");
    return header;
}

Result<NpyReader> NpyReader::open(const std::filesystem::path& path)
{
    TRY(File file, File::openForReading(path));
    TRY(const FileStamp stamp, file.stamp());
    std::string head(std::min<std::uint64_t>(stamp.size, mostNpyHeader), '\0');
    TRY(const std::size_t count, file.readAt(0, head));
    head.resize(count);
    auto header = parseNpyHeader(head, stamp.size);
    if (!header)
        return header.error().withContext("'" + path.string() + "'");
    return NpyReader(*header, std::make_shared<const File>(std::move(file)), {});
}

Result<NpyReader> NpyReader::ofBytes(std::string_view bytes)
{
    TRY(const NpyHeader header, parseNpyHeader(bytes.substr(0, mostNpyHeader), bytes.size()));
    return NpyReader(header, nullptr, bytes);
}

Result<std::size_t> NpyReader::read(std::uint64_t first, std::span<float> numbers) const
{
    if (first >= m_header.rows)
        return std::size_t{0};
    const std::uint64_t room = numbers.size() / m_header.dimensions;
    const auto rows = static_cast<std::size_t>(std::min(room, m_header.rows - first));
    const std::uint64_t offset = m_header.dataOffset + first * m_header.rowBytes();
    const std::size_t size = rows * m_header.rowBytes(), count = rows * m_header.dimensions;
    std::string read;
    std::string_view bytes;
    if (m_file) {
        TRY(read, m_file->readExactly(offset, size));
        bytes = read;
    } else {
        bytes = m_bytes.substr(offset, size);
    }
    if (m_header.type == NpyType::Float32) {
        std::memcpy(numbers.data(), bytes.data(), size);
    } else {
        std::vector<Half> halves(count); // members of shards begin anywhere
        std::memcpy(halves.data(), bytes.data(), size);
        kernels().toFloats(halves.data(), numbers.data(), count);
    }
    return rows;
}

std::string npyHeader(NpyType type, std::uint64_t rows, std::uint64_t dimensions)
{
    std::string text = std::string("{'descr': '") + (type == NpyType::Float16 ? "<f2" : "<f4")
                       + "', 'fortran_order': False, 'shape': (" + std::to_string(rows) + ", "
                       + std::to_string(dimensions) + "), }";
    const std::size_t before = magic.size() + 4; // the numbers begin at a multiple of 64
    text.append(63 - (before + text.size()) % 64, ' ');
    text += '\n';
    std::string header(magic);
    header += {'\1', '\0', static_cast<char>(text.size() & 0xff), static_cast<char>(text.size() >> 8)};
    return header + text;
}

Result<NpyWriter> NpyWriter::create(const std::filesystem::path& path, NpyType type, std::uint64_t rows,
                                    std::uint64_t dimensions)
{
    assert(dimensions > 0);
    TRY(File file, File::createForWriting(path));
    TRY_VOID(file.append(npyHeader(type, rows, dimensions)));
    return NpyWriter(std::move(file), {type, rows, dimensions, 0});
}

Result<void> NpyWriter::append(std::span<const float> numbers)
{
    m_numbers += numbers.size();
    if (m_header.type == NpyType::Float32)
        return m_file.append({reinterpret_cast<const char*>(numbers.data()), numbers.size_bytes()});
    std::vector<Half> halves(numbers.size());
    kernels().toHalves(numbers.data(), halves.data(), numbers.size());
    return m_file.append({reinterpret_cast<const char*>(halves.data()), halves.size() * sizeof(Half)});
}

Result<void> NpyWriter::finish()
{
    if (m_numbers != m_header.rows * m_header.dimensions)
        return Error(ErrorKind::Invalid, "'" + m_file.path().string() + "' was to hold " + std::to_string(m_header.rows)
                                             + " vectors of " + std::to_string(m_header.dimensions) + " numbers, and "
                                             + std::to_string(m_numbers) + " numbers were written");
    return m_file.sync();
}

} // namespace biomedica::similarity
