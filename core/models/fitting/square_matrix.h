// A square matrix of doubles and the little linear algebra that fitting needs, in loops of one order: a BLAS adds in
// another one for each number of threads and each machine.
//
// Thread contract: a value.
#pragma once

#include <cstddef>
#include <vector>

namespace biomedica::models {

class SquareMatrix {
public:
    explicit SquareMatrix(std::size_t size) : m_size(size), m_values(size * size) {}

    std::size_t size() const { return m_size; }
    double* row(std::size_t i) { return m_values.data() + i * m_size; }
    const double* row(std::size_t i) const { return m_values.data() + i * m_size; }

    double trace() const;
    void addToDiagonal(double value);
    /// factor · v vᵀ
    void addOuterProduct(const std::vector<double>& v, double factor);

    /// Becomes the lower triangle L with L Lᵀ = what was here, which is symmetric and positive definite.
    void toCholesky();

    // Of a lower triangle L:
    /// L⁻¹ C L⁻ᵀ for a symmetric C.
    SquareMatrix solvedOnBothSides(const SquareMatrix& symmetric) const;
    /// L⁻¹ v
    std::vector<double> solved(std::vector<double> v) const;
    /// L⁻ᵀ v
    std::vector<double> solvedTransposed(std::vector<double> v) const;

private:
    /// L⁻¹ M, in place.
    void solve(SquareMatrix& matrix) const;

    std::size_t m_size;
    std::vector<double> m_values;
};

} // namespace biomedica::models
