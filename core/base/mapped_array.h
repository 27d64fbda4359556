// Parts of several files side by side in memory, as one array: a column that is kept in one file for each million rows
// is read as if it were whole.
//
// Thread contract: immutable; shared between threads. Removing the files is fine. Where one is cut short meanwhile,
// what is gone reads as zeros and check() says so (mapping_watch.h).
#pragma once

#include "core/base/mapping_watch.h"
#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <span>
#include <string_view>
#include <vector>

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

    bool isDamaged() const;
    /// Corrupt, naming the file, where one of them is damaged.
    Result<void> check() const;

private:
    Result<void> place(const Piece& piece, char* at);

    std::string_view m_bytes;
    std::vector<MappingWatch> m_watches; ///< of the pieces that lie in files
};

} // namespace biomedica
