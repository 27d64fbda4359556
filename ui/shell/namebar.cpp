#include "ui/shell/namebar.h"

#include "ui/common/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>

namespace biomedica::ui {

NameBar::NameBar(Session& session, DecisionController& decisions, QWidget* parent)
    : QWidget(parent), m_session(session), m_field(new QLineEdit)
{
    auto* question = new QLabel(tr("What &name goes on your labels? It can be changed in the menu at any time."));
    question->setWordWrap(true);
    question->setBuddy(m_field);
    auto* keep = new QPushButton(tr("Use this name"));
    m_field->setMinimumWidth(m_field->fontMetrics().averageCharWidth() * 24);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(measure::margin + measure::grid, measure::gap, measure::gap, measure::gap);
    layout->setSpacing(measure::gap);
    layout->addWidget(question, 1);
    layout->addWidget(m_field);
    layout->addWidget(keep);
    hide();

    connect(&session, &Session::collectionOpened, this, &NameBar::ask);
    connect(&session, &Session::collectionClosed, this, &QWidget::hide);
    connect(m_field, &QLineEdit::textEdited, &session, &Session::setAnnotator);
    connect(m_field, &QLineEdit::returnPressed, this, &NameBar::accept);
    connect(keep, &QPushButton::clicked, this, &NameBar::accept);
    connect(&decisions, &DecisionController::decided, this, [this] {
        if (isVisible())
            accept();
    });
}

void NameBar::ask()
{
    if (m_session.isAnnotatorChosen())
        return;
    m_field->setText(m_session.annotator());
    show();
}

void NameBar::accept()
{
    m_session.setAnnotator(m_field->text().trimmed().isEmpty() ? m_session.annotator() : m_field->text());
    hide();
    Q_EMIT answered();
}

void NameBar::paintEvent(QPaintEvent*)
{
    const Colours& colours = coloursFor(palette());
    QPainter painter(this);
    painter.fillRect(rect(), colours.raised);
    painter.fillRect(0, 0, measure::grid, height(), colours.accent);
    painter.fillRect(0, height() - 1, width(), 1, colours.line);
}

} // namespace biomedica::ui
