// The classes of all four questions as a tree, with how many figures carry each: panel types, panel subtypes, and
// the primary classes with the secondary ones below them. Given-up classes stand last among their kind.
//
// Thread contract: GUI thread. data() is a look-up.
#pragma once

#include "core/annotation/taxonomy.h"

#include <QAbstractItemModel>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace biomedica::ui {

/// A class, by the question that it answers.
struct ClassName {
    Question question = Question::Primary;
    std::string name;
    auto operator<=>(const ClassName&) const = default;
};
using ClassCounts = std::map<ClassName, std::size_t>;

class ClassTreeModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Column { Name, Figures, Remark, ColumnCount };

    explicit ClassTreeModel(QObject* parent = nullptr);

    void setTaxonomy(const annotation::Taxonomy& taxonomy);
    void setCounts(std::shared_ptr<const ClassCounts> counts);
    /// Only classes whose name holds the words, with what stands above them; "" = all.
    void setSearch(const QString& words);

    /// nullopt for the heading of a question.
    std::optional<ClassName> classAt(const QModelIndex& index) const;
    /// Whether its own name holds the words that are searched for.
    bool isMatch(const QModelIndex& index) const;
    /// The question of a class or a heading.
    Question questionAt(const QModelIndex& index) const;
    bool isGivenUp(const QModelIndex& index) const;
    /// Invalid where it is not shown.
    QModelIndex indexOf(const ClassName& name) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& child) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Node {
        Question question = Question::Primary;
        std::string name; ///< "" = the heading of the question
        bool isGivenUp = false;
        QString remark;
        int parent = -1, row = 0; ///< of the heading's parent: none
        std::vector<int> children;
    };

    void build();
    int addNode(Question question, const std::string& name, int parent);
    void addGivenUp(Question question);
    void addClassesBelow(Question question, int heading);
    bool isFound(const std::string& name) const;
    void dropWhatIsNotFound();
    const Node& nodeAt(const QModelIndex& index) const { return m_nodes[static_cast<std::size_t>(index.internalId())]; }

    annotation::Taxonomy m_taxonomy = annotation::Taxonomy::builtIn();
    std::shared_ptr<const ClassCounts> m_counts; ///< nullptr while they are counted
    QString m_search;
    std::vector<Node> m_nodes;
    std::vector<int> m_roots;
};

} // namespace biomedica::ui
