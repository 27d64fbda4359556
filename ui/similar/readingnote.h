// What is said while pictures are read that take their time: the title of the first of them, until none is left.
//
// Thread contract: GUI thread.
#pragma once

#include <QObject>
#include <QString>
#include <vector>

namespace biomedica::ui {

class ReadingNote : public QObject {
    Q_OBJECT
public:
    static constexpr int usualPatienceMs = 1000; // a picture of 900 megapixels takes longer

    explicit ReadingNote(int patienceMs = usualPatienceMs, QObject* parent = nullptr);

    /// A picture is being read from now on; what names it to end().
    int begin(const QString& title);
    void end(int reading);
    /// None is read any more, and nothing more is said of any.
    void clear() { m_readings.clear(); }

Q_SIGNALS:
    /// "" where nothing takes its time any more.
    void noted(const QString& message);

private:
    struct Reading {
        int number;
        QString title;
        bool isLate;
    };
    void showFirst();

    int m_patienceMs;
    int m_begun = 0;
    std::vector<Reading> m_readings; ///< in the order in which they began
};

} // namespace biomedica::ui
