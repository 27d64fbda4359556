#include "core/compression/checkpoints.h"

#include "core/base/hash.h"

#include <algorithm>
#include <chrono>
#include <set>
#include <zlib.h>

namespace biomedica::compression {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view magic = "BioCkpt1";
constexpr std::size_t footerSize = 64, entrySize = 40;
constexpr std::uint64_t unknownSize = ~std::uint64_t{0};
constexpr std::size_t largestWindow = 32768;

void put(std::string& bytes, std::uint64_t number, std::size_t size)
{
    for (std::size_t i = 0; i < size; ++i)
        bytes += static_cast<char>(number >> (8 * i));
}

class Numbers {
public:
    explicit Numbers(std::string_view bytes) : m_bytes(bytes) {}
    std::uint64_t next(std::size_t size)
    {
        std::uint64_t number = 0;
        for (std::size_t i = 0; i < size; ++i)
            number |= std::uint64_t{static_cast<unsigned char>(m_bytes[i])} << (8 * i);
        m_bytes.remove_prefix(size);
        return number;
    }

private:
    std::string_view m_bytes;
};

std::string deflated(std::string_view window)
{
    uLongf size = compressBound(static_cast<uLong>(window.size()));
    std::string bytes(size, '\0');
    compress2(reinterpret_cast<Bytef*>(bytes.data()), &size, reinterpret_cast<const Bytef*>(window.data()),
              static_cast<uLong>(window.size()), Z_BEST_SPEED);
    bytes.resize(size);
    return bytes;
}

Error badIndex()
{
    return Error(ErrorKind::Corrupt, "the index of a compressed file is damaged");
}

/// The name changes with the file, and stays when the file is moved.
fs::path indexPath(const fs::path& folder, const fs::path& file, FileStamp stamp)
{
    if (folder.empty())
        return {};
    const std::string identity =
        file.filename().string() + "\n" + std::to_string(stamp.size) + "\n" + std::to_string(stamp.modifiedNs);
    return folder / (hex64(hash64(identity)) + ".checkpoints");
}

} // namespace

void removeOtherIndexes(const fs::path& indexFolder, const std::vector<fs::path>& files)
{
    std::set<fs::path> wanted;
    for (const fs::path& file : files)
        if (const auto stamp = stampOf(file))
            wanted.insert(indexPath(indexFolder, file, *stamp));
    std::error_code problem;
    const auto yesterday = fs::file_time_type::clock::now() - std::chrono::hours(24);
    std::vector<fs::path> others;
    for (const auto& entry : fs::directory_iterator(indexFolder, problem)) {
        const bool isIndex = entry.path().extension() == ".checkpoints" && !wanted.contains(entry.path());
        const bool isLeftOver = entry.path().extension() == ".part" && entry.last_write_time(problem) < yesterday;
        if (isIndex || isLeftOver)
            others.push_back(entry.path());
    }
    for (const fs::path& path : others)
        fs::remove(path, problem);
}

Checkpoints Checkpoints::open(const fs::path& folder, const fs::path& file, FileStamp stamp)
{
    Checkpoints found(indexPath(folder, file, stamp), stamp);
    if (!found.m_index.empty() && !found.load())
        found.forget();
    return found;
}

Checkpoints::~Checkpoints()
{
    std::error_code ignored;
    if (!m_temporary.empty())
        fs::remove(m_temporary, ignored);
}

Result<void> Checkpoints::load()
{
    TRY(File file, File::openForReading(m_index));
    TRY(const FileStamp stamp, file.stamp());
    if (stamp.size < footerSize)
        return badIndex();
    TRY(const std::string footer, file.readExactly(stamp.size - footerSize, footerSize));
    Numbers numbers(std::string_view(footer).substr(magic.size()));
    const FileStamp of{numbers.next(8), static_cast<std::int64_t>(numbers.next(8))};
    const std::uint64_t size = numbers.next(8), count = numbers.next(8), remarkBytes = numbers.next(8);
    const std::uint64_t tableHash = numbers.next(8);
    if (!footer.starts_with(magic) || numbers.next(8) != hash64(std::string_view(footer).substr(0, footerSize - 8))
        || of != m_stamp || count == 0 || count > stamp.size / entrySize || remarkBytes > stamp.size)
        return badIndex();
    const std::uint64_t tableBytes = count * entrySize + remarkBytes;
    if (tableBytes + footerSize > stamp.size)
        return badIndex();
    TRY(const std::string table, file.readExactly(stamp.size - footerSize - tableBytes, tableBytes));
    if (hash64(table) != tableHash)
        return badIndex();
    Numbers entries(table);
    m_places.resize(count);
    for (Place& place : m_places) {
        place.checkpoint.content = entries.next(8);
        place.checkpoint.stored = entries.next(8);
        place.window = entries.next(8);
        place.windowSize = static_cast<std::uint32_t>(entries.next(4));
        place.checkpoint.isInside = entries.next(1) != 0;
        place.checkpoint.bits = static_cast<std::uint8_t>(entries.next(1) & 7);
        entries.next(2);
        place.windowHash = entries.next(8);
    }
    for (std::size_t i = 1; i < m_places.size(); ++i)
        m_largestGap = std::max(m_largestGap, m_places[i].checkpoint.content - m_places[i - 1].checkpoint.content);
    std::string_view texts = std::string_view(table).substr(count * entrySize);
    for (std::size_t end = 0; (end = texts.find('\0')) != std::string_view::npos; texts.remove_prefix(end + 1))
        m_remarks.emplace_back(texts.substr(0, end));
    m_contentSize = size == unknownSize ? std::nullopt : std::optional(size);
    m_isFinished = true;
    m_reading.emplace(std::move(file));
    return {};
}

void Checkpoints::forget()
{
    std::error_code ignored;
    if (!m_temporary.empty())
        fs::remove(m_temporary, ignored);
    m_temporary.clear();
    m_places.assign(1, {});
    m_largestGap = 0;
    m_contentSize.reset();
    m_remarks.clear();
    m_isFinished = m_isFull = false;
    m_writing.reset();
    m_reading.reset();
    m_written = 0;
}

const Checkpoint& Checkpoints::before(std::uint64_t content) const
{
    const auto behind =
        std::upper_bound(m_places.begin() + 1, m_places.end(), content,
                         [](std::uint64_t value, const Place& place) { return value < place.checkpoint.content; });
    return std::prev(behind)->checkpoint;
}

std::uint64_t Checkpoints::largestGap() const
{
    const std::uint64_t end = m_contentSize.value_or(last().content);
    return std::max(m_largestGap, end - std::min(end, last().content));
}

void Checkpoints::add(const Checkpoint& checkpoint, std::string_view window)
{
    if (m_isFull || m_isFinished)
        return;
    Place place;
    place.checkpoint = checkpoint;
    if (!append(place, window))
        m_isFull = true;
}

Result<void> Checkpoints::append(Place place, std::string_view window)
{
    if (!window.empty()) {
        if (!m_writing)
            TRY_VOID(beginFile());
        const std::string bytes = deflated(window);
        TRY_VOID(m_writing->append(bytes));
        place.window = m_written;
        place.windowSize = static_cast<std::uint32_t>(bytes.size());
        place.windowHash = hash64(bytes);
        m_written += bytes.size();
    }
    m_largestGap = std::max(m_largestGap, place.checkpoint.content - last().content);
    m_places.push_back(place);
    return {};
}

Result<void> Checkpoints::beginFile()
{
    const std::string part = "." + randomId() + ".part";
    if (m_index.empty()) {
        std::error_code ignored;
        m_temporary = fs::temp_directory_path(ignored) / ("biomedica" + part);
    } else {
        TRY_VOID(makeFolders(m_index.parent_path()));
        m_temporary = m_index;
        m_temporary += part;
    }
    TRY(File writing, File::createForWriting(m_temporary));
    TRY(File reading, File::openForReading(m_temporary));
    m_writing.emplace(std::move(writing));
    m_reading.emplace(std::move(reading));
    if (m_index.empty()) { // open files live on without a name
        std::error_code ignored;
        fs::remove(m_temporary, ignored);
        m_temporary.clear();
    }
    return {};
}

Result<std::string> Checkpoints::windowOf(const Checkpoint& checkpoint) const
{
    const auto place =
        std::lower_bound(m_places.begin(), m_places.end(), checkpoint.content,
                         [](const Place& known, std::uint64_t content) { return known.checkpoint.content < content; });
    if (!checkpoint.isInside)
        return std::string();
    if (place == m_places.end() || !m_reading || place->windowSize > compressBound(largestWindow))
        return badIndex();
    TRY(const std::string bytes, m_reading->readExactly(place->window, place->windowSize));
    std::string window(largestWindow, '\0');
    uLongf size = largestWindow;
    if (hash64(bytes) != place->windowHash
        || uncompress(reinterpret_cast<Bytef*>(window.data()), &size, reinterpret_cast<const Bytef*>(bytes.data()),
                      static_cast<uLong>(bytes.size()))
               != Z_OK)
        return badIndex();
    window.resize(size);
    return window;
}

void Checkpoints::finish(std::optional<std::uint64_t> contentSize, std::vector<std::string> remarks)
{
    m_contentSize = contentSize;
    m_remarks = std::move(remarks);
    if (!m_isFull && !m_index.empty())
        static_cast<void>(save()); // without it the places are found again another time
    m_isFinished = true;
}

Result<void> Checkpoints::save()
{
    if (!m_writing)
        TRY_VOID(beginFile());
    std::string table;
    for (const Place& place : m_places) {
        put(table, place.checkpoint.content, 8);
        put(table, place.checkpoint.stored, 8);
        put(table, place.window, 8);
        put(table, place.windowSize, 4);
        put(table, place.checkpoint.isInside, 1);
        put(table, place.checkpoint.bits, 1);
        put(table, 0, 2);
        put(table, place.windowHash, 8);
    }
    std::string texts;
    for (const std::string& text : m_remarks)
        texts.append(text).push_back('\0');
    table += texts;
    std::string footer(magic);
    put(footer, m_stamp.size, 8);
    put(footer, static_cast<std::uint64_t>(m_stamp.modifiedNs), 8);
    put(footer, m_contentSize.value_or(unknownSize), 8);
    put(footer, m_places.size(), 8);
    put(footer, texts.size(), 8);
    put(footer, hash64(table), 8);
    put(footer, hash64(footer), 8);
    TRY_VOID(m_writing->append(table + footer));
    TRY_VOID(m_writing->sync());
    TRY_VOID(renameDurably(m_temporary, m_index));
    m_temporary.clear();
    return {};
}

} // namespace biomedica::compression
