// The loops of similarity search: every processor's version gives what the portable one gives, and sign codes estimate
// what they say they do.

#include "core/similarity/arithmetic/clustering.h"
#include "core/similarity/arithmetic/sign_code.h"

#include <QTest>
#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <random>

using namespace biomedica;
using namespace biomedica::similarity;

namespace {

std::vector<float> randomVector(std::mt19937& random, std::size_t dimensions)
{
    std::normal_distribution<float> normal;
    std::vector<float> vector(dimensions);
    float squares = 0;
    for (float& number : vector) {
        number = normal(random);
        squares += number * number;
    }
    for (float& number : vector)
        number /= std::sqrt(squares);
    return vector;
}

std::vector<Half> halvesOf(const std::vector<float>& numbers)
{
    std::vector<Half> halves(numbers.size());
    supportedKernels()[0]->toHalves(numbers.data(), halves.data(), numbers.size());
    return halves;
}

double productOf(std::span<const float> a, std::span<const float> b)
{
    double product = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        product += double{a[i]} * b[i];
    return product;
}

bool isNotANumber(Half half)
{
    return (half & 0x7fff) > 0x7c00;
}

} // namespace

class TestKernels : public QObject {
    Q_OBJECT

private slots:
    void knownHalvesAreConverted();
    void allHalvesAreConvertedBackToThemselves();
    void halvesAreRoundedAlikeByAll();
    void productsAgreeInAnyNumberOfDimensions();
    void productsOfFourRowsAgree();
    void estimatesAgree();
    void rotationKeepsLengthsAndAngles();
    void estimatesErrAsMuchAsTheySay();
    void aRowAtItsCentreIsEstimatedExactly();
    void rowsGoToTheNearestCentre();
    void stoppedClusteringIsCancelled();
};

void TestKernels::knownHalvesAreConverted()
{
    const std::vector<std::pair<Half, float>> known = {
        {0x0000, 0.0f},      {0x3c00, 1.0f},        {0xc000, -2.0f},           {0x7bff, 65504.0f},
        {0x0400, 0x1p-14f},  {0x0001, 0x1p-24f},    {0x3555, 0.333251953125f}, {0x7c00, INFINITY},
        {0xfc00, -INFINITY}, {0x03ff, 0x1.ff8p-15f}};
    for (const Kernels* kernels : supportedKernels())
        for (const auto& [half, number] : known) {
            const std::vector<Half> halves(9, half); // eight at once and a single one
            std::vector<float> floats(9);
            kernels->toFloats(halves.data(), floats.data(), floats.size());
            QCOMPARE(floats, std::vector<float>(9, number));
        }
}

void TestKernels::allHalvesAreConvertedBackToThemselves()
{
    for (const Kernels* kernels : supportedKernels())
        for (std::uint32_t bits = 0; bits < 65'536; bits += 8) {
            Half halves[8], back[8];
            float floats[8];
            for (std::uint32_t i = 0; i < 8; ++i)
                halves[i] = static_cast<Half>(bits + i);
            kernels->toFloats(halves, floats, 8);
            kernels->toHalves(floats, back, 8);
            for (int i = 0; i < 8; ++i)
                QVERIFY2(back[i] == halves[i] || (isNotANumber(back[i]) && isNotANumber(halves[i])), kernels->name);
        }
}

void TestKernels::halvesAreRoundedAlikeByAll()
{
    std::mt19937 random(1);
    std::vector<float> numbers;
    for (int i = 0; i < 200'000; ++i) {
        const auto number = std::bit_cast<float>(static_cast<std::uint32_t>(random()));
        numbers.push_back(std::isnan(number) ? 0.0f : number);
    }
    for (std::uint32_t half = 0; half < 0x7c00; ++half) { // ties between neighbours, and what lies beside them
        const auto h = static_cast<Half>(half);
        float number = 0;
        supportedKernels()[0]->toFloats(&h, &number, 1);
        const float next = std::bit_cast<float>(std::bit_cast<std::uint32_t>(number) + 0x1000);
        numbers.insert(numbers.end(), {next, std::nextafter(next, 0.0f), std::nextafter(next, 1e9f), -next});
    }
    const std::vector<Half> expected = halvesOf(numbers);
    for (const Kernels* kernels : supportedKernels()) {
        std::vector<Half> halves(numbers.size());
        kernels->toHalves(numbers.data(), halves.data(), numbers.size());
        QVERIFY2(halves == expected, kernels->name);
    }
}

void TestKernels::productsAgreeInAnyNumberOfDimensions()
{
    std::mt19937 random(2);
    for (const std::size_t dimensions : {1, 3, 7, 8, 9, 31, 32, 33, 63, 64, 65, 127, 384, 512, 513, 768, 2048}) {
        const std::vector<Half> row = halvesOf(randomVector(random, dimensions));
        const std::vector<float> query = randomVector(random, dimensions);
        std::vector<float> numbers(dimensions);
        supportedKernels()[0]->toFloats(row.data(), numbers.data(), dimensions);
        const double expected = productOf(numbers, query);
        for (const Kernels* kernels : supportedKernels())
            QVERIFY2(std::abs(kernels->dot(row.data(), query.data(), dimensions) - expected) < 2e-6, kernels->name);
    }
}

void TestKernels::productsOfFourRowsAgree()
{
    std::mt19937 random(3);
    for (const std::size_t dimensions : {1, 5, 16, 23, 100, 512}) {
        const std::vector<float> rows = randomVector(random, 4 * dimensions),
                                 table = randomVector(random, 7 * dimensions);
        for (const Kernels* kernels : supportedKernels()) {
            std::vector<float> products(28);
            kernels->dotsOfFour(rows.data(), table.data(), 7, dimensions, products.data());
            for (std::size_t i = 0; i < products.size(); ++i) {
                const auto row = std::span(rows).subspan(i % 4 * dimensions, dimensions);
                const auto entry = std::span(table).subspan(i / 4 * dimensions, dimensions);
                QVERIFY2(std::abs(products[i] - productOf(row, entry)) < 1e-6, kernels->name);
            }
        }
    }
}

void TestKernels::estimatesAgree()
{
    std::mt19937 random(4);
    for (const std::size_t dimensions : {10, 64, 100, 200, 512, 2048}) {
        const Rotation rotation(dimensions);
        const Centre centre(rotation, randomVector(random, dimensions));
        SignEncoder encoder(rotation);
        std::vector<std::uint8_t> block(blockBytes(rotation.coordinates()));
        for (std::size_t place = 0; place < rowsInBlock; ++place)
            encoder.encode(randomVector(random, dimensions), centre, block.data(), place);
        const EstimateQuery query(rotation, randomVector(random, dimensions));
        std::vector<float> expected(rowsInBlock);
        supportedKernels()[0]->estimate(block.data(), query.table(), 0, expected.data());
        std::vector<float> sorted = expected;
        std::sort(sorted.begin(), sorted.end());
        const float floor = (sorted[15] + sorted[16]) / 2;
        for (const Kernels* kernels : supportedKernels()) {
            std::vector<float> estimates(rowsInBlock);
            const std::uint32_t reached = kernels->estimate(block.data(), query.table(), floor, estimates.data());
            QCOMPARE(std::popcount(reached), 16);
            for (std::size_t row = 0; row < rowsInBlock; ++row) {
                QVERIFY2(std::abs(estimates[row] - expected[row]) < 1e-5, kernels->name);
                QCOMPARE((reached >> row & 1) != 0, estimates[row] >= floor);
            }
        }
    }
}

void TestKernels::rotationKeepsLengthsAndAngles()
{
    std::mt19937 random(5);
    for (const std::size_t dimensions : {1, 64, 65, 512, 700}) {
        const Rotation rotation(dimensions);
        QCOMPARE(rotation.coordinates(), std::max<std::size_t>(64, std::bit_ceil(dimensions)));
        const std::vector<float> a = randomVector(random, dimensions), b = randomVector(random, dimensions);
        std::vector<float> rotatedA(rotation.coordinates()), rotatedB(rotation.coordinates());
        rotation.apply(a, rotatedA);
        rotation.apply(b, rotatedB);
        QVERIFY(std::abs(productOf(rotatedA, rotatedA) - 1) < 1e-5);
        QVERIFY(std::abs(productOf(rotatedA, rotatedB) - productOf(a, b)) < 1e-5);
    }
    // What lies in one coordinate is spread over all.
    std::vector<float> single(512), spread(512);
    single[17] = 1;
    Rotation(512).apply(single, spread);
    for (const float number : spread)
        QVERIFY(std::abs(number) < 0.25f);
}

void TestKernels::estimatesErrAsMuchAsTheySay()
{
    std::mt19937 random(6);
    constexpr std::size_t dimensions = 512, rounds = 100;
    const Rotation rotation(dimensions);
    SignEncoder encoder(rotation);
    std::vector<std::uint8_t> block(blockBytes(rotation.coordinates()));
    for (const float closeness : {0.0f, 1.0f, 3.0f}) { // of rows to the query
        double squares = 0, sum = 0;
        for (std::size_t round = 0; round < rounds; ++round) {
            std::vector<float> middle = randomVector(random, dimensions);
            for (float& number : middle)
                number *= 0.5f;
            const Centre centre(rotation, middle);
            const std::vector<float> query = randomVector(random, dimensions);
            std::vector<double> products;
            std::vector<float> distances;
            for (std::size_t place = 0; place < rowsInBlock; ++place) {
                std::vector<float> row = randomVector(random, dimensions);
                for (std::size_t i = 0; i < dimensions; ++i)
                    row[i] += closeness * query[i];
                const double length = std::sqrt(productOf(row, row));
                for (float& number : row)
                    number = static_cast<float>(number / length);
                products.push_back(productOf(row, query));
                distances.push_back(encoder.encode(row, centre, block.data(), place));
            }
            const double centreProduct = productOf(centre.vector, query);
            const auto toCentre = static_cast<float>(std::sqrt(1 - 2 * centreProduct + centre.squaredLength));
            std::vector<float> estimates(rowsInBlock);
            const EstimateQuery table(rotation, query);
            kernels().estimate(block.data(), table.table(), 0, estimates.data());
            for (std::size_t place = 0; place < rowsInBlock; ++place) {
                const double error = estimates[place] + centreProduct - centre.squaredLength - products[place];
                const double deviations = error
                                          / deviationOf(static_cast<float>(products[place]), distances[place], toCentre,
                                                        rotation.coordinates());
                sum += deviations;
                squares += deviations * deviations;
            }
        }
        constexpr double count = rounds * rowsInBlock;
        QVERIFY2(std::abs(sum / count) < 0.15, qPrintable(QString::number(sum / count)));
        const double deviation = std::sqrt(squares / count);
        QVERIFY2(deviation > 0.7 && deviation < 1.1, qPrintable(QString::number(deviation)));
    }
}

void TestKernels::aRowAtItsCentreIsEstimatedExactly()
{
    std::mt19937 random(7);
    const Rotation rotation(128);
    const std::vector<float> row = randomVector(random, 128), query = randomVector(random, 128);
    std::vector<std::uint8_t> block(blockBytes(rotation.coordinates()));
    const Centre centre(rotation, row);
    QCOMPARE(SignEncoder(rotation).encode(row, centre, block.data(), 0), 0.0f);
    std::vector<float> estimates(rowsInBlock);
    const EstimateQuery table(rotation, query);
    kernels().estimate(block.data(), table.table(), 0, estimates.data());
    const double product = productOf(row, query); // and |row| = 1
    QVERIFY(std::abs(estimates[0] + product - centre.squaredLength - product) < 1e-3);
}

void TestKernels::rowsGoToTheNearestCentre()
{
    std::mt19937 random(8);
    constexpr std::size_t dimensions = 24, count = 2003, wanted = 7;
    std::vector<float> numbers;
    for (std::size_t row = 0; row < count; ++row) {
        const std::vector<float> vector = randomVector(random, dimensions);
        numbers.insert(numbers.end(), vector.begin(), vector.end());
    }
    const std::vector<Half> halves = halvesOf(numbers);
    for (const unsigned threads : {1u, 3u}) {
        const auto clusters = cluster({halves, dimensions}, wanted, threads, {});
        QVERIFY(clusters.has_value());
        QCOMPARE(clusters->centres.size(), wanted * dimensions);
        double sum = 0;
        for (std::size_t row = 0; row < count; ++row) {
            std::vector<double> distances;
            for (std::size_t centre = 0; centre < wanted; ++centre) {
                double distance = 0;
                for (std::size_t i = 0; i < dimensions; ++i)
                    distance += std::pow(numbers[row * dimensions + i] - clusters->centres[centre * dimensions + i], 2);
                distances.push_back(distance);
            }
            const double nearest = *std::min_element(distances.begin(), distances.end());
            QVERIFY(distances[clusters->ofRow[row]] < nearest + 0.002);
            sum += nearest;
        }
        QVERIFY(sum / count < 0.93); // 1 from the mean of all
        QCOMPARE(cluster({halves, dimensions}, wanted, 2, {})->ofRow, clusters->ofRow);
    }
}

void TestKernels::stoppedClusteringIsCancelled()
{
    std::stop_source source;
    source.request_stop();
    const std::vector<Half> halves(1000, 0x3c00);
    const auto clusters = cluster({halves, 10}, 2, 2, Job{source.get_token(), {}, nullptr});
    QVERIFY(!clusters && clusters.error().kind() == ErrorKind::Cancelled);
}

QTEST_APPLESS_MAIN(TestKernels)
#include "tst_kernels.moc"
