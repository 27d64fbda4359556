// A few figures side by side, small pictures with the beginning of their captions: examples of what a dialog is
// about.
//
// Thread contract: GUI thread; pictures are read in the background.
#pragma once

#include "ui/thumbnails/thumbnailstore.h"

#include <QWidget>
#include <vector>

namespace biomedica::ui {

class FigureStrip : public QWidget {
    Q_OBJECT
public:
    explicit FigureStrip(Session& session, QWidget* parent = nullptr);

    /// The first ones of these, as many as there is room for.
    void setRows(const Rows& rows);
    bool isSettled() const { return !m_reading.isBusy(); }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Example {
        Thumbnail picture;
        QString caption;
    };
    static constexpr std::size_t most = 8;

    int tileWidth() const;

    Session& m_session;
    Rows m_rows;
    std::vector<Example> m_examples;
    Background m_reading;
};

} // namespace biomedica::ui
