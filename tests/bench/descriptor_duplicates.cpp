#include "core/sameness/sameness.h"
#include "tests/bench/descriptor_trials.h"
#include "tests/bench/measure.h"
#include "tests/support/remade.h"

#include <map>

namespace biomedica::bench {

namespace {

void printQuantiles(const char* name, const std::vector<double>& cosines)
{
    std::printf("%-24s %8zu", name, cosines.size());
    for (const double q : {0.0, 0.01, 0.05, 0.5, 0.95, 0.99, 0.999, 1.0})
        std::printf(" %7.3f", quantile(cosines, q));
    std::printf("\n");
}

/// Whether each treated picture has its original (or one of its group) nearest, and the cosines with the original.
std::vector<double> ask(const test::Remaking& remaking, const std::vector<Picture>& pictures, const Vectors& originals,
                        const models::Descriptor& descriptor)
{
    std::vector<double> cosines;
    int itself = 0;
    int group = 0;
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        const std::vector<float> asked = descriptor.describe(remaking.apply(must(image::decode(pictures[i].bytes))));
        std::size_t best = 0;
        for (std::size_t k = 0; k < originals.size(); ++k)
            if (cosine(asked, originals[k]) > cosine(asked, originals[best]))
                best = k;
        itself += best == i ? 1 : 0;
        group += pictures[best].group == pictures[i].group ? 1 : 0;
        cosines.push_back(cosine(asked, originals[i]));
    }
    const auto share = [&](int found) { return static_cast<double>(found) / static_cast<double>(pictures.size()); };
    std::printf("%-24s %8.3f %8.3f\n", remaking.name, share(itself), share(group));
    return cosines;
}

double shareAbove(const std::vector<double>& cosines, double threshold)
{
    return static_cast<double>(std::count_if(cosines.begin(), cosines.end(), [&](double c) { return c >= threshold; }))
           / static_cast<double>(cosines.size());
}

using sameness::GreyPicture;

constexpr std::size_t mostProposed = 8; ///< as Similarity::duplicates()

bool areTheSame(const GreyPicture& first, const GreyPicture& second)
{
    return sameness::sameness(first, second) >= sameness::leastOfTheSame;
}

/// What sameness::leastOfTheSame was chosen by: our own drawings made anew, and those of the same kind, size and style
/// with other data.
void compareDrawings()
{
    constexpr std::uint64_t drawingsOfKind = 6;
    std::map<std::string, std::vector<double>> found;
    for (const demo::KindInfo& kind : demo::allKinds())
        for (std::uint64_t i = 0; i < drawingsOfKind; ++i) {
            const std::uint64_t seed = demo::seedOf(0x5a3e, {static_cast<std::uint64_t>(kind.kind), i});
            const image::Pixels drawing = test::drawnAlike(kind, seed, seed + 1);
            const GreyPicture grey = sameness::greyOf(drawing);
            const auto note = [&](const char* name, const image::Pixels& other) {
                found[name].push_back(sameness::sameness(grey, sameness::greyOf(other)));
            };
            for (const test::Remaking& remaking : test::remakings)
                note(remaking.name, remaking.apply(drawing));
            note("6 % wider at each side", test::onAWiderSheet(drawing));
            note("other data", test::drawnAlike(kind, seed, seed + 2));
        }
    std::printf("\n%-24s %8s %7s %7s %7s %7s %7s %7s %7s %7s\n", "sameness of drawings", "pairs", "least", "1 %", "5 %",
                "median", "95 %", "99 %", "99.9 %", "most");
    for (const auto& [name, values] : found)
        printQuantiles(name.c_str(), values);
}

/// The descriptor's nearest originals of a vector, the nearest first.
std::vector<std::pair<double, std::size_t>> nearestOf(const std::vector<float>& vector, const Vectors& originals,
                                                      std::size_t most)
{
    std::vector<std::pair<double, std::size_t>> near;
    for (std::size_t i = 0; i < originals.size(); ++i)
        near.emplace_back(cosine(vector, originals[i]), i);
    std::sort(near.rbegin(), near.rend());
    near.resize(std::min(near.size(), most));
    return near;
}

struct Comparison {
    double cosine = 0;
    bool isItself = false, isSame = false, isOfGroup = false;
};

/// Each remade picture with the originals that are proposed for it; adds the processor's milliseconds of each.
std::vector<Comparison> compare(const test::Remaking& remaking, const std::vector<Picture>& pictures,
                                const Vectors& originals, const std::vector<GreyPicture>& greys,
                                const models::Descriptor& descriptor, std::vector<double>& milliseconds)
{
    std::vector<Comparison> comparisons;
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        const image::Pixels remade = remaking.apply(must(image::decode(pictures[i].bytes)));
        const GreyPicture grey = sameness::greyOf(remade);
        for (const auto& [likeness, other] : nearestOf(descriptor.describe(remade), originals, mostProposed)) {
            Comparison comparison{likeness, other == i, false, pictures[other].group == pictures[i].group};
            milliseconds.push_back(costOf([&] { comparison.isSame = areTheSame(greys[other], grey); }).processor);
            comparisons.push_back(comparison);
        }
    }
    return comparisons;
}

void printFound(const char* name, const std::vector<Comparison>& comparisons, std::size_t asked)
{
    for (const double least : {0.5, 0.7, 0.8, 0.9}) {
        const auto count = [&](auto isCounted) {
            return std::count_if(comparisons.begin(), comparisons.end(), [&](const Comparison& comparison) {
                return comparison.cosine >= least && isCounted(comparison);
            });
        };
        const auto share = [&](auto number) { return static_cast<double>(number) / static_cast<double>(asked); };
        std::printf("%-24s %7.2f %9.3f %9.3f %13td %9td\n", name, least,
                    share(count([](const Comparison& c) { return c.isItself; })),
                    share(count([](const Comparison& c) { return c.isItself && c.isSame; })),
                    count([](const Comparison& c) { return c.isSame && !c.isOfGroup; }),
                    count([](const Comparison&) { return true; }));
    }
}

/// The pictures themselves: each pair that either proposes.
void printPairs(const std::vector<Picture>& pictures, const Vectors& originals, const std::vector<GreyPicture>& greys)
{
    std::map<std::pair<std::size_t, std::size_t>, Comparison> pairs;
    for (std::size_t i = 0; i < pictures.size(); ++i)
        for (const auto& [likeness, other] : nearestOf(originals[i], originals, mostProposed + 1))
            if (other != i)
                pairs[std::minmax(i, other)] = {likeness, false, false, pictures[i].group == pictures[other].group};
    for (auto& [places, pair] : pairs)
        pair.isSame = areTheSame(greys[places.first], greys[places.second]);
    std::printf("\n%-9s %9s %10s %11s %13s\n", "cosine", "compared", "confirmed", "same group", "same label");
    for (const double least : {0.5, 0.7, 0.8, 0.9, 0.95}) {
        std::size_t compared = 0, confirmed = 0, ofGroup = 0, ofLabel = 0;
        for (const auto& [places, pair] : pairs)
            if (pair.cosine >= least) {
                ++compared;
                confirmed += pair.isSame ? 1 : 0;
                ofGroup += pair.isSame && pair.isOfGroup ? 1 : 0;
                ofLabel += pair.isSame && pictures[places.first].label == pictures[places.second].label ? 1 : 0;
            }
        std::printf("%-9.2f %9zu %10zu %11zu %13zu\n", least, compared, confirmed, ofGroup, ofLabel);
    }
}

} // namespace

void findNearDuplicates(const std::vector<Picture>& pictures, const models::Descriptor& descriptor)
{
    Vectors originals;
    for (const Picture& picture : pictures)
        originals.push_back(must(descriptor.describe(picture.bytes)));

    std::printf("\n%-24s %8s %8s\n", "nearest of all originals", "itself", "group");
    std::vector<std::vector<double>> treated;
    for (const test::Remaking& remaking : test::remakings)
        treated.push_back(ask(remaking, pictures, originals, descriptor));

    std::vector<double> same, different;
    for (std::size_t i = 0; i < pictures.size(); ++i)
        for (std::size_t k = 0; k < i; ++k)
            (pictures[i].group == pictures[k].group ? same : different).push_back(cosine(originals[i], originals[k]));
    std::printf("\n%-24s %8s %7s %7s %7s %7s %7s %7s %7s %7s\n", "cosines of pairs", "pairs", "least", "1 %", "5 %",
                "median", "95 %", "99 %", "99.9 %", "most");
    for (std::size_t i = 0; i < treated.size(); ++i)
        printQuantiles(test::remakings[i].name, treated[i]);
    printQuantiles("same group", same);
    printQuantiles("different groups", different);

    std::printf("\n%-9s %10s %10s %14s", "threshold", "precision", "recall", "of all others");
    for (const test::Remaking& remaking : test::remakings)
        std::printf(" %19s", remaking.name);
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

void confirmNearDuplicates(const std::vector<Picture>& pictures, const models::Descriptor& descriptor)
{
    cv::setNumThreads(1);
    compareDrawings();
    Vectors originals;
    std::vector<GreyPicture> greys;
    std::vector<double> reading, comparing;
    for (const Picture& picture : pictures) {
        originals.push_back(must(descriptor.describe(picture.bytes)));
        reading.push_back(costOf([&] { greys.push_back(must(sameness::readGrey(picture.bytes))); }).processor);
    }
    std::printf("\nthe nearest %zu are proposed, pixels confirm\n%-24s %7s %9s %9s %13s %9s\n", mostProposed,
                "remade pictures", "cosine", "proposed", "confirmed", "other groups", "compared");
    for (const test::Remaking& remaking : test::remakings)
        printFound(remaking.name, compare(remaking, pictures, originals, greys, descriptor, comparing),
                   pictures.size());
    std::printf("processor ms, medians: decoding to grey %.2f, a comparison %.2f (95 %%: %.2f)\n",
                quantile(reading, 0.5), quantile(comparing, 0.5), quantile(comparing, 0.95));
    printPairs(pictures, originals, greys);
}

void timeDescriptor(const std::vector<Picture>& pictures, const models::Descriptor& descriptor)
{
    constexpr int rounds = 3;
    constexpr int side = 256; // of what is described
    cv::setNumThreads(1);
    std::vector<double> decoding, describing, whole;
    for (int round = 0; round < rounds; ++round)
        for (const Picture& picture : pictures) {
            image::Pixels small;
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
