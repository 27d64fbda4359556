#include "core/demo/labels.h"

#include <algorithm>

namespace biomedica::demo {

namespace {

constexpr int kindCount = 6;
constexpr int clustersPerKind = 150; // of single figures: clusters 0 to 899
constexpr int firstMixedCluster = 900;
constexpr int clustersPerMixture = 17; // 63 mixtures of kinds: clusters 900 to 1970
static_assert(firstMixedCluster + (1 << kindCount) * clustersPerMixture <= 2000);

/// What a cluster holds: kinds as bits, and whether its figures have several panels.
struct Content {
    unsigned kinds = 0;
    bool isMultiple = false;
};

Content contentOf(const Drawing& drawing)
{
    Content content{0, drawing.kinds.size() > 1};
    for (const Kind kind : drawing.kinds)
        content.kinds |= 1U << static_cast<unsigned>(kind);
    return content;
}

/// Only some of the numbers are used, so that a small demo has clusters of more than one figure.
int clusterOf(const Content& content, Random& random)
{
    if (content.isMultiple)
        return firstMixedCluster + static_cast<int>(content.kinds) * clustersPerMixture + random.integer(0, 4);
    int kind = 0;
    while ((content.kinds >> kind & 1U) == 0)
        ++kind;
    return kind * clustersPerKind + random.integer(0, 29) * 5;
}

Content strayContent(Random& random)
{
    return {1U << static_cast<unsigned>(random.integer(0, kindCount - 1)), random.chance(0.4)};
}

bool has(const Content& content, Medium medium)
{
    for (const KindInfo& info : allKinds())
        if (info.medium == medium && (content.kinds >> static_cast<unsigned>(info.kind) & 1U) != 0)
            return true;
    return false;
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
    for (const KindInfo& info : allKinds()) {
        if ((content.kinds >> static_cast<unsigned>(info.kind) & 1U) == 0)
            continue;
        // The released files hold local classes without their parents, too.
        const bool isParentMissing = !labels.primary.empty() && random.chance(0.06);
        const bool isKnown =
            std::find(labels.primary.begin(), labels.primary.end(), info.primary) != labels.primary.end();
        if (!isKnown && !isParentMissing)
            labels.primary.emplace_back(info.primary);
        if (labels.secondary.size() < 4)
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
