// Figures dragged out of the window as files: the pictures' bytes as stored, under their keys' names, and the
// picture itself for programs that take one.
//
// A drag needs its data when it begins, and reading takes time: it starts with the first movement after a
// press, in the background, and the drag begins when both the files are there and the mouse has gone far
// enough, if the button is still down then.
//
// Thread contract: GUI thread; files are read and written in the background.
#pragma once

#include "ui/session/session.h"

#include <QImage>
#include <QObject>
#include <QPoint>
#include <QTemporaryDir>

class QMimeData;
class QWidget;

namespace biomedica::ui {

class FigureDrag : public QObject {
    Q_OBJECT
public:
    /// At a time; more would fill a disk by accident.
    static constexpr std::size_t most = 100;

    explicit FigureDrag(QWidget* source);
    ~FigureDrag() override;

    void press(const QPoint& point, SharedWorkspace workspace, Rows figures);
    /// True where the movement is that of a drag. `picture` goes with the mouse.
    bool move(const QPoint& point, const QImage& picture);
    void release();

    /// What a drag carries.
    struct Load {
        QStringList files;
        QImage picture;  ///< of a single figure
        QString problem; ///< of the first figure that could not be read
    };
    /// For any thread but for one at a time.
    static Load read(workspace::Workspace& workspace, const Rows& figures, const QString& folder);
    static QMimeData* mimeDataOf(const Load& load);

Q_SIGNALS:
    void failed(const QString& message);

private:
    void begin();

    QWidget* m_source;
    QTemporaryDir m_folder; ///< removed with the window: a receiver may copy late
    QThreadPool m_pool;
    Background m_reading;
    SharedWorkspace m_workspace;
    Rows m_figures; ///< pressed; empty while no button is
    QPoint m_start;
    QImage m_picture;
    std::optional<Load> m_load;
    bool m_isFar = false, m_isReading = false;
};

} // namespace biomedica::ui
