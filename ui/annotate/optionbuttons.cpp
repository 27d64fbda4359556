#include "ui/annotate/optionbuttons.h"

#include "ui/annotate/keybutton.h"
#include "ui/annotate/labelkeys.h"
#include "ui/common/actions.h"
#include "ui/common/markedtext.h"
#include "ui/common/widgets.h"

#include <QEvent>
#include <algorithm>

namespace biomedica::ui {

namespace {

constexpr int lines = 2;
constexpr int spacing = 6;

} // namespace

OptionButtons::OptionButtons(const Actions& actions, QWidget* parent)
    : QWidget(parent), m_flow(new FlowLayout(this, spacing)),
      m_none(makeKeyButton(actions, ActionId::NoClass, tr("none fits", "of the classes"))),
      m_more(makeKeyButton(actions, ActionId::FindClass, tr("more…")))
{
    m_flow->addWidget(m_none);
    m_flow->addWidget(m_more);
    m_flow->setMaximumLines(lines, m_more);
    fit();
}

void OptionButtons::fit()
{
    setFixedHeight(lines * m_more->sizeHint().height() + (lines - 1) * spacing);
}

void OptionButtons::setOptions(std::vector<std::string> options, bool areOfList)
{
    m_none->setVisible(areOfList);
    if (options == m_options)
        return;
    m_options = std::move(options);
    showOptions();
}

/// Buttons stay and take other words: making twenty of them takes longer than all else that a key does.
void OptionButtons::showOptions()
{
    const qsizetype count = std::min<qsizetype>(static_cast<qsizetype>(m_options.size()), keyedOptions);
    for (qsizetype i = m_buttons.size(); i < count; ++i) {
        const int option = static_cast<int>(i);
        auto* button = new KeyButton(keyOfOption(option), {}, this);
        connect(button, &QAbstractButton::clicked, this, [this, option] { Q_EMIT pressed(option); });
        m_flow->addWidget(button);
        m_buttons.append(button);
    }
    for (qsizetype i = 0; i < m_buttons.size(); ++i) {
        if (i < count)
            m_buttons[i]->setWords(fromUtf8(m_options[static_cast<std::size_t>(i)]));
        m_buttons[i]->setVisible(i < count);
    }
    // Behind them: the flow has them in the order in which they were added.
    m_flow->removeWidget(m_none);
    m_flow->addWidget(m_none);
    m_flow->setHasMore(static_cast<qsizetype>(m_options.size()) > keyedOptions);
}

void OptionButtons::setChosen(const Answer& answer)
{
    for (std::size_t i = 0; i < static_cast<std::size_t>(m_buttons.size()); ++i)
        m_buttons[static_cast<qsizetype>(i)]->setChecked(
            i < m_options.size() && std::find(answer.begin(), answer.end(), m_options[i]) != answer.end());
}

void OptionButtons::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fit();
}

} // namespace biomedica::ui
