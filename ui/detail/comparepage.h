// Two to four figures side by side, zoomed and moved together unless they are unlinked. One of them is the
// current one, which labels are meant for.
//
// Thread contract: GUI thread; pictures and details are read in the background.
#pragma once

#include "ui/detail/picturereader.h"
#include "ui/session/decisioncontroller.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QToolButton;

namespace biomedica::ui {

class ChipRow;
class PageHead;

/// Some whole lines of a text, shortened with "…".
class TextLines : public QWidget {
    Q_OBJECT
public:
    explicit TextLines(int lines, QWidget* parent = nullptr);
    void setText(const QString& text);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {1, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int m_lines;
    QString m_text;
};

/// One of the figures: picture, caption's beginning, labels.
class ComparePane : public QWidget {
    Q_OBJECT
public:
    ComparePane(Session& session, ThumbnailStore& thumbnails, QWidget* parent = nullptr);

    void setFigure(std::optional<RowId> row);
    std::optional<RowId> row() const { return m_row; }
    void setDetail(const workspace::FigureDetail& detail, const annotation::Taxonomy& taxonomy);
    void setCurrent(bool isCurrent);
    bool isCurrent() const { return m_isCurrent; }
    ImageView* imageView() const { return m_image; }
    bool isBusy() const { return m_reader->isBusy(); }

Q_SIGNALS:
    void chosen();
    void settled();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    std::optional<RowId> m_row;
    bool m_isCurrent = false;
    ImageView* m_image;
    PictureReader* m_reader;
    QLabel* m_title;
    TextLines* m_caption;
    ChipRow* m_labels;
};

class ComparePage : public QWidget {
    Q_OBJECT
public:
    static constexpr int fewest = 2, most = 4;

    ComparePage(Session& session, DecisionController& decisions, ThumbnailStore& thumbnails, QWidget* parent = nullptr);

    /// Two to four, or none. The first one becomes the current one.
    void setFigures(const Rows& rows);
    std::optional<RowId> currentRow() const;
    /// The ones that are shown.
    QList<ComparePane*> panes() const;
    ImageView* imageView() const { return m_panes[m_current]->imageView(); }
    QToolButton* linkButton() const { return m_link; }
    bool isSettled() const;

public Q_SLOTS:
    /// Makes another one the current one; stops at the ends.
    void moveBy(int panes);

Q_SIGNALS:
    void currentChanged();
    void backRequested();
    void settled();

protected:
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void setCurrent(int pane);
    bool takeTab(QEvent* event);
    bool stepWithTab(bool isForward);
    void spread(const ImagePlace& place, const ComparePane* from);
    void readDetails();

    Session& m_session;
    PageHead* m_head;
    QToolButton* m_link;
    QGridLayout* m_grid;
    QList<ComparePane*> m_panes; ///< always four
    int m_count = 0, m_current = 0, m_columns = 1;
    Background m_reading;
};

} // namespace biomedica::ui
