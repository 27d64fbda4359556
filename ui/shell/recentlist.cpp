#include "ui/shell/recentlist.h"

#include "ui/common/icons.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"
#include "ui/session/wording.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace biomedica::ui {

namespace {

/// Takes the width it gets; a path that is longer loses its middle.
class PathLabel : public QLabel {
public:
    explicit PathLabel(QString text) : m_text(std::move(text))
    {
        setProperty("isMuted", true);
        setTextFont(this, measure::smallTextSize);
        setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        setAttribute(Qt::WA_TransparentForMouseEvents);
        setText(QStringLiteral(" "));
    }

protected:
    void resizeEvent(QResizeEvent* event) override
    {
        QLabel::resizeEvent(event);
        setText(fontMetrics().elidedText(m_text, Qt::ElideMiddle, width()));
    }

private:
    QString m_text;
};

QString shortened(const QString& folder)
{
    const QString home = QDir::homePath();
    return folder.startsWith(home + QLatin1Char('/')) ? QLatin1Char('~') + folder.mid(home.size()) : folder;
}

} // namespace

RecentList::RecentList(Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_rows(new QVBoxLayout(this)), m_looking(session.shardPool(), this)
{
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(2);
    refresh();
    connect(&session, &Session::recentChanged, this, &RecentList::refresh);
}

void RecentList::refresh()
{
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // its button may be the one that was clicked
        delete item;
    }
    m_buttons.clear();
    m_removers.clear();
    const QStringList folders = m_session.recentCollections();
    setVisible(!folders.isEmpty());
    if (folders.isEmpty())
        return;
    m_rows->addWidget(makeHeading(tr("Recent collections")));
    for (const QString& folder : folders)
        m_rows->addWidget(makeRow(folder));
    m_looking.start(
        [folders](std::stop_token) {
            QStringList gone;
            for (const QString& folder : folders)
                if (!QFileInfo::exists(folder))
                    gone += folder;
            return gone;
        },
        [this](const QStringList& gone) { showPresence(gone); });
}

QWidget* RecentList::makeRow(const QString& folder)
{
    const QString name = QFileInfo(folder).fileName();
    const qulonglong figures = m_session.collectionValue(folder, QStringLiteral("figures")).toULongLong();
    auto* button = new QToolButton;
    button->setProperty("isFlat", true);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    button->setToolTip(folder);
    button->setAccessibleName(tr("Open %1").arg(folder));
    auto* title = new QLabel(name);
    title->setTextFormat(Qt::PlainText);
    setTextFont(title, measure::textSize, true);
    auto* count = makeMutedLabel(figures > 0 ? Wording::figures(figures) : QString());
    count->setObjectName(QStringLiteral("count"));
    setTextFont(count, measure::smallTextSize);
    auto* path = new PathLabel(shortened(folder));
    for (QWidget* label : {static_cast<QWidget*>(title), static_cast<QWidget*>(count)})
        label->setAttribute(Qt::WA_TransparentForMouseEvents);
    auto* words = new QHBoxLayout(button);
    words->setContentsMargins(measure::gap, measure::grid, measure::gap, measure::grid);
    words->setSpacing(measure::margin);
    words->addWidget(title);
    words->addWidget(path, 1);
    words->addWidget(count);
    button->setMinimumHeight(words->sizeHint().height());
    connect(button, &QToolButton::clicked, this, [this, folder] { Q_EMIT collectionChosen(folder); });

    auto* remove = new QToolButton;
    remove->setProperty("isFlat", true);
    remove->setIcon(icon(QStringLiteral("clear"), coloursFor(palette()).muted));
    remove->setToolTip(tr("Take it off this list; nothing on the disk is touched"));
    remove->setAccessibleName(tr("Take %1 off the list").arg(name));
    connect(remove, &QToolButton::clicked, this, [this, folder] { m_session.forgetCollection(folder); });
    m_buttons[folder] = button;
    m_removers[folder] = remove;

    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(button, 1);
    layout->addWidget(remove);
    return row;
}

void RecentList::showPresence(const QStringList& gone)
{
    for (const QString& folder : gone) {
        QToolButton* button = m_buttons.value(folder);
        if (!button)
            continue;
        button->findChild<QLabel*>(QStringLiteral("count"))->setText(tr("not there"));
        for (QLabel* label : button->findChildren<QLabel*>())
            label->setEnabled(false);
        button->setAccessibleName(tr("%1: not there").arg(folder));
    }
}

} // namespace biomedica::ui
