// What can be done with the figure that is looked at: copy, save, go to its article.
//
// Thread contract: GUI thread; pictures are read and written in the background.
#pragma once

#include "ui/session/figurecontroller.h"
#include "ui/session/querycontroller.h"

#include <QObject>

namespace biomedica::ui {

class Actions;

class FigureActions : public QObject {
    Q_OBJECT
public:
    /// `window`: above which the dialog for saving opens.
    FigureActions(Session& session, FigureController& figures, QueryController& queries, const Actions& actions,
                  QWidget* window);

    /// The bytes as they are in the shard.
    void savePictureTo(const QString& file);
    /// "batch-PMC1-0-fig1.jpg"
    QString suggestedName() const;
    /// The only way out to the browser, and only on a click.
    void openLink(const QString& address);
    bool isBusy() const { return m_work.isBusy(); }

Q_SIGNALS:
    /// What was done, for the status bar.
    void noted(const QString& message);
    void failed(const QString& message);

private:
    using Detail = workspace::FigureDetail;

    void copy(const QString& text, const QString& note);
    void copyLink(const Detail& detail);
    void copyPicture(const Detail& detail);
    void askWhereToSave();
    void showFiguresOfArticle(const Detail& detail);

    Session& m_session;
    FigureController& m_figures;
    QueryController& m_queries;
    QWidget* m_window;
    Background m_work;
};

} // namespace biomedica::ui
