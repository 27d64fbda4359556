#include "tests/ui/drawn_shard.h"

#include "tests/support/shard_builder.h"

#include <QBuffer>
#include <QPainter>
#include <array>

namespace biomedica::test {

QImage drawnPicture(int number)
{
    QImage image(160, 120, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor colour = QColor::fromHsv(number * 47 % 360, 200, 180);
    for (int i = 0; i < 5; ++i) {
        const int size = 15 + (number * 13 + i * 29) % 80;
        switch (number % 3) {
        case 0: painter.fillRect(12 + i * 28, 110 - size, 18, size, colour); break;
        case 1:
            painter.setBrush(colour);
            painter.drawEllipse(QPoint(20 + i * 30, 20 + size), 6 + size / 8, 6 + size / 8);
            break;
        default: painter.setPen(QPen(colour, 2)); painter.drawLine(5, 10 + i * 20, 155, 10 + size);
        }
    }
    return image;
}

void writeDrawnShard(const std::filesystem::path& path, int count, int firstNumber, int copies)
{
    static constexpr std::array licences = {"CC BY 4.0", "CC0", "CC BY-NC 4.0"};
    ShardBuilder shard;
    for (int i = 0; i < count; ++i) {
        const int number = firstNumber + i;
        const int drawn = i < count - copies ? number : firstNumber + i - (count - copies);
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        drawnPicture(drawn).save(&buffer, "PNG");
        const std::string article = "PMC" + std::to_string(9000 + number);
        const std::string key = keyOf(article, 0, "fig" + std::to_string(number));
        json::Value about = metadata(article, "fig" + std::to_string(number));
        about["article_license"] = licences[static_cast<std::size_t>(number) % licences.size()];
        shard.member(key + ".png", bytes.toStdString());
        shard.member(key + ".json", about.dump());
        shard.member(key + ".txt", "figure " + std::to_string(number) + " about cells");
    }
    shard.write(path);
}

} // namespace biomedica::test
