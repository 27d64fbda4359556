#include "tests/support/compressing.h"

#include "core/compression/zstdwriter.h"

#include <QtGlobal>
#include <random>
#include <zlib.h>
#include <zstd.h>

namespace biomedica::test {

namespace {

std::string deflateAll(std::string_view content, int level, std::size_t flushEvery, gz_header* header)
{
    z_stream stream{};
    if (deflateInit2(&stream, level, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        qFatal("no memory");
    if (header)
        deflateSetHeader(&stream, header);
    std::string out(deflateBound(&stream, static_cast<uLong>(content.size())) + content.size() / 64 + 4096, '\0');
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const std::size_t step = flushEvery > 0 ? flushEvery : content.size();
    for (std::size_t begin = 0; begin < content.size() || begin == 0; begin += std::max<std::size_t>(step, 1)) {
        const std::string_view part = content.substr(begin, step);
        stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(part.data()));
        stream.avail_in = static_cast<uInt>(part.size());
        const bool isLast = begin + step >= content.size();
        deflate(&stream, isLast ? Z_FINISH : Z_SYNC_FLUSH);
        if (isLast)
            break;
    }
    out.resize(out.size() - stream.avail_out);
    deflateEnd(&stream);
    return out;
}

} // namespace

std::string gzipMember(std::string_view content, int level, std::size_t flushEvery)
{
    return deflateAll(content, level, flushEvery, nullptr);
}

std::string gzipMembers(std::string_view content, std::size_t size)
{
    std::string name = "shard.tar", extra = "BC\2\0xx";
    std::string all;
    for (std::size_t begin = 0; begin < content.size(); begin += size) {
        gz_header header{};
        header.name = reinterpret_cast<Bytef*>(name.data());
        header.extra = reinterpret_cast<Bytef*>(extra.data());
        header.extra_len = 6;
        header.hcrc = 1;
        all += deflateAll(content.substr(begin, size), 6, 0, &header);
    }
    return all;
}

std::string zstdFrame(std::string_view content, bool isSizeStated, int level)
{
    ZSTD_CCtx* context = ZSTD_createCCtx();
    ZSTD_CCtx_setParameter(context, ZSTD_c_compressionLevel, level);
    ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1);
    ZSTD_CCtx_setParameter(context, ZSTD_c_contentSizeFlag, isSizeStated);
    std::string out(ZSTD_compressBound(content.size()), '\0');
    out.resize(ZSTD_compress2(context, out.data(), out.size(), content.data(), content.size()));
    ZSTD_freeCCtx(context);
    return out;
}

std::string zstdFrames(std::string_view content, std::size_t size, bool isSizeStated)
{
    using namespace std::string_literals;
    std::string all;
    for (std::size_t begin = 0; begin < content.size(); begin += size)
        all += "\x50\x2a\x4d\x18\4\0\0\0abcd"s + zstdFrame(content.substr(begin, size), isSizeStated);
    return all;
}

std::string zstdWithTable(std::string_view content)
{
    std::string all;
    compression::ZstdWriter writer([&all](std::string_view bytes) -> Result<void> {
        all += bytes;
        return {};
    });
    for (std::size_t begin = 0; begin < content.size(); begin += 100'000)
        if (!writer.write(content.substr(begin, 100'000)) || !writer.mayCut())
            qFatal("cannot compress");
    if (!writer.finish())
        qFatal("cannot compress");
    return all;
}

std::vector<Packed> packedInAllWays(std::string_view content)
{
    return {{"gzip", gzipMember(content)},
            {"gzip, stored", gzipMember(content, 0)},
            {"pigz", gzipMember(content, 6, 128 << 10)},
            {"gzip, five members", gzipMembers(content, content.size() / 5 + 1)},
            {"bgzip", gzipMembers(content, 65280)},
            {"zstd, one frame", zstdFrame(content)},
            {"zstd, one frame, no size", zstdFrame(content, false)},
            {"zstd, frames", zstdFrames(content, 700'001)},
            {"zstd, frames, no sizes", zstdFrames(content, 700'001, false)},
            {"zstd, small frames", zstdFrames(content, 10'007)},
            {"zstd, table", zstdWithTable(content)}};
}

std::string someContent(std::size_t size, unsigned seed)
{
    std::mt19937 random(seed);
    std::string content;
    content.reserve(size + 64);
    while (content.size() < size) {
        if (random() % 3 == 0 && content.size() > 64)
            content.append(content, random() % (content.size() - 40), 40);
        else
            for (int i = 0; i < 24; ++i)
                content += static_cast<char>(random());
    }
    content.resize(size);
    return content;
}

} // namespace biomedica::test
