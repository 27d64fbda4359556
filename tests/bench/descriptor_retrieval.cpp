#include "core/image/shrink.h"
#include "tests/bench/descriptor_trials.h"
#include "tests/bench/measure.h"

#include <array>
#include <cmath>
#include <map>
#include <numeric>

namespace biomedica::bench {

namespace {

constexpr std::size_t depth = 10;

std::vector<float> toLengthOne(std::vector<float> values)
{
    const double length = std::sqrt(cosine(values, values));
    for (float& value : values)
        value = length > 0 ? static_cast<float>(value / length) : 0;
    return values;
}

/// The floor: the thumbnail's RGB less its mean, 4 × 4 × 4 colours, and 8 directions of edges by their strength.
std::vector<float> floorOf(const Picture& picture)
{
    const image::Pixels thumbnail = must(image::thumbnail(picture.bytes, 128));
    const image::Pixels tiny = image::shrunkTo(thumbnail, 8, 8);
    std::vector<float> places, colours(64), edges(8), vector;
    for (std::size_t i = 0; i < tiny.rgba.size(); ++i)
        if (i % 4 != 3)
            places.push_back(tiny.rgba[i]);
    const float mean = std::accumulate(places.begin(), places.end(), 0.0F) / static_cast<float>(places.size());
    for (float& value : places)
        value -= mean;
    for (std::size_t i = 0; i < thumbnail.rgba.size(); i += 4)
        ++colours[static_cast<std::size_t>(thumbnail.rgba[i] >> 6 << 4 | thumbnail.rgba[i + 1] >> 6 << 2
                                           | thumbnail.rgba[i + 2] >> 6)];
    for (float& value : colours)
        value = std::sqrt(value);
    for (int y = 1; y + 1 < thumbnail.height; ++y)
        for (int x = 1; x + 1 < thumbnail.width; ++x) {
            const auto green = [&](int dx, int dy) { return thumbnail.row(y + dy)[4 * (x + dx) + 1]; };
            const double dx = green(1, 0) - green(-1, 0);
            const double dy = green(0, 1) - green(0, -1);
            const double angle = std::atan2(dy, dx) / 3.14159265 + 1; // 0 to 2, the same after 1
            edges[static_cast<std::size_t>(angle * 8) % 8] += static_cast<float>(std::hypot(dx, dy));
        }
    for (const auto& part : {places, colours, edges})
        for (const float value : toLengthOne(part))
            vector.push_back(value);
    return toLengthOne(vector);
}

/// Of each picture the ten nearest of other groups.
std::vector<std::vector<std::size_t>> nearest(const std::vector<Picture>& pictures, const Vectors& vectors)
{
    std::vector<std::vector<std::size_t>> lists;
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        std::vector<std::pair<double, std::size_t>> others;
        for (std::size_t k = 0; k < pictures.size(); ++k)
            if (pictures[k].group != pictures[i].group)
                others.emplace_back(-cosine(vectors[i], vectors[k]), k);
        std::partial_sort(others.begin(), others.begin() + depth, others.end());
        lists.emplace_back();
        for (std::size_t n = 0; n < depth; ++n)
            lists.back().push_back(others[n].second);
    }
    return lists;
}

struct Score {
    int count = 0;
    double first = 0;     ///< how many had one of their own class nearest
    double precision = 0; ///< sum of the shares among the ten nearest
};

using Label = std::string Picture::*;

std::map<std::string, Score> scoresOf(const std::vector<Picture>& pictures,
                                      const std::vector<std::vector<std::size_t>>& lists, Label label)
{
    std::map<std::string, Score> scores;
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        const auto isSame = [&](std::size_t k) { return pictures[k].*label == pictures[i].*label; };
        Score& score = scores[pictures[i].*label];
        ++score.count;
        score.first += isSame(lists[i].front()) ? 1 : 0;
        score.precision += static_cast<double>(std::count_if(lists[i].begin(), lists[i].end(), isSame)) / depth;
    }
    return scores;
}

/// Micro: over pictures; macro: over classes.
void printRow(const char* name, const char* by, const std::map<std::string, Score>& scores)
{
    Score micro, macro;
    for (const auto& [label, score] : scores) {
        micro.count += score.count;
        micro.first += score.first;
        micro.precision += score.precision;
        macro.first += score.first / score.count / static_cast<double>(scores.size());
        macro.precision += score.precision / score.count / static_cast<double>(scores.size());
    }
    std::printf("%-12s %-8s %8.3f %8.3f %10.3f %8.3f\n", name, by, micro.first / micro.count, macro.first,
                micro.precision / micro.count, macro.precision);
}

} // namespace

double cosine(const std::vector<float>& a, const std::vector<float>& b)
{
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

void compareRetrieval(const std::vector<Picture>& pictures, const models::Descriptor& descriptor)
{
    std::array<Vectors, 2> vectors;
    for (const Picture& picture : pictures) {
        vectors[0].push_back(floorOf(picture));
        vectors[1].push_back(must(descriptor.describe(picture.bytes)));
    }
    std::printf("\n%-12s %-8s %8s %8s %10s %8s\n", "", "by", "top-1", "macro", "prec. @10", "macro");
    std::array<std::map<std::string, Score>, 2> byLabel;
    for (std::size_t i = 0; i < vectors.size(); ++i) {
        const char* name = i == 0 ? "floor" : "descriptor";
        const auto lists = nearest(pictures, vectors[i]);
        byLabel[i] = scoresOf(pictures, lists, &Picture::label);
        printRow(name, "label", byLabel[i]);
        printRow(name, "coarse", scoresOf(pictures, lists, &Picture::coarseLabel));
    }
    std::printf("\n%-26s %8s %8s %12s %10s\n", "label", "pictures", "floor", "descriptor", "prec. @10");
    for (const auto& [label, score] : byLabel[1])
        std::printf("%-26s %8d %8.2f %12.2f %10.2f\n", label.c_str(), score.count,
                    byLabel[0].at(label).first / score.count, score.first / score.count, score.precision / score.count);
}

} // namespace biomedica::bench
