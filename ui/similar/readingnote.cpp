#include "ui/similar/readingnote.h"

#include <QTimer>
#include <algorithm>

namespace biomedica::ui {

ReadingNote::ReadingNote(int patienceMs, QObject* parent) : QObject(parent), m_patienceMs(patienceMs) {}

int ReadingNote::begin(const QString& title)
{
    const int number = ++m_begun;
    m_readings.push_back({number, title, false});
    QTimer::singleShot(m_patienceMs, this, [this, number] {
        const auto reading = std::find_if(m_readings.begin(), m_readings.end(),
                                          [number](const Reading& one) { return one.number == number; });
        if (reading == m_readings.end())
            return;
        reading->isLate = true;
        showFirst();
    });
    return number;
}

void ReadingNote::end(int reading)
{
    const auto ended = std::find_if(m_readings.begin(), m_readings.end(),
                                    [reading](const Reading& one) { return one.number == reading; });
    if (ended == m_readings.end())
        return;
    const bool wasLate = ended->isLate;
    m_readings.erase(ended);
    if (wasLate)
        showFirst();
}

void ReadingNote::showFirst()
{
    const auto first =
        std::find_if(m_readings.begin(), m_readings.end(), [](const Reading& reading) { return reading.isLate; });
    Q_EMIT noted(first == m_readings.end() ? QString() : tr("Reading “%1”…").arg(first->title));
}

} // namespace biomedica::ui
