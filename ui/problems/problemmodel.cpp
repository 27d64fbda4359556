#include "ui/problems/problemmodel.h"

#include "ui/common/markedtext.h"

namespace biomedica::ui {

ProblemModel::ProblemModel(QObject* parent) : QAbstractTableModel(parent) {}

void ProblemModel::setProblems(std::shared_ptr<const ProblemRows> problems)
{
    beginResetModel();
    m_problems = std::move(problems);
    m_counts.fill(0);
    for (const Problem& problem : *m_problems)
        ++m_counts[static_cast<std::size_t>(problem.kind)];
    filter();
    endResetModel();
}

void ProblemModel::setKind(std::optional<ProblemKind> kind)
{
    if (kind == m_kind)
        return;
    beginResetModel();
    m_kind = kind;
    filter();
    endResetModel();
}

void ProblemModel::filter()
{
    m_places.clear();
    for (std::size_t i = 0; i < m_problems->size(); ++i)
        if (!m_kind || (*m_problems)[i].kind == *m_kind)
            m_places.push_back(i);
}

ProblemRows ProblemModel::shown() const
{
    ProblemRows shown;
    for (const std::size_t place : m_places)
        shown.push_back((*m_problems)[place]);
    return shown;
}

int ProblemModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_places.size());
}

int ProblemModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ProblemModel::text(const Problem& problem, int column) const
{
    switch (column) {
    case Kind: return ProblemWording::kindName(problem.kind);
    case Shard: return fromUtf8(problem.what.shard);
    case Key: return fromUtf8(problem.what.what.key.value_or(std::string()));
    case What: return fromUtf8(problem.what.what.problem);
    case Advice: return ProblemWording::advice(problem.kind);
    }
    return {};
}

QVariant ProblemModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    return text(problemAt(index.row()), index.column());
}

QVariant ProblemModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case Kind: return tr("Kind");
    case Shard: return tr("Shard");
    case Key: return tr("Sample");
    case What: return tr("What is wrong");
    case Advice: return tr("What to do");
    }
    return {};
}

} // namespace biomedica::ui
