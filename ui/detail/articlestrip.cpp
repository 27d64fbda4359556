#include "ui/detail/articlestrip.h"

#include "ui/common/theme.h"
#include "ui/common/widgets.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QVBoxLayout>
#include <algorithm>

namespace biomedica::ui {

namespace {

constexpr int tileLines = 4; ///< a thumbnail is as high as four lines of text
constexpr double tileShape = 1.25;

class StripPainter : public QStyledItemDelegate {
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
        painter->fillRect(box, image.isNull() ? colours.raised : index.data(ArticleModel::GroundRole).value<QColor>());
        if (!image.isNull()) {
            const QSize size = image.size().scaled(box.size(), Qt::KeepAspectRatio);
            const QPoint corner = box.center() - QPoint(size.width() - 1, size.height() - 1) / 2;
            painter->drawImage(QRect(corner, size), image);
        } else if (!index.data(ArticleModel::ProblemRole).toString().isEmpty()) {
            painter->setPen(colours.muted);
            painter->drawText(box, Qt::AlignCenter, QStringLiteral("?"));
        }
        const bool isCurrent = index.data(ArticleModel::IsCurrentRole).toBool();
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

ArticleModel::ArticleModel(ThumbnailStore& thumbnails, QObject* parent)
    : QAbstractListModel(parent), m_thumbnails(thumbnails)
{
    connect(&thumbnails, &ThumbnailStore::ready, this, [this](const Rows&) {
        if (!m_rows.empty())
            Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    });
}

void ArticleModel::setRows(Rows rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

void ArticleModel::setCurrent(std::optional<RowId> row)
{
    m_current = row;
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

int ArticleModel::placeOf(std::optional<RowId> row) const
{
    const auto found = row ? std::find(m_rows.begin(), m_rows.end(), *row) : m_rows.end();
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int ArticleModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant ArticleModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const RowId row = m_rows[static_cast<std::size_t>(index.row())];
    const bool isCurrent = row == m_current;
    switch (role) {
    case IsCurrentRole: return isCurrent;
    case Qt::AccessibleTextRole: {
        const QString text = tr("Figure %1 of %2").arg(index.row() + 1).arg(rowCount());
        return isCurrent ? tr("%1, shown now").arg(text) : text;
    }
    default: break;
    }
    const Thumbnail* thumbnail = m_thumbnails.find(row);
    if (!thumbnail)
        return {};
    switch (role) {
    case Qt::DecorationRole: return thumbnail->image;
    case GroundRole: return thumbnail->ground;
    case ProblemRole:
    case Qt::ToolTipRole: return thumbnail->problem;
    default: return {};
    }
}

ArticleStrip::ArticleStrip(Session& session, FigureController& figures, QWidget* parent)
    : QWidget(parent), m_session(session), m_figures(figures), m_thumbnails(new ThumbnailStore(this)),
      m_model(new ArticleModel(*m_thumbnails, this)), m_heading(makeHeading({})), m_view(new QListView),
      m_reading(session.pool(), this)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(measure::grid);
    m_heading->setWordWrap(true);
    layout->addWidget(m_heading);
    layout->addWidget(m_view);
    m_view->setModel(m_model);
    m_view->setItemDelegate(new StripPainter(m_view));
    m_view->setFlow(QListView::LeftToRight);
    m_view->setWrapping(false);
    m_view->setUniformItemSizes(true);
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setStyleSheet(QStringLiteral("QListView { background: transparent; border: none; padding: 0; }"));
    m_view->setAccessibleName(tr("Figures of this article"));
    m_view->viewport()->installEventFilter(this);
    m_view->installEventFilter(this);
    resizeTiles();
    hide();
    connect(m_view, &QListView::clicked, this, &ArticleStrip::goTo);
    connect(m_view->horizontalScrollBar(), &QScrollBar::valueChanged, this, &ArticleStrip::wantVisible);
    connect(&session, &Session::collectionOpened, this, [this] { m_thumbnails->setWorkspace(m_session.workspace()); });
    connect(&session, &Session::collectionClosed, this, [this] {
        setRows({});
        m_thumbnails->setWorkspace(nullptr);
    });
    connect(&session, &Session::contentChanged, this, [this] { setRows({}); });
    connect(&figures, &FigureController::rowChanged, this, &ArticleStrip::showFigure);
    connect(m_thumbnails, &ThumbnailStore::ready, this, &ArticleStrip::settled);
    connect(this, &ArticleStrip::figuresChanged, this, &ArticleStrip::settled);
}

void ArticleStrip::showFigure()
{
    const auto row = m_figures.row();
    m_reading.cancel();
    m_model->setCurrent(row);
    if (m_model->placeOf(row) >= 0) {
        showCurrent(); // the same article
        return;
    }
    if (!row || !m_session.workspace()) {
        setRows({});
        return;
    }
    m_reading.start(
        [workspace = m_session.workspace(), row = *row](std::stop_token) { return workspace->figuresOfArticle(row); },
        [this](Result<Rows> rows) { setRows(rows ? std::move(*rows) : Rows()); });
}

void ArticleStrip::setRows(Rows rows)
{
    m_model->setRows(std::move(rows));
    const int count = m_model->rowCount();
    m_heading->setText(tr("In this article · %n figure(s)", nullptr, count));
    setVisible(count > 1);
    showCurrent();
    Q_EMIT figuresChanged();
}

void ArticleStrip::showCurrent()
{
    if (const int place = m_model->placeOf(m_figures.row()); place >= 0) {
        m_view->setCurrentIndex(m_model->index(place));
        m_view->scrollTo(m_model->index(place));
    }
    wantVisible();
}

void ArticleStrip::goTo(const QModelIndex& index)
{
    Q_EMIT figureRequested(m_model->rows()[static_cast<std::size_t>(index.row())]);
}

void ArticleStrip::resizeTiles()
{
    m_view->setFixedHeight(m_view->itemDelegate()->sizeHint({}, {}).height()
                           + m_view->horizontalScrollBar()->sizeHint().height());
}

void ArticleStrip::wantVisible()
{
    if (!isVisible() || m_model->rowCount() == 0)
        return;
    const QRect area = m_view->viewport()->rect();
    const int width = std::max(1, m_view->sizeHintForIndex(m_model->index(0)).width());
    const int first = std::clamp(m_view->horizontalScrollBar()->value() / width, 0, m_model->rowCount() - 1);
    const int last = std::min(first + area.width() / width + 1, m_model->rowCount() - 1);
    const QSize tile = m_view->sizeHintForIndex(m_model->index(0)) * devicePixelRatioF();
    m_thumbnails->setWanted(Rows(m_model->rows().begin() + first, m_model->rows().begin() + last + 1), tile);
}

bool ArticleStrip::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::Show)
        QMetaObject::invokeMethod(this, &ArticleStrip::showCurrent, Qt::QueuedConnection); // once laid out
    if (watched == m_view && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if ((key == Qt::Key_Return || key == Qt::Key_Enter) && m_view->currentIndex().isValid()) {
            goTo(m_view->currentIndex());
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void ArticleStrip::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange && m_view)
        resizeTiles();
}

} // namespace biomedica::ui
