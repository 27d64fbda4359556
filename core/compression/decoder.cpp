#include "core/compression/decoder.h"

#include "core/base/text.h"

namespace biomedica::compression {

void Input::seek(std::uint64_t offset)
{
    if (offset >= m_offset && offset <= m_offset + m_end) {
        m_begin = static_cast<std::size_t>(offset - m_offset);
        return;
    }
    m_offset = offset;
    m_begin = m_end = 0;
}

Result<bool> Input::fill()
{
    if (m_begin < m_end)
        return true;
    m_offset += m_end;
    m_begin = m_end = 0;
    TRY(m_end, m_file.readAt(m_offset, m_buffer));
    return m_end > 0;
}

Error damaged(const File& file, std::uint64_t offset, const std::string& what)
{
    return Error(ErrorKind::Corrupt,
                 "'" + file.path().string() + "' is damaged at byte " + std::to_string(offset) + ": " + what);
}

std::string trailingBytes(const File& file, std::uint64_t offset)
{
    const std::uint64_t size = file.stamp().value_or(FileStamp{}).size;
    return "'" + file.path().string() + "' has " + humanBytes(size > offset ? size - offset : 0)
           + " after the end of its compressed data, which are not read";
}

} // namespace biomedica::compression
