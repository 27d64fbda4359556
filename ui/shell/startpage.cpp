#include "ui/shell/startpage.h"

#include "ui/common/icons.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"

#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace biomedica::ui {

namespace {

constexpr int columnWidth = 460;

QPushButton* makeButton(QAction* action)
{
    auto* button =
        new QPushButton(action->icon(), QStringLiteral("  ") + QString(action->text()).remove(QLatin1Char('&')));
    button->setMinimumHeight(38);
    QObject::connect(action, &QAction::changed, button, [button, action] {
        if (!button->isDefault()) // icons are drawn for the usual ground
            button->setIcon(action->icon());
    });
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
    return button;
}

} // namespace

StartPage::StartPage(Session& session, const Actions& actions, QWidget* parent)
    : QWidget(parent), m_session(session), m_recentHeading(makeHeading(tr("Recent collections"))),
      m_recent(new QVBoxLayout)
{
    auto* mark = new QLabel;
    mark->setPixmap(applicationIcon().pixmap(QSize(56, 56), devicePixelRatioF()));
    auto* title = new QLabel(tr("Biomedica Curator"));
    setTextFont(title, 24, true);
    auto* text =
        makeMutedLabel(tr("Browse, search, label and export scientific figures. Shards stay where they are and are "
                          "never written to; what you decide is saved with every key."));
    text->setWordWrap(true);
    text->setFixedWidth(columnWidth);
    text->setMinimumHeight(text->heightForWidth(columnWidth)); // the centred column asks for no height by width
    auto* demo = makeButton(actions[ActionId::OpenDemo]);
    demo->setDefault(true);
    demo->setIcon({});
    setFocusProxy(demo);

    auto* column = new QVBoxLayout;
    column->setSpacing(measure::gap);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(mark);
    column->addWidget(title);
    column->addWidget(text);
    column->addSpacing(2 * measure::gap);
    column->addWidget(makeButton(actions[ActionId::OpenFolder]));
    column->addWidget(makeButton(actions[ActionId::OpenShards]));
    column->addWidget(makeButton(actions[ActionId::OpenCollection]));
    column->addWidget(demo);
    auto* drop = makeMutedLabel(tr("Or drop .tar files and folders into this window."));
    column->addWidget(drop);
    column->addSpacing(2 * measure::gap);
    column->addWidget(m_recentHeading);
    m_recent->setSpacing(2);
    column->addLayout(m_recent);

    auto* holder = new QWidget;
    holder->setLayout(column);
    holder->setFixedWidth(columnWidth);
    auto* layout = new QVBoxLayout(this);
    layout->addStretch(2);
    layout->addWidget(holder, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    refresh();
}

void StartPage::refresh()
{
    while (QLayoutItem* item = m_recent->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    const QStringList folders = m_session.recentCollections();
    m_recentHeading->setVisible(!folders.isEmpty());
    for (const QString& folder : folders) {
        auto* button = new QToolButton;
        button->setProperty("isFlat", true);
        const QString home = QDir::homePath();
        const QString shown = folder.startsWith(home) ? QStringLiteral("~") + folder.mid(home.size()) : folder;
        const QString text = QStringLiteral("%1   —   %2").arg(QFileInfo(folder).fileName(), shown);
        button->setText(button->fontMetrics().elidedText(text, Qt::ElideMiddle, columnWidth - 24));
        button->setToolTip(folder);
        connect(button, &QToolButton::clicked, this, [this, folder] { Q_EMIT collectionChosen(folder); });
        m_recent->addWidget(button);
    }
}

} // namespace biomedica::ui
