#include "core/image/reducer.h"

#include "core/image/codecs.h"

#include <algorithm>
#include <cassert>
#include <cstring>
#include <utility>

namespace biomedica::image {

namespace {

/// Calls work(cell, first, last) for every run of pixels that fall into one cell.
template <typename Work>
void forEachCell(int factor, int count, int x, int step, Work work)
{
    for (int first = 0; first < count;) {
        const int cell = (x + first * step) / factor;
        const std::int64_t end = (std::int64_t{cell} + 1) * factor; // the next cell begins here
        const auto last = static_cast<int>(std::min<std::int64_t>(count, (end - x + step - 1) / step));
        work(static_cast<std::size_t>(cell) * 4, first, last);
        first = last;
    }
}

} // namespace

Reducer::Reducer(Size stored, int factor, bool isOpaque)
    : m_stored(stored), m_factor(factor), m_isOpaque(isOpaque),
      m_pixels(reduced(stored.width, factor), reduced(stored.height, factor))
{
}

std::uint8_t* Reducer::buffer(int y)
{
    if (m_factor == 1)
        return m_pixels.row(y);
    m_buffer.resize(static_cast<std::size_t>(m_stored.width) * 4);
    return m_buffer.data();
}

void Reducer::add(int y, const std::uint8_t* rgba, int count, int x, int step)
{
    assert(y >= 0 && y < m_stored.height && x >= 0);
    assert(count < 1 || x + (count - 1) * step < m_stored.width);
    if (m_factor == 1) {
        place(y, rgba, count, x, step);
        return;
    }
    const int row = y / m_factor;
    Sums& sums = m_sums[row];
    if (sums.rgba.empty()) {
        sums.rgba.resize(static_cast<std::size_t>(m_pixels.width) * 4);
        sums.missing = std::int64_t{m_stored.width} * std::min(m_factor, m_stored.height - row * m_factor);
    }
    if (m_isOpaque)
        addOpaque(sums, rgba, count, x, step);
    else
        addWeighted(sums, rgba, count, x, step);
    sums.missing -= count;
    if (sums.missing <= 0) {
        finish(row, sums);
        m_sums.erase(row);
    }
}

void Reducer::place(int y, const std::uint8_t* rgba, int count, int x, int step)
{
    std::uint8_t* target = m_pixels.row(y) + static_cast<std::size_t>(x) * 4;
    if (target == rgba)
        return; // written in place
    if (step == 1) {
        std::memcpy(target, rgba, static_cast<std::size_t>(count) * 4);
        return;
    }
    for (int i = 0; i < count; ++i, target += static_cast<std::size_t>(step) * 4)
        std::memcpy(target, rgba + static_cast<std::size_t>(i) * 4, 4);
}

void Reducer::addOpaque(Sums& sums, const std::uint8_t* rgba, int count, int x, int step) const
{
    forEachCell(m_factor, count, x, step, [&](std::size_t cell, int first, int last) {
        std::uint32_t red = 0, green = 0, blue = 0; // 16 million pixels fit
        for (const std::uint8_t* pixel = rgba + std::size_t(first) * 4; pixel < rgba + std::size_t(last) * 4;
             pixel += 4) {
            red += pixel[0];
            green += pixel[1];
            blue += pixel[2];
        }
        std::uint64_t* sum = sums.rgba.data() + cell;
        sum[0] += std::uint64_t{red} * 255;
        sum[1] += std::uint64_t{green} * 255;
        sum[2] += std::uint64_t{blue} * 255;
        sum[3] += std::uint64_t{255} * static_cast<unsigned>(last - first);
    });
}

void Reducer::addWeighted(Sums& sums, const std::uint8_t* rgba, int count, int x, int step) const
{
    forEachCell(m_factor, count, x, step, [&](std::size_t cell, int first, int last) {
        std::uint64_t red = 0, green = 0, blue = 0, alpha = 0;
        for (const std::uint8_t* pixel = rgba + std::size_t(first) * 4; pixel < rgba + std::size_t(last) * 4;
             pixel += 4) {
            const std::uint32_t weight = pixel[3];
            red += pixel[0] * weight;
            green += pixel[1] * weight;
            blue += pixel[2] * weight;
            alpha += weight;
        }
        std::uint64_t* sum = sums.rgba.data() + cell;
        sum[0] += red;
        sum[1] += green;
        sum[2] += blue;
        sum[3] += alpha;
    });
}

void Reducer::finish(int row, const Sums& sums)
{
    const int height = std::min(m_factor, m_stored.height - row * m_factor);
    std::uint8_t* target = m_pixels.row(row);
    for (int x = 0; x < m_pixels.width; ++x, target += 4) {
        const std::uint64_t* sum = sums.rgba.data() + static_cast<std::size_t>(x) * 4;
        const std::uint64_t alpha = sum[3];
        if (alpha == 0)
            continue;
        const auto area = static_cast<std::uint64_t>(std::min(m_factor, m_stored.width - x * m_factor))
                          * static_cast<std::uint64_t>(height);
        for (std::size_t c = 0; c < 3; ++c)
            target[c] = static_cast<std::uint8_t>((sum[c] + alpha / 2) / alpha);
        target[3] = static_cast<std::uint8_t>((alpha + area / 2) / area);
    }
}

Pixels Reducer::take()
{
    for (const auto& [row, sums] : m_sums)
        finish(row, sums);
    m_sums.clear();
    return std::move(m_pixels);
}

} // namespace biomedica::image
