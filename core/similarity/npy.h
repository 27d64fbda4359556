// NumPy's files of arrays: vectors from elsewhere, and for elsewhere.
//
// Format: https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html, versions 1.0 to 3.0. Read and written
// are little-endian float16 and float32 in C order, n × d, or one vector of d numbers. Everything else is refused by
// name; an array of Python objects is refused unread, for reading one would run what it says.
//
// Thread contract: a reader or writer belongs to one thread; parseNpyHeader() is pure.
#pragma once

#include "core/base/file.h"
#include "core/base/result.h"

#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace biomedica::similarity {

enum class NpyType { Float16, Float32 };

struct NpyHeader {
    NpyType type = NpyType::Float32;
    std::uint64_t rows = 1, dimensions = 0;
    std::size_t dataOffset = 0; ///< bytes before the numbers

    std::uint64_t rowBytes() const { return dimensions * (type == NpyType::Float16 ? 2 : 4); }
    bool operator==(const NpyHeader&) const = default;
};

/// From the first bytes of a file, `size` bytes long. Corrupt where it is cut off or no such file, Unsupported for
/// other arrays, Invalid where it holds no vectors.
Result<NpyHeader> parseNpyHeader(std::string_view head, std::uint64_t size);

/// The file's first bytes that hold every header that is read.
inline constexpr std::size_t mostNpyHeader = 64 << 10;

class NpyReader {
public:
    static Result<NpyReader> open(const std::filesystem::path& path);
    /// Of a whole file in memory, a member of a shard for example; the bytes outlive the reader.
    static Result<NpyReader> ofBytes(std::string_view bytes);

    const NpyHeader& header() const { return m_header; }

    /// Rows first … as float32, as many as `numbers` (n × dimensions, row-major) has room for and the file has; how
    /// many. Reads as much memory as they take.
    Result<std::size_t> read(std::uint64_t first, std::span<float> numbers) const;

private:
    NpyReader(NpyHeader header, std::shared_ptr<const File> file, std::string_view bytes)
        : m_header(header), m_file(std::move(file)), m_bytes(bytes)
    {
    }

    NpyHeader m_header;
    std::shared_ptr<const File> m_file; ///< none where the bytes are in memory
    std::string_view m_bytes;
};

/// Writes n × d; how many rows there are has to be known first.
class NpyWriter {
public:
    static Result<NpyWriter> create(const std::filesystem::path& path, NpyType type, std::uint64_t rows,
                                    std::uint64_t dimensions);

    /// One row or several, row-major.
    Result<void> append(std::span<const float> numbers);
    /// The file is whole, and on the disk. Invalid where rows are missing.
    Result<void> finish();

private:
    NpyWriter(File file, const NpyHeader& header) : m_file(std::move(file)), m_header(header) {}

    File m_file;
    NpyHeader m_header;
    std::uint64_t m_numbers = 0; ///< written so far
};

/// The bytes before the numbers.
std::string npyHeader(NpyType type, std::uint64_t rows, std::uint64_t dimensions);

} // namespace biomedica::similarity
