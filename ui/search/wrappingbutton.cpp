#include "ui/search/wrappingbutton.h"

#include "ui/common/theme.h"

#include <QStyleOptionButton>
#include <QStylePainter>
#include <algorithm>

namespace biomedica::ui {

namespace {

constexpr int padding = measure::margin;

} // namespace

WrappingButton::WrappingButton(const QString& text, QWidget* parent) : QPushButton(parent), m_words(text)
{
    setText(QString(text).replace(QLatin1Char('&'), QStringLiteral("&&")));
    setAutoDefault(false);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QSize WrappingButton::sizeHint() const
{
    const int width = fontMetrics().horizontalAdvance(m_words) + 2 * padding;
    return {width, heightForWidth(width)};
}

QSize WrappingButton::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 12, fontMetrics().height() + padding};
}

int WrappingButton::heightForWidth(int width) const
{
    const QRect room(0, 0, std::max(1, width - 2 * padding + 1), 10'000);
    return fontMetrics().boundingRect(room, Qt::TextWordWrap | Qt::AlignHCenter, m_words).height() + padding;
}

void WrappingButton::paintEvent(QPaintEvent*)
{
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text.clear();
    painter.drawControl(QStyle::CE_PushButton, option);
    painter.setPen(coloursFor(palette()).text);
    painter.drawText(rect().adjusted(padding, 0, -padding, 0), Qt::TextWordWrap | Qt::AlignCenter, m_words);
}

} // namespace biomedica::ui
