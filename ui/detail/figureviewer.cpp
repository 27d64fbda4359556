#include "ui/detail/figureviewer.h"

#include "ui/common/theme.h"
#include "ui/common/widgets.h"
#include "ui/detail/figuretext.h"
#include "ui/detail/pagehead.h"
#include "ui/detail/partchooser.h"

#include <QKeyEvent>
#include <QVBoxLayout>

namespace biomedica::ui {

FigureViewer::FigureViewer(Session& session, FigureController& figures, ThumbnailStore& thumbnails, QWidget* parent)
    : QWidget(parent), m_figures(figures), m_head(new PageHead), m_position(makeMutedLabel({})), m_image(new ImageView),
      m_reader(new PictureReader(session, thumbnails, *m_image, this)), m_chooser(new PartChooser(m_image))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(measure::gap, measure::gap, measure::gap, measure::gap);
    layout->setSpacing(measure::gap);
    m_head->addWidget(m_position);
    layout->addWidget(m_head);
    layout->addWidget(m_chooser->bar());
    layout->addWidget(m_image, 1);
    m_image->setFocusPolicy(Qt::StrongFocus);
    setFocusProxy(m_image);
    connect(m_head, &PageHead::backRequested, this, &FigureViewer::backRequested);
    connect(m_reader, &PictureReader::settled, this, [this] {
        if (std::exchange(m_isPartWanted, false))
            m_chooser->begin();
        Q_EMIT settled();
    });
    connect(m_chooser, &PartChooser::activeChanged, this, &FigureViewer::choosingPartChanged);
    connect(m_chooser, &PartChooser::chosen, this, [this](const QRectF& part) {
        if (m_figures.row())
            Q_EMIT partChosen(*m_figures.row(), part);
    });
    connect(&figures, &FigureController::rowChanged, this, &FigureViewer::showFigure);
    connect(&figures, &FigureController::detailChanged, this,
            [this] { m_head->setTitle(m_figures.detail() ? FigureText::title(*m_figures.detail()) : QString()); });
}

void FigureViewer::setPosition(int position, int count)
{
    m_position->setText(position > 0 ? tr("%1 of %2 matches")
                                           .arg(withThousands(static_cast<qulonglong>(position)),
                                                withThousands(static_cast<qulonglong>(count)))
                                     : tr("not among the matches"));
}

QString FigureViewer::positionText() const
{
    return m_position->text();
}

void FigureViewer::choosePart()
{
    m_isPartWanted = m_reader->isBusy();
    if (!m_isPartWanted)
        m_chooser->begin();
}

/// Nothing is read while nobody sees it.
void FigureViewer::showFigure()
{
    m_isPartWanted = false;
    m_chooser->end();
    m_reader->show(isVisible() ? m_figures.row() : std::nullopt);
}

void FigureViewer::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    showFigure();
}

void FigureViewer::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    showFigure();
}

void FigureViewer::keyPressEvent(QKeyEvent* event)
{
    if (event->modifiers() & ~Qt::KeypadModifier) {
        QWidget::keyPressEvent(event);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Right:
    case Qt::Key_Down:
    case Qt::Key_PageDown: Q_EMIT moveRequested(1); break;
    case Qt::Key_Left:
    case Qt::Key_Up:
    case Qt::Key_PageUp: Q_EMIT moveRequested(-1); break;
    case Qt::Key_Home: Q_EMIT endRequested(false); break;
    case Qt::Key_End: Q_EMIT endRequested(true); break;
    default: QWidget::keyPressEvent(event);
    }
}

} // namespace biomedica::ui
