#include "core/archive/tarwriter.h"

#include "core/archive/tarformat.h"

#include <algorithm>
#include <cstring>

namespace biomedica::archive {

namespace {

void putText(Block& block, Field where, std::string_view text)
{
    std::memcpy(block.data() + where.offset, text.data(), std::min(text.size(), where.length));
}

Block headerBlock(std::string_view name, std::uint64_t size, char type)
{
    Block block{};
    putText(block, field::name, name);
    putNumber(block, field::mode, 0444);
    putNumber(block, field::uid, 0);
    putNumber(block, field::gid, 0);
    putNumber(block, field::size, size);
    putNumber(block, field::mtime, 0);
    block[field::type.offset] = type;
    putText(block, field::magic, std::string_view("ustar\00000", 8));
    putText(block, field::userName, "bigdata");
    putText(block, field::groupName, "bigdata");
    putChecksum(block);
    return block;
}

std::string paxRecord(std::string_view key, std::string_view value)
{
    const std::string rest = " " + std::string(key) + "=" + std::string(value) + "\n";
    std::size_t length = rest.size() + 1;
    while (std::to_string(length).size() + rest.size() != length)
        length = std::to_string(length).size() + rest.size();
    return std::to_string(length) + rest;
}

void appendPadded(std::string& bytes, std::string_view data)
{
    bytes += data;
    bytes.append(paddedToBlock(data.size()) - data.size(), '\0');
}

} // namespace

std::string newHeader(std::string_view name, std::uint64_t size)
{
    std::string header;
    if (name.size() > field::name.length) {
        const std::string record = paxRecord("path", name);
        const Block extension = headerBlock("././@PaxHeader", record.size(), 'x');
        header.append(extension.data(), blockSize);
        appendPadded(header, record);
    }
    const Block block = headerBlock(name.substr(0, field::name.length), size, '0');
    return header.append(block.data(), blockSize);
}

Result<std::string> resizedHeader(std::string header, std::uint64_t size)
{
    const std::string_view extensions(header.data(), header.size() - blockSize);
    for (const std::string_view key : {std::string_view(" size="), std::string_view(" GNU.sparse.")})
        if (extensions.find(key) != std::string_view::npos)
            return Error(ErrorKind::Unsupported, "the member's size stands in a PAX record");
    Block block{};
    std::memcpy(block.data(), header.data() + header.size() - blockSize, blockSize);
    putNumber(block, field::size, size);
    putChecksum(block);
    header.replace(header.size() - blockSize, blockSize, block.data(), blockSize);
    return header;
}

Result<TarWriter> TarWriter::create(const std::filesystem::path& path, bool isCompressed)
{
    TRY(File file, File::createForWriting(path));
    TarWriter writer(std::move(file));
    if (isCompressed)
        writer.m_frames.emplace(
            [output = writer.m_output.get()](std::string_view frame) { return output->write(frame); });
    return writer;
}

Result<void> TarWriter::Output::write(std::string_view stored)
{
    checksum.add(stored);
    bytes += stored.size();
    return file.append(stored);
}

Result<void> TarWriter::write(std::string_view content)
{
    m_content += content.size();
    return m_frames ? m_frames->write(content) : m_output->write(content);
}

Result<void> TarWriter::beginSample()
{
    return m_frames ? m_frames->mayCut() : Result<void>();
}

Result<void> TarWriter::add(std::string_view name, std::string_view data)
{
    return addRaw(newHeader(name, data.size()), data);
}

Result<void> TarWriter::addRaw(std::string_view header, std::string_view data)
{
    // One write for a whole member: half the system calls, and the padding comes free.
    std::string record;
    record.reserve(header.size() + paddedToBlock(data.size()));
    record += header;
    appendPadded(record, data);
    return write(record);
}

Result<void> TarWriter::finish()
{
    constexpr std::uint64_t recordSize = 20 * blockSize;
    const std::uint64_t ended = m_content + 2 * blockSize;
    const std::uint64_t whole = (ended + recordSize - 1) / recordSize * recordSize;
    TRY_VOID(write(std::string(whole - m_content, '\0')));
    if (m_frames)
        TRY_VOID(m_frames->finish());
    return m_output->file.sync();
}

} // namespace biomedica::archive
