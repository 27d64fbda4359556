#include "ui/duplicates/memberpainter.h"

#include "ui/common/theme.h"
#include "ui/duplicates/membermodel.h"

#include <QPainter>

namespace biomedica::ui {

namespace {

constexpr int pictureHeight = 92;
constexpr double pictureShape = 1.4;
constexpr int inset = 4; ///< between a picture and its frame: it is seen to be there whole, whatever its shape

} // namespace

QSize MemberPainter::pictureBox()
{
    return {scaled(static_cast<int>(pictureHeight * pictureShape)), scaled(pictureHeight)};
}

QSize MemberPainter::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return pictureBox() + QSize(scaled(180) + 2 * inset, 2 * measure::grid + 2 * inset);
}

void MemberPainter::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Colours& colours = coloursFor(option.palette);
    const QRect inner = option.rect.adjusted(measure::grid, measure::grid, -measure::grid, -measure::grid);
    const QRect box(inner.topLeft(), QSize(pictureBox().width() + 2 * inset, inner.height()));
    const auto image = index.data(Qt::DecorationRole).value<QImage>();
    painter->save();
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, colours.accentGround);
    const auto ground = index.data(MemberModel::GroundRole).value<QColor>();
    painter->fillRect(box, ground.isValid() ? ground : colours.raised);
    if (image.isNull()) {
        painter->setPen(colours.muted);
        painter->setFont(textFont(measure::smallTextSize));
        painter->drawText(box.adjusted(measure::grid, 0, -measure::grid, 0), Qt::AlignCenter | Qt::TextWordWrap,
                          index.data(MemberModel::ProblemRole).toString());
    } else {
        QRect target(QPoint(), image.size().scaled(pictureBox(), Qt::KeepAspectRatio));
        target.moveCenter(box.center());
        painter->drawImage(target, image);
    }
    painter->setPen(colours.line);
    painter->drawRect(box.adjusted(0, 0, -1, -1));

    QRect line = inner.adjusted(box.width() + measure::margin, 0, 0, 0);
    const auto write = [&](const QString& text, const QFont& font, const QColor& colour) {
        const QFontMetrics metrics(font);
        painter->setFont(font);
        painter->setPen(colour);
        line.setHeight(metrics.height());
        painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                          metrics.elidedText(text, Qt::ElideMiddle, line.width()));
        line.translate(0, metrics.height() + 2);
    };
    write(index.data(MemberModel::KeyRole).toString(), textFont(measure::textSize, true), colours.text);
    write(index.data(MemberModel::ArticleRole).toString(), textFont(measure::textSize), colours.text);
    write(index.data(MemberModel::LicenceRole).toString(), textFont(measure::textSize), colours.muted);
    painter->restore();
}

} // namespace biomedica::ui
