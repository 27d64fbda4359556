// Random numbers that are the same on every machine: the standard library's distributions are not.
//
// Generator: xoshiro256** 1.0, seeded by SplitMix64 (D. Blackman, S. Vigna, "Scrambled linear
// pseudorandom number generators", ACM TOMS 47, 2021; https://prng.di.unimi.it).
//
// Thread contract: one object belongs to one thread.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <iterator>
#include <type_traits>
#include <utility>
#include <vector>

namespace biomedica::demo {

/// SplitMix64's output function: a bijection that spreads neighbouring numbers.
constexpr std::uint64_t mixed(std::uint64_t value)
{
    value += 0x9e3779b97f4a7c15;
    value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9;
    value = (value ^ (value >> 27)) * 0x94d049bb133111eb;
    return value ^ (value >> 31);
}

/// A seed of its own for each path of numbers, whatever order they are asked in.
constexpr std::uint64_t seedOf(std::uint64_t seed, std::initializer_list<std::uint64_t> path)
{
    std::uint64_t value = mixed(seed);
    for (const std::uint64_t step : path)
        value = mixed(value ^ mixed(step));
    return value;
}

class Random {
public:
    explicit Random(std::uint64_t seed)
    {
        for (std::size_t i = 0; i < m_state.size(); ++i)
            m_state[i] = seedOf(seed, {i});
    }

    std::uint64_t next()
    {
        const std::uint64_t result = std::rotl(m_state[1] * 5, 7) * 9;
        const std::uint64_t shifted = m_state[1] << 17;
        m_state[2] ^= m_state[0];
        m_state[3] ^= m_state[1];
        m_state[1] ^= m_state[2];
        m_state[0] ^= m_state[3];
        m_state[2] ^= shifted;
        m_state[3] = std::rotl(m_state[3], 45);
        return result;
    }

    /// From [0, 1).
    double unit() { return static_cast<double>(next() >> 11) * 0x1p-53; }
    /// From [low, high).
    double real(double low, double high) { return low + (high - low) * unit(); }
    /// From low to high, both included.
    int integer(int low, int high) { return low + static_cast<int>(unit() * (high - low + 1)); }
    bool chance(double probability) { return unit() < probability; }

    /// Nearly normal: the sum of four 16-bit uniforms from one draw, so within ±3.46 sd. Photon noise
    /// takes a million of them per picture; nothing here needs the tails.
    double normal(double mean = 0, double sd = 1)
    {
        const std::uint64_t bits = next();
        const auto sum =
            static_cast<double>((bits & 0xffff) + (bits >> 16 & 0xffff) + (bits >> 32 & 0xffff) + (bits >> 48));
        constexpr double sumSd = 65536 * 0.57735026918962576; // sqrt(4 / 12)
        return mean + sd * (sum - 2 * 65535) / sumSd;
    }

    template <typename Container>
    const auto& pick(const Container& from)
    {
        return *(std::data(from) + integer(0, static_cast<int>(std::size(from)) - 1));
    }

    template <typename T>
    void shuffle(std::vector<T>& items)
    {
        for (int i = static_cast<int>(items.size()) - 1; i > 0; --i)
            std::swap(items[static_cast<std::size_t>(i)], items[static_cast<std::size_t>(integer(0, i))]);
    }

    /// `count` different ones, or all there are, in random order.
    template <typename Container>
    auto sample(const Container& from, int count)
    {
        std::vector<std::remove_cvref_t<decltype(*std::data(from))>> items(std::begin(from), std::end(from));
        shuffle(items);
        if (static_cast<std::size_t>(count) < items.size())
            items.erase(items.begin() + count, items.end());
        return items;
    }

    /// An index, each as probable as its weight says.
    int weighted(const std::vector<double>& weights)
    {
        double total = 0;
        for (const double weight : weights)
            total += weight;
        double left = unit() * total;
        for (std::size_t i = 0; i + 1 < weights.size(); ++i)
            if ((left -= weights[i]) < 0)
                return static_cast<int>(i);
        return static_cast<int>(weights.size()) - 1;
    }

private:
    std::array<std::uint64_t, 4> m_state{};
};

} // namespace biomedica::demo
