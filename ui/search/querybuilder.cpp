#include "ui/search/querybuilder.h"

#include "ui/common/markedtext.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"
#include "ui/session/wording.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace biomedica::ui {

namespace {

constexpr int dialogWidth = 760; // before the text scale
constexpr int mostRowsShown = 8;
constexpr int pauseMs = 120;

} // namespace

QueryBuilder::QueryBuilder(Session& session, ValueSource& values, const query::Query& query, QWidget* parent)
    : QDialog(parent), m_session(session), m_values(values), m_before(query), m_join(new QComboBox),
      m_content(new QWidget), m_area(new QScrollArea), m_lines(new QVBoxLayout(m_content)), m_text(new QLabel),
      m_count(makeMutedLabel({})), m_add(new QPushButton(tr("&Add a condition"))), m_counting(session.pool(), this)
{
    setWindowTitle(tr("Build a search"));
    build();
    const Criteria now = criteriaOf(query);
    m_join->setCurrentIndex(now.isAny ? 1 : 0);
    for (const Criterion& line : now.lines)
        addRow(line);
    if (m_rows.isEmpty())
        addRow({});
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &QueryBuilder::count);
    connect(m_join, &QComboBox::currentIndexChanged, this, &QueryBuilder::update);
    connect(m_add, &QPushButton::clicked, this, [this] { addRow({})->focusEditor(); });
    connect(m_search, &QPushButton::clicked, this, [this] {
        if (!m_query)
            return;
        Q_EMIT built(*m_query);
        accept();
    });
    connect(&session, &Session::collectionClosed, this, &QDialog::reject);
    update();
    m_rows.last()->focusEditor();
}

void QueryBuilder::build()
{
    m_join->addItems({tr("all of these conditions"), tr("at least one of these conditions")});
    m_join->setAccessibleName(tr("How many of the conditions must hold"));
    m_add->setAutoDefault(false);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_text->setAccessibleName(tr("The search as text"));
    m_lines->setContentsMargins(0, 0, measure::gap, 0);
    m_lines->setSpacing(measure::gap);
    m_lines->addStretch();
    m_area->setWidget(m_content);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* head = new QHBoxLayout;
    head->setSpacing(measure::gap);
    head->addWidget(new QLabel(tr("Figures that meet")));
    head->addWidget(m_join);
    head->addStretch();
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_add);
    foot->addStretch();
    foot->addWidget(m_count);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    m_search = buttons->addButton(tr("Search"), QDialogButtonBox::ActionRole);
    m_search->setDefault(true);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 16);
    layout->setSpacing(measure::margin);
    layout->addLayout(head);
    layout->addWidget(m_area, 1);
    layout->addLayout(foot);
    layout->addWidget(makeLine());
    layout->addWidget(makeHeading(tr("As text")));
    layout->addWidget(m_text);
    layout->addWidget(buttons);
}

CriterionRow* QueryBuilder::addRow(const Criterion& criterion)
{
    auto* row = new CriterionRow(m_values);
    row->setCriterion(criterion);
    m_lines->insertWidget(static_cast<int>(m_rows.size()), row);
    m_rows.append(row);
    connect(row, &CriterionRow::edited, this, &QueryBuilder::update);
    connect(row, &CriterionRow::removeRequested, this, [this, row] { removeRow(row); });
    row->show();
    update();
    fitHeight();
    return row;
}

void QueryBuilder::removeRow(CriterionRow* row)
{
    const qsizetype place = m_rows.indexOf(row);
    m_rows.removeAt(place);
    m_lines->removeWidget(row);
    row->hide();
    row->deleteLater();
    if (m_rows.isEmpty())
        addRow({});
    m_rows[std::min(place, m_rows.size() - 1)]->focusEditor();
    update();
    fitHeight();
}

/// As high as its lines, up to a number of them.
void QueryBuilder::fitHeight()
{
    const int line = m_rows.first()->sizeHint().height() + m_lines->spacing();
    const int shown = static_cast<int>(std::min<qsizetype>(m_rows.size(), mostRowsShown));
    m_area->setMinimumHeight(shown * line);
    resizeToContents(this, dialogWidth);
    m_area->ensureWidgetVisible(m_rows.last());
}

Criteria QueryBuilder::criteria() const
{
    Criteria criteria{m_join->currentIndex() == 1, {}};
    for (const CriterionRow* row : m_rows)
        criteria.lines.push_back(row->criterion());
    return criteria;
}

void QueryBuilder::update()
{
    const auto asked = queryOf(criteria(), m_before);
    const auto* mistake = std::get_if<CriterionMistake>(&asked);
    for (qsizetype i = 0; i < m_rows.size(); ++i)
        m_rows[i]->setMistake(mistake && static_cast<qsizetype>(mistake->line) == i ? mistake->message : QString());
    m_join->setEnabled(m_rows.size() > 1);
    m_search->setEnabled(!mistake);
    m_query = mistake ? std::nullopt : std::optional(std::get<query::Query>(asked));
    const QString text = m_query ? fromUtf8(query::toText(*m_query)) : QString();
    m_text->setText(mistake          ? tr("One of the conditions makes no sense yet.")
                    : text.isEmpty() ? tr("All figures")
                                     : text);
    m_count->setText(tr("…", "a count that is not there yet"));
    m_pause.start();
}

void QueryBuilder::count()
{
    m_counting.cancel();
    if (!m_query || !m_session.workspace()) {
        m_count->clear();
        return;
    }
    m_counting.start(
        [workspace = m_session.workspace(), query = *m_query](std::stop_token stop) {
            return workspace->count(query, Job{stop, {}});
        },
        [this](const Result<std::size_t>& number) {
            m_count->setText(number ? tr("%1 match", "so many figures").arg(Wording::figures(*number))
                                    : fromUtf8(number.error().message()));
            Q_EMIT counted();
        });
}

QString QueryBuilder::queryText() const
{
    return m_query ? fromUtf8(query::toText(*m_query)) : QString();
}

QString QueryBuilder::countText() const
{
    return m_count->text();
}

} // namespace biomedica::ui
