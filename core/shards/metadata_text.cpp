#include "core/shards/metadata_text.h"

#include "core/compression/contentfile.h"
#include "core/shards/shard.h"

#include <algorithm>
#include <array>
#include <optional>

namespace biomedica::shards {

namespace {

constexpr std::string_view lastField = "\"article_text\"";
constexpr std::string_view blanks = " \t\r\n";
constexpr std::size_t tailSize = 64;
constexpr std::size_t leastSaved = 16 << 10; ///< a second read costs as much as copying that
constexpr std::size_t mostExpected = 1 << 20;

bool isUnescaped(std::string_view text, std::size_t quote)
{
    const std::size_t before = text.substr(0, quote).find_last_not_of('\\');
    const std::size_t backslashes = before == std::string_view::npos ? quote : quote - before - 1;
    return backslashes % 2 == 0;
}

/// Where the string that is the last field's value begins, with its quote. Inside of another string the field's name
/// cannot stand like this: its quotes would be escaped.
std::optional<std::size_t> lastStringIn(std::string_view head)
{
    const std::size_t field = head.find(lastField);
    if (field == std::string_view::npos)
        return std::nullopt;
    const std::size_t colon = head.find_first_not_of(blanks, field + lastField.size());
    if (colon == std::string_view::npos || head[colon] != ':')
        return std::nullopt;
    const std::size_t value = head.find_first_not_of(blanks, colon + 1);
    if (value == std::string_view::npos || head[value] != '"')
        return std::nullopt;
    for (std::size_t quote = head.find('"', value + 1); quote != std::string_view::npos;
         quote = head.find('"', quote + 1))
        if (isUnescaped(head, quote))
            return std::nullopt; // it ends already
    return value;
}

/// What follows the string that ends in `tail`; nothing where that is more than the end of the object, or the string's
/// quote might be an escaped one.
std::optional<std::string_view> endAfterString(std::string_view tail)
{
    const std::size_t quote = tail.rfind('"');
    if (quote == std::string_view::npos || !isUnescaped(tail, quote))
        return std::nullopt;
    if (tail.substr(0, quote).find_last_not_of('\\') == std::string_view::npos)
        return std::nullopt;
    const std::string_view end = tail.substr(quote + 1);
    const std::size_t brace = end.find_first_not_of(blanks);
    const bool isEnd = brace != std::string_view::npos && end[brace] == '}'
                       && end.find_first_not_of(blanks, brace + 1) == std::string_view::npos;
    return isEnd ? std::optional(end) : std::nullopt;
}

} // namespace

Result<void> MetadataText::read(const ShardFile& shard, const SampleMember& member, const Job& job)
{
    const bool isWorthIt = shard.packing() == compression::Packing::None && member.size <= maximumTextSize
                           && member.size >= m_expected + tailSize + leastSaved;
    if (isWorthIt) {
        TRY(m_isShortened, readShortened(shard, member, job));
        if (m_isShortened)
            return {};
        m_expected = std::min(2 * m_expected, mostExpected);
    }
    return readWhole(shard, member, job);
}

Result<void> MetadataText::readWhole(const ShardFile& shard, const SampleMember& member, const Job& job)
{
    m_isShortened = false;
    return readMemberInto(m_text, shard, member, maximumTextSize, job);
}

Result<bool> MetadataText::readShortened(const ShardFile& shard, const SampleMember& member, const Job& job)
{
    const SampleMember head{member.extension, member.headerOffset, member.dataOffset, m_expected};
    TRY_VOID(readMemberInto(m_text, shard, head, maximumTextSize, job));
    const auto begin = lastStringIn(m_text);
    if (!begin)
        return false;
    std::array<char, tailSize> tail{};
    TRY(const std::size_t count, shard.readAt(member.dataOffset + member.size - tailSize, tail, job));
    const auto end = endAfterString(std::string_view(tail.data(), count));
    if (count < tailSize || !end)
        return false;
    m_expected = std::min(*begin + *begin / 4 + (4 << 10), mostExpected);
    m_text.resize(*begin);
    m_text.append("null").append(*end);
    m_text.reserve(m_text.size() + roomBehindText);
    return true;
}

} // namespace biomedica::shards
