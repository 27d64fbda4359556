// Parts of several files side by side in memory, as one array: a column that is kept in one file for each million rows
// is read as if it were whole.
//
// Thread contract: immutable; shared between threads. The files must not shrink while they are mapped; removing them
// is fine.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <span>
#include <string_view>

namespace biomedica {

class MappedArray {
public:
    /// Parts begin at multiples of it in their files, and all but the last one end at such.
    static constexpr std::size_t pageSize = 4096;

    struct Piece {
        std::filesystem::path file;
        std::uint64_t offset = 0, size = 0;
        std::string_view bytes; ///< copied in place of the file's where there is no file
    };

    static Result<MappedArray> of(std::span<const Piece> pieces);

    MappedArray() = default;
    MappedArray(MappedArray&& other) noexcept;
    MappedArray& operator=(MappedArray&& other) noexcept;
    ~MappedArray();

    std::string_view bytes() const { return m_bytes; }
    template <typename T>
    std::span<const T> as() const
    {
        return {reinterpret_cast<const T*>(m_bytes.data()), m_bytes.size() / sizeof(T)};
    }

private:
    std::string_view m_bytes;
};

} // namespace biomedica
