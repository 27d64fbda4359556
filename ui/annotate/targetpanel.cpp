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
    : QWidget(parent), m_actions(actions), m_icon(new QLabel), m_heading(makeHeading({})), m_hint(new ElidedLabel)
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
    m_hint->setProperty("isMuted", true);
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
        const std::pair<ActionId, KeyButton**> known[] = {
            {ActionId::Accept, &m_accept}, {ActionId::ClearAnswer, &m_clear}, {ActionId::Unsure, &m_unsure},
            {ActionId::Skip, &m_skip},     {ActionId::Flag, &m_flag},         {ActionId::Note, &m_note}};
        for (const auto& [which, kept] : known)
            if (which == id)
                *kept = button;
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
    m_about = enterHint.isEmpty() ? about : QStringLiteral("%1 · %2").arg(about, enterHint);
    showHint();
}

void TargetPanel::setRemark(const annotation::FigureRemark& remark)
{
    m_unsure->setChecked(remark.status == journal::Status::Unsure);
    m_skip->setChecked(remark.status == journal::Status::Skipped);
    m_flag->setChecked(remark.isFlagged);
    m_note->setChecked(!remark.note.empty());
}

void TargetPanel::setShownIsHit(bool isHit)
{
    m_isShownHit = isHit;
    showHint();
}

void TargetPanel::showHint()
{
    const QString warning =
        tr("not the figure at the cursor · %1 lets go of them", "a key").arg(m_actions.keyText(ActionId::SelectNone));
    m_hint->setText(m_isShownHit ? m_about : warning);
    if (m_isShownHit == m_hint->property("isMuted").toBool())
        return;
    m_hint->setProperty("isMuted", m_isShownHit);
    m_hint->setProperty("isWarning", !m_isShownHit);
    style()->unpolish(m_hint);
    style()->polish(m_hint);
    setTextFont(m_hint, measure::smallTextSize);
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
