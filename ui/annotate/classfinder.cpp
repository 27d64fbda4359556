#include "ui/annotate/classfinder.h"

#include "ui/common/markedtext.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"
#include "ui/session/wording.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QRegularExpression>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace biomedica::ui {

namespace {

constexpr int questionRole = Qt::UserRole + 1;
constexpr int valueRole = Qt::UserRole + 2;
constexpr QSize finderSize(360, 320);

} // namespace

ClassFinder::ClassFinder(const annotation::Taxonomy& taxonomy, QWidget* parent)
    : QFrame(parent, Qt::Popup), m_taxonomy(taxonomy), m_field(new QLineEdit), m_list(new QListView),
      m_model(new QStandardItemModel(this)), m_matching(new QSortFilterProxyModel(this))
{
    setFrameShape(StyledPanel);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(measure::gap, measure::gap, measure::gap, measure::gap);
    layout->setSpacing(measure::gap);
    m_field->setPlaceholderText(tr("Type to find a class"));
    m_field->setAccessibleName(tr("Find a class"));
    m_matching->setSourceModel(m_model);
    m_matching->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_list->setModel(m_matching);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setUniformItemSizes(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setAccessibleName(tr("Classes"));
    layout->addWidget(m_field);
    layout->addWidget(m_list, 1);
    m_field->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, this, &ClassFinder::narrow);
    connect(m_field, &QLineEdit::returnPressed, this, &ClassFinder::choose);
    connect(m_list, &QListView::clicked, this, &ClassFinder::choose);
}

void ClassFinder::fill(Question first)
{
    m_model->clear();
    QList<Question> order = {first};
    for (const Question question :
         {Question::Secondary, Question::Primary, Question::PanelType, Question::PanelSubtype})
        if (question != first)
            order.append(question);
    for (const Question question : order)
        for (const std::string& value : m_taxonomy.options(question)) {
            const QString below = question == Question::Secondary ? fromUtf8(m_taxonomy.parentOf(value))
                                                                  : Wording::questionName(question);
            auto* item = new QStandardItem(QStringLiteral("%1   ·   %2").arg(fromUtf8(value), below));
            item->setData(static_cast<int>(question), questionRole);
            item->setData(fromUtf8(value), valueRole);
            m_model->appendRow(item);
        }
}

void ClassFinder::openAt(const QPoint& bottomLeft, Question first)
{
    fill(first);
    m_field->clear();
    narrow({});
    resize(finderSize * textScale());
    move(bottomLeft - QPoint(0, height() + measure::grid));
    show();
    m_field->setFocus(Qt::PopupFocusReason);
}

/// Every typed word has to occur, in any order: "plot bar" finds "bar plot".
void ClassFinder::narrow(const QString& text)
{
    QString pattern;
    for (const QString& word : text.split(QLatin1Char(' '), Qt::SkipEmptyParts))
        pattern += QStringLiteral("(?=.*%1)").arg(QRegularExpression::escape(word));
    m_matching->setFilterRegularExpression(QRegularExpression(pattern, QRegularExpression::CaseInsensitiveOption));
    m_list->setCurrentIndex(m_matching->index(0, 0));
}

void ClassFinder::choose()
{
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid())
        return;
    hide();
    Q_EMIT chosen(static_cast<Question>(index.data(questionRole).toInt()), toUtf8(index.data(valueRole).toString()));
}

bool ClassFinder::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp || key == Qt::Key_PageDown) {
            QCoreApplication::sendEvent(m_list, event);
            return true;
        }
        if (key == Qt::Key_Escape) {
            hide();
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace biomedica::ui
