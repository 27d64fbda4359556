#include "ui/search/criterionrow.h"

#include "ui/common/icons.h"
#include "ui/common/markedtext.h"
#include "ui/common/theme.h"
#include "ui/search/valuesource.h"
#include "ui/session/querywording.h"

#include <QComboBox>
#include <QCompleter>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QStackedWidget>
#include <QStringListModel>
#include <QStyle>
#include <QToolButton>
#include <algorithm>

namespace biomedica::ui {

namespace {

using Subject = Criterion::Subject;
using query::Field;
using query::FieldKind;

constexpr int mostOffered = 12;
constexpr query::Trait traits[] = {query::Trait::Labelled, query::Trait::Unlabelled, query::Trait::Disputed,
                                   query::Trait::Flagged, query::Trait::Duplicate};

/// Completes the last of several values between semicolons.
class ValueCompleter : public QCompleter {
public:
    using QCompleter::QCompleter;

    QString pathFromIndex(const QModelIndex& index) const override
    {
        const QString before = textBefore();
        return before.isEmpty() ? index.data().toString() : before + QStringLiteral("; ") + index.data().toString();
    }

    QStringList splitPath(const QString& path) const override { return {path.section(QLatin1Char(';'), -1).trimmed()}; }

private:
    QString textBefore() const
    {
        const QString text = static_cast<QLineEdit*>(widget())->text();
        return text.contains(QLatin1Char(';')) ? text.section(QLatin1Char(';'), 0, -2).trimmed() : QString();
    }
};

/// Fields have their number; the rest negative ones.
int idOf(Subject subject, Field field)
{
    return subject == Subject::Field ? static_cast<int>(field) : -1 - static_cast<int>(subject);
}

QString testText(CriterionTest test)
{
    switch (test) {
    case CriterionTest::AllWords: return CriterionRow::tr("has all of the words");
    case CriterionTest::Phrase: return CriterionRow::tr("has exactly");
    case CriterionTest::AnyWord: return CriterionRow::tr("has any of the words");
    case CriterionTest::NoWord: return CriterionRow::tr("has none of the words");
    case CriterionTest::OneOf: return CriterionRow::tr("is");
    case CriterionTest::NoneOf: return CriterionRow::tr("is not");
    case CriterionTest::Between: return CriterionRow::tr("is between");
    case CriterionTest::Filled: return CriterionRow::tr("is known");
    case CriterionTest::Empty: return CriterionRow::tr("is missing");
    case CriterionTest::Is: return CriterionRow::tr("is", "a state");
    case CriterionTest::IsNot: return CriterionRow::tr("is not", "a state");
    case CriterionTest::Language: break;
    }
    return CriterionRow::tr("asks for");
}

QString placeholderFor(CriterionTest test)
{
    switch (test) {
    case CriterionTest::Phrase: return CriterionRow::tr("for example western blot");
    case CriterionTest::OneOf:
    case CriterionTest::NoneOf: return CriterionRow::tr("several values between semicolons");
    case CriterionTest::Language: return CriterionRow::tr("for example (mouse OR rat) -cancer");
    default: break;
    }
    return CriterionRow::tr("for example cell immuno*");
}

} // namespace

CriterionRow::CriterionRow(ValueSource& values, QWidget* parent)
    : QWidget(parent), m_values(values), m_subject(new QComboBox), m_test(new QComboBox), m_state(new QComboBox),
      m_editors(new QStackedWidget), m_text(new QLineEdit), m_low(new QLineEdit), m_high(new QLineEdit),
      m_offered(new QStringListModel(this)), m_remove(new QToolButton), m_mistake(new QLabel)
{
    build();
    fillSubjects();
    fillTests();
    connect(m_subject, &QComboBox::currentIndexChanged, this, [this] {
        fillTests();
        Q_EMIT edited();
    });
    connect(m_test, &QComboBox::currentIndexChanged, this, [this] {
        showEditor();
        Q_EMIT edited();
    });
    connect(m_state, &QComboBox::currentIndexChanged, this, &CriterionRow::edited);
    for (QLineEdit* edit : {m_text, m_low, m_high})
        connect(edit, &QLineEdit::textChanged, this, &CriterionRow::edited);
    connect(m_remove, &QToolButton::clicked, this, &CriterionRow::removeRequested);
    connect(&m_values, &ValueSource::arrived, this, [this](Field field) {
        if (chosenSubject() == std::pair(Subject::Field, field))
            offerValues();
    });
}

void CriterionRow::build()
{
    m_subject->setAccessibleName(tr("What is looked at"));
    m_test->setAccessibleName(tr("How it is compared"));
    m_state->setAccessibleName(tr("State"));
    m_text->setAccessibleName(tr("Words or values"));
    m_low->setAccessibleName(tr("Lowest"));
    m_high->setAccessibleName(tr("Highest"));
    m_low->setPlaceholderText(tr("any"));
    m_high->setPlaceholderText(tr("any"));
    m_remove->setAccessibleName(tr("Remove this condition"));
    m_remove->setToolTip(tr("Remove this condition"));
    m_remove->setProperty("isFlat", true);
    m_remove->setIcon(icon(QStringLiteral("clear"), coloursFor(palette()).muted));
    m_mistake->setWordWrap(true);
    m_mistake->setProperty("isBad", true);
    m_mistake->hide();
    m_subject->setMaxVisibleItems(40);
    for (const query::Trait trait : traits)
        m_state->addItem(QueryWording::traitName(trait), fromUtf8(query::traitName(trait)));
    auto* completer = new ValueCompleter(m_offered, m_text);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    completer->setMaxVisibleItems(mostOffered);
    completer->setWidget(m_text);
    connect(m_text, &QLineEdit::textEdited, completer, [this, completer] {
        if (m_offered->rowCount() == 0)
            return;
        completer->setCompletionPrefix(completer->splitPath(m_text->text()).constFirst());
        completer->complete();
    });
    connect(completer, qOverload<const QString&>(&QCompleter::activated), m_text, &QLineEdit::setText);
    m_text->installEventFilter(this);
    auto* range = new QWidget;
    auto* ends = new QHBoxLayout(range);
    ends->setContentsMargins(0, 0, 0, 0);
    ends->setSpacing(measure::gap);
    ends->addWidget(m_low);
    ends->addWidget(new QLabel(tr("and", "between 1 and 2")));
    ends->addWidget(m_high);
    m_editors->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    for (QWidget* editor : {static_cast<QWidget*>(m_text), range, static_cast<QWidget*>(m_state), new QWidget})
        m_editors->addWidget(editor);
    auto* line = new QHBoxLayout;
    line->setSpacing(measure::gap);
    line->addWidget(m_subject);
    line->addWidget(m_test);
    line->addWidget(m_editors, 1);
    line->addWidget(m_remove);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(line);
    layout->addWidget(m_mistake);
}

void CriterionRow::fillSubjects()
{
    m_subject->addItem(tr("Any text"), idOf(Subject::Anywhere, {}));
    std::vector<query::FieldInfo> fields(query::allFields().begin(), query::allFields().end());
    const auto place = [](const query::FieldInfo& info) {
        return info.kind == FieldKind::Text ? 0 : info.kind == FieldKind::Number ? 2 : 1;
    };
    std::stable_sort(fields.begin(), fields.end(),
                     [&](const auto& one, const auto& other) { return place(one) < place(other); });
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (i > 0 && place(fields[i]) != place(fields[i - 1]))
            m_subject->insertSeparator(m_subject->count());
        m_subject->addItem(QueryWording::fieldTitle(fields[i].field), idOf(Subject::Field, fields[i].field));
    }
    m_subject->insertSeparator(m_subject->count());
    m_subject->addItem(tr("Figure"), idOf(Subject::State, {}));
    m_subject->addItem(tr("Query language"), idOf(Subject::Language, {}));
}

std::pair<Subject, Field> CriterionRow::chosenSubject() const
{
    const int id = m_subject->currentData().toInt();
    return id >= 0 ? std::pair(Subject::Field, static_cast<Field>(id))
                   : std::pair(static_cast<Subject>(-1 - id), Field{});
}

CriterionTest CriterionRow::chosenTest() const
{
    return static_cast<CriterionTest>(m_test->currentData().toInt());
}

void CriterionRow::fillTests()
{
    const QSignalBlocker blocker(m_test);
    const int before = m_test->currentData().toInt();
    const auto [subject, field] = chosenSubject();
    m_test->clear();
    for (const CriterionTest test : testsOf(subject, field))
        m_test->addItem(testText(test), static_cast<int>(test));
    m_test->setCurrentIndex(std::max(0, m_test->findData(before)));
    m_test->setEnabled(m_test->count() > 1);
    offerValues();
    showEditor();
}

void CriterionRow::showEditor()
{
    switch (chosenTest()) {
    case CriterionTest::Between: m_editors->setCurrentIndex(1); break;
    case CriterionTest::Is:
    case CriterionTest::IsNot: m_editors->setCurrentIndex(2); break;
    case CriterionTest::Filled:
    case CriterionTest::Empty: m_editors->setCurrentIndex(3); break;
    default: m_editors->setCurrentIndex(0); break;
    }
    m_text->setPlaceholderText(placeholderFor(chosenTest()));
    setFocusProxy(m_editors->currentWidget());
}

void CriterionRow::offerValues()
{
    const auto [subject, field] = chosenSubject();
    QStringList values;
    const bool hasValues = subject == Subject::Field && query::infoOf(field).kind == FieldKind::Value
                           && field != Field::Key && field != Field::Pmcid;
    if (hasValues)
        if (const auto* known = m_values.valuesOf(field))
            for (const query::FacetValue& value : *known)
                values += fromUtf8(value.value);
    m_offered->setStringList(values);
}

Criterion CriterionRow::criterion() const
{
    Criterion criterion;
    std::tie(criterion.subject, criterion.field) = chosenSubject();
    if (criterion.subject != Subject::Field)
        criterion.field = Field::Caption;
    criterion.test = chosenTest();
    if (m_editors->currentIndex() == 0)
        criterion.text = m_text->text();
    if (m_editors->currentIndex() == 2)
        criterion.text = m_state->currentData().toString();
    if (m_editors->currentIndex() == 1) {
        criterion.low = m_low->text();
        criterion.high = m_high->text();
    }
    return criterion;
}

void CriterionRow::setCriterion(const Criterion& criterion)
{
    m_subject->setCurrentIndex(m_subject->findData(idOf(criterion.subject, criterion.field)));
    m_test->setCurrentIndex(m_test->findData(static_cast<int>(criterion.test)));
    if (criterion.subject == Subject::State)
        m_state->setCurrentIndex(m_state->findData(criterion.text));
    else
        m_text->setText(criterion.text);
    m_low->setText(criterion.low);
    m_high->setText(criterion.high);
}

void CriterionRow::setMistake(const QString& message)
{
    m_mistake->setText(message);
    m_mistake->setVisible(!message.isEmpty());
}

void CriterionRow::focusEditor()
{
    QWidget* editor = m_editors->currentWidget();
    (m_editors->currentIndex() == 1 ? m_low : editor)->setFocus(Qt::OtherFocusReason);
}

bool CriterionRow::eventFilter(QObject* object, QEvent* event)
{
    // A click into the empty field shows what there is.
    if (object == m_text && event->type() == QEvent::MouseButtonRelease && m_text->text().isEmpty()
        && m_offered->rowCount() > 0) {
        auto* completer = m_text->findChild<QCompleter*>();
        completer->setCompletionPrefix({});
        completer->complete();
    }
    return QWidget::eventFilter(object, event);
}

void CriterionRow::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_remove)
        m_remove->setIcon(icon(QStringLiteral("clear"), coloursFor(palette()).muted));
}

} // namespace biomedica::ui
