#include "ui/common/widgets.h"

#include "ui/common/theme.h"

#include <QEvent>
#include <QHeaderView>
#include <QLocale>
#include <QPainter>
#include <QStyle>
#include <QTableView>
#include <QVariant>
#include <QWidget>
#include <algorithm>

namespace biomedica::ui {

QLabel* makeHeading(const QString& text, QWidget* parent)
{
    auto* label = makeMutedLabel(text, parent);
    setHeadingFont(label);
    return label;
}

QLabel* makeMutedLabel(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setProperty("isMuted", true);
    return label;
}

ElidedLabel::ElidedLabel(QWidget* parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
}

void ElidedLabel::setText(const QString& text)
{
    QLabel::setText(text);
    setToolTip(text);
}

void ElidedLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.drawText(contentsRect(), Qt::AlignLeft | Qt::AlignVCenter,
                     fontMetrics().elidedText(text(), Qt::ElideRight, contentsRect().width()));
}

QLabel* makeOutcomeLabel(QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->hide();
    return label;
}

void showOutcome(QLabel* label, const QString& text, bool isBad)
{
    label->setText(text);
    label->setProperty("isBad", isBad);
    label->setProperty("isGood", !isBad);
    label->style()->unpolish(label);
    label->style()->polish(label);
    label->show();
}

QFrame* makeLine(QWidget* parent)
{
    auto* line = new QFrame(parent);
    line->setProperty("isLine", true);
    return line;
}

void makeRowTable(QTableView* table, const QString& accessibleName)
{
    table->setAccessibleName(accessibleName);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setShowGrid(false);
    table->setWordWrap(false);
    table->setTabKeyNavigation(false);
    table->verticalHeader()->hide();
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setStretchLastSection(true);
    table->setStyleSheet(QStringLiteral("QTableView::item { border: 1px solid transparent; padding: 0 %1px; }"
                                        "QTableView::item:focus { border-color: palette(highlight); }")
                             .arg(measure::gap));
}

namespace {

void resizeBounded(QWidget* dialog, QSize wanted)
{
    const QWidget* parent = dialog->parentWidget();
    dialog->resize(parent ? wanted.boundedTo(parent->window()->size() - QSize(1, 1) * 8 * measure::gap) : wanted);
}

} // namespace

void resizeWithinParent(QWidget* dialog, QSize size)
{
    resizeBounded(dialog, {scaled(size.width()), scaled(size.height())});
}

void resizeToContents(QWidget* dialog, int width)
{
    for (QWidget* child : dialog->findChildren<QWidget*>())
        child->ensurePolished(); // its style sheet changes how much room it needs
    dialog->layout()->invalidate();
    const int across = std::max(scaled(width), dialog->layout()->minimumSize().width());
    const bool isWrapping = dialog->layout()->hasHeightForWidth();
    resizeBounded(dialog, {across, isWrapping ? dialog->layout()->totalHeightForWidth(across)
                                              : dialog->layout()->totalSizeHint().height()});
}

QString withThousands(qulonglong number)
{
    return QLocale().toString(number);
}

bool WrappingBox::event(QEvent* event)
{
    const bool isHandled = QWidget::event(event);
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)
        setMinimumHeight(std::max(0, heightForWidth(width())));
    return isHandled;
}

FlowLayout::FlowLayout(QWidget* parent, int spacing) : QLayout(parent)
{
    setContentsMargins(0, 0, 0, 0);
    setSpacing(spacing);
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

void FlowLayout::setMaximumLines(int lines, QWidget* overflow)
{
    m_maximumLines = lines;
    m_overflow = overflow;
    invalidate();
}

void FlowLayout::setHasMore(bool hasMore)
{
    m_hasMore = hasMore;
    invalidate();
}

void FlowLayout::addItem(QLayoutItem* item)
{
    m_items.append(item);
    invalidate();
}

QLayoutItem* FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

QList<FlowLayout::Place> FlowLayout::placesIn(int width) const
{
    QList<Place> places;
    QLayoutItem* overflow = nullptr;
    int x = 0;
    int y = 0;
    int lineHeight = 0;
    int lines = 1;
    bool isFull = false;
    const auto put = [&](QLayoutItem* item) {
        const QSize size = item->sizeHint();
        if (x > 0 && x + size.width() > width) {
            if (m_maximumLines > 0 && lines == m_maximumLines)
                return false;
            x = 0;
            y += lineHeight + spacing();
            lineHeight = 0;
            ++lines;
        }
        places.append({item, QRect(QPoint(x, y), QSize(std::min(size.width(), std::max(width, 1)), size.height()))});
        x += size.width() + spacing();
        lineHeight = std::max(lineHeight, size.height());
        return true;
    };
    for (QLayoutItem* item : m_items) {
        if (item->widget() && item->widget() == m_overflow)
            overflow = item;
        else if (!item->isEmpty()) // hidden by whom it belongs to
            isFull = isFull || !put(item);
    }
    if (overflow && (isFull || m_hasMore))
        while (!put(overflow) && !places.isEmpty()) {
            x = places.last().rect.left();
            places.removeLast();
        }
    return places;
}

int FlowLayout::heightForWidth(int width) const
{
    int height = 0;
    for (const Place& place : placesIn(width))
        height = std::max(height, place.rect.bottom() + 1);
    return height;
}

void FlowLayout::setGeometry(const QRect& bounds)
{
    QLayout::setGeometry(bounds);
    const QList<Place> places = placesIn(bounds.width());
    QList<QLayoutItem*> left = m_items;
    for (const Place& place : places) {
        left.removeOne(place.item);
        place.item->setGeometry(place.rect.translated(bounds.topLeft()));
    }
    // Moved out of sight rather than hidden: hiding would start another layout.
    for (QLayoutItem* item : left)
        item->setGeometry(QRect(QPoint(-10'000, -10'000), item->sizeHint()));
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem* item : m_items)
        size = size.expandedTo(item->minimumSize());
    return size;
}

} // namespace biomedica::ui
