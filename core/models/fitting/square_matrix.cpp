#include "core/models/fitting/square_matrix.h"

#include <cmath>
#include <utility>

namespace biomedica::models {

namespace {

/// to −= factor · from
void subtract(double* to, const double* from, double factor, std::size_t count)
{
    for (std::size_t i = 0; i < count; ++i)
        to[i] -= factor * from[i];
}

} // namespace

double SquareMatrix::trace() const
{
    double sum = 0;
    for (std::size_t i = 0; i < m_size; ++i)
        sum += row(i)[i];
    return sum;
}

void SquareMatrix::addToDiagonal(double value)
{
    for (std::size_t i = 0; i < m_size; ++i)
        row(i)[i] += value;
}

void SquareMatrix::addOuterProduct(const std::vector<double>& v, double factor)
{
    for (std::size_t i = 0; i < m_size; ++i)
        subtract(row(i), v.data(), -factor * v[i], m_size);
}

void SquareMatrix::toCholesky()
{
    // By columns of L, kept as rows of Lᵀ in the upper triangle until the end, so that all loops run along rows.
    for (std::size_t k = 0; k < m_size; ++k) {
        double* pivot = row(k);
        const double root = std::sqrt(pivot[k]);
        for (std::size_t j = k; j < m_size; ++j)
            pivot[j] /= root;
        for (std::size_t i = k + 1; i < m_size; ++i)
            subtract(row(i) + i, pivot + i, pivot[i], m_size - i);
    }
    for (std::size_t i = 0; i < m_size; ++i)
        for (std::size_t j = 0; j < i; ++j)
            row(i)[j] = std::exchange(row(j)[i], 0);
}

void SquareMatrix::solve(SquareMatrix& matrix) const
{
    for (std::size_t i = 0; i < m_size; ++i) {
        double* solved = matrix.row(i);
        for (std::size_t k = 0; k < i; ++k)
            subtract(solved, matrix.row(k), row(i)[k], m_size);
        for (std::size_t j = 0; j < m_size; ++j)
            solved[j] /= row(i)[i];
    }
}

SquareMatrix SquareMatrix::solvedOnBothSides(const SquareMatrix& symmetric) const
{
    SquareMatrix result = symmetric;
    solve(result); // L⁻¹ C
    for (std::size_t i = 0; i < m_size; ++i)
        for (std::size_t j = 0; j < i; ++j)
            std::swap(result.row(i)[j], result.row(j)[i]);
    solve(result); // L⁻¹ (L⁻¹ C)ᵀ
    return result;
}

std::vector<double> SquareMatrix::solved(std::vector<double> v) const
{
    for (std::size_t i = 0; i < m_size; ++i) {
        for (std::size_t k = 0; k < i; ++k)
            v[i] -= row(i)[k] * v[k];
        v[i] /= row(i)[i];
    }
    return v;
}

std::vector<double> SquareMatrix::solvedTransposed(std::vector<double> v) const
{
    for (std::size_t i = m_size; i-- > 0;) {
        v[i] /= row(i)[i];
        subtract(v.data(), row(i), v[i], i);
    }
    return v;
}

} // namespace biomedica::models
