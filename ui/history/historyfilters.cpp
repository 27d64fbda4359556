#include "ui/history/historyfilters.h"

#include "ui/common/markedtext.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QDateEdit>
#include <QLineEdit>
#include <QSignalBlocker>
#include <algorithm>

namespace biomedica::ui {

namespace {

constexpr int weekDays = 7, monthDays = 30;

std::int64_t startOf(const QDate& day)
{
    return day.startOfDay().toMSecsSinceEpoch();
}

/// Every name that a decision may carry: classes of today, given up, and what they were called before they ended.
QStringList classNames(const annotation::Taxonomy& taxonomy)
{
    QStringList names;
    for (const Question question : allQuestions) {
        for (const std::string& name : taxonomy.options(question))
            names += fromUtf8(name);
        for (const auto& [name, instead] : taxonomy.deprecated(question))
            names += fromUtf8(name);
    }
    names.sort(Qt::CaseInsensitive);
    names.removeDuplicates();
    return names;
}

} // namespace

HistoryFilters::HistoryFilters(const annotation::Taxonomy& taxonomy, std::optional<RowId> figure, QWidget* parent)
    : QWidget(parent), m_taxonomy(taxonomy), m_figure(figure), m_annotator(new QComboBox), m_days(new QComboBox),
      m_from(new QDateEdit), m_until(new QDateEdit), m_class(new QLineEdit),
      m_onlyFigure(new QCheckBox(tr("Only the figure at the cursor")))
{
    build();
    connect(m_annotator, &QComboBox::currentIndexChanged, this, &HistoryFilters::changed);
    connect(m_days, &QComboBox::currentIndexChanged, this, &HistoryFilters::updateDays);
    connect(m_from, &QDateEdit::dateChanged, this, &HistoryFilters::changed);
    connect(m_until, &QDateEdit::dateChanged, this, &HistoryFilters::changed);
    connect(m_onlyFigure, &QCheckBox::toggled, this, &HistoryFilters::changed);
    connect(m_class, &QLineEdit::textChanged, this, &HistoryFilters::takeClass);
}

void HistoryFilters::build()
{
    m_annotator->setAccessibleName(tr("Whose decisions"));
    m_annotator->addItem(tr("Everybody"));
    m_annotator->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_days->setAccessibleName(tr("Days"));
    m_days->addItem(tr("Any day"), static_cast<int>(Days::Any));
    m_days->addItem(tr("Today"), static_cast<int>(Days::Today));
    m_days->addItem(tr("Last 7 days"), static_cast<int>(Days::Week));
    m_days->addItem(tr("Last 30 days"), static_cast<int>(Days::Month));
    m_days->addItem(tr("From … to …"), static_cast<int>(Days::Chosen));
    m_from->setAccessibleName(tr("First day"));
    m_until->setAccessibleName(tr("Last day"));
    for (QDateEdit* day : {m_from, m_until}) {
        day->setCalendarPopup(true);
        day->setDate(QDate::currentDate());
        day->hide();
    }
    m_class->setPlaceholderText(tr("Class"));
    m_class->setAccessibleName(tr("Class"));
    m_class->setClearButtonEnabled(true);
    completeClasses();
    m_onlyFigure->setEnabled(m_figure.has_value());

    auto* layout = new FlowLayout(this, measure::gap);
    for (QWidget* widget :
         {static_cast<QWidget*>(m_annotator), static_cast<QWidget*>(m_days), static_cast<QWidget*>(m_from),
          static_cast<QWidget*>(m_until), static_cast<QWidget*>(m_class), static_cast<QWidget*>(m_onlyFigure)})
        layout->addWidget(widget);
    m_class->setMinimumWidth(scaled(220));
}

void HistoryFilters::completeClasses()
{
    auto* completer = new QCompleter(classNames(m_taxonomy), this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_class->setCompleter(completer);
}

void HistoryFilters::setAnnotators(const std::vector<std::string>& names)
{
    const QSignalBlocker quiet(m_annotator);
    for (const std::string& name : names)
        if (const QString text = fromUtf8(name); m_annotator->findData(text) < 0)
            m_annotator->addItem(text, text);
}

void HistoryFilters::setOnlyFigure(bool isOnly)
{
    m_onlyFigure->setChecked(isOnly && m_figure);
}

void HistoryFilters::updateDays()
{
    const bool isChosen = static_cast<Days>(m_days->currentData().toInt()) == Days::Chosen;
    m_from->setVisible(isChosen);
    m_until->setVisible(isChosen);
    Q_EMIT changed();
}

/// While a name is being typed, the list stays as it was.
void HistoryFilters::takeClass()
{
    const QString typed = m_class->text().trimmed();
    std::string name;
    for (const Question question : allQuestions)
        if (const auto known = m_taxonomy.resolve(question, toUtf8(typed)); known && name.empty())
            name = *known;
        else if (name.empty() && m_taxonomy.knows(question, toUtf8(typed)))
            name = toUtf8(typed);
    m_problem = name.empty() && !typed.isEmpty() ? tr("There is no class “%1”").arg(typed) : QString();
    m_class->setToolTip(m_problem);
    if (name == m_className || !m_problem.isEmpty())
        return;
    m_className = name;
    Q_EMIT changed();
}

bool HistoryFilters::isEverything() const
{
    return m_annotator->currentIndex() <= 0 && m_days->currentIndex() <= 0 && m_className.empty()
           && !m_onlyFigure->isChecked();
}

workspace::HistoryFilter HistoryFilters::filter() const
{
    workspace::HistoryFilter filter;
    if (m_annotator->currentIndex() > 0)
        filter.annotator = toUtf8(m_annotator->currentData().toString());
    const QDate today = QDate::currentDate();
    switch (static_cast<Days>(m_days->currentData().toInt())) {
    case Days::Any: break;
    case Days::Today: filter.fromMs = startOf(today); break;
    case Days::Week: filter.fromMs = startOf(today.addDays(1 - weekDays)); break;
    case Days::Month: filter.fromMs = startOf(today.addDays(1 - monthDays)); break;
    case Days::Chosen:
        filter.fromMs = startOf(std::min(m_from->date(), m_until->date()));
        filter.untilMs = startOf(std::max(m_from->date(), m_until->date()).addDays(1));
        break;
    }
    if (!m_className.empty())
        filter.className = m_className;
    if (m_onlyFigure->isChecked())
        filter.figure = m_figure;
    return filter;
}

} // namespace biomedica::ui
