#include "ui/history/historymodel.h"

#include "ui/common/markedtext.h"
#include "ui/common/theme.h"
#include "ui/common/widgets.h"
#include "ui/session/entrywording.h"
#include "ui/session/wording.h"

#include <QApplication>
#include <QPainter>
#include <algorithm>

namespace biomedica::ui {

namespace {

/// How many lines the new ones have on top of the old ones; nullopt where the rest is not the same.
std::optional<int> addedOnTop(const HistoryLines& before, const HistoryLines& now)
{
    if (now.size() < before.size() || before.empty())
        return std::nullopt;
    const auto added = static_cast<std::ptrdiff_t>(now.size() - before.size());
    const bool isSame = std::equal(before.begin(), before.end(), now.begin() + added,
                                   [](const HistoryLine& a, const HistoryLine& b) { return a.id() == b.id(); });
    return isSame ? std::optional(static_cast<int>(added)) : std::nullopt;
}

} // namespace

HistoryModel::HistoryModel(QObject* parent) : QAbstractTableModel(parent) {}

void HistoryModel::setLines(SharedLines lines)
{
    const auto added = addedOnTop(*m_lines, *lines);
    if (!added) {
        beginResetModel();
        m_lines = std::move(lines);
        endResetModel();
        return;
    }
    if (*added > 0)
        beginInsertRows({}, 0, *added - 1);
    m_lines = std::move(lines);
    if (*added > 0)
        endInsertRows();
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int HistoryModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines->size());
}

int HistoryModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString HistoryModel::what(const HistoryLine& line)
{
    const QString first = EntryWording::what(line.entry);
    if (line.entries == 1)
        return first;
    return tr("%1 and %n more in one go", nullptr, static_cast<int>(line.entries - 1)).arg(first);
}

QString HistoryModel::state(const HistoryLine& line)
{
    return line.isUndone ? tr("undone") : line.isPartlyUndone ? tr("partly undone") : QString();
}

QString HistoryModel::text(const HistoryLine& line, int column) const
{
    const journal::Entry& entry = line.entry;
    switch (column) {
    case When: return Wording::dateAndTime(entry.atMs);
    case Who: return fromUtf8(entry.annotator);
    case What: return what(line);
    case Figures: return line.isChangeOfNames ? QStringLiteral("–") : withThousands(entry.figures.size());
    case How:
        return entry.kind == journal::EntryKind::Decide ? EntryWording::sourceName(entry.source) : QStringLiteral("–");
    case Classes: return QString::number(entry.taxonomyVersion);
    case State: return state(line);
    }
    return {};
}

QVariant HistoryModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const HistoryLine& line = lineAt(index.row());
    const bool isNumber = index.column() == Figures || index.column() == Classes;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole: return text(line, index.column());
    case Qt::TextAlignmentRole: return QVariant((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::DecorationRole:
        return index.column() == Who ? QVariant(dotOf(fromUtf8(line.entry.annotator))) : QVariant();
    case Qt::ForegroundRole: return line.isUndone ? QVariant(coloursFor(QApplication::palette()).muted) : QVariant();
    case Qt::FontRole:
        if (line.isUndone && index.column() == What) {
            QFont font = textFont(measure::textSize);
            font.setStrikeOut(true);
            return font;
        }
        return {};
    }
    return {};
}

const QPixmap& HistoryModel::dotOf(const QString& annotator) const
{
    const Scheme scheme = coloursFor(QApplication::palette()).scheme;
    const int side = scaled(measure::gap);
    const QString key = QStringLiteral("%1/%2/%3").arg(static_cast<int>(scheme)).arg(side).arg(annotator);
    QPixmap& dot = m_dots[key];
    if (dot.isNull()) {
        dot = QPixmap(side, side);
        dot.fill(Qt::transparent);
        QPainter painter(&dot);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(annotatorColour(annotator, scheme));
        painter.drawEllipse(dot.rect());
    }
    return dot;
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return QAbstractTableModel::headerData(section, orientation, role);
    if (role == Qt::ToolTipRole && section == Classes)
        return tr("Which version of the classes it was decided with");
    if (role != Qt::DisplayRole)
        return QAbstractTableModel::headerData(section, orientation, role);
    switch (section) {
    case When: return tr("When");
    case Who: return tr("Who");
    case What: return tr("What");
    case Figures: return tr("Figures");
    case How: return tr("How");
    case Classes: return tr("Classes");
    case State: return tr("State");
    }
    return {};
}

} // namespace biomedica::ui
