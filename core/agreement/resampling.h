// Percentile bootstrap: how far a measure would vary had other items of the same kind been labelled.
//
// Items are drawn with replacement, as many as there are; the measure is taken again each time and the
// middle part of its values is the interval (B. Efron, R. Tibshirani, "An Introduction to the Bootstrap",
// 1993, chapter 13). A. Hayes and K. Krippendorff ("Answering the call for a standard reliability measure
// for coding data", Communication Methods and Measures 1, 2007) draw pairs of votes instead; items are
// drawn here because the votes on one item hang together.
//
// The same seed gives the same interval on every machine and for any order of the items: items with equal
// votes are one pattern, the items stand in the order of their patterns, and item floor(x · n / 2³²) is
// drawn, x being the next number of MT19937, which the C++ standard defines bit for bit. The bias of that
// product, n / 2³², is 0.02 % for a million items; the standard library's distributions differ between
// libraries.
//
// Thread contract: values; one Resampling belongs to one thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <random>
#include <span>
#include <stop_token>
#include <vector>

namespace biomedica::agreement {

struct Interval {
    double low = 0, high = 0;

    bool operator==(const Interval&) const = default;
};

struct Estimate {
    double value = 0;
    std::optional<Interval> interval; ///< where a bootstrap was asked for

    bool operator==(const Estimate&) const = default;
};

struct Bootstrap {
    std::size_t resamples = 0; ///< 0 = no intervals
    std::uint32_t seed = 1;
    double confidence = 0.95;
    std::stop_token stop; ///< asked to stop: no intervals
};

/// How often a pattern occurs among the items.
using Weights = std::vector<std::uint32_t>;

class Resampling {
public:
    /// `patterns`: by pattern, how many items have it; all together fewer than 2³².
    Resampling(const Weights& patterns, std::uint32_t seed);

    /// Draws as many items as there are; the reference stays until the next call.
    const Weights& draw();

private:
    std::vector<std::uint32_t> m_patternOfItem;
    Weights m_drawn;
    std::mt19937 m_random;
};

/// The values of one measure over all resamples. Those in which it is undefined are left out.
class Distribution {
public:
    void add(std::optional<double> value)
    {
        if (value)
            m_values.push_back(*value);
    }

    /// Quantiles by linear interpolation between the sorted values. nullopt where the measure was defined
    /// in less than half of the resamples: too little to speak of.
    std::optional<Interval> interval(const Bootstrap& bootstrap) const;

private:
    std::vector<double> m_values;
};

/// The measure with its interval.
std::optional<Estimate> estimate(std::optional<double> value, const Distribution& distribution,
                                 const Bootstrap& bootstrap);

} // namespace biomedica::agreement
