// One bit a coordinate: a short code from which the product with any vector can be estimated, with an error that is
// known (RaBitQ, Gao and Long, arXiv 2405.12497).
//
// A row x is told apart from a centre c of rows near it: r = x - c, rotated (rotation.h). Its code are the signs b of
// the n rotated coordinates, +1 or -1, a factor g = |r|² / sum |r_i|, and an offset t = <c,x> - g <b,c>. For a query q
//
//     <q,x> is about g <b,q> + t + (<q,c> - |c|²)
//
// with no bias, and an error whose standard deviation is deviationOf(). The sum <b,q> is read off a table, four signs
// at a time (kernels.h). Rejected: counting the bits in which the codes of query and row differ; it costs the same and
// is wrong by twice as much, for it also throws away what is not a sign in the query.
//
// Thread contract: values; free functions are pure.
#pragma once

#include "core/similarity/arithmetic/kernels.h"
#include "core/similarity/arithmetic/rotation.h"

namespace biomedica::similarity {

/// Bytes of a block of 32 rows.
constexpr std::size_t blockBytes(std::size_t coordinates)
{
    return rowsInBlock * (coordinates / 8 + 2 * sizeof(Half));
}

/// What rows of a list are told apart from.
struct Centre {
    std::vector<float> vector, rotated;
    float squaredLength = 0;
    Centre(const Rotation& rotation, std::span<const float> centre);
};

/// Writes rows of one list into blocks.
class SignEncoder {
public:
    explicit SignEncoder(const Rotation& rotation);

    /// Writes the code of `row` (rotation.dimensions() numbers) to its place in a block and returns |row - centre|.
    float encode(std::span<const float> row, const Centre& centre, std::uint8_t* block, std::size_t place);

private:
    const Rotation& m_rotation;
    std::vector<float> m_difference, m_rotated;
};

/// A query, ready for Kernels::estimate(). What belongs to a list, <q,c> - |c|², is added by the caller.
class EstimateQuery {
public:
    EstimateQuery(const Rotation& rotation, std::span<const float> query);

    const EstimateTable& table() const { return m_table; }

private:
    std::vector<std::uint8_t> m_entries;
    EstimateTable m_table;
};

/// The standard deviation of the estimate of <q,x> for a row of which <q,x> = `product`, both of length 1, where the
/// row lies `rowToCentre` and the query `queryToCentre` from the centre. Errors grow with the sine of the angle between
/// the two: what is close is told apart finely.
float deviationOf(float product, float rowToCentre, float queryToCentre, std::size_t coordinates);

} // namespace biomedica::similarity
