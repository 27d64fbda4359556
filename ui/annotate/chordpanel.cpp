#include "ui/annotate/chordpanel.h"

#include "ui/annotate/chordletters.h"
#include "ui/annotate/keybutton.h"
#include "ui/common/markedtext.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"

#include <QApplication>
#include <QGridLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QVBoxLayout>
#include <algorithm>

namespace biomedica::ui {

namespace {

constexpr int flashMs = 150;
constexpr int between = 6;
constexpr int widestPanel = 1000;

} // namespace

ChordPanel::ChordPanel(const annotation::Taxonomy& taxonomy, QWidget* above)
    : QFrame(above), m_taxonomy(taxonomy), m_above(above), m_title(makeHeading({})), m_hint(makeMutedLabel({})),
      m_area(new QWidget), m_grid(new QGridLayout(m_area))
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Classes by letters"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(measure::margin, measure::gap, measure::margin, measure::margin);
    layout->setSpacing(measure::gap);
    auto* top = new QHBoxLayout;
    top->addWidget(m_title);
    top->addStretch(1);
    top->addWidget(m_hint);
    setTextFont(m_hint, measure::smallTextSize);
    layout->addLayout(top);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(between);
    layout->addWidget(m_area);
    m_flash.setSingleShot(true);
    m_flash.setInterval(flashMs);
    connect(&m_flash, &QTimer::timeout, this, QOverload<>::of(&QWidget::update));
    hide();
}

void ChordPanel::open()
{
    if (isVisible())
        return;
    if (parentWidget() != m_above->window()) {
        setParent(m_above->window());
        m_above->window()->installEventFilter(this);
    }
    m_focusBefore = QApplication::focusWidget();
    showLevel({});
    show();
    raise();
    setFocus(Qt::PopupFocusReason);
}

void ChordPanel::close()
{
    if (!isVisible())
        return;
    const bool hadFocus = hasFocus();
    hide();
    if (hadFocus && m_focusBefore)
        m_focusBefore->setFocus(Qt::PopupFocusReason);
}

void ChordPanel::showLevel(const std::string& globalClass)
{
    m_globalClass = globalClass;
    const bool isFirst = globalClass.empty();
    m_names = isFirst ? m_taxonomy.options(Question::Primary) : m_taxonomy.localClassesOf(globalClass);
    m_letters = chordLettersFor(m_names);
    m_title->setText(isFirst ? tr("Kind of figure") : fromUtf8(globalClass));
    m_hint->setText(isFirst ? tr("a letter shows what is below · Esc closes")
                            : tr("Enter: “%1” as primary class · Esc: back").arg(fromUtf8(globalClass)));
    setAccessibleDescription(QStringLiteral("%1. %2").arg(m_title->text(), m_hint->text()));
    fillButtons();
    place();
}

void ChordPanel::fillButtons()
{
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // one of them may be telling of the click that led here
        delete item;
    }
    QList<KeyButton*> buttons;
    int widest = 1;
    for (std::size_t i = 0; i < m_names.size(); ++i) {
        const QString letter = m_letters[i].isNull() ? QString() : QString(m_letters[i]);
        auto* button = new KeyButton(letter, fromUtf8(m_names[i]), m_area);
        connect(button, &QAbstractButton::clicked, this, [this, i] { pick(i); });
        widest = std::max(widest, button->sizeHint().width());
        buttons.append(button);
    }
    const QMargins margins = layout()->contentsMargins();
    const int room =
        std::min(parentWidget()->width() - 2 * measure::margin, scaled(widestPanel)) - margins.left() - margins.right();
    const int line = buttons.isEmpty() ? 1 : buttons.first()->sizeHint().height() + between;
    const int height = m_above->mapTo(parentWidget(), QPoint()).y() - m_title->sizeHint().height() - 60;
    const auto count = static_cast<int>(buttons.size());
    const int lines = std::max(1, height / line);
    // As many columns as there is room for, or more where the lines would not do: then names are cut.
    const int columns = std::max({1, std::min(count, room / (widest + between)), (count + lines - 1) / lines});
    const int rows = (count + columns - 1) / columns;
    for (int i = 0; i < count; ++i) {
        buttons[i]->setMaximumWidth(std::max(60, room / columns - between));
        m_grid->addWidget(buttons[i], i % std::max(1, rows), i / std::max(1, rows));
        buttons[i]->show();
    }
}

/// At the upper edge of the bar, as high as its content.
void ChordPanel::place()
{
    layout()->activate();
    const QSize size = sizeHint();
    const QPoint edge = m_above->mapTo(parentWidget(), QPoint(measure::margin, -measure::grid));
    const int width = std::min(size.width(), parentWidget()->width() - 2 * measure::margin);
    setGeometry(std::clamp(edge.x(), measure::margin, std::max(measure::margin, parentWidget()->width() - width)),
                std::max(0, edge.y() - size.height()), width, size.height());
}

QChar ChordPanel::letterOf(const std::string& name) const
{
    const auto found = std::find(m_names.begin(), m_names.end(), name);
    return found == m_names.end() ? QChar() : m_letters[static_cast<std::size_t>(found - m_names.begin())];
}

void ChordPanel::pick(std::size_t index)
{
    const std::string name = m_names[index];
    if (!m_globalClass.empty())
        choose(Question::Secondary, name);
    else if (m_taxonomy.localClassesOf(name).empty())
        choose(Question::Primary, name);
    else
        showLevel(name);
}

void ChordPanel::choose(Question question, const std::string& value)
{
    close();
    Q_EMIT chosen(question, value);
}

/// While it is open no shortcut of the window works: every letter is for this panel.
bool ChordPanel::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride)
        event->accept();
    return QFrame::event(event);
}

void ChordPanel::keyPressEvent(QKeyEvent* event)
{
    event->accept();
    const int key = event->key();
    if (key == Qt::Key_Escape) {
        if (m_globalClass.empty())
            close();
        else
            showLevel({});
        return;
    }
    if ((key == Qt::Key_Return || key == Qt::Key_Enter) && !m_globalClass.empty()) {
        choose(Question::Primary, std::string(m_globalClass));
        return;
    }
    const bool isModifier = key == Qt::Key_Shift || key == Qt::Key_Control || key == Qt::Key_Alt || key == Qt::Key_AltGr
                            || key == Qt::Key_Meta || key == Qt::Key_CapsLock;
    if (isModifier || event->isAutoRepeat())
        return;
    const bool isPlain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    const auto letter = key > 0 && key < 128 ? QChar(key) : QChar();
    const auto found = std::find(m_letters.begin(), m_letters.end(), letter);
    if (isPlain && !letter.isNull() && found != m_letters.end()) {
        pick(static_cast<std::size_t>(found - m_letters.begin()));
        return;
    }
    m_flash.start();
    update();
}

/// Whoever goes elsewhere with the mouse is done here.
void ChordPanel::focusOutEvent(QFocusEvent* event)
{
    QFrame::focusOutEvent(event);
    if (event->reason() != Qt::ActiveWindowFocusReason && event->reason() != Qt::PopupFocusReason)
        close();
}

void ChordPanel::paintEvent(QPaintEvent*)
{
    const Colours& colours = coloursFor(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int width = isFlashing() ? 3 : 1;
    const double inset = width / 2.0;
    painter.setPen(QPen(isFlashing() ? colours.warning : colours.muted, width));
    painter.setBrush(colours.panel);
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), measure::radius, measure::radius);
}

bool ChordPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        QMetaObject::invokeMethod(
            this, [this] { showLevel(std::string(m_globalClass)); }, Qt::QueuedConnection);
    return QFrame::eventFilter(watched, event);
}

} // namespace biomedica::ui
