#include "core/compression/contentfile.h"

#include "core/compression/compressedfile.h"

#include <array>

namespace biomedica::compression {

namespace fs = std::filesystem;

namespace {

class PlainFile final : public ContentFile {
public:
    PlainFile(File file, FileStamp stamp) : ContentFile(std::move(file), stamp) {}
};

Packing packingOf(std::string_view head)
{
    using namespace std::string_view_literals;
    if (head.starts_with("\x1f\x8b"sv))
        return Packing::Gzip;
    // A zstd file may begin with a skippable frame, as pzstd's do: magic 0x184D2A50 to 5F.
    const bool isSkippable =
        head.size() == 4 && (static_cast<unsigned char>(head[0]) & 0xf0u) == 0x50 && head.substr(1) == "\x2a\x4d\x18"sv;
    return isSkippable || head == "\x28\xb5\x2f\xfd"sv ? Packing::Zstd : Packing::None;
}

} // namespace

Result<std::shared_ptr<const ContentFile>> ContentFile::open(const fs::path& path, const fs::path& indexFolder,
                                                             const Limits& limits)
{
    TRY(File file, File::openForReading(path));
    TRY(const FileStamp stamp, file.stamp());
    std::array<char, 4> head{};
    TRY(const std::size_t count, file.readAt(0, head));
    const Packing packing = packingOf(std::string_view(head.data(), count));
    if (packing == Packing::None)
        return std::shared_ptr<const ContentFile>(std::make_shared<PlainFile>(std::move(file), stamp));
    return CompressedFile::open(std::move(file), stamp, packing, indexFolder, limits);
}

Result<std::size_t> ContentFile::readAt(std::uint64_t offset, std::span<char> buffer, const Job&) const
{
    return m_file.readAt(offset, buffer);
}

Result<std::string> ContentFile::readExactly(std::uint64_t offset, std::size_t size, const Job& job) const
{
    std::string bytes(size, '\0');
    TRY(const std::size_t count, readAt(offset, bytes, job));
    if (count != size)
        return Error(ErrorKind::Corrupt, "'" + path().string() + "' ends in the middle of a record");
    return bytes;
}

Result<bool> ContentFile::reaches(std::uint64_t size, const Job&) const
{
    return size <= m_stamp.size;
}

} // namespace biomedica::compression
