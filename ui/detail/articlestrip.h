// The figures of the shown figure's article, as a strip of thumbnails: a click or Enter goes to one.
//
// Thread contract: GUI thread; the article's figures and their thumbnails are read in the background.
#pragma once

#include "ui/session/figurecontroller.h"
#include "ui/thumbnails/thumbnailstore.h"

#include <QAbstractListModel>
#include <QListView>
#include <QWidget>

class QLabel;

namespace biomedica::ui {

class ArticleModel : public QAbstractListModel {
    Q_OBJECT
public:
    explicit ArticleModel(ThumbnailStore& thumbnails, QObject* parent = nullptr);

    void setRows(Rows rows);
    const Rows& rows() const { return m_rows; }
    void setCurrent(std::optional<RowId> row);
    std::optional<RowId> current() const { return m_current; }
    /// Its place; -1 where it is not among them.
    int placeOf(std::optional<RowId> row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

    enum Role { ProblemRole = Qt::UserRole + 1, IsCurrentRole, GroundRole };

private:
    ThumbnailStore& m_thumbnails;
    Rows m_rows;
    std::optional<RowId> m_current;
};

class ArticleStrip : public QWidget {
    Q_OBJECT
public:
    ArticleStrip(Session& session, FigureController& figures, QWidget* parent = nullptr);

    QListView* view() const { return m_view; }
    ArticleModel* model() const { return m_model; }
    bool isBusy() const { return m_reading.isBusy() || !m_thumbnails->isIdle(); }

Q_SIGNALS:
    void figureRequested(biomedica::RowId row);
    /// The article's figures are known.
    void figuresChanged();
    void settled();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void showFigure();
    void setRows(Rows rows);
    void goTo(const QModelIndex& index);
    void showCurrent();
    void resizeTiles();
    void wantVisible();

    Session& m_session;
    FigureController& m_figures;
    ThumbnailStore* m_thumbnails;
    ArticleModel* m_model;
    QLabel* m_heading;
    QListView* m_view;
    Background m_reading;
};

} // namespace biomedica::ui
