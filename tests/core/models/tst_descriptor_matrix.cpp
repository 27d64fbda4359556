// The fitted matrix: its bytes, what is refused, and that fitting repeats.

#include "core/base/hash.h"
#include "core/demo/figure.h"
#include "core/models/blocks/blocks.h"
#include "core/models/descriptor.h"
#include "core/models/fitting/drawings.h"
#include "core/models/fitting/fit.h"
#include "tests/support/expect.h"

#include <cmath>
#include <numeric>
#include <opencv2/core/utility.hpp>
#include <random>

using namespace biomedica;
using namespace biomedica::models;

namespace {

/// Two kinds that differ in the first number; the second varies as much within both.
std::vector<Example> invented(int count)
{
    std::mt19937 random(3);
    const auto number = [&random] { return static_cast<float>(random()) / 4294967296.0F; };
    std::vector<Example> examples;
    for (int i = 0; i < count; ++i) {
        Example example{i % 2, std::vector<float>(measureCount())};
        for (float& value : example.measures)
            value = 0.5F + 0.01F * number();
        example.measures[0] = static_cast<float>(example.kind) + 0.1F * number();
        example.measures[1] = number();
        examples.push_back(std::move(example));
    }
    return examples;
}

/// With the sum at its end made right again.
std::string resummed(std::string bytes)
{
    bytes.resize(bytes.size() - 8);
    const std::uint64_t sum = hash64(bytes);
    return bytes.append(reinterpret_cast<const char*>(&sum), 8);
}

const std::string& matrix()
{
    static const std::string bytes = fit(invented(40), 16, {}).value().toBytes();
    return bytes;
}

} // namespace

class TestDescriptorMatrix : public QObject {
    Q_OBJECT

private slots:
    void bytesComeBackAsTheyWere()
    {
        const std::string& bytes = matrix();
        EXPECT_VALUE(const Whitening read, Whitening::fromBytes(bytes));
        QCOMPARE(read.dimensions(), std::size_t(16));
        QVERIFY(read.toBytes() == bytes);
        EXPECT_VALUE(const Descriptor descriptor, Descriptor::fromMatrix(bytes));
        QCOMPARE(descriptor.dimensions(), 16);
    }

    void anyDamageIsNamed()
    {
        const std::string& bytes = matrix();
        for (std::size_t at = 0; at < bytes.size(); at += at < 64 ? 1 : 997) {
            std::string damaged = bytes;
            damaged[at] = static_cast<char>(damaged[at] ^ 0x10);
            const auto read = Descriptor::fromMatrix(damaged);
            QVERIFY(!read);
            QVERIFY(read.error().message().find("built-in descriptor") != std::string::npos);
        }
    }

    void cutShortOrTooLongIsCorrupt()
    {
        const std::string& bytes = matrix();
        for (const std::size_t size :
             {std::size_t(0), std::size_t(7), std::size_t(30), bytes.size() / 2, bytes.size() - 1})
            EXPECT_ERROR(Descriptor::fromMatrix(bytes.substr(0, size)), ErrorKind::Corrupt);
        EXPECT_ERROR(Descriptor::fromMatrix(bytes + "x"), ErrorKind::Corrupt);
    }

    void matrixOfAnotherRecipeIsUnsupported()
    {
        for (const std::size_t at : {std::size_t(8), std::size_t(12), std::size_t(28)}) {
            std::string other = matrix();
            other[at] = static_cast<char>(other[at] + 1);
            EXPECT_ERROR(Descriptor::fromMatrix(resummed(other)), ErrorKind::Unsupported);
        }
    }

    void versionsOfTwoMatricesDiffer()
    {
        EXPECT_VALUE(const Descriptor one, Descriptor::fromMatrix(matrix()));
        EXPECT_VALUE(const Whitening other, fit(invented(44), 16, {}));
        EXPECT_VALUE(const Descriptor two, Descriptor::fromMatrix(other.toBytes()));
        QVERIFY(one.version() != two.version());
    }

    void whatTellsKindsApartComesFirst()
    {
        EXPECT_VALUE(const Whitening fitted, fit(invented(200), 2, {}));
        std::size_t strongest = 0;
        for (std::size_t i = 0; i < fitted.centres.size(); ++i)
            if (std::abs(fitted.matrix[i]) > std::abs(fitted.matrix[strongest]))
                strongest = i;
        QCOMPARE(strongest, std::size_t(0));
    }

    void directionsBetweenKindsComeLastAndWeighAsMuch()
    {
        const std::vector<Example> examples = invented(200);
        EXPECT_VALUE(const Whitening fitted, fit(examples, 10, {}));
        QCOMPARE(fitted.directions(), std::size_t(8));
        const auto numbersOf = [&](const Example& example) {
            return fitted.numbersOf(fitted.normalised(example.measures));
        };
        const bool isFirstAbove = numbersOf(examples[0])[7] > 0;
        double principal = 0, discriminant = 0;
        bool isApart = true;
        for (const Example& example : examples) {
            const std::vector<float> numbers = numbersOf(example);
            principal += std::sqrt(std::inner_product(numbers.begin(), numbers.begin() + 7, numbers.begin(), 0.0));
            discriminant += std::abs(numbers[7]);
            const bool isAbove = numbers[7] > 0;
            isApart = isApart && (isAbove == isFirstAbove) == (example.kind == examples[0].kind);
        }
        QVERIFY(isApart); // two kinds: one direction between them
        QVERIFY2(std::abs(discriminant / principal - 1) < 0.01, QByteArray::number(discriminant / principal));
    }

    void theVectorEndsWithTheKinds()
    {
        const std::vector<Example> examples = invented(200);
        EXPECT_VALUE(const Whitening fitted, fit(examples, 10, {}));
        QCOMPARE(fitted.kinds.kinds(), std::size_t(2));
        for (const Example& example : examples) {
            const std::vector<float> vector = fitted.vectorOf(example.measures);
            QCOMPARE(vector.size(), std::size_t(10));
            const auto own = vector[8 + static_cast<std::size_t>(example.kind)];
            const auto other = vector[8 + static_cast<std::size_t>(1 - example.kind)];
            QVERIFY2(own > 0.25F && other < 0.1F, QByteArray::number(own) + " " + QByteArray::number(other));
            const double squares = std::inner_product(vector.begin(), vector.end(), vector.begin(), 0.0);
            QVERIFY2(std::abs(squares - 1) < 1e-5, QByteArray::number(squares));
            // 0.4 next to 1
            QVERIFY(std::abs(own * own + other * other - 0.16F / 1.16F) < 1e-5F);
        }
    }

    void whereNumbersAreFewTheyAreNotOfKinds()
    {
        EXPECT_VALUE(const Whitening fitted, fit(invented(40), 7, {}));
        QCOMPARE(fitted.kinds.kinds(), std::size_t(0));
        QCOMPARE(fitted.vectorOf(invented(40)[0].measures).size(), std::size_t(7));
    }

    void tooLittleToFitToIsRefused()
    {
        EXPECT_ERROR(fit({}, 16, {}), ErrorKind::Invalid);
        EXPECT_ERROR(fit(invented(2), 16, {}), ErrorKind::Invalid);
        std::vector<Example> oneKind = invented(20);
        for (Example& example : oneKind)
            example.kind = 0;
        EXPECT_ERROR(fit(oneKind, 16, {}), ErrorKind::Invalid);
        EXPECT_ERROR(fit(invented(20), 0, {}), ErrorKind::Invalid);
        EXPECT_ERROR(fit(invented(20), measureCount() + 1, {}), ErrorKind::Invalid);
    }

    void fittingToDrawingsRepeatsByteForByte()
    {
        const FittingOptions few{1, 1, 4 * (demo::kindCount + 1)};
        cv::setNumThreads(1);
        EXPECT_VALUE(const std::string first, fitBuiltin(few, {}));
        cv::setNumThreads(4);
        EXPECT_VALUE(const std::string second, fitBuiltin(few, {}));
        QVERIFY(first == second);
        EXPECT_OK(Descriptor::fromMatrix(first));
    }

    void fittingStopsWhenAsked()
    {
        std::stop_source stop;
        const Job job{stop.get_token(), [&](const Progress& progress) {
                          if (progress.done == 3)
                              stop.request_stop();
                      }};
        EXPECT_ERROR(fitBuiltin({1, 1, 8}, job), ErrorKind::Cancelled);
        EXPECT_ERROR(fit(invented(20), 16, job), ErrorKind::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestDescriptorMatrix)
#include "tst_descriptor_matrix.moc"
