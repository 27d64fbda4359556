#include "ui/shell/startpage.h"

#include "ui/common/icons.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"
#include "ui/shell/recentlist.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace biomedica::ui {

namespace {

constexpr int columnWidth = 520; ///< at text of 100 %
constexpr int markSize = 56;

QPushButton* makeButton(QAction* action)
{
    auto* button =
        new QPushButton(action->icon(), QStringLiteral("  ") + QString(action->text()).remove(QLatin1Char('&')));
    const int line = QFontMetrics(textFont(measure::textSize)).height();
    button->setAutoDefault(true); // Enter presses it, as it does in dialogs
    button->setMinimumHeight(line + 2 * measure::margin);
    button->setIconSize(QSize(line, line));
    QObject::connect(action, &QAction::changed, button, [button, action] {
        button->setEnabled(action->isEnabled());
        if (!button->isDefault()) // icons are drawn for the usual ground
            button->setIcon(action->icon());
    });
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
    return button;
}

QLabel* makeParagraph(const QString& text)
{
    QLabel* label = makeMutedLabel(text);
    label->setWordWrap(true);
    return label;
}

} // namespace

StartPage::StartPage(Session& session, const Actions& actions, QWidget* parent)
    : QScrollArea(parent), m_column(new QWidget), m_recent(new RecentList(session))
{
    auto* mark = new QLabel;
    mark->setPixmap(applicationIcon().pixmap(QSize(markSize, markSize), devicePixelRatioF()));
    auto* title = new QLabel(tr("Biomedica Curator"));
    setTextFont(title, 24, true);
    auto* demo = makeButton(actions[ActionId::OpenDemo]);
    demo->setDefault(true);
    demo->setIcon({});
    setFocusProxy(demo);

    auto* column = new QVBoxLayout(m_column);
    column->setSpacing(measure::gap);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(mark);
    column->addWidget(title);
    column->addWidget(makeParagraph(tr("Browse, search, label and export scientific figures. Shards stay where they "
                                       "are and are never written to; what you decide is saved with every key.")));
    column->addSpacing(measure::gap);
    column->addWidget(demo);
    column->addWidget(makeParagraph(tr("New here? Two thousand drawn figures to try everything with; nothing is "
                                       "downloaded.")));
    column->addSpacing(measure::gap);
    column->addWidget(makeButton(actions[ActionId::OpenFolder]));
    column->addWidget(makeButton(actions[ActionId::OpenShards]));
    column->addWidget(makeButton(actions[ActionId::OpenCollection]));
    column->addWidget(makeParagraph(tr("Or drop .tar files and folders into this window.")));
    column->addSpacing(2 * measure::gap);
    column->addWidget(m_recent);

    auto* page = new QWidget;
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(2 * measure::margin, 2 * measure::margin, 2 * measure::margin, 2 * measure::margin);
    layout->addStretch(2);
    layout->addWidget(m_column, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    setWidget(page);
    setWidgetResizable(true);
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_recent, &RecentList::collectionChosen, this, &StartPage::collectionChosen);
}

void StartPage::refresh()
{
    m_recent->refresh();
}

/// The column has the width of a paragraph that reads well, and never more than there is.
void StartPage::fitColumn()
{
    const int available = viewport()->width() - 4 * measure::margin;
    const int width = std::min(available, qRound(columnWidth * textScale()));
    m_column->setFixedWidth(std::max(width, 1));
    // A wrapped label in a centred column asks for no height by its width.
    for (QLabel* label : m_column->findChildren<QLabel*>(QString(), Qt::FindDirectChildrenOnly))
        if (label->wordWrap())
            label->setMinimumHeight(label->heightForWidth(width));
}

void StartPage::resizeEvent(QResizeEvent* event)
{
    QScrollArea::resizeEvent(event);
    fitColumn();
}

void StartPage::changeEvent(QEvent* event)
{
    QScrollArea::changeEvent(event);
    if ((event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) && m_column)
        QMetaObject::invokeMethod(this, &StartPage::fitColumn, Qt::QueuedConnection);
}

} // namespace biomedica::ui
