#include "ui/annotate/classfinder.h"

#include "core/annotation/synonyms.h"
#include "ui/annotate/classrow.h"
#include "ui/common/markedtext.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"
#include "ui/session/wording.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QScreen>
#include <QStandardItemModel>
#include <QVBoxLayout>
#include <algorithm>
#include <map>

namespace biomedica::ui {

namespace {

constexpr int questionRole = Qt::UserRole + 1;
constexpr int valueRole = Qt::UserRole + 2;
constexpr QSize finderSize(420, 340);

} // namespace

ClassFinder::ClassFinder(const annotation::Taxonomy& taxonomy, QWidget* parent)
    : QFrame(parent, Qt::Popup), m_taxonomy(taxonomy), m_field(new QLineEdit), m_list(new QListView),
      m_empty(makeMutedLabel({})), m_model(new QStandardItemModel(this))
{
    setFrameShape(StyledPanel);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(measure::gap, measure::gap, measure::gap, measure::gap);
    layout->setSpacing(measure::gap);
    m_field->setPlaceholderText(tr("Type a class or another word for it"));
    m_field->setAccessibleName(tr("Find a class"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new ClassRow(m_list));
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setAccessibleName(tr("Classes"));
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    layout->addWidget(m_field);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_empty, 1);
    m_field->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, this, &ClassFinder::narrow);
    connect(m_field, &QLineEdit::returnPressed, this, [this] { choose(m_list->currentIndex()); });
    connect(m_list, &QListView::clicked, this, &ClassFinder::choose);
}

void ClassFinder::fill(Question first)
{
    m_classes.clear();
    std::map<std::pair<Question, std::string>, std::size_t> indexOf;
    QList<Question> order = {first};
    for (const Question question :
         {Question::Secondary, Question::Primary, Question::PanelType, Question::PanelSubtype})
        if (question != first)
            order.append(question);
    for (const Question question : order)
        for (const std::string& value : m_taxonomy.options(question)) {
            m_classes.push_back({question, value, fromUtf8(value), {}});
            indexOf[{question, value}] = m_classes.size() - 1;
        }
    // A class that was renamed keeps its words, and its old name is one more.
    for (const auto& [name, words] : annotation::Synonyms::builtIn().all())
        for (const Question question : allQuestions) {
            const std::string& now = m_taxonomy.current(question, name);
            const auto found = indexOf.find({question, now});
            if (found == indexOf.end())
                continue;
            QStringList& synonyms = m_classes[found->second].synonyms;
            if (now != name)
                synonyms += fromUtf8(name);
            for (const std::string& word : words)
                synonyms += fromUtf8(word);
        }
}

void ClassFinder::openAt(const QPoint& bottomLeft, Question first, const RecentClasses& recent, const Answer& given)
{
    m_recentChoices.clear();
    for (const ClassChoice& choice : recent.choices())
        if ((choice.question == first || !isListQuestion(first))
            && std::find(given.begin(), given.end(), choice.value) == given.end())
            m_recentChoices.push_back(choice);
    fill(first);
    m_field->clear();
    narrow({});
    resize(finderSize * textScale());
    QPoint place = bottomLeft - QPoint(0, height() + measure::grid);
    if (const QScreen* on = screen()) {
        const QRect room = on->availableGeometry();
        place.setX(std::clamp(place.x(), room.left(), std::max(room.left(), room.right() - width())));
        place.setY(std::max(place.y(), room.top()));
    }
    move(place);
    show();
    m_field->setFocus(Qt::PopupFocusReason);
}

void ClassFinder::add(const FindableClass& one, const QString& synonym, bool isRecent)
{
    const QString below = one.question == Question::Secondary ? fromUtf8(m_taxonomy.parentOf(one.value))
                                                              : Wording::questionName(one.question);
    auto* item = new QStandardItem(one.name);
    QStringList details;
    if (!synonym.isEmpty())
        details += synonym;
    if (isRecent)
        details += tr("recent", "a class that was used just now");
    details += below;
    item->setData(details.join(QStringLiteral(" · ")), ClassRow::DetailRole);
    item->setData(QStringLiteral("%1, %2").arg(one.name, details.join(QStringLiteral(", "))), Qt::AccessibleTextRole);
    item->setData(static_cast<int>(one.question), questionRole);
    item->setData(fromUtf8(one.value), valueRole);
    m_model->appendRow(item);
}

void ClassFinder::narrow(const QString& text)
{
    m_model->clear();
    const bool isNothingTyped = text.trimmed().isEmpty();
    if (isNothingTyped)
        for (const ClassChoice& choice : m_recentChoices)
            for (const FindableClass& one : m_classes)
                if (one.question == choice.question && one.value == choice.value)
                    add(one, {}, true);
    for (const ClassMatch& match : findClasses(text, m_classes))
        add(m_classes[match.index], match.synonym, false);
    const bool isEmpty = m_model->rowCount() == 0;
    m_empty->setText(isEmpty ? tr("No class called “%1”").arg(text.trimmed()) : QString());
    m_empty->setVisible(isEmpty);
    m_list->setVisible(!isEmpty);
    m_list->setCurrentIndex(m_model->index(0, 0));
}

QStringList ClassFinder::shownNames() const
{
    QStringList names;
    for (int row = 0; row < m_model->rowCount(); ++row)
        names += m_model->item(row)->text();
    return names;
}

QString ClassFinder::emptyText() const
{
    return m_empty->text();
}

void ClassFinder::choose(const QModelIndex& index)
{
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
