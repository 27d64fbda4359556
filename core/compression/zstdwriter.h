// Writes a .zst file of frames that are decoded one by one, with the table that tells where each is (the "seekable
// format" of facebook/zstd): every zstd decoder reads it.
//
// Thread contract: one writer belongs to one thread.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace biomedica::compression {

class ZstdWriter {
public:
    /// Receives the file's bytes in order.
    using Sink = std::function<Result<void>(std::string_view)>;

    explicit ZstdWriter(Sink sink);
    ~ZstdWriter();
    ZstdWriter(ZstdWriter&&) noexcept;
    ZstdWriter& operator=(ZstdWriter&&) noexcept;

    Result<void> write(std::string_view content);

    /// Here a frame may end: done where it is about 1 MB long. Frames also end after 16 MB without such a place.
    Result<void> mayCut();

    /// The rest, and the table.
    Result<void> finish();

private:
    struct Context;
    struct Frame {
        std::uint32_t stored, content;
    };

    Result<void> cut();

    Sink m_sink;
    std::unique_ptr<Context> m_context;
    std::string m_pending; ///< content of the frame at hand
    std::vector<Frame> m_frames;
};

} // namespace biomedica::compression
