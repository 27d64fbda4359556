// Problems as a table, those of one kind or all. data() is a look-up; a filter is a list of places.
//
// Thread contract: GUI thread.
#pragma once

#include "ui/problems/problem.h"

#include <QAbstractTableModel>
#include <array>
#include <memory>
#include <optional>

namespace biomedica::ui {

class ProblemModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Kind, Shard, Key, What, Advice, ColumnCount };

    explicit ProblemModel(QObject* parent = nullptr);

    void setProblems(std::shared_ptr<const ProblemRows> problems);
    /// nullopt = all.
    void setKind(std::optional<ProblemKind> kind);
    std::optional<ProblemKind> kind() const { return m_kind; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    const Problem& problemAt(int row) const { return (*m_problems)[m_places[static_cast<std::size_t>(row)]]; }
    /// Those that the filter lets through.
    ProblemRows shown() const;
    int total() const { return static_cast<int>(m_problems->size()); }
    int countOf(ProblemKind kind) const { return m_counts[static_cast<std::size_t>(kind)]; }

private:
    void filter();
    QString text(const Problem& problem, int column) const;

    std::shared_ptr<const ProblemRows> m_problems = std::make_shared<const ProblemRows>();
    std::vector<std::size_t> m_places; ///< of the rows among the problems
    std::array<int, problemKinds> m_counts{};
    std::optional<ProblemKind> m_kind;
};

} // namespace biomedica::ui
