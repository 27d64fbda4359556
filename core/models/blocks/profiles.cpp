// Foreground and marks summed along rows and columns: panels, gutters, lines of text, lanes.

#include "core/models/blocks/bins.h"
#include "core/models/blocks/blocks.h"

#include <opencv2/imgproc.hpp>

namespace biomedica::models {

namespace {

/// The share of each row that is set, or of each column.
std::vector<float> profileOf(const cv::Mat& mask, bool isOfRows)
{
    cv::Mat sums;
    cv::reduce(mask, sums, isOfRows ? 1 : 0, cv::REDUCE_SUM, CV_32S);
    const auto across = static_cast<float>(255 * (isOfRows ? mask.cols : mask.rows));
    std::vector<float> profile;
    for (std::size_t i = 0; i < sums.total(); ++i)
        profile.push_back(static_cast<float>(sums.at<int>(static_cast<int>(i))) / across);
    return profile;
}

/// Resampled to `size` places.
cv::Mat resampled(std::vector<float>& profile, int size)
{
    const cv::Mat line(1, static_cast<int>(profile.size()), CV_32F, profile.data());
    cv::Mat result;
    cv::resize(line, result, {size, 1}, 0, 0,
               static_cast<int>(profile.size()) > size ? cv::INTER_AREA : cv::INTER_LINEAR);
    return result;
}

/// At twelve places along the rows, and twelve along the columns.
void addProfiles(const cv::Mat& mask, std::span<float> out)
{
    for (const bool isOfRows : {true, false}) {
        std::vector<float> profile = profileOf(mask, isOfRows);
        const cv::Mat twelve = resampled(profile, 12);
        for (int i = 0; i < 12; ++i)
            out[static_cast<std::size_t>(isOfRows ? i : 12 + i)] = twelve.at<float>(i);
    }
}

void addFacts(std::vector<float> profile, std::span<float> out)
{
    const auto isGutter = [](float share) { return share < 0.005F; };
    const auto size = static_cast<float>(profile.size());
    float sum = 0;
    float squares = 0;
    float differences = 0;
    int gutters = 0;
    for (std::size_t i = 0; i < profile.size(); ++i) {
        sum += profile[i];
        squares += profile[i] * profile[i];
        if (i > 0)
            differences += std::abs(profile[i] - profile[i - 1]);
        if (isGutter(profile[i]) && (i == 0 || !isGutter(profile[i - 1])))
            ++gutters;
    }
    out[0] = static_cast<float>(std::count_if(profile.begin(), profile.end(), isGutter)) / size;
    out[1] = static_cast<float>(gutters) / 10;
    out[2] = std::sqrt(std::max(0.0F, squares / size - sum * sum / (size * size)));
    out[3] = 10 * differences / size;
    out[4] = *std::max_element(profile.begin(), profile.end());
    const auto middle = profile.begin() + static_cast<std::ptrdiff_t>(profile.size() / 2);
    std::nth_element(profile.begin(), middle, profile.end());
    out[5] = *middle;
}

void addSpectrum(std::vector<float> profile, std::span<float> out)
{
    static constexpr std::array<int, 9> edges = {1, 2, 3, 5, 8, 12, 20, 32, 65};
    cv::Mat line = resampled(profile, 128);
    line -= cv::mean(line);
    cv::Mat waves;
    cv::dft(line, waves, cv::DFT_COMPLEX_OUTPUT);
    for (std::size_t band = 0; band < 8; ++band) {
        float sum = 0;
        for (int i = edges[band]; i < edges[band + 1]; ++i) {
            const cv::Vec2f wave = waves.at<cv::Vec2f>(i);
            sum += std::sqrt(wave[0] * wave[0] + wave[1] * wave[1]);
        }
        out[band] = sum / static_cast<float>(edges[band + 1] - edges[band]) / 128;
    }
}

} // namespace

void profiles(const Prepared& picture, std::span<float> out)
{
    addProfiles(picture.foreground, out);
}

void markProfiles(const Prepared& picture, std::span<float> out)
{
    addProfiles(picture.marks, out);
}

void profileFacts(const Prepared& picture, std::span<float> out)
{
    addFacts(profileOf(picture.foreground, true), out.first(6));
    addFacts(profileOf(picture.foreground, false), out.last(6));
}

void profileSpectrum(const Prepared& picture, std::span<float> out)
{
    addSpectrum(profileOf(picture.foreground, true), out.first(8));
    addSpectrum(profileOf(picture.foreground, false), out.last(8));
}

} // namespace biomedica::models
