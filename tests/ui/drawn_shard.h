// A shard of drawn pictures: bars, discs and lines in turn, so that some are like others.
#pragma once

#include <QImage>
#include <filesystem>

namespace biomedica::test {

/// Of the kind `number` % 3; those with the same number are the same.
QImage drawnPicture(int number);

/// One figure an article. `copies`: so many of the last figures have the pictures of the first ones.
void writeDrawnShard(const std::filesystem::path& path, int count, int firstNumber = 0, int copies = 0);

} // namespace biomedica::test
