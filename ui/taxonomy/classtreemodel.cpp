#include "ui/taxonomy/classtreemodel.h"

#include "ui/common/markedtext.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"
#include "ui/session/wording.h"

#include <QApplication>
#include <algorithm>

namespace biomedica::ui {

ClassTreeModel::ClassTreeModel(QObject* parent) : QAbstractItemModel(parent)
{
    build();
}

void ClassTreeModel::setTaxonomy(const annotation::Taxonomy& taxonomy)
{
    beginResetModel();
    m_taxonomy = taxonomy;
    build();
    endResetModel();
}

void ClassTreeModel::setCounts(std::shared_ptr<const ClassCounts> counts)
{
    m_counts = std::move(counts);
    for (std::size_t node = 0; node < m_nodes.size(); ++node) {
        const QModelIndex changed = createIndex(m_nodes[node].row, Figures, node);
        Q_EMIT dataChanged(changed, changed);
    }
}

void ClassTreeModel::setSearch(const QString& words)
{
    beginResetModel();
    m_search = words.trimmed();
    build();
    endResetModel();
}

int ClassTreeModel::addNode(Question question, const std::string& name, int parent)
{
    const int place = static_cast<int>(m_nodes.size());
    Node& node = m_nodes.emplace_back();
    node.question = question;
    node.name = name;
    node.parent = parent;
    auto& siblings = parent < 0 ? m_roots : m_nodes[static_cast<std::size_t>(parent)].children;
    siblings.push_back(place);
    return place;
}

void ClassTreeModel::build()
{
    m_nodes.clear();
    m_roots.clear();
    for (const Question question : {Question::PanelType, Question::PanelSubtype, Question::Primary}) {
        const int heading = addNode(question, {}, -1);
        for (const std::string& name : m_taxonomy.options(question)) {
            const int node = addNode(question, name, heading);
            if (question == Question::Primary)
                for (const std::string& local : m_taxonomy.localClassesOf(name))
                    addNode(Question::Secondary, local, node);
        }
        addGivenUp(question);
    }
    addGivenUp(Question::Secondary);
    if (!m_search.isEmpty())
        dropWhatIsNotFound();
    const auto number = [this](const std::vector<int>& siblings) {
        for (std::size_t row = 0; row < siblings.size(); ++row)
            m_nodes[static_cast<std::size_t>(siblings[row])].row = static_cast<int>(row);
    };
    number(m_roots);
    for (const Node& node : std::vector<Node>(m_nodes))
        number(node.children);
}

void ClassTreeModel::addGivenUp(Question question)
{
    for (const auto& [name, instead] : m_taxonomy.deprecated(question)) {
        int parent = m_roots.back();
        if (question == Question::Secondary)
            for (const int global : std::vector<int>(m_nodes[static_cast<std::size_t>(m_roots.back())].children))
                if (m_nodes[static_cast<std::size_t>(global)].name == m_taxonomy.parentOf(name))
                    parent = global;
        Node& node = m_nodes[static_cast<std::size_t>(addNode(question, name, parent))];
        node.isGivenUp = true;
        node.remark =
            instead.empty() ? tr("given up") : tr("given up, use %1", "classes").arg(Wording::quoted(instead));
    }
}

bool ClassTreeModel::isFound(const std::string& name) const
{
    const QString text = fromUtf8(name);
    const QStringList words = m_search.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return std::all_of(words.begin(), words.end(),
                       [&](const QString& word) { return text.contains(word, Qt::CaseInsensitive); });
}

/// Children come after their parents: from the end, every node knows whether anything below it was found.
void ClassTreeModel::dropWhatIsNotFound()
{
    std::vector<bool> isKept(m_nodes.size());
    for (std::size_t place = m_nodes.size(); place-- > 0;) {
        Node& node = m_nodes[place];
        std::erase_if(node.children, [&](int child) { return !isKept[static_cast<std::size_t>(child)]; });
        isKept[place] = !node.children.empty() || (!node.name.empty() && isFound(node.name));
    }
    std::erase_if(m_roots, [&](int root) { return !isKept[static_cast<std::size_t>(root)]; });
}

bool ClassTreeModel::isMatch(const QModelIndex& index) const
{
    return index.isValid() && !nodeAt(index).name.empty() && isFound(nodeAt(index).name);
}

std::optional<ClassName> ClassTreeModel::classAt(const QModelIndex& index) const
{
    if (!index.isValid() || nodeAt(index).name.empty())
        return std::nullopt;
    return ClassName{nodeAt(index).question, nodeAt(index).name};
}

Question ClassTreeModel::questionAt(const QModelIndex& index) const
{
    return index.isValid() ? nodeAt(index).question : Question::Primary;
}

bool ClassTreeModel::isGivenUp(const QModelIndex& index) const
{
    return index.isValid() && nodeAt(index).isGivenUp;
}

QModelIndex ClassTreeModel::indexOf(const ClassName& name) const
{
    const auto isKept = [this](const Node& node) {
        const auto& siblings = node.parent < 0 ? m_roots : m_nodes[static_cast<std::size_t>(node.parent)].children;
        return static_cast<std::size_t>(node.row) < siblings.size()
               && &m_nodes[static_cast<std::size_t>(siblings[static_cast<std::size_t>(node.row)])] == &node;
    };
    for (std::size_t place = 0; place < m_nodes.size(); ++place)
        if (const Node& node = m_nodes[place]; node.question == name.question && node.name == name.name && isKept(node))
            return createIndex(node.row, Name, place);
    return {};
}

QModelIndex ClassTreeModel::index(int row, int column, const QModelIndex& parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    const auto& siblings = parent.isValid() ? nodeAt(parent).children : m_roots;
    return createIndex(row, column, static_cast<quintptr>(siblings[static_cast<std::size_t>(row)]));
}

QModelIndex ClassTreeModel::parent(const QModelIndex& child) const
{
    const int parent = child.isValid() ? nodeAt(child).parent : -1;
    return parent < 0 ? QModelIndex()
                      : createIndex(m_nodes[static_cast<std::size_t>(parent)].row, Name, static_cast<quintptr>(parent));
}

int ClassTreeModel::rowCount(const QModelIndex& parent) const
{
    if (parent.column() > 0)
        return 0;
    return static_cast<int>(parent.isValid() ? nodeAt(parent).children.size() : m_roots.size());
}

int ClassTreeModel::columnCount(const QModelIndex&) const
{
    return ColumnCount;
}

QVariant ClassTreeModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Node& node = nodeAt(index);
    const bool isHeading = node.name.empty();
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        if (index.column() == Name && isHeading)
            return node.question == Question::PanelType      ? tr("Panel type")
                   : node.question == Question::PanelSubtype ? tr("Panel subtype")
                                                             : tr("Primary classes, secondary ones below them");
        if (index.column() == Name)
            return fromUtf8(node.name);
        if (index.column() == Remark)
            return node.remark;
        if (isHeading || !m_counts)
            return {};
        if (const auto count = m_counts->find({node.question, node.name}); count != m_counts->end())
            return withThousands(count->second);
        return QStringLiteral("0");
    case Qt::TextAlignmentRole:
        return QVariant((index.column() == Figures ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::ForegroundRole:
        return node.isGivenUp || isHeading ? QVariant(coloursFor(QApplication::palette()).muted) : QVariant();
    case Qt::FontRole: {
        QFont font = textFont(measure::textSize, node.question == Question::Primary && !isHeading && !node.isGivenUp);
        font.setStrikeOut(node.isGivenUp && index.column() == Name);
        return font;
    }
    }
    return {};
}

QVariant ClassTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return QAbstractItemModel::headerData(section, orientation, role);
    switch (section) {
    case Name: return tr("Class");
    case Figures: return tr("Figures");
    case Remark: return tr("Remark");
    }
    return {};
}

} // namespace biomedica::ui
