// A message across the window that stays until it is read: what went wrong and what to do, with a button
// where the window can do it, or what a job has done.
//
// Messages have topics: a message takes the place of the one with the same topic, and can be withdrawn when it is
// no longer true. The latest is shown; the ones before come back when it is closed.
//
// Thread contract: GUI thread.
#pragma once

#include <QFrame>
#include <QList>
#include <QString>
#include <functional>

class QLabel;
class QToolButton;

namespace biomedica::ui {

class Banner : public QFrame {
    Q_OBJECT
public:
    enum class Kind { Note, Warning, Failure };
    enum class Topic {
        Event,      ///< something that has just happened
        Unfinished, ///< an indexing run that was cut off
        OutOfReach, ///< shards that are not there
        Search,     ///< the last search could not be answered, or not be counted
        Vectors,    ///< figures that a search by likeness cannot find
    };

    /// A button that does what the message speaks of, and closes it.
    struct Offer {
        QString text;
        std::function<void()> take;
    };

    struct Message {
        Kind kind = Kind::Note;
        QString text;
        QString details; ///< opens on a click on "Details…"; "" = none
        QList<Offer> offers;
        Topic topic = Topic::Event;
    };

    explicit Banner(QWidget* parent = nullptr);

    void showMessage(const Message& message);
    void showMessage(Kind kind, const QString& text, const QString& details = {})
    {
        showMessage({kind, text, details, {}, Topic::Event});
    }
    void withdraw(Topic topic);
    /// Of another collection: nothing of it is true any more.
    void clear();

    /// "" while nothing is shown.
    QString text() const;
    QList<QToolButton*> offerButtons() const { return m_offers; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void showLatest();
    void closeLatest();
    void showDetails();
    void updateIcon();

    QList<Message> m_messages; ///< the latest last
    QLabel* m_text;
    QToolButton *m_details, *m_close;
    QList<QToolButton*> m_offers;
};

} // namespace biomedica::ui
