// What is shipped is what biomedica fit-descriptor makes: on the machine that made it byte for byte, elsewhere with
// cosines equal to 0.001. It draws everything anew, which takes minutes.

#include "core/demo/figure.h"
#include "core/models/descriptor.h"
#include "core/models/fitting/drawings.h"
#include "tests/support/expect.h"

#include <cmath>
#include <numeric>

using namespace biomedica;
using namespace biomedica::models;

class TestDescriptorResource : public QObject {
    Q_OBJECT

private slots:
    void shippedMatrixIsWhatTheCommandMakes()
    {
        EXPECT_VALUE(const std::string bytes, fitBuiltin({}, {}));
        EXPECT_VALUE(const Descriptor made, Descriptor::fromMatrix(bytes));
        EXPECT_VALUE(const Descriptor shipped, Descriptor::builtin());
        qInfo("%s", made.version() == shipped.version() ? "byte for byte" : "of other bytes");
        QCOMPARE(made.dimensions(), shipped.dimensions());
        std::vector<std::vector<float>> ours, theirs;
        for (const demo::KindInfo& info : demo::allKinds())
            for (const std::uint64_t seed : {70, 71}) {
                const image::Pixels picture = demo::drawFigure(info.kind, seed).pixels;
                ours.push_back(made.describe(picture));
                theirs.push_back(shipped.describe(picture));
            }
        const auto cosine = [](const std::vector<float>& a, const std::vector<float>& b) {
            return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
        };
        double farthest = 0;
        for (std::size_t i = 0; i < ours.size(); ++i)
            for (std::size_t k = 0; k < i; ++k)
                farthest = std::max(farthest, std::abs(cosine(ours[i], ours[k]) - cosine(theirs[i], theirs[k])));
        QVERIFY2(farthest < 0.001, QByteArray::number(farthest));
    }
};

QTEST_GUILESS_MAIN(TestDescriptorResource)
#include "tst_descriptor_resource.moc"
