#include "core/models/prepared/plot_area.h"

#include "core/models/prepared/colour_code.h"

#include <algorithm>
#include <opencv2/imgproc.hpp>

namespace biomedica::models {

namespace {

constexpr int leastSide = 24;
constexpr double leastShare = 0.12; ///< of the picture: what is smaller is no plot area
constexpr double leastOfSide = 0.4; ///< how long an axis is at least
constexpr double nearlyAsLong = 0.85;

/// Pixels of one row, the end not included.
struct Stretch {
    int row = 0;
    int begin = 0;
    int end = 0;
    int length() const { return end - begin; }
};

/// The longest stretch of each row of a mask; gaps of up to two pixels belong to it.
std::vector<Stretch> longestOfRows(const cv::Mat& mask)
{
    std::vector<Stretch> all;
    for (int y = 0; y < mask.rows; ++y) {
        const auto* row = mask.ptr<std::uint8_t>(y);
        Stretch best{y, 0, 0};
        int begin = 0;
        int last = -4;
        for (int x = 0; x < mask.cols; ++x) {
            if (row[x] == 0)
                continue;
            if (x - last > 3)
                begin = x;
            last = x;
            if (x + 1 - begin > best.length())
                best = {y, begin, x + 1};
        }
        all.push_back(best);
    }
    return all;
}

int longest(const std::vector<Stretch>& stretches)
{
    int most = 0;
    for (const Stretch& each : stretches)
        most = std::max(most, each.length());
    return most;
}

cv::Rect betweenAxes(const Prepared& picture)
{
    const cv::Rect whole({0, 0}, picture.bgr.size());
    cv::Rect drawn = cv::boundingRect(picture.foreground);
    if (drawn.empty())
        drawn = whole;
    int left = drawn.x, right = drawn.br().x, top = drawn.y, bottom = drawn.br().y;
    cv::Mat turned;
    cv::transpose(picture.uprightEdges, turned);
    const auto rows = longestOfRows(picture.levelEdges);
    const auto columns = longestOfRows(turned);
    const int width = longest(rows);
    const int height = longest(columns);
    const bool hasLevel = width > leastOfSide * whole.width;
    if (hasLevel) {
        const auto axis = *std::find_if(rows.rbegin(), rows.rend(),
                                        [width](const Stretch& row) { return row.length() >= nearlyAsLong * width; });
        left = axis.begin;
        right = axis.end;
        bottom = axis.row;
    }
    if (height > leastOfSide * whole.height) {
        const auto axis = *std::find_if(columns.begin(), columns.end(), [height](const Stretch& column) {
            return column.length() >= nearlyAsLong * height;
        });
        left = std::max(std::min(axis.row, right - 8), 0);
        top = axis.begin;
        if (!hasLevel || bottom <= axis.begin + 8)
            bottom = axis.end;
    }
    const cv::Rect area = cv::Rect(left + 2, top + 2, right - left - 4, bottom - top - 4) & whole;
    const bool isLargeEnough =
        area.width >= leastSide && area.height >= leastSide && area.area() >= leastShare * whole.area();
    return isLargeEnough ? area : whole;
}

/// The mean of the commonest colour: L 0 to 100, a, b.
cv::Vec3f groundOf(const cv::Mat& bgr, const cv::Mat& lab)
{
    std::vector<int> counts(colourCodes);
    std::vector<cv::Vec3i> sums(colourCodes);
    for (int y = 0; y < bgr.rows; ++y) {
        const auto* from = bgr.ptr<std::uint8_t>(y);
        const auto* colour = lab.ptr<cv::Vec3b>(y);
        for (int x = 0; x < bgr.cols; ++x, from += 3) {
            const auto code = static_cast<std::size_t>(colourCode(from));
            ++counts[code];
            sums[code] += cv::Vec3i(colour[x]);
        }
    }
    const auto most = std::max_element(counts.begin(), counts.end());
    const cv::Vec3f mean = cv::Vec3f(sums[static_cast<std::size_t>(most - counts.begin())]) / static_cast<float>(*most);
    return {mean[0] * (100.0F / 255), mean[1] - 128, mean[2] - 128};
}

cv::Mat allUnlike(const cv::Mat& lab, const cv::Vec3f& ground)
{
    cv::Mat mask(lab.size(), CV_8U);
    for (int y = 0; y < lab.rows; ++y) {
        const auto* from = lab.ptr<std::uint8_t>(y);
        auto* to = mask.ptr<std::uint8_t>(y);
        for (int x = 0; x < lab.cols; ++x, from += 3)
            to[x] = isUnlike(from, ground) ? 255 : 0;
    }
    return mask;
}

/// Without grid lines along rows: rows that are mostly set while those three away are not. What stands on both sides of
/// such a line stays joined.
void clearLines(cv::Mat& mask)
{
    std::vector<int> counts;
    for (int y = 0; y < mask.rows; ++y)
        counts.push_back(cv::countNonZero(mask.row(y)));
    const cv::Mat before = mask.clone();
    const auto countAt = [&](int y) { return y >= 0 && y < mask.rows ? counts[static_cast<std::size_t>(y)] : 0; };
    const auto isSet = [&](int y, int x) { return y >= 0 && y < mask.rows && before.at<std::uint8_t>(y, x) != 0; };
    for (int y = 0; y < mask.rows; ++y) {
        if (countAt(y) < 0.6 * mask.cols || std::max(countAt(y - 3), countAt(y + 3)) > countAt(y) / 2)
            continue;
        for (int near = std::max(0, y - 1); near <= std::min(mask.rows - 1, y + 1); ++near)
            for (int x = 0; x < mask.cols; ++x)
                if (!isSet(y - 3, x) || !isSet(y + 3, x))
                    mask.at<std::uint8_t>(near, x) = 0;
    }
}

} // namespace

void findPlotArea(Prepared& picture)
{
    picture.plotArea = betweenAxes(picture);
    const cv::Mat lab = picture.lab(picture.plotArea);
    picture.marks = allUnlike(lab, groundOf(picture.bgr(picture.plotArea), lab));
    clearLines(picture.marks);
    cv::transpose(picture.marks, picture.marksTurned);
    clearLines(picture.marksTurned);
    cv::transpose(picture.marksTurned, picture.marks);
}

} // namespace biomedica::models
