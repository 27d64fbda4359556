// The numbers and sentences of statistics that figures and captions share: what a caption claims is
// what the drawn data give.
//
// Thread contract: pure functions.
#pragma once

#include "core/demo/drawing/canvas.h"
#include "core/demo/drawing/random.h"

#include <span>
#include <string>
#include <vector>

namespace biomedica::demo {

struct LinearFit {
    double slope = 0;
    double intercept = 0;
    double r = 0; ///< Pearson's
    double p = 1; ///< two-sided, by the normal approximation of Student's t
    double meanX = 0;
    double sumSquaresX = 0;
    double residualSd = 0;
};

/// Ordinary least squares; at least three points.
LinearFit linearFit(std::span<const Point> points);

/// Two-sided, of the difference of two means with these standard errors.
double pValueFor(double difference, double error, double otherError);

/// "***", "**", "*" or "ns" for a difference of two means with these standard errors.
std::string starsFor(double difference, double error, double otherError);

/// How the error bars, bands or whiskers are to be read.
std::string spreadSentence(Random& random, const std::string& what, bool isSem, int n);

/// The meaning of those of "ns", "*", "**" and "***" that were drawn; empty for none.
std::string starsSentence(Random& random, const std::vector<std::string>& drawn, const std::string& versus);

} // namespace biomedica::demo
