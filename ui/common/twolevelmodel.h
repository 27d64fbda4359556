// A tree of two levels: headings, and what stands under each. Knows places and looks; a model on top of it says how
// many there are, and their words.
//
// Thread contract: GUI thread. data() is a look-up.
#pragma once

#include <QAbstractItemModel>
#include <QStringList>

namespace biomedica::ui {

class TwoLevelModel : public QAbstractItemModel {
    Q_OBJECT
public:
    using QAbstractItemModel::QAbstractItemModel;

    static bool isHeading(const QModelIndex& index);

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const final;
    QModelIndex parent(const QModelIndex& child) const final;
    int rowCount(const QModelIndex& parent = {}) const final;
    int columnCount(const QModelIndex& parent = {}) const final;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const final;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const final;

protected:
    /// Row of the heading that the index stands under.
    static int headingOf(const QModelIndex& index);

    virtual int headingCount() const = 0;
    virtual int countUnder(int heading) const = 0;
    /// Of the columns: words first, then numbers.
    virtual QStringList titles() const = 0;
    /// Of a valid index.
    virtual QString text(const QModelIndex& index) const = 0;
};

} // namespace biomedica::ui
