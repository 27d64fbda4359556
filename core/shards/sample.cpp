#include "core/shards/sample.h"

#include "core/base/text.h"
#include "core/image/decode.h"

namespace biomedica::shards {

namespace {

std::string_view lastPartOf(std::string_view extension)
{
    const std::size_t dot = extension.rfind('.');
    return dot == std::string_view::npos ? extension : extension.substr(dot + 1);
}

/// The member whose whole extension is wanted, else the first whose last part is.
template <typename Wanted>
const SampleMember* findMember(const std::vector<SampleMember>& members, Wanted isWanted)
{
    const SampleMember* compound = nullptr;
    for (const SampleMember& member : members) {
        if (!isWanted(foldCase(lastPartOf(member.extension))))
            continue;
        if (member.extension.find('.') == std::string::npos)
            return &member;
        if (!compound)
            compound = &member;
    }
    return compound;
}

void putNumber(std::string& bytes, std::uint64_t number)
{
    for (; number >= 0x80; number >>= 7)
        bytes += static_cast<char>(number | 0x80);
    bytes += static_cast<char>(number);
}

class NumberReader {
public:
    explicit NumberReader(std::string_view bytes) : m_bytes(bytes) {}

    std::uint64_t number()
    {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64; shift += 7) {
            if (m_bytes.empty()) {
                m_isGood = false;
                return 0;
            }
            const auto byte = static_cast<unsigned char>(m_bytes.front());
            m_bytes.remove_prefix(1);
            value |= std::uint64_t{byte & 0x7fu} << shift;
            if (byte < 0x80)
                return value;
        }
        m_isGood = false;
        return 0;
    }

    std::string text()
    {
        const std::uint64_t length = number();
        if (length > m_bytes.size()) {
            m_isGood = false;
            return {};
        }
        const std::string text(m_bytes.substr(0, length));
        m_bytes.remove_prefix(length);
        return text;
    }

    bool isGood() const { return m_isGood; }
    bool isAtEnd() const { return m_bytes.empty(); }

private:
    std::string_view m_bytes;
    bool m_isGood = true;
};

} // namespace

const SampleMember* Sample::image() const
{
    return findMember(members, [](const std::string& extension) { return image::isImageExtension(extension); });
}

const SampleMember* Sample::metadata() const
{
    return findMember(members, [](const std::string& extension) { return extension == "json"; });
}

const SampleMember* Sample::caption() const
{
    return findMember(members, [](const std::string& extension) { return extension == "txt"; });
}

std::string encodeMembers(const std::vector<SampleMember>& members)
{
    std::string bytes;
    for (const SampleMember& member : members) {
        putNumber(bytes, member.extension.size());
        bytes += member.extension;
        putNumber(bytes, member.headerOffset);
        putNumber(bytes, member.dataOffset - member.headerOffset);
        putNumber(bytes, member.size);
    }
    return bytes;
}

std::optional<std::vector<SampleMember>> decodeMembers(std::string_view bytes)
{
    std::vector<SampleMember> members;
    NumberReader reader(bytes);
    while (!reader.isAtEnd() && reader.isGood()) {
        SampleMember member;
        member.extension = reader.text();
        member.headerOffset = reader.number();
        member.dataOffset = member.headerOffset + reader.number();
        member.size = reader.number();
        members.push_back(std::move(member));
    }
    if (!reader.isGood())
        return std::nullopt;
    return members;
}

} // namespace biomedica::shards
