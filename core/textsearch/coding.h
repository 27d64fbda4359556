// Small numbers as bytes: seven bits a byte, the lowest first, the highest bit saying that more follow.
//
// Thread contract: pure functions; a ByteReader belongs to one thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace biomedica::textsearch {

inline void putVarint(std::string& bytes, std::uint32_t number)
{
    while (number >= 0x80) {
        bytes += static_cast<char>(number | 0x80);
        number >>= 7;
    }
    bytes += static_cast<char>(number);
}

/// Reads what putVarint() wrote. Never past the end: there it gives 0 and isDamaged() holds from then on.
class ByteReader {
public:
    explicit ByteReader(std::string_view bytes)
        : m_at(reinterpret_cast<const unsigned char*>(bytes.data())), m_end(m_at + bytes.size())
    {
    }

    bool isDamaged() const { return m_isDamaged; }
    bool isAtEnd() const { return m_at == m_end; }

    std::uint32_t varint()
    {
        if (m_at != m_end && *m_at < 0x80)
            return *m_at++;
        std::uint32_t number = 0;
        for (unsigned shift = 0; shift < 32 && m_at != m_end; shift += 7) {
            const unsigned char byte = *m_at++;
            number |= static_cast<std::uint32_t>(byte & 0x7f) << shift;
            if (byte < 0x80)
                return number;
        }
        m_isDamaged = true;
        return 0;
    }

    std::string_view bytes(std::size_t size)
    {
        if (size > static_cast<std::size_t>(m_end - m_at)) {
            m_isDamaged = true;
            return {};
        }
        const auto* const begin = reinterpret_cast<const char*>(m_at);
        m_at += size;
        return {begin, size};
    }

    std::string_view rest() const
    {
        return {reinterpret_cast<const char*>(m_at), static_cast<std::size_t>(m_end - m_at)};
    }

private:
    const unsigned char* m_at;
    const unsigned char* m_end;
    bool m_isDamaged = false;
};

} // namespace biomedica::textsearch
