// Edges followed as lines: how long, how bent, of a circle. Straight ones (HoughLinesP) were tried: 1 ms a picture and
// nothing better found.

#include "core/models/blocks/bins.h"
#include "core/models/blocks/blocks.h"
#include "core/models/blocks/tangents.h"

#include <bit>
#include <opencv2/imgproc.hpp>

namespace biomedica::models {

namespace {

struct Votes {
    float radius;
    cv::Mat sums; ///< float, at half size
};

/// Each strong edge votes for the centres of circles that it may be part of, on both sides.
void castVotes(const cv::Mat& grey, std::span<Votes> all)
{
    constexpr float leastMagnitude = 8;
    constexpr int mostPoints = 5000;
    cv::Mat dx, dy, magnitude;
    cv::Sobel(grey, dx, CV_32F, 1, 0, 3, 1.0 / 8);
    cv::Sobel(grey, dy, CV_32F, 0, 1, 3, 1.0 / 8);
    cv::magnitude(dx, dy, magnitude);
    const int every = cv::countNonZero(magnitude > leastMagnitude) / mostPoints + 1;
    int seen = 0;
    for (int y = 0; y < grey.rows; ++y)
        for (int x = 0; x < grey.cols; ++x) {
            const float strength = magnitude.at<float>(y, x);
            if (strength <= leastMagnitude || seen++ % every != 0)
                continue;
            const float ux = dx.at<float>(y, x) / strength;
            const float uy = dy.at<float>(y, x) / strength;
            for (Votes& votes : all)
                for (const float way : {votes.radius, -votes.radius}) {
                    const int cx = cvRound(static_cast<float>(x) + way * ux);
                    const int cy = cvRound(static_cast<float>(y) + way * uy);
                    if (cx >= 0 && cy >= 0 && cx < grey.cols && cy < grey.rows)
                        votes.sums.at<float>(cy, cx) += static_cast<float>(every);
                }
        }
}

} // namespace

void edgeLines(const Prepared& picture, std::span<float> out)
{
    static const Tangents tangents(6);
    constexpr std::size_t leastPoints = 24;
    constexpr std::size_t longPoints = 100;
    cv::Mat edges;
    cv::Canny(picture.grey, edges, 50, 130);
    std::vector<std::vector<cv::Point>> chains;
    cv::findContours(edges, chains, cv::RETR_LIST, cv::CHAIN_APPROX_NONE);
    for (const auto& chain : chains) {
        ++out[std::min<std::size_t>(9, static_cast<std::size_t>(std::bit_width(chain.size())) - 1)];
        if (chain.size() < leastPoints)
            continue;
        const std::span<float> part = out.subspan(chain.size() < longPoints ? 10 : 24, 14);
        tangents.add(chain, part.first(8), part.last(6), {0.04F, 0.15F, 0.35F, 0.8F, 2.2F});
    }
    logarithms(out.first(10));
    for (const std::size_t begin : {10U, 24U}) {
        normalise(out.subspan(begin, 8));
        normalise(out.subspan(begin + 8, 6));
    }
}

void circles(const Prepared& picture, std::span<float> out)
{
    cv::Mat half;
    cv::resize(picture.grey, half, {(picture.grey.cols + 1) / 2, (picture.grey.rows + 1) / 2}, 0, 0, cv::INTER_AREA);
    std::array<Votes, 7> all;
    for (std::size_t i = 0; i < all.size(); ++i)
        all[i] = {std::array<float, 7>{3, 6, 10, 16, 24, 34, 46}[i], cv::Mat::zeros(half.size(), CV_32F)};
    castVotes(half, all);
    for (std::size_t i = 0; i < all.size(); ++i) {
        const float whole = 2 * pi * all[i].radius;
        cv::Mat sums;
        cv::boxFilter(all[i].sums, sums, -1, {3, 3}, {-1, -1}, false, cv::BORDER_CONSTANT);
        double most = 0;
        cv::minMaxLoc(sums, nullptr, &most);
        out[i] = static_cast<float>(most) / whole;
        out[7 + i] = std::log1p(static_cast<float>(cv::countNonZero(sums > 0.45F * whole))) / 5;
    }
}

} // namespace biomedica::models
