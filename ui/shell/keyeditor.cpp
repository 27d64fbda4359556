#include "ui/shell/keyeditor.h"

#include "ui/common/icons.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"
#include "ui/shell/keycapture.h"
#include "ui/shell/menus.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace biomedica::ui {

namespace {

using Verdict = KeyCheck::Verdict;

QString shown(const QKeySequence& key)
{
    return key.toString(QKeySequence::NativeText);
}

QPushButton* makeButton(const QString& text)
{
    auto* button = new QPushButton(text);
    button->setAutoDefault(false);
    return button;
}

} // namespace

KeyEditor::KeyEditor(Actions& actions, QWidget* parent)
    : QWidget(parent), m_actions(actions), m_name(new QLabel), m_keys(new QWidget),
      m_flow(new FlowLayout(m_keys, measure::grid)), m_add(makeButton(tr("&Add a key…"))), m_capture(new KeyCapture),
      m_reset(makeButton(tr("&Reset this action"))), m_message(new QLabel), m_take(makeButton(tr("&Take it over"))),
      m_keep(makeButton(tr("&Keep both as they were")))
{
    build();
    connect(m_add, &QPushButton::clicked, this, &KeyEditor::beginCapture);
    connect(m_reset, &QPushButton::clicked, this, [this] {
        Keymap keymap = m_actions.keymap();
        keymap.reset(*m_action);
        showMessage({});
        m_actions.setKeymap(keymap);
    });
    connect(m_capture, &KeyCapture::captured, this, &KeyEditor::judge);
    connect(m_capture, &KeyCapture::cancelled, this, [this] {
        const bool hadFocus = m_capture->hasFocus();
        showKeys();
        if (hadFocus)
            Q_EMIT left();
    });
    connect(m_take, &QPushButton::clicked, this, [this] { give(m_wanted); });
    connect(m_keep, &QPushButton::clicked, this, [this] {
        showMessage({});
        leave();
    });
    connect(&m_actions, &Actions::keysChanged, this, &KeyEditor::showKeys);
    setAction(std::nullopt);
}

void KeyEditor::build()
{
    setTextFont(m_name, measure::textSize, true);
    m_name->setWordWrap(true);
    m_message->setWordWrap(true);
    m_message->setTextFormat(Qt::PlainText);
    auto* head = new QHBoxLayout;
    head->addWidget(m_name, 1);
    head->addWidget(m_reset, 0, Qt::AlignTop);
    auto* answers = new QHBoxLayout;
    answers->addWidget(m_take);
    answers->addWidget(m_keep);
    answers->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(measure::gap);
    layout->addLayout(head);
    layout->addWidget(m_keys);
    layout->addWidget(m_capture);
    layout->addWidget(m_message);
    layout->addLayout(answers);
    m_flow->addWidget(m_add);
}

void KeyEditor::setAction(std::optional<ActionId> action)
{
    if (action == m_action && action)
        return;
    m_action = action;
    showMessage({});
    showKeys();
}

void KeyEditor::showKeys()
{
    m_capture->hide();
    m_keys->show();
    m_add->setEnabled(m_action.has_value());
    m_reset->setEnabled(m_action && m_actions.keymap().isChanged(*m_action));
    m_name->setText(m_action ? plainText(*m_actions[*m_action]) : tr("No action found"));
    for (QPushButton* old : m_keys->findChildren<QPushButton*>(QString(), Qt::FindDirectChildrenOnly)) {
        m_flow->removeWidget(old);
        if (old == m_add)
            continue;
        old->hide();
        old->deleteLater(); // one of them may be telling of the click that led here
    }
    if (m_action)
        for (const QKeySequence& key : m_actions.keymap().keys(*m_action)) {
            auto* button = makeButton(shown(key));
            button->setIcon(icon(QStringLiteral("clear"), coloursFor(palette()).muted));
            button->setIconSize(QSize(16, 16) * textScale());
            button->setLayoutDirection(layoutDirection() == Qt::LeftToRight ? Qt::RightToLeft : Qt::LeftToRight);
            button->setToolTip(tr("Take %1 away").arg(shown(key)));
            button->setAccessibleName(button->toolTip());
            connect(button, &QPushButton::clicked, this, [this, key] {
                Keymap keymap = m_actions.keymap();
                keymap.removeKey(*m_action, key);
                showMessage({});
                m_add->setFocus(Qt::OtherFocusReason);
                m_actions.setKeymap(keymap);
            });
            m_flow->addWidget(button);
            button->show();
        }
    m_flow->addWidget(m_add);
    m_keys->updateGeometry();
}

void KeyEditor::beginCapture()
{
    if (!m_action)
        return;
    showMessage({});
    m_keys->hide();
    m_capture->show();
    m_capture->begin();
}

void KeyEditor::clearKeys()
{
    if (!m_action)
        return;
    Keymap keymap = m_actions.keymap();
    keymap.clear(*m_action);
    showMessage({});
    m_actions.setKeymap(keymap);
}

void KeyEditor::judge(const QKeySequence& key)
{
    const KeyCheck check = m_actions.keymap().check(*m_action, key);
    if (check.isRefused()) {
        showMessage(refusalText(key, check.verdict));
        m_capture->begin();
    } else if (check.verdict == Verdict::Taken) {
        m_wanted = key;
        showQuestion(tr("%1 belongs to: %2").arg(shown(key), ownersText(check.owners)));
    } else {
        give(key);
        showMessage(hintText(key, check.verdict));
    }
}

void KeyEditor::give(const QKeySequence& key)
{
    Keymap keymap = m_actions.keymap();
    keymap.addKey(*m_action, key);
    showMessage({});
    m_actions.setKeymap(keymap);
    leave();
}

void KeyEditor::leave()
{
    showKeys();
    Q_EMIT left();
}

void KeyEditor::showQuestion(const QString& text)
{
    showMessage(text);
    m_take->show();
    m_keep->show();
    m_take->setFocus(Qt::OtherFocusReason);
    showKeys();
}

void KeyEditor::showMessage(const QString& text)
{
    m_take->hide();
    m_keep->hide();
    m_message->setText(text);
    m_message->setVisible(!text.isEmpty());
    for (QWidget* focused : {static_cast<QWidget*>(m_capture), static_cast<QWidget*>(m_take)})
        focused->setAccessibleDescription(text); // read out with what has the focus
}

QString KeyEditor::refusalText(const QKeySequence& key, Verdict verdict) const
{
    switch (verdict) {
    case Verdict::OpensMenu: return tr("%1 opens the menu of the window. Press another key.").arg(shown(key));
    default: return tr("%1 answers the current question. Press another key.").arg(shown(key));
    }
}

QString KeyEditor::hintText(const QKeySequence& key, Verdict verdict) const
{
    switch (verdict) {
    case Verdict::OutsideText:
        return tr("A text field types %1: while you are in one it does nothing else.").arg(shown(key));
    case Verdict::Moves: return tr("%1 no longer moves among the figures.").arg(shown(key));
    default: return {};
    }
}

QString KeyEditor::ownersText(const QList<ActionId>& owners) const
{
    QStringList texts;
    for (const ActionId owner : owners)
        texts += QStringLiteral("%1 (%2)").arg(plainText(*m_actions[owner]), m_actions.keysText(owner));
    return texts.join(QStringLiteral(", "));
}

void KeyEditor::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_action && m_capture->isHidden())
        showKeys();
}

} // namespace biomedica::ui
