#include "ui/detail/thumbnailrow.h"

#include "ui/common/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <algorithm>

namespace biomedica::ui {

namespace {

constexpr int tileLines = 4; ///< a thumbnail is as high as four lines of text
constexpr double tileShape = 1.25;

class RowPainter : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        const int height = tileLines * QFontMetrics(textFont(measure::textSize)).lineSpacing();
        return {static_cast<int>(height * tileShape) + measure::grid, height + measure::grid};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Colours& colours = coloursFor(option.palette);
        const QRect box = option.rect.adjusted(2, 2, -2, -2);
        const auto image = index.data(Qt::DecorationRole).value<QImage>();
        painter->save();
        painter->setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
        painter->fillRect(box,
                          image.isNull() ? colours.raised : index.data(ThumbnailRowModel::GroundRole).value<QColor>());
        if (!image.isNull()) {
            const QSize size = image.size().scaled(box.size(), Qt::KeepAspectRatio);
            const QPoint corner = box.center() - QPoint(size.width() - 1, size.height() - 1) / 2;
            painter->drawImage(QRect(corner, size), image);
        } else if (!index.data(ThumbnailRowModel::ProblemRole).toString().isEmpty()) {
            painter->setPen(colours.muted);
            painter->drawText(box, Qt::AlignCenter, QStringLiteral("?"));
        }
        const bool isCurrent = index.data(ThumbnailRowModel::IsCurrentRole).toBool();
        const bool hasCursor = (option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_Selected);
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(hasCursor   ? colours.accent
                             : isCurrent ? colours.text
                                         : colours.line,
                             isCurrent || hasCursor ? 2 : 1));
        painter->drawRoundedRect(QRectF(box).adjusted(-0.5, -0.5, 0.5, 0.5), 3, 3);
        painter->restore();
    }
};

} // namespace

ThumbnailRowModel::ThumbnailRowModel(ThumbnailStore& thumbnails, QObject* parent)
    : QAbstractListModel(parent), m_thumbnails(thumbnails)
{
    connect(&thumbnails, &ThumbnailStore::ready, this, [this](const Rows&) {
        if (!m_rows.empty())
            Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    });
}

void ThumbnailRowModel::setRows(Rows rows, QStringList notes)
{
    beginResetModel();
    m_rows = std::move(rows);
    m_notes = std::move(notes);
    endResetModel();
}

void ThumbnailRowModel::setCurrent(std::optional<RowId> row)
{
    m_current = row;
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

int ThumbnailRowModel::placeOf(std::optional<RowId> row) const
{
    const auto found = row ? std::find(m_rows.begin(), m_rows.end(), *row) : m_rows.end();
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int ThumbnailRowModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QString ThumbnailRowModel::accessibleText(int place) const
{
    QString text = tr("Figure %1 of %2").arg(place + 1).arg(rowCount());
    if (!m_notes.value(place).isEmpty())
        text = tr("%1, %2", "a figure, what is said about it").arg(text, m_notes[place]);
    return m_rows[static_cast<std::size_t>(place)] == m_current ? tr("%1, shown now").arg(text) : text;
}

QVariant ThumbnailRowModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const RowId row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case IsCurrentRole: return row == m_current;
    case Qt::AccessibleTextRole: return accessibleText(index.row());
    default: break;
    }
    const Thumbnail* thumbnail = m_thumbnails.find(row);
    if (role == Qt::ToolTipRole)
        return thumbnail && !thumbnail->problem.isEmpty() ? thumbnail->problem : m_notes.value(index.row());
    if (!thumbnail)
        return {};
    switch (role) {
    case Qt::DecorationRole: return thumbnail->image;
    case GroundRole: return thumbnail->ground;
    case ProblemRole: return thumbnail->problem;
    default: return {};
    }
}

ThumbnailRow::ThumbnailRow(Session& session, QWidget* parent)
    : QListView(parent), m_thumbnails(new ThumbnailStore(this)), m_figures(new ThumbnailRowModel(*m_thumbnails, this))
{
    setModel(m_figures);
    setItemDelegate(new RowPainter(this));
    setFlow(QListView::LeftToRight);
    setWrapping(false);
    setUniformItemSizes(true);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setStyleSheet(QStringLiteral("QListView { background: transparent; border: none; padding: 0; }"));
    resizeTiles();
    connect(this, &QListView::clicked, this, &ThumbnailRow::choose);
    connect(horizontalScrollBar(), &QScrollBar::valueChanged, this, &ThumbnailRow::wantVisible);
    connect(&session, &Session::collectionOpened, this,
            [this, &session] { m_thumbnails->setWorkspace(session.workspace()); });
    connect(&session, &Session::collectionClosed, this, [this] {
        setRows({});
        m_thumbnails->setWorkspace(nullptr);
    });
    connect(m_thumbnails, &ThumbnailStore::ready, this, &ThumbnailRow::ready);
}

void ThumbnailRow::setRows(Rows rows, QStringList notes)
{
    m_figures->setRows(std::move(rows), std::move(notes));
    showCurrent();
}

void ThumbnailRow::setCurrent(std::optional<RowId> row)
{
    m_figures->setCurrent(row);
    showCurrent();
}

void ThumbnailRow::showCurrent()
{
    if (const int place = m_figures->placeOf(m_figures->current()); place >= 0) {
        setCurrentIndex(m_figures->index(place));
        scrollTo(m_figures->index(place));
    }
    wantVisible();
}

void ThumbnailRow::choose(const QModelIndex& index)
{
    if (index.isValid())
        Q_EMIT chosen(m_figures->rows()[static_cast<std::size_t>(index.row())]);
}

void ThumbnailRow::resizeTiles()
{
    setFixedHeight(itemDelegate()->sizeHint({}, {}).height() + horizontalScrollBar()->sizeHint().height());
}

void ThumbnailRow::wantVisible()
{
    if (!isVisible() || m_figures->rowCount() == 0)
        return;
    const int width = std::max(1, sizeHintForIndex(m_figures->index(0)).width());
    const int first = std::clamp(horizontalScrollBar()->value() / width, 0, m_figures->rowCount() - 1);
    const int last = std::min(first + viewport()->width() / width + 1, m_figures->rowCount() - 1);
    const QSize tile = sizeHintForIndex(m_figures->index(0)) * devicePixelRatioF();
    m_thumbnails->setWanted(Rows(m_figures->rows().begin() + first, m_figures->rows().begin() + last + 1), tile);
}

void ThumbnailRow::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        choose(currentIndex());
    else
        QListView::keyPressEvent(event);
}

void ThumbnailRow::resizeEvent(QResizeEvent* event)
{
    QListView::resizeEvent(event);
    QMetaObject::invokeMethod(this, &ThumbnailRow::showCurrent, Qt::QueuedConnection); // once laid out
}

void ThumbnailRow::showEvent(QShowEvent* event)
{
    QListView::showEvent(event);
    QMetaObject::invokeMethod(this, &ThumbnailRow::showCurrent, Qt::QueuedConnection);
}

void ThumbnailRow::changeEvent(QEvent* event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_figures)
        resizeTiles();
}

} // namespace biomedica::ui
