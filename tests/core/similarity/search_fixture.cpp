#include "tests/core/similarity/search_fixture.h"

namespace biomedica::similarity::test {

const Collection& clustered()
{
    static const Collection collection(20, 60, 0.3f);
    return collection;
}

Bitmap everyNth(std::size_t size, std::size_t n)
{
    Bitmap bits(size);
    for (std::size_t i = 5; i < size; i += n)
        bits.set(i);
    return bits;
}

double recallOf(const VectorSet& set, const std::vector<Neighbour>& found, std::span<const float> query,
                std::size_t wanted, const Bitmap* allowed)
{
    const std::vector<double> expected = naiveCosines(set, query, wanted, allowed);
    std::size_t hits = 0;
    for (const Neighbour& neighbour : found)
        hits += neighbour.cosine >= expected.back() - 1e-5;
    return found.size() > expected.size() ? 0 : static_cast<double>(hits) / static_cast<double>(expected.size());
}

double meanRecall(const Collection& collection, std::size_t wanted, const Bitmap* allowed, std::size_t queries)
{
    VectorSource source = collection.source; // goes on where the set ended: vectors that are not in it
    double sum = 0;
    for (std::size_t i = 0; i < queries; ++i) {
        const std::vector<float> query = source.next();
        const auto found = collection.search.nearest(query, wanted, allowed);
        if (!found)
            return 0;
        sum += recallOf(*collection.set, *found, query, wanted, allowed);
    }
    return sum / static_cast<double>(queries);
}

} // namespace biomedica::similarity::test
