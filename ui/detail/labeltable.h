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

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Line {
        QString question; ///< "" where it is the same as above
        QList<Chip> chips;
        QString text;   ///< instead of chips
        QString origin; ///< "you · 14:02", "imported"
        QString hint;   ///< the whole origin
    };
    int questionWidth() const;
    int lineHeight() const;
    int chipLines(const Line& line, int width) const;
    QRect chipArea(const Line& line, int width) const;

    QList<Line> m_lines;
};

} // namespace biomedica::ui
