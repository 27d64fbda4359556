// Over the window while files are dragged across it: where they may be dropped, and what happens then. With a
// collection open there are two places: to open on their own, or to add. Pictures are searched for.
//
// Thread contract: GUI thread.
#pragma once

#include "ui/similar/picturesource.h"

#include <QRect>
#include <QStringList>
#include <QWidget>

class QDropEvent;

namespace biomedica::ui {

class DropHint : public QWidget {
    Q_OBJECT
public:
    /// Covers `window` while a drag is over it.
    explicit DropHint(QWidget* window);

    /// Whether what is dragged are local files or a picture, from another program.
    static bool accepts(const QDropEvent& event);
    static bool arePictures(const QDropEvent& event);

    void begin(const QDropEvent& event, bool mayAdd);
    void moveTo(const QPoint& position);
    void end() { hide(); }
    void drop(const QDropEvent& event);

Q_SIGNALS:
    void openRequested(const QStringList& paths);
    void addRequested(const QStringList& paths);
    void searchRequested(const std::vector<biomedica::ui::PictureSource>& pictures);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QRect openPlace() const;
    QRect addPlace() const;
    void paintPlace(QPainter& painter, const QRect& place, const QString& title, const QString& text) const;

    QPoint m_position;
    bool m_mayAdd = false, m_arePictures = false;
};

} // namespace biomedica::ui
