// Figures side by side as thumbnails, one line that scrolls: a click or Enter goes to one.
//
// Thread contract: GUI thread; thumbnails are read in the background, for what is visible.
#pragma once

#include "ui/session/session.h"
#include "ui/thumbnails/thumbnailstore.h"

#include <QAbstractListModel>
#include <QListView>
#include <QStringList>

namespace biomedica::ui {

class ThumbnailRowModel : public QAbstractListModel {
    Q_OBJECT
public:
    explicit ThumbnailRowModel(ThumbnailStore& thumbnails, QObject* parent = nullptr);

    /// `notes`: for each figure what is said about it beside its place, or nothing at all.
    void setRows(Rows rows, QStringList notes = {});
    const Rows& rows() const { return m_rows; }
    void setCurrent(std::optional<RowId> row);
    std::optional<RowId> current() const { return m_current; }
    /// Its place; -1 where it is not among them.
    int placeOf(std::optional<RowId> row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

    enum Role { ProblemRole = Qt::UserRole + 1, IsCurrentRole, GroundRole };

private:
    QString accessibleText(int place) const;

    ThumbnailStore& m_thumbnails;
    Rows m_rows;
    QStringList m_notes;
    std::optional<RowId> m_current;
};

class ThumbnailRow : public QListView {
    Q_OBJECT
public:
    explicit ThumbnailRow(Session& session, QWidget* parent = nullptr);

    ThumbnailRowModel* figures() const { return m_figures; }
    void setRows(Rows rows, QStringList notes = {});
    /// Marked, and brought into view.
    void setCurrent(std::optional<RowId> row);
    bool isBusy() const { return !m_thumbnails->isIdle(); }

Q_SIGNALS:
    void chosen(biomedica::RowId row);
    /// Thumbnails have arrived.
    void ready();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void choose(const QModelIndex& index);
    void showCurrent();
    void resizeTiles();
    void wantVisible();

    ThumbnailStore* m_thumbnails;
    ThumbnailRowModel* m_figures;
};

} // namespace biomedica::ui
