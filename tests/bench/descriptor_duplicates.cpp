#include "core/image/encode.h"
#include "core/image/shrink.h"
#include "tests/bench/descriptor_trials.h"
#include "tests/bench/measure.h"

#include <opencv2/imgproc.hpp>

namespace biomedica::bench {

namespace {

using image::Pixels;

Pixels rescaled(const Pixels& picture, double factor)
{
    const auto scaled = [factor](int side) { return std::max(1, static_cast<int>(side * factor + 0.5)); };
    Pixels result(scaled(picture.width), scaled(picture.height));
    Pixels source = picture;
    cv::Mat to(result.height, result.width, CV_8UC4, result.rgba.data());
    cv::resize(cv::Mat(source.height, source.width, CV_8UC4, source.rgba.data()), to, to.size(), 0, 0,
               factor < 1 ? cv::INTER_AREA : cv::INTER_CUBIC);
    return result;
}

/// 5 % off every side.
Pixels cropped(const Pixels& picture)
{
    const int x = picture.width / 20;
    const int y = picture.height / 20;
    Pixels part(picture.width - 2 * x, picture.height - 2 * y);
    for (int row = 0; row < part.height; ++row)
        std::copy_n(picture.row(y + row) + 4 * x, 4 * part.width, part.row(row));
    return part;
}

Pixels inGrey(Pixels picture)
{
    for (std::size_t i = 0; i < picture.rgba.size(); i += 4) {
        const int luma = picture.rgba[i] * 77 + picture.rgba[i + 1] * 150 + picture.rgba[i + 2] * 29;
        std::fill_n(picture.rgba.begin() + static_cast<std::ptrdiff_t>(i), 3, static_cast<std::uint8_t>(luma >> 8));
    }
    return picture;
}

struct Treatment {
    const char* name;
    Pixels (*apply)(const Pixels&);
};

constexpr Treatment treatments[] = {
    {"JPEG, quality 50",
     [](const Pixels& picture) { return must(image::decode(must(image::encodeJpeg(picture, 50)))); }},
    {"half the size", [](const Pixels& picture) { return rescaled(picture, 0.5); }},
    {"1.5 times the size", [](const Pixels& picture) { return rescaled(picture, 1.5); }},
    {"5 % off each side", cropped},
    {"grey", [](const Pixels& picture) { return inGrey(picture); }},
};

void printQuantiles(const char* name, const std::vector<double>& cosines)
{
    std::printf("%-24s %8zu", name, cosines.size());
    for (const double q : {0.0, 0.01, 0.05, 0.5, 0.95, 0.99, 0.999, 1.0})
        std::printf(" %7.3f", quantile(cosines, q));
    std::printf("\n");
}

/// Whether each treated picture has its original (or one of its group) nearest, and the cosines with the original.
std::vector<double> ask(const Treatment& treatment, const std::vector<Picture>& pictures, const Vectors& originals,
                        const models::Descriptor& descriptor)
{
    std::vector<double> cosines;
    int itself = 0;
    int group = 0;
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        const std::vector<float> asked = descriptor.describe(treatment.apply(must(image::decode(pictures[i].bytes))));
        std::size_t best = 0;
        for (std::size_t k = 0; k < originals.size(); ++k)
            if (cosine(asked, originals[k]) > cosine(asked, originals[best]))
                best = k;
        itself += best == i ? 1 : 0;
        group += pictures[best].group == pictures[i].group ? 1 : 0;
        cosines.push_back(cosine(asked, originals[i]));
    }
    const auto share = [&](int found) { return static_cast<double>(found) / static_cast<double>(pictures.size()); };
    std::printf("%-24s %8.3f %8.3f\n", treatment.name, share(itself), share(group));
    return cosines;
}

double shareAbove(const std::vector<double>& cosines, double threshold)
{
    return static_cast<double>(std::count_if(cosines.begin(), cosines.end(), [&](double c) { return c >= threshold; }))
           / static_cast<double>(cosines.size());
}

} // namespace

void findNearDuplicates(const std::vector<Picture>& pictures, const models::Descriptor& descriptor)
{
    Vectors originals;
    for (const Picture& picture : pictures)
        originals.push_back(must(descriptor.describe(picture.bytes)));

    std::printf("\n%-24s %8s %8s\n", "nearest of all originals", "itself", "group");
    std::vector<std::vector<double>> treated;
    for (const Treatment& treatment : treatments)
        treated.push_back(ask(treatment, pictures, originals, descriptor));

    std::vector<double> same, different;
    for (std::size_t i = 0; i < pictures.size(); ++i)
        for (std::size_t k = 0; k < i; ++k)
            (pictures[i].group == pictures[k].group ? same : different).push_back(cosine(originals[i], originals[k]));
    std::printf("\n%-24s %8s %7s %7s %7s %7s %7s %7s %7s %7s\n", "cosines of pairs", "pairs", "least", "1 %", "5 %",
                "median", "95 %", "99 %", "99.9 %", "most");
    for (std::size_t i = 0; i < treated.size(); ++i)
        printQuantiles(treatments[i].name, treated[i]);
    printQuantiles("same group", same);
    printQuantiles("different groups", different);

    std::printf("\n%-9s %10s %10s %14s", "threshold", "precision", "recall", "of all others");
    for (const Treatment& treatment : treatments)
        std::printf(" %19s", treatment.name);
    std::printf("\n");
    for (const double threshold : {0.7, 0.75, 0.8, 0.85, 0.9, 0.925, 0.95, 0.97, 0.98, 0.99}) {
        const double found = shareAbove(same, threshold) * static_cast<double>(same.size());
        const double wrong = shareAbove(different, threshold) * static_cast<double>(different.size());
        std::printf("%-9.3f %10.3f %10.3f %14.6f", threshold, found / std::max(1.0, found + wrong),
                    shareAbove(same, threshold), shareAbove(different, threshold));
        for (const auto& cosines : treated)
            std::printf(" %19.3f", shareAbove(cosines, threshold));
        std::printf("\n");
    }
}

void timeDescriptor(const std::vector<Picture>& pictures, const models::Descriptor& descriptor)
{
    constexpr int rounds = 3;
    constexpr int side = 256; // of what is described
    cv::setNumThreads(1);
    std::vector<double> decoding, describing, whole;
    for (int round = 0; round < rounds; ++round)
        for (const Picture& picture : pictures) {
            Pixels small;
            decoding.push_back(costOf([&] { small = must(image::thumbnail(picture.bytes, side)); }).processor);
            describing.push_back(costOf([&] { descriptor.describe(small); }).processor);
            whole.push_back(costOf([&] { must(descriptor.describe(picture.bytes)); }).processor);
        }
    std::printf("\n%-36s %8s %8s %8s\n", "processor ms a picture, one thread", "mean", "median", "95 %");
    for (const auto& [name, times] : {std::pair{"decoding and shrinking to 256", &decoding},
                                      {"describing what was decoded", &describing},
                                      {"both, from the file's bytes", &whole}}) {
        double sum = 0;
        for (const double time : *times)
            sum += time;
        std::printf("%-36s %8.2f %8.2f %8.2f\n", name, sum / static_cast<double>(times->size()), quantile(*times, 0.5),
                    quantile(*times, 0.95));
    }
}

} // namespace biomedica::bench
