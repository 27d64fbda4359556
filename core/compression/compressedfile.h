// Any place of a .gz or .zst file, decoded from the nearest place where decoding can begin. Inside this room only.
//
// Content is decoded in pieces of 256 KB. The newest pieces are kept, and decoders stay where they stopped, so that
// reading onwards decodes each byte once. A file that can only be entered at its beginning (one zstd frame) gets one
// decoder, for which readers queue: what it passes serves the next ones, while several would each begin anew.
//
// Thread contract: as ContentFile.
#pragma once

#include "core/compression/checkpoints.h"
#include "core/compression/contentfile.h"
#include "core/compression/decoder.h"

#include <condition_variable>
#include <list>
#include <mutex>
#include <set>

namespace biomedica::compression {

class CompressedFile final : public ContentFile {
public:
    static Result<std::shared_ptr<const ContentFile>>
    open(File file, FileStamp stamp, Packing packing, const std::filesystem::path& indexFolder, const Limits& limits);

    Packing packing() const override { return m_packing; }
    Result<std::size_t> readAt(std::uint64_t offset, std::span<char> buffer, const Job& job) const override;
    Result<bool> reaches(std::uint64_t size, const Job& job) const override;
    bool isSlow() const override;
    Result<void> finish(const Job& job) const override;
    std::vector<std::string> remarks() const override;

private:
    /// A piece of the content; shorter than the others where the content ends or is damaged.
    struct Piece {
        std::uint64_t number = 0;
        std::string bytes;
        std::optional<Error> damage; ///< right behind the bytes
    };
    using PiecePointer = std::shared_ptr<Piece>; ///< never changed once it is kept

    /// A decoder that stopped at the beginning of a piece.
    struct Cursor {
        std::unique_ptr<Decoder> decoder;
        std::uint64_t content = 0;
        std::uint64_t markContent = 0, markStored = 0; ///< where the stretch of the ratio's limit begins
    };

    CompressedFile(File file, FileStamp stamp, Packing packing, const Limits& limits, Checkpoints checkpoints);

    Result<void> findFrames();
    Result<PiecePointer> piece(std::uint64_t number, const Job& job) const;
    PiecePointer cached(std::uint64_t number) const;
    void keep(const PiecePointer& piece) const;
    std::string spareBytes() const;
    bool mustWait(std::uint64_t number) const;
    bool hasLongWays() const;
    std::string slowRemark() const;
    Result<std::unique_ptr<Cursor>> takeCursor(std::uint64_t content) const;
    std::unique_ptr<Cursor> idleCursor(std::uint64_t from, std::uint64_t to) const;
    Result<PiecePointer> decodeTo(Cursor& cursor, std::uint64_t number, const Job& job) const;
    Result<std::size_t> decodeSome(Cursor& cursor, std::span<char> out, const Job& job) const;
    Result<void> checkLimits(Cursor& cursor) const;
    void notePlace(const Cursor& cursor) const;
    void noteEnd(const Cursor& cursor, bool isDamaged) const;

    const Packing m_packing;
    const Limits m_limits;

    mutable std::mutex m_mutex; ///< guards what follows; not held while decoding
    mutable std::condition_variable m_changed;
    mutable Checkpoints m_checkpoints;
    mutable std::list<PiecePointer> m_pieces; ///< the newest in front
    /// Memory of pieces that were given up: new memory costs as much as decoding zstd into it.
    mutable std::vector<std::string> m_spare;
    mutable std::set<std::uint64_t> m_wanted;            ///< pieces that are being decoded
    mutable std::vector<std::unique_ptr<Cursor>> m_idle; ///< the newest at the end
    mutable std::size_t m_busy = 0;
    mutable bool m_isFrontierBusy = false;
    mutable std::vector<std::string> m_remarks; ///< of decoders, until the end is known
};

} // namespace biomedica::compression
