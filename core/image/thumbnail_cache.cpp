#include "core/image/thumbnail_cache.h"

#include "core/base/hash.h"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <unordered_map>
#include <vector>

namespace biomedica::image {

namespace fs = std::filesystem;

namespace {

struct Place {
    std::uint64_t offset = 0;
    std::uint32_t size = 0;
    std::uint32_t check = 0;
};

struct Entry {
    std::uint64_t key = 0;
    Place place;
};
static_assert(sizeof(Entry) == 24, "as it is on disk");

std::uint32_t checkOf(std::string_view bytes)
{
    return static_cast<std::uint32_t>(hash64(bytes));
}

fs::path packPath(const fs::path& folder, int number)
{
    return folder / (std::to_string(number) + ".pack");
}

fs::path indexPath(const fs::path& folder, int number)
{
    return folder / (std::to_string(number) + ".index");
}

/// Numbers of the packs in the folder, rising.
std::vector<int> packNumbers(const fs::path& folder)
{
    std::vector<int> numbers;
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(folder, ignored)) {
        const std::string stem = entry.path().stem().string();
        int number = 0;
        const auto [end, problem] = std::from_chars(stem.data(), stem.data() + stem.size(), number);
        if (entry.path().extension() == ".pack" && problem == std::errc() && end == stem.data() + stem.size())
            numbers.push_back(number);
    }
    std::sort(numbers.begin(), numbers.end());
    return numbers;
}

void removePack(const fs::path& folder, int number)
{
    std::error_code ignored;
    fs::remove(packPath(folder, number), ignored);
    fs::remove(indexPath(folder, number), ignored);
}

} // namespace

struct ThumbnailCache::Pack {
    int number;
    File bytes, index;
    std::uint64_t bytesSize, indexSize;
    std::unordered_map<std::uint64_t, Place> places;

    std::uint64_t size() const { return bytesSize + indexSize; }
};

ThumbnailCache::ThumbnailCache(fs::path folder, std::int64_t maximumBytes)
    : m_folder(std::move(folder)), m_maximum(maximumBytes)
{
}

ThumbnailCache::~ThumbnailCache() = default;

std::shared_ptr<ThumbnailCache::Pack> ThumbnailCache::openPack(int number) const
{
    auto bytes =
        m_lock ? File::openForAppending(packPath(m_folder, number)) : File::openForReading(packPath(m_folder, number));
    auto index = m_lock ? File::openForAppending(indexPath(m_folder, number))
                        : File::openForReading(indexPath(m_folder, number));
    if (!bytes || !index)
        return nullptr;
    const auto packStamp = bytes->stamp(), indexStamp = index->stamp();
    if (!packStamp || !indexStamp || indexStamp->size % sizeof(Entry) != 0)
        return nullptr;
    std::vector<Entry> entries(indexStamp->size / sizeof(Entry));
    const std::span<char> buffer(reinterpret_cast<char*>(entries.data()), entries.size() * sizeof(Entry));
    const auto count = index->readAt(0, buffer);
    if (!count || *count != buffer.size())
        return nullptr;
    auto pack = std::make_shared<Pack>(
        Pack{number, std::move(*bytes), std::move(*index), packStamp->size, indexStamp->size, {}});
    pack->places.reserve(entries.size());
    for (const Entry& entry : entries)
        if (entry.place.offset + entry.place.size <= pack->bytesSize)
            pack->places.insert_or_assign(entry.key, entry.place);
    return pack;
}

void ThumbnailCache::load()
{
    if (std::exchange(m_isLoaded, true))
        return;
    if (makeFolders(m_folder))
        if (auto lock = File::openForAppending(m_folder / "lock"); lock && lock->tryLock() == 0)
            m_lock = std::move(*lock);
    std::vector<int> numbers = packNumbers(m_folder);
    const auto takeLast = [&]() -> std::shared_ptr<Pack> {
        if (numbers.empty())
            return nullptr;
        auto pack = openPack(numbers.back());
        if (!pack && m_lock)
            removePack(m_folder, numbers.back());
        numbers.pop_back();
        return pack;
    };
    m_newer = takeLast();
    m_older = takeLast();
    if (m_lock)
        for (const int number : numbers)
            removePack(m_folder, number);
}

std::optional<std::string> ThumbnailCache::find(std::uint64_t key)
{
    std::shared_ptr<Pack> pack;
    Place place;
    bool isOld = false;
    {
        const std::lock_guard lock(m_mutex);
        if (m_maximum <= 0)
            return std::nullopt;
        load();
        isOld = !m_newer || !m_newer->places.contains(key);
        pack = isOld ? m_older : m_newer;
        if (!pack || !pack->places.contains(key))
            return std::nullopt;
        place = pack->places.at(key);
    }
    auto bytes = pack->bytes.readExactly(place.offset, place.size); // others look up meanwhile
    if (!bytes || checkOf(*bytes) != place.check)
        return std::nullopt;
    if (isOld)
        add(key, *bytes);
    return std::move(*bytes);
}

void ThumbnailCache::add(std::uint64_t key, std::string_view bytes)
{
    const std::lock_guard lock(m_mutex);
    if (m_maximum <= 0)
        return;
    load();
    append(key, bytes);
}

void ThumbnailCache::append(std::uint64_t key, std::string_view bytes)
{
    const std::uint64_t half = static_cast<std::uint64_t>(std::max<std::int64_t>(m_maximum, 0)) / 2;
    if (!m_lock || m_isRefused || bytes.size() + sizeof(Entry) > half)
        return;
    if (!m_newer || m_newer->size() + bytes.size() + sizeof(Entry) > half)
        turnOver();
    if (!m_newer)
        return;
    const Entry entry{key, {m_newer->bytesSize, static_cast<std::uint32_t>(bytes.size()), checkOf(bytes)}};
    const std::string_view written(reinterpret_cast<const char*>(&entry), sizeof entry);
    if (!m_newer->bytes.append(bytes) || !m_newer->index.append(written)) {
        m_isRefused = true;
        return;
    }
    m_newer->bytesSize += bytes.size();
    m_newer->indexSize += sizeof entry;
    m_newer->places.insert_or_assign(key, entry.place);
}

void ThumbnailCache::turnOver()
{
    const int number = m_newer ? m_newer->number + 1 : m_older ? m_older->number + 1 : 1;
    if (m_newer) {
        drop(m_older);
        m_older = std::move(m_newer);
    }
    m_newer = openPack(number);
    m_isRefused = !m_newer;
}

void ThumbnailCache::drop(std::shared_ptr<Pack>& pack)
{
    if (pack)
        removePack(m_folder, pack->number);
    pack.reset();
}

std::int64_t ThumbnailCache::sizeNow() const
{
    std::int64_t size = 0;
    for (const Pack* pack : {m_newer.get(), m_older.get()})
        if (pack)
            size += static_cast<std::int64_t>(pack->size());
    return size;
}

void ThumbnailCache::setMaximum(std::int64_t bytes)
{
    const std::lock_guard lock(m_mutex);
    const bool isLess = bytes < std::exchange(m_maximum, bytes);
    if (!isLess)
        return;
    load();
    if (!m_lock)
        return;
    if (sizeNow() > bytes)
        drop(m_older);
    if (sizeNow() > bytes)
        drop(m_newer);
}

std::int64_t ThumbnailCache::size()
{
    const std::lock_guard lock(m_mutex);
    load();
    return sizeNow();
}

Result<void> ThumbnailCache::clear()
{
    const std::lock_guard lock(m_mutex);
    load();
    if (!m_lock)
        return Error(ErrorKind::Busy, "another program keeps thumbnails of this collection: close it and try again");
    drop(m_older);
    drop(m_newer);
    m_isRefused = false;
    return {};
}

} // namespace biomedica::image
