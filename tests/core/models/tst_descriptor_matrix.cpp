// The fitted matrix: its bytes, what is refused, and that fitting repeats.

#include "core/base/hash.h"
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
        for (const std::size_t at : {std::size_t(8), std::size_t(12), std::size_t(20)}) {
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

    void directionsBetweenKindsComeLastAndWeighLess()
    {
        const std::vector<Example> examples = invented(200);
        EXPECT_VALUE(const Whitening fitted, fit(examples, 8, {}));
        const std::size_t size = fitted.centres.size();
        const auto numberOf = [&](const std::vector<float>& y, std::size_t dimension) {
            return std::inner_product(y.begin(), y.end(), fitted.matrix.begin() + long(dimension * size), 0.0)
                   - fitted.offset[dimension];
        };
        const bool isFirstAbove = numberOf(fitted.normalised(examples[0].measures), 7) > 0;
        double principal = 0, discriminant = 0;
        bool isApart = true;
        for (const Example& example : examples) {
            const std::vector<float> y = fitted.normalised(example.measures);
            double squares = 0;
            for (std::size_t i = 0; i < 7; ++i)
                squares += numberOf(y, i) * numberOf(y, i);
            principal += std::sqrt(squares);
            discriminant += std::abs(numberOf(y, 7));
            const bool isAbove = numberOf(y, 7) > 0;
            isApart = isApart && (isAbove == isFirstAbove) == (example.kind == examples[0].kind);
        }
        QVERIFY(isApart); // two kinds: one direction between them
        QVERIFY2(std::abs(discriminant / principal - 0.6) < 0.01, QByteArray::number(discriminant / principal));
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
        const FittingOptions few{1, 8};
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
        EXPECT_ERROR(fitBuiltin({1, 8}, job), ErrorKind::Cancelled);
        EXPECT_ERROR(fit(invented(20), 16, job), ErrorKind::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestDescriptorMatrix)
#include "tst_descriptor_matrix.moc"
