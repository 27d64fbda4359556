#include "core/workspace/remembered_pictures.h"

#include "core/base/text.h"

namespace biomedica::workspace {

namespace {

constexpr std::size_t mostBytes = 256 << 20;

} // namespace

std::string RememberedPictures::add(RememberedPicture picture)
{
    const std::lock_guard lock(m_mutex);
    const int number = m_next++;
    picture.name = "@" + std::to_string(number);
    m_bytes += picture.imageBytes.size();
    m_pictures.emplace(number, std::move(picture));
    while (m_bytes > mostBytes && m_pictures.size() > 1) {
        m_bytes -= m_pictures.begin()->second.imageBytes.size();
        m_pictures.erase(m_pictures.begin());
    }
    return "@" + std::to_string(number);
}

std::optional<RememberedPicture> RememberedPictures::find(const std::string& name) const
{
    const auto number = parseInteger(std::string_view(name).substr(std::min<std::size_t>(1, name.size())));
    const std::lock_guard lock(m_mutex);
    const auto found = number && isName(name) ? m_pictures.find(static_cast<int>(*number)) : m_pictures.end();
    return found == m_pictures.end() ? std::nullopt : std::optional(found->second);
}

} // namespace biomedica::workspace
