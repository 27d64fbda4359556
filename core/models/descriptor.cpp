#include "core/models/descriptor.h"

#include "core/base/hash.h"
#include "core/image/shrink.h"
#include "core/models/blocks/blocks.h"
#include "core/models/whitening.h"

#include <algorithm>
#include <cmath>

// Made by the build from resources/descriptor/builtin.matrix.
extern const unsigned char builtinMatrix[];
extern const unsigned long builtinMatrixSize;

namespace biomedica::models {

namespace {

image::Pixels cutOut(const image::Pixels& picture, const Region& region)
{
    image::Pixels part(region.width, region.height);
    for (int y = 0; y < region.height; ++y)
        std::copy_n(picture.row(region.y + y) + 4 * static_cast<std::ptrdiff_t>(region.x), 4 * region.width,
                    part.row(y));
    return part;
}

/// The same part of a picture that was reduced: at least one pixel of it.
Region reduced(const Region& region, image::Size full, image::Size small)
{
    const auto scaled = [](int value, int from, int to) {
        return static_cast<int>(std::lround(static_cast<double>(value) * to / from));
    };
    Region result;
    result.x = std::min(scaled(region.x, full.width, small.width), small.width - 1);
    result.y = std::min(scaled(region.y, full.height, small.height), small.height - 1);
    result.width = std::max(1, scaled(region.x + region.width, full.width, small.width) - result.x);
    result.height = std::max(1, scaled(region.y + region.height, full.height, small.height) - result.y);
    return result;
}

/// How large the whole has to be decoded: such that the part is twice as large as what is described. Decoders average
/// by whole numbers, and what is averaged twice is blurred enough to be seen in the vector.
image::Size wantedFor(const Region& region, image::Size full)
{
    const image::Size part = image::fittedInto({region.width, region.height}, {2 * describedSide, 2 * describedSide});
    const double scale =
        std::max(static_cast<double>(part.width) / region.width, static_cast<double>(part.height) / region.height);
    const auto scaled = [scale](int side) { return std::clamp(static_cast<int>(std::ceil(side * scale)), 1, side); };
    return {scaled(full.width), scaled(full.height)};
}

bool isWithin(const Region& region, image::Size full)
{
    return region.x >= 0 && region.y >= 0 && region.width > 0 && region.height > 0
           && region.width <= full.width - region.x && region.height <= full.height - region.y;
}

Error outside(const Region& region, image::Size full)
{
    const auto sides = [](int width, int height) { return std::to_string(width) + " × " + std::to_string(height); };
    return Error(ErrorKind::Invalid, "the part of " + sides(region.width, region.height) + " pixels at "
                                         + std::to_string(region.x) + ", " + std::to_string(region.y)
                                         + " is not within the picture of " + sides(full.width, full.height));
}

Region whole(image::Size full)
{
    return {0, 0, full.width, full.height};
}

/// A part of the picture, reduced.
Result<image::Pixels> decodedPart(std::string_view bytes, const Region& region, image::Size full,
                                  const image::DecodeLimits& limits)
{
    TRY(image::Pixels picture, image::decodeReduced(bytes, wantedFor(region, full), limits));
    if (image::Size{region.width, region.height} == full)
        return picture;
    return cutOut(picture, reduced(region, full, {picture.width, picture.height}));
}

} // namespace

Result<Descriptor> Descriptor::builtin()
{
    return fromMatrix({reinterpret_cast<const char*>(builtinMatrix), builtinMatrixSize});
}

Result<Descriptor> Descriptor::fromMatrix(std::string_view bytes)
{
    TRY(Whitening whitening, Whitening::fromBytes(bytes));
    const std::string version = std::to_string(Whitening::recipe) + "-" + hex64(hash64(bytes)).substr(0, 8);
    return Descriptor(std::make_shared<const Whitening>(std::move(whitening)), version);
}

int Descriptor::dimensions() const
{
    return static_cast<int>(m_whitening->dimensions());
}

std::vector<float> Descriptor::describe(const image::Pixels& picture) const
{
    return describeShrunk(picture, {picture.width, picture.height});
}

Result<std::vector<float>> Descriptor::describe(std::string_view bytes, const image::DecodeLimits& limits) const
{
    TRY(const image::Size full, image::readSize(bytes));
    return describe(bytes, whole(full), limits);
}

Result<std::vector<float>> Descriptor::describeUndamaged(std::string_view bytes,
                                                         const image::DecodeLimits& limits) const
{
    TRY(const image::Size full, image::readSize(bytes));
    TRY(const image::Pixels picture, decodedPart(bytes, whole(full), full, limits));
    if (!picture.damage.empty())
        return Error(ErrorKind::Corrupt, "a part of it is missing: " + picture.damage);
    return describeShrunk(picture, full);
}

Result<std::vector<float>> Descriptor::describe(std::string_view bytes, const Region& region,
                                                const image::DecodeLimits& limits) const
{
    TRY(const image::Size full, image::readSize(bytes));
    if (!isWithin(region, full))
        return outside(region, full);
    TRY(const image::Pixels picture, decodedPart(bytes, region, full, limits));
    return describeShrunk(picture, {region.width, region.height});
}

std::vector<float> Descriptor::describeShrunk(const image::Pixels& picture, image::Size original) const
{
    return m_whitening->vectorOf(measure(picture, original));
}

} // namespace biomedica::models
