#include "core/models/whitening.h"

#include "core/base/hash.h"
#include "core/models/blocks/blocks.h"

#include <bit>
#include <cmath>
#include <cstring>
#include <opencv2/core.hpp>

namespace biomedica::models {

static_assert(std::endian::native == std::endian::little);

namespace {

constexpr std::string_view magic = "BIODESC\n";
constexpr float power = 0.35F;
constexpr float longestBlock = 1.6F;
/// Next to the numbers of length one. Chosen, like the temper of the distributions, by pictures that no fit had seen:
/// drawings of an earlier demo found among few of their own by a fit to today's (.941 without kinds, .959 with them),
/// the other way round (.828, .843), and charts of two other programs, each one's kinds found among the other's (first
/// ones .835, .837; of the first ten .790, .804). From 0.3 to 0.5 and with tempers from 4 to 16 these change by less
/// than 0.015.
constexpr float lengthOfKinds = 0.4F;

/// Of the blocks' names and sizes: a matrix fitted to others does not pass for one of ours.
std::uint64_t layout()
{
    std::string text;
    for (const Block& block : allBlocks())
        text += std::string(block.name) + " " + std::to_string(block.size) + "\n";
    return hash64(text);
}

template <typename T>
void put(std::string& bytes, const T& value)
{
    bytes.append(reinterpret_cast<const char*>(&value), sizeof(T));
}

void putAll(std::string& bytes, const std::vector<float>& values)
{
    bytes.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(float));
}

template <typename T>
T take(std::string_view& bytes)
{
    T value;
    std::memcpy(&value, bytes.data(), sizeof(T));
    bytes.remove_prefix(sizeof(T));
    return value;
}

std::vector<float> takeAll(std::string_view& bytes, std::size_t count)
{
    std::vector<float> values(count);
    std::memcpy(values.data(), bytes.data(), count * sizeof(float));
    bytes.remove_prefix(count * sizeof(float));
    return values;
}

Error damaged(const std::string& why)
{
    return Error(ErrorKind::Corrupt, "the matrix of the built-in descriptor " + why
                                         + "; install the program again, or make it with biomedica fit-descriptor");
}

/// Bytes before the numbers, and the sum after them.
constexpr std::size_t headerSize = magic.size() + 5 * sizeof(std::uint32_t) + sizeof(std::uint64_t);
constexpr std::size_t sumSize = sizeof(std::uint64_t);

void cutBlock(std::span<float> block)
{
    float squares = 0;
    for (const float value : block)
        squares += value * value;
    const float length = std::sqrt(squares);
    if (length > longestBlock)
        for (float& value : block)
            value *= longestBlock / length;
}

void toLengthOne(std::span<float> values)
{
    double squares = 0;
    for (const float value : values)
        squares += static_cast<double>(value) * value;
    const auto length = static_cast<float>(std::sqrt(squares));
    if (length > 0)
        for (float& value : values)
            value /= length;
}

/// In eight sums side by side, which the compiler puts into one register or two; the same on every machine.
float product(const float* a, const float* b, std::size_t size)
{
    float sums[8] = {};
    std::size_t i = 0;
    for (; i + 8 <= size; i += 8)
        for (std::size_t k = 0; k < 8; ++k)
            sums[k] += a[i + k] * b[i + k];
    float sum = 0;
    for (; i < size; ++i)
        sum += a[i] * b[i];
    for (const float part : sums)
        sum += part;
    return sum;
}

} // namespace

std::vector<float> Whitening::raised(std::span<const float> measures)
{
    std::vector<float> result;
    for (const float value : measures)
        result.push_back(std::copysign(std::pow(std::abs(value), power), value));
    return result;
}

std::vector<float> Whitening::normalised(std::span<const float> measures) const
{
    std::vector<float> result = raised(measures);
    for (std::size_t i = 0; i < result.size(); ++i)
        result[i] = (result[i] - centres[i]) * scales[i];
    std::size_t begin = 0;
    for (const Block& block : allBlocks()) {
        cutBlock(std::span(result).subspan(begin, block.size));
        begin += block.size;
    }
    return result;
}

std::vector<float> Whitening::numbersOf(std::span<const float> y) const
{
    std::vector<float> numbers(directions());
    for (std::size_t i = 0; i < numbers.size(); ++i)
        numbers[i] = product(matrix.data() + i * y.size(), y.data(), y.size()) - offset[i];
    return numbers;
}

std::vector<float> Whitening::vectorOf(std::span<const float> measures) const
{
    std::vector<float> vector = numbersOf(normalised(measures));
    const auto roots = kinds.rootsOfShares(std::span(vector).last(kinds.discriminants()));
    toLengthOne(vector);
    for (const float root : roots)
        vector.push_back(lengthOfKinds * root);
    toLengthOne(vector);
    return vector;
}

std::string Whitening::toBytes() const
{
    std::string bytes(magic);
    put(bytes, recipe);
    put(bytes, static_cast<std::uint32_t>(centres.size()));
    put(bytes, static_cast<std::uint32_t>(directions()));
    put(bytes, static_cast<std::uint32_t>(kinds.discriminants()));
    put(bytes, static_cast<std::uint32_t>(kinds.kinds()));
    put(bytes, layout());
    for (const auto* values : {&centres, &scales, &offset, &kinds.deviations, &kinds.means})
        putAll(bytes, *values);
    cv::Mat half;
    cv::Mat(1, static_cast<int>(matrix.size()), CV_32F, const_cast<float*>(matrix.data())).convertTo(half, CV_16F);
    bytes.append(reinterpret_cast<const char*>(half.data), matrix.size() * 2);
    put(bytes, hash64(bytes));
    return bytes;
}

Result<Whitening> Whitening::fromBytes(std::string_view bytes)
{
    if (bytes.size() < headerSize + sumSize || !bytes.starts_with(magic))
        return damaged("is not one");
    std::string_view rest = bytes.substr(magic.size());
    const auto madeBy = take<std::uint32_t>(rest);
    const auto measures = take<std::uint32_t>(rest);
    const auto directions = take<std::uint32_t>(rest);
    const auto discriminants = take<std::uint32_t>(rest);
    const auto kinds = take<std::uint32_t>(rest);
    const auto blocks = take<std::uint64_t>(rest);
    if (madeBy != recipe || measures != measureCount() || blocks != layout())
        return Error(ErrorKind::Unsupported, "the matrix of the built-in descriptor was fitted to recipe "
                                                 + std::to_string(madeBy) + " with " + std::to_string(measures)
                                                 + " measures, not to this program's; make it again with biomedica "
                                                   "fit-descriptor");
    constexpr std::uint32_t most = 1 << 16;
    const std::uint64_t numbers = (2ULL * measures + directions + discriminants + 1ULL * kinds * discriminants) * 4
                                  + 2ULL * measures * directions;
    if (directions > most || discriminants > directions || kinds > most || rest.size() != numbers + sumSize)
        return damaged("is cut short or too long");
    std::string_view sum = rest.substr(numbers);
    if (take<std::uint64_t>(sum) != hash64(bytes.substr(0, bytes.size() - sumSize)))
        return damaged("is damaged: its sum is wrong");
    Whitening whitening;
    whitening.centres = takeAll(rest, measures);
    whitening.scales = takeAll(rest, measures);
    whitening.offset = takeAll(rest, directions);
    whitening.kinds.deviations = takeAll(rest, discriminants);
    whitening.kinds.means = takeAll(rest, std::size_t{kinds} * discriminants);
    std::vector<std::uint16_t> half(std::size_t{directions} * measures);
    std::memcpy(half.data(), rest.data(), half.size() * 2);
    whitening.matrix.resize(half.size());
    const int size = static_cast<int>(half.size());
    cv::Mat full(1, size, CV_32F, whitening.matrix.data());
    cv::Mat(1, size, CV_16F, half.data()).convertTo(full, CV_32F);
    return whitening;
}

} // namespace biomedica::models
