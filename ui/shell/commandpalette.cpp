#include "ui/shell/commandpalette.h"

#include "ui/common/theme.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>
#include <algorithm>

namespace biomedica::ui {

namespace {

constexpr int frameWidth = 620;
constexpr int linesShown = 12;

/// Icon, words, section in muted colour, keys at the right.
class ActionDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override
    {
        return {200, QFontMetrics(textFont(measure::textSize)).height() + 3 * measure::grid};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const Colours& colours = coloursFor(option.palette);
        const bool isEnabled = index.flags() & Qt::ItemIsEnabled;
        if (option.state & QStyle::State_Selected) {
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(Qt::NoPen);
            painter->setBrush(colours.accentGround);
            painter->drawRoundedRect(option.rect, measure::chipRadius, measure::chipRadius);
        }
        const QRect inner = option.rect.adjusted(measure::gap, 0, -measure::gap, 0);
        const int side = scaled(16);
        const QRect picture(inner.left(), inner.center().y() - side / 2, side, side);
        index.data(Qt::DecorationRole).value<QIcon>().paint(painter, picture);
        painter->setFont(textFont(measure::textSize));
        painter->setPen(isEnabled ? colours.text : colours.muted);
        const QString text = index.data().toString();
        QRect words = inner.adjusted(side + measure::gap, 0, 0, 0);
        const QString keys = index.siblingAtColumn(ActionModel::Keys).data().toString();
        QRect used;
        painter->setPen(colours.muted);
        painter->drawText(words, Qt::AlignRight | Qt::AlignVCenter, keys, &used);
        words.setRight(keys.isEmpty() ? words.right() : used.left() - measure::gap);
        painter->setPen(isEnabled ? colours.text : colours.muted);
        const QFontMetrics metrics(painter->font());
        painter->drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                          metrics.elidedText(text, Qt::ElideRight, words.width()));
        words.setLeft(words.left() + metrics.horizontalAdvance(text) + measure::margin);
        painter->setFont(textFont(measure::headingSize));
        painter->setPen(colours.muted);
        if (words.width() > 0)
            painter->drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                              QFontMetrics(painter->font())
                                  .elidedText(index.siblingAtColumn(ActionModel::Section).data().toString(),
                                              Qt::ElideRight, words.width()));
    }
};

} // namespace

CommandPalette::CommandPalette(const Actions& actions, QWidget* window)
    : Overlay(window), m_actions(new ActionModel(actions, this)), m_found(new ActionFilter(m_actions, this)),
      m_frame(new QFrame(this)), m_field(new QLineEdit), m_list(new QListView)
{
    m_frame->setObjectName(QStringLiteral("floating"));
    m_field->setPlaceholderText(tr("What do you want to do?"));
    m_field->setAccessibleName(tr("Command"));
    m_field->installEventFilter(this);
    m_list->setAccessibleName(tr("Commands"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setModel(m_found);
    m_list->setItemDelegate(new ActionDelegate(m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFocusProxy(m_field); // which moves in the list
    m_list->setUniformItemSizes(true);
    auto* layout = new QVBoxLayout(m_frame);
    layout->setContentsMargins(measure::gap, measure::gap, measure::gap, measure::gap);
    layout->setSpacing(measure::grid);
    layout->addWidget(m_field);
    layout->addWidget(m_list);
    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::search);
    connect(m_list, &QListView::clicked, this, &CommandPalette::run);
}

QWidget* CommandPalette::firstFocus()
{
    m_field->clear();
    search();
    return m_field;
}

void CommandPalette::search()
{
    m_found->setText(m_field->text());
    // What can be done now comes first into the hand.
    for (int row = 0; row < m_found->rowCount(); ++row)
        if (m_found->index(row, 0).flags() & Qt::ItemIsEnabled) {
            m_list->setCurrentIndex(m_found->index(row, 0));
            return;
        }
}

void CommandPalette::run(const QModelIndex& index)
{
    QAction* action = m_found->actionAt(index);
    if (!action || !action->isEnabled())
        return;
    close(); // first: the action is meant for what had the focus before
    action->trigger();
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_field || event->type() != QEvent::KeyPress)
        return Overlay::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const int row = m_list->currentIndex().row();
    const auto moveTo = [this](int to) {
        m_list->setCurrentIndex(m_found->index(std::clamp(to, 0, std::max(0, m_found->rowCount() - 1)), 0));
        return true;
    };
    switch (key->key()) {
    case Qt::Key_Up: return moveTo(row - 1);
    case Qt::Key_Down: return moveTo(row + 1);
    case Qt::Key_PageUp: return moveTo(row - linesShown);
    case Qt::Key_PageDown: return moveTo(row + linesShown);
    case Qt::Key_Return:
    case Qt::Key_Enter: run(m_list->currentIndex()); return true;
    case Qt::Key_Escape: close(); return true;
    default: return false;
    }
}

void CommandPalette::layOut()
{
    const int width = std::min(scaled(frameWidth), this->width() - 4 * measure::gap);
    const int line = QFontMetrics(textFont(measure::textSize)).height() + 3 * measure::grid;
    const int around = m_list->height() - m_list->viewport()->height();
    const int wanted = m_field->sizeHint().height() + linesShown * line + around + 2 * measure::gap + measure::grid;
    const int top = std::min(72, height() / 10);
    m_frame->setGeometry((this->width() - width) / 2, top, width, std::min(wanted, height() - 2 * top));
}

} // namespace biomedica::ui
