// Workspace: what is read from the shards.

#include "core/base/hash.h"
#include "core/image/encode.h"
#include "core/image/shrink.h"
#include "core/shards/shard.h"
#include "core/workspace/copies.h"
#include "core/workspace/reader.h"

#include <algorithm>

namespace biomedica::workspace {

namespace {

/// Sides of the squares that thumbnails are kept for; what fits a smaller box is made from them.
constexpr int keptSides[] = {256, 512};
constexpr int keptQuality = 88;

/// The figure's shard, opened, if it still is the file that was indexed.
Result<shards::ShardPointer> openShard(shards::OpenShards& open, const catalog::ShardInfo& shard)
{
    auto opened = open.open(shard.path);
    const bool isAway =
        !opened && (opened.error().kind() == ErrorKind::NotFound || opened.error().kind() == ErrorKind::Io);
    if (isAway)
        return Error(opened.error().kind(), "the shard is not there: " + opened.error().message());
    if (opened && (*opened)->stamp() != shard.stamp)
        return Error(ErrorKind::Corrupt,
                     "the shard '" + shard.path.string() + "' has changed since it was indexed: index it again");
    return opened;
}

/// What the catalog knows of a figure's bytes.
struct Located {
    shards::Sample sample;
    catalog::ShardInfo shard;
};

Result<Located> locate(catalog::Catalog& catalog, RowId row)
{
    TRY(catalog::FigureText text, catalog.figureText(row));
    TRY(catalog::ShardInfo shard, catalog.shard(text.shard));
    return Located{{std::move(text.key), std::move(text.members)}, std::move(shard)};
}

Result<std::string> readImage(shards::OpenShards& open, const Located& figure)
{
    TRY(const shards::ShardPointer file, openShard(open, figure.shard));
    if (!figure.sample.image())
        return Error(ErrorKind::NotFound, "the sample has no image");
    return shards::readMember(*file, *figure.sample.image(), shards::maximumImageSize);
}

std::optional<int> keptSideFor(image::Size box)
{
    for (const int side : keptSides)
        if (std::max(box.width, box.height) <= side)
            return side;
    return std::nullopt;
}

/// The same for the same bytes of the same file.
std::uint64_t keyOf(const Located& figure, const shards::SampleMember& image, int side)
{
    const FileStamp& stamp = figure.shard.stamp;
    std::string text = figure.shard.path.string();
    for (const std::uint64_t part : {stamp.size, static_cast<std::uint64_t>(stamp.modifiedNs), image.dataOffset,
                                     image.size, static_cast<std::uint64_t>(side)})
        text += '\n' + std::to_string(part);
    return hash64(text);
}

/// Whether decoding the picture takes much longer than decoding its thumbnail.
bool isWorthKeeping(image::Size picture, int side)
{
    return std::int64_t{picture.width} * picture.height >= std::int64_t{2} * side * side;
}

Thumbnail toThumbnail(Result<image::Pixels> decoded)
{
    return decoded ? Thumbnail{std::move(*decoded), {}} : Thumbnail{{}, decoded.error().message()};
}

} // namespace

Result<std::string> Workspace::imageBytes(RowId row)
{
    TRY(auto lease, reader());
    TRY(const Located figure, locate(lease.catalog(), row));
    return readImage(m_shards, figure);
}

Result<std::optional<std::string>> Workspace::memberBytes(RowId row, std::string_view extension)
{
    TRY(auto lease, reader());
    TRY(const Located figure, locate(lease.catalog(), row));
    const auto& members = figure.sample.members;
    const auto member = std::find_if(members.begin(), members.end(), [&](const shards::SampleMember& candidate) {
        return candidate.extension == extension;
    });
    if (member == members.end())
        return std::optional<std::string>();
    TRY(const shards::ShardPointer file, openShard(m_shards, figure.shard));
    TRY(std::string bytes, shards::readMember(*file, *member, shards::maximumImageSize));
    return std::optional(std::move(bytes));
}

Result<std::vector<std::vector<RowId>>> Workspace::copies(const Bitmap& among, const Job& job)
{
    TRY(const auto now, snapshot());
    TRY(auto lease, reader());
    const auto bytesOf = [this](RowId row) { return imageBytes(row); };
    return copiesAmong(among, lease.catalog(), *now->columns, bytesOf, job);
}

Result<Thumbnail> Workspace::thumbnail(RowId row, image::Size box, const image::DecodeLimits& limits)
{
    TRY(auto lease, reader());
    TRY(const Located figure, locate(lease.catalog(), row));
    TRY_VOID(openShard(m_shards, figure.shard)); // what is gone or another file now is told, not covered up
    const shards::SampleMember* image = figure.sample.image();
    const std::optional<int> side = image ? keptSideFor(box) : std::nullopt;
    const std::uint64_t key = side ? keyOf(figure, *image, *side) : 0;
    if (const auto kept = side ? m_thumbnails.find(key) : std::nullopt)
        return toThumbnail(image::thumbnail(*kept, box, limits));
    TRY(const std::string bytes, readImage(m_shards, figure));
    const auto size = image::readSize(bytes);
    if (!side || !size || !isWorthKeeping(*size, *side))
        return toThumbnail(image::thumbnail(bytes, box, limits));
    auto pixels = image::thumbnail(bytes, *side, limits);
    if (!pixels)
        return toThumbnail(std::move(pixels));
    if (pixels->damage.empty() && image::isOpaque(*pixels))
        if (const auto file = image::encodeJpeg(*pixels, keptQuality, image::Chroma::Full))
            m_thumbnails.add(key, *file);
    return toThumbnail(image::shrunkInto(std::move(*pixels), box));
}

Result<std::string> Workspace::metadataText(RowId row)
{
    TRY(auto lease, reader());
    TRY(const Located figure, locate(lease.catalog(), row));
    if (!figure.sample.metadata())
        return std::string();
    TRY(const shards::ShardPointer file, openShard(m_shards, figure.shard));
    return shards::readMember(*file, *figure.sample.metadata(), shards::maximumTextSize);
}

Result<shards::FigureMetadata> Workspace::metadata(RowId row)
{
    TRY(const std::string text, metadataText(row));
    if (text.empty())
        return shards::FigureMetadata{};
    return shards::MetadataReader().read(text);
}

} // namespace biomedica::workspace
