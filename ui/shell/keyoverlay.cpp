#include "ui/shell/keyoverlay.h"

#include "ui/common/theme.h"
#include "ui/common/widgets.h"
#include "ui/shell/menus.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>
#include <algorithm>

namespace biomedica::ui {

namespace {

struct KeyLine {
    QString keys, text;
};

struct KeySection {
    QString title;
    QList<KeyLine> lines;
};

/// Keys that are no actions: they move, or belong to a widget.
struct FixedKey {
    const char *keys, *text; ///< untranslated, in the context "KeyOverlay"
};
const FixedKey fixedKeys[] = {
    {QT_TRANSLATE_NOOP("KeyOverlay", "← → ↑ ↓"), QT_TRANSLATE_NOOP("KeyOverlay", "Move")},
    {QT_TRANSLATE_NOOP("KeyOverlay", "PgUp PgDn Home End"), QT_TRANSLATE_NOOP("KeyOverlay", "Page, first, last")},
    {QT_TRANSLATE_NOOP("KeyOverlay", "Shift+arrows, Shift+click"), QT_TRANSLATE_NOOP("KeyOverlay", "Select a range")},
    {QT_TRANSLATE_NOOP("KeyOverlay", "Ctrl+click"), QT_TRANSLATE_NOOP("KeyOverlay", "Select one more")},
    {QT_TRANSLATE_NOOP("KeyOverlay", "1 … 9, 0"),
     QT_TRANSLATE_NOOP("KeyOverlay", "Answer the current question; one answer moves on by itself")},
    {QT_TRANSLATE_NOOP("KeyOverlay", "Shift+1 … Shift+0"), QT_TRANSLATE_NOOP("KeyOverlay", "Answers 11 to 20")},
    {QT_TRANSLATE_NOOP("KeyOverlay", "Ctrl+wheel"), QT_TRANSLATE_NOOP("KeyOverlay", "Size of the thumbnails")},
    {QT_TRANSLATE_NOOP("KeyOverlay", "Click, Ctrl+click, Alt+click on a filter"),
     QT_TRANSLATE_NOOP("KeyOverlay", "Only this, this too, not this")},
};

QList<KeySection> sectionsOf(const Actions& actions)
{
    const auto translated = [](const char* text) { return QCoreApplication::translate("KeyOverlay", text); };
    QList<KeySection> sections;
    KeySection basics{QCoreApplication::translate("KeyOverlay", "Moving and answering"), {}};
    for (const FixedKey& key : fixedKeys)
        basics.lines.append({translated(key.keys), translated(key.text)});
    sections.append(basics);
    for (const MenuSection& section : menuSections()) {
        KeySection shown{section.text().remove(QLatin1Char('&')), {}};
        for (const auto& entry : section.entries)
            if (entry && actions[*entry]->isEnabled() && !actions.keymap().keys(*entry).isEmpty())
                shown.lines.append({actions.keysText(*entry), plainText(*actions[*entry])});
        if (!shown.lines.isEmpty())
            sections.append(shown);
    }
    return sections;
}

QWidget* makeSection(const KeySection& section)
{
    auto* widget = new QWidget;
    auto* grid = new QGridLayout(widget);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(measure::margin);
    grid->setVerticalSpacing(3);
    grid->addWidget(makeHeading(section.title), 0, 0, 1, 2);
    for (const KeyLine& line : section.lines) {
        const int row = grid->rowCount();
        auto* keys = new QLabel(line.keys);
        keys->setProperty("isKey", true);
        keys->setWordWrap(true);
        auto* text = makeMutedLabel(line.text);
        text->setWordWrap(true);
        grid->addWidget(keys, row, 0, Qt::AlignTop);
        grid->addWidget(text, row, 1, Qt::AlignTop);
    }
    grid->setColumnStretch(0, 2);
    grid->setColumnStretch(1, 3);
    return widget;
}

} // namespace

KeyOverlay::KeyOverlay(const Actions& actions, QWidget* window)
    : Overlay(window), m_actions(actions), m_frame(new QFrame(this)), m_scroll(new QScrollArea),
      m_hint(makeMutedLabel({}))
{
    setAccessibleName(tr("Keys valid here"));
    m_frame->setObjectName(QStringLiteral("floating"));
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setAutoFillBackground(false);
    auto* layout = new QVBoxLayout(m_frame);
    layout->setContentsMargins(20, 16, 12, 16);
    layout->addWidget(m_scroll);
    layout->addWidget(m_hint);
}

/// Sections in columns of about the same length.
QWidget* KeyOverlay::makeContent() const
{
    const QList<KeySection> sections = sectionsOf(m_actions);
    qsizetype lines = 0;
    for (const KeySection& section : sections)
        lines += section.lines.size() + 2;
    const int columns = std::clamp(m_frame->width() / scaled(360), 1, 3);
    auto* content = new QWidget;
    auto* row = new QHBoxLayout(content);
    row->setContentsMargins(0, 0, measure::gap, 0);
    row->setSpacing(28);
    QVBoxLayout* column = nullptr;
    qsizetype filled = 0;
    for (const KeySection& section : sections) {
        if (!column || (filled > lines / columns - section.lines.size() / 2 && row->count() < columns)) {
            column = new QVBoxLayout;
            column->setSpacing(measure::margin + measure::grid);
            row->addLayout(column, 1);
            filled = 0;
        }
        column->addWidget(makeSection(section));
        filled += section.lines.size() + 2;
    }
    for (int i = 0; i < row->count(); ++i)
        static_cast<QVBoxLayout*>(row->itemAt(i)->layout())->addStretch(1);
    return content;
}

void KeyOverlay::layOut()
{
    const int width = std::min(scaled(1180), this->width() - 2 * measure::margin);
    const int height = std::min(scaled(760), this->height() - 2 * measure::margin);
    m_frame->setGeometry((this->width() - width) / 2, (this->height() - height) / 2, width, height);
}

void KeyOverlay::showEvent(QShowEvent* event)
{
    const QString palette = m_actions.keyText(ActionId::Palette);
    m_hint->setText(palette.isEmpty() ? tr("Any key closes this.")
                                      : tr("Any key closes this. %1 finds every command by its name.").arg(palette));
    m_scroll->setWidget(makeContent()); // what is valid changes
    m_scroll->widget()->setAutoFillBackground(false);
    Overlay::showEvent(event);
}

QWidget* KeyOverlay::firstFocus()
{
    return this;
}

void KeyOverlay::keyPressEvent(QKeyEvent* event)
{
    QScrollBar* bar = m_scroll->verticalScrollBar();
    switch (event->key()) {
    case Qt::Key_Up: bar->triggerAction(QScrollBar::SliderSingleStepSub); break;
    case Qt::Key_Down: bar->triggerAction(QScrollBar::SliderSingleStepAdd); break;
    case Qt::Key_PageUp: bar->triggerAction(QScrollBar::SliderPageStepSub); break;
    case Qt::Key_PageDown: bar->triggerAction(QScrollBar::SliderPageStepAdd); break;
    case Qt::Key_Shift:
    case Qt::Key_Control:
    case Qt::Key_Alt: break; // on the way to a key
    default: close();
    }
    event->accept();
}

} // namespace biomedica::ui
