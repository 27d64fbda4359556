#include "core/demo/labels.h"

#include <algorithm>

namespace biomedica::demo {

namespace {

// The 2,000 clusters: some for figures of one panel by kind, the others for compositions by their two commonest kinds.
constexpr int clusterCount = 2000;
constexpr int clustersPerKind = 16;
constexpr int usedPerKind = 8; // so that a small demo has clusters of more than one figure
constexpr int firstMixedCluster = kindCount * clustersPerKind;
constexpr int clustersPerPair = 2; // a kind with itself is a pair, too
constexpr int pairCount = kindCount * (kindCount + 1) / 2;
static_assert(firstMixedCluster + pairCount * clustersPerPair <= clusterCount);
static_assert(clustersPerKind % usedPerKind == 0);

/// What a cluster holds: a kind, and for figures of several panels a second one, which may be the same.
struct Content {
    Kind first = Kind::BarPlot;
    Kind second = Kind::BarPlot;
    bool isMultiple = false;
};

/// The two kinds with most panels, the earlier of equals first. A kind beyond them does not show in a cluster.
Content contentOf(const Drawing& drawing)
{
    std::vector<Kind> kinds;
    for (const Kind kind : drawing.kinds)
        if (std::find(kinds.begin(), kinds.end(), kind) == kinds.end())
            kinds.push_back(kind);
    std::stable_sort(kinds.begin(), kinds.end(), [&](Kind a, Kind b) {
        return std::count(drawing.kinds.begin(), drawing.kinds.end(), a)
               > std::count(drawing.kinds.begin(), drawing.kinds.end(), b);
    });
    const Kind second = kinds.size() > 1 ? kinds[1] : kinds[0];
    return {std::min(kinds[0], second), std::max(kinds[0], second), drawing.kinds.size() > 1};
}

int clusterOf(const Content& content, Random& random)
{
    const auto first = static_cast<int>(content.first);
    const auto second = static_cast<int>(content.second);
    if (content.isMultiple)
        return firstMixedCluster + (second * (second + 1) / 2 + first) * clustersPerPair
               + random.integer(0, clustersPerPair - 1);
    return first * clustersPerKind + random.integer(0, usedPerKind - 1) * (clustersPerKind / usedPerKind);
}

Content strayContent(Random& random)
{
    const auto kind = static_cast<Kind>(random.integer(0, kindCount - 1));
    return {kind, kind, random.chance(0.4)};
}

std::vector<Kind> kindsOf(const Content& content)
{
    return content.first == content.second ? std::vector{content.first} : std::vector{content.first, content.second};
}

bool has(const Content& content, Medium medium)
{
    return infoOf(content.first).medium == medium || infoOf(content.second).medium == medium;
}

std::string subtypeOf(const Content& content)
{
    if (has(content, Medium::Assay))
        return "multiple panels: images & assays";
    return has(content, Medium::Plot) ? "multiple panels: images & plots" : "multiple panels: images";
}

/// The panel answers as released: half of the clusters of several panels say "single panel" as well.
void answerPanels(ImportedLabels& labels, const Content& content, Random& random)
{
    const bool isMultiple = random.chance(0.05) ? !content.isMultiple : content.isMultiple;
    labels.panelType = isMultiple ? "multiple" : "single";
    labels.panelSubtype = content.isMultiple && random.chance(0.5) ? subtypeOf(content) : "single panel";
}

void answerClasses(ImportedLabels& labels, const Content& content, Random& random)
{
    if (random.chance(0.025)) {
        labels.primary = {"Ambiguous"};
        labels.secondary = {"ambiguous"};
        return;
    }
    for (const Kind kind : kindsOf(content)) {
        const KindInfo& info = infoOf(kind);
        // The released files hold local classes without their parents, too.
        const bool isParentMissing = !labels.primary.empty() && random.chance(0.06);
        const bool isKnown =
            std::find(labels.primary.begin(), labels.primary.end(), info.primary) != labels.primary.end();
        if (!isKnown && !isParentMissing)
            labels.primary.emplace_back(info.primary);
        labels.secondary.emplace_back(info.secondary);
    }
}

} // namespace

ImportedLabels importedLabels(const Drawing& drawing, std::uint64_t seed, std::uint64_t figureSeed)
{
    Random random(seedOf(figureSeed, {0xc1}));
    ImportedLabels labels;
    const Content own = contentOf(drawing);
    Content content = random.chance(0.03) ? strayContent(random) : own;
    labels.cluster = clusterOf(content, random);
    Random ofCluster(seedOf(seed, {0xc2, static_cast<std::uint64_t>(labels.cluster)}));
    // The experts themselves took some clusters for something else.
    if (ofCluster.chance(0.02))
        content = strayContent(ofCluster);
    answerPanels(labels, content, ofCluster);
    answerClasses(labels, content, ofCluster);
    return labels;
}

} // namespace biomedica::demo
