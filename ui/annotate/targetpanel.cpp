#include "ui/annotate/targetpanel.h"

#include "ui/annotate/keybutton.h"
#include "ui/common/actions.h"
#include "ui/common/icons.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"
#include "ui/session/wording.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QStyle>
#include <algorithm>
#include <limits>

namespace biomedica::ui {

namespace {

constexpr int columns = 4;

} // namespace

TargetPanel::TargetPanel(const Actions& actions, QWidget* parent)
    : QWidget(parent), m_icon(new QLabel), m_heading(makeHeading({})), m_hint(makeMutedLabel({}))
{
    build(actions);
    setSelected(0);
}

void TargetPanel::build(const Actions& actions)
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, measure::grid, 0, 0); // level with the questions' names
    layout->setSpacing(measure::grid);
    auto* top = new QHBoxLayout;
    top->setSpacing(measure::grid);
    top->addWidget(m_icon);
    top->addWidget(m_heading, 1);
    layout->addLayout(top);
    setTextFont(m_hint, measure::smallTextSize);
    layout->addWidget(m_hint);
    layout->addStretch(1);

    auto* buttons = new QGridLayout;
    buttons->setSpacing(6);
    const std::pair<ActionId, QString> all[] = {
        {ActionId::Accept, tr("accept")},     {ActionId::AcceptAll, tr("accept all")},
        {ActionId::Unsure, tr("unsure")},     {ActionId::Skip, tr("skip")},
        {ActionId::ClearAnswer, tr("clear")}, {ActionId::RepeatLabel, tr("repeat")},
        {ActionId::Flag, tr("flag")},         {ActionId::Note, tr("note")}};
    int place = 0;
    for (const auto& [id, text] : all) {
        KeyButton* button = makeKeyButton(actions, id, text);
        buttons->addWidget(button, place / columns, place % columns);
        if (id == ActionId::Accept)
            m_accept = button;
        if (id == ActionId::ClearAnswer)
            m_clear = button;
        ++place;
    }
    layout->addLayout(buttons);
}

void TargetPanel::setSelected(qint64 selected)
{
    m_selected = selected;
    const auto count = static_cast<int>(std::min<qint64>(selected, std::numeric_limits<int>::max()));
    m_heading->setText(count > 0 ? tr("%Ln selected figure(s)", nullptr, count) : tr("This figure"));
    m_heading->setProperty("isMuted", count == 0);
    m_heading->setProperty("isAccent", count > 0);
    style()->unpolish(m_heading);
    style()->polish(m_heading);
    setHeadingFont(m_heading);
    showIcon();
}

void TargetPanel::showIcon()
{
    const int side = m_heading->sizeHint().height();
    m_icon->setPixmap(icon(QStringLiteral("selection"), coloursFor(palette()).accent).pixmap(QSize(side, side)));
    m_icon->setVisible(m_selected > 0);
}

void TargetPanel::setQuestion(Question question, const QString& enterHint)
{
    const QString name = Wording::questionName(question);
    m_accept->setToolTip(tr("Accept the imported answer to “%1”").arg(name));
    m_clear->setToolTip(tr("Clear my answer to “%1”").arg(name));
    //: %1 = a question such as "panel type": what the buttons "accept" and "clear" are about
    const QString about = tr("accept, clear: %1").arg(name);
    m_hint->setText(enterHint.isEmpty() ? about : QStringLiteral("%1 · %2").arg(about, enterHint));
}

QString TargetPanel::headingText() const
{
    return m_heading->text();
}

QString TargetPanel::hintText() const
{
    return m_hint->text();
}

void TargetPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if ((event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) && m_accept)
        showIcon();
}

} // namespace biomedica::ui
