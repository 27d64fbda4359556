// The labels of a figure, question by question: every vote and what the shard says, with who, when and
// how.
//
// Thread contract: GUI thread.
#pragma once

#include "core/workspace/workspace.h"
#include "ui/common/chip.h"

#include <QList>
#include <QWidget>

namespace biomedica::ui {

class LabelTable : public QWidget {
    Q_OBJECT
public:
    explicit LabelTable(QWidget* parent = nullptr);

    void setDetail(const workspace::FigureDetail* detail, const annotation::Taxonomy& taxonomy,
                   const QString& annotator);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override { return {240, heightForWidth(240)}; }
    /// All of it, line by line, as a screen reader says it.
    QString spokenText() const;

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    struct Line {
        QString question; ///< "" where it is the same as above
        QList<Chip> chips;
        QString text;   ///< instead of chips
        QString origin; ///< "you · 14:02", "imported"
        QString hint;   ///< the whole origin: who, when, how
        QString voter;  ///< whose badge stands before the origin; "" = none
        int originWidth = 0;
        QList<int> chipWidths{};
    };
    void addVotes(const workspace::FigureDetail& detail, const annotation::Taxonomy& taxonomy,
                  const QString& annotator);
    void addRemarks(const workspace::FigureDetail& detail, const QString& annotator);
    void measureLines();
    static int widthOfOrigin(const Line& line);
    bool isStacked(int width) const;
    QRect contentArea(const Line& line, int width) const;
    int contentHeight(const Line& line, int width) const;
    int heightOf(const Line& line, int width) const;
    void paintLine(QPainter& painter, const Line& line, int y) const;

    QList<Line> m_lines;
    int m_questionWidth = 0, m_originWidth = 0, m_lineHeight = 0; ///< measured once: layouts ask again and again
    mutable QSize m_measured;                                     ///< the last answer of heightForWidth()
};

} // namespace biomedica::ui
