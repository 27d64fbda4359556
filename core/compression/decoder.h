// Decodes a compressed file from a checkpoint on. Inside this room only.
//
// Thread contract: one decoder belongs to one thread; the File may be shared.
#pragma once

#include "core/base/file.h"
#include "core/base/result.h"
#include "core/compression/contentfile.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace biomedica::compression {

/// A place where decoding can begin.
struct Checkpoint {
    std::uint64_t content = 0; ///< of which byte of the content
    std::uint64_t stored = 0;  ///< the first byte of the file that is read
    /// gzip inside a member: so many high bits of the byte before `stored` are still to be decoded, and the window
    /// (the content before, up to 32 KB) is needed. Elsewhere a member or frame begins here.
    bool isInside = false;
    std::uint8_t bits = 0;

    bool operator==(const Checkpoint&) const = default;
};

/// Compressed bytes, read in pieces.
class Input {
public:
    explicit Input(const File& file) : m_file(file), m_buffer(128 << 10, '\0') {}

    void seek(std::uint64_t offset);
    /// Makes at least one byte available; false at the end of the file.
    Result<bool> fill();
    std::string_view available() const { return std::string_view(m_buffer).substr(m_begin, m_end - m_begin); }
    void take(std::size_t count) { m_begin += count; }
    /// Of the next byte in the file.
    std::uint64_t position() const { return m_offset + m_begin; }
    const File& file() const { return m_file; }

private:
    const File& m_file;
    std::string m_buffer;
    std::uint64_t m_offset = 0; ///< of the buffer in the file
    std::size_t m_begin = 0, m_end = 0;
};

class Decoder {
public:
    virtual ~Decoder() = default;

    virtual Result<void> start(const Checkpoint& from, std::string_view window) = 0;

    /// Up to out.size() bytes of content; may give fewer at a place for a checkpoint. 0 at the end of the content.
    /// Corrupt where the data is damaged: what came before is good.
    virtual Result<std::size_t> decode(std::span<char> out) = 0;

    /// Whether decoding could begin where decode() has stopped; `content` is left to the caller.
    virtual bool isAtPlace() const = 0;
    virtual Checkpoint place(std::string& window) const = 0;

    /// How far the file has been read.
    virtual std::uint64_t stored() const = 0;

    /// What was noticed since the last call.
    std::vector<std::string> takeRemarks() { return std::exchange(m_remarks, {}); }

protected:
    void remark(std::string text) { m_remarks.push_back(std::move(text)); }

private:
    std::vector<std::string> m_remarks;
};

/// Corrupt: the file, where in it, what is wrong.
Error damaged(const File& file, std::uint64_t offset, const std::string& what);

/// The sentence about bytes after the end of the compressed data.
std::string trailingBytes(const File& file, std::uint64_t offset);

std::unique_ptr<Decoder> makeGzipDecoder(const File& file);
std::unique_ptr<Decoder> makeZstdDecoder(const File& file);

} // namespace biomedica::compression
