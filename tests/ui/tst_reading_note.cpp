// What is said of pictures that take their time, each for itself however many are read at once.

#include "ui/similar/readingnote.h"

#include <QSignalSpy>
#include <QTest>

using namespace biomedica::ui;

class TestReadingNote : public QObject {
    Q_OBJECT

    static constexpr int patienceMs = 20;
    const QString first = QStringLiteral("Reading “first.png”…"), second = QStringLiteral("Reading “second.png”…");

private slots:
    void quickPictureIsNotSpokenOf()
    {
        ReadingNote note(patienceMs);
        QSignalSpy noted(&note, &ReadingNote::noted);
        note.end(note.begin(QStringLiteral("first.png")));
        const int later = note.begin(QStringLiteral("second.png")); // has its patience behind that of the first
        QTRY_COMPARE(noted.size(), 1);
        QCOMPARE(noted[0][0].toString(), second);
        note.end(later);
        QCOMPARE(noted[1][0].toString(), QString());
    }

    void endOfOneLeavesThePatienceOfTheOther()
    {
        ReadingNote note(patienceMs);
        QSignalSpy noted(&note, &ReadingNote::noted);
        const int one = note.begin(QStringLiteral("first.png"));
        note.begin(QStringLiteral("second.png"));
        note.end(one);
        QTRY_COMPARE(noted.size(), 1);
        QCOMPARE(noted[0][0].toString(), second);
    }

    void noteStaysUntilItsPictureIsRead()
    {
        ReadingNote note(patienceMs);
        QSignalSpy noted(&note, &ReadingNote::noted);
        const int one = note.begin(QStringLiteral("first.png"));
        QTRY_COMPARE(noted.size(), 1);
        const int two = note.begin(QStringLiteral("second.png"));
        note.end(two); // at once
        QCOMPARE(noted.size(), 1);
        QCOMPARE(noted[0][0].toString(), first);
        note.end(one);
        QCOMPARE(noted[1][0].toString(), QString());
    }

    void nextOfThoseThatTakeTheirTimeIsNamed()
    {
        ReadingNote note(patienceMs);
        QSignalSpy noted(&note, &ReadingNote::noted);
        const int one = note.begin(QStringLiteral("first.png"));
        note.begin(QStringLiteral("second.png"));
        QTRY_COMPARE(noted.size(), 2);
        QCOMPARE(noted[1][0].toString(), first);
        note.end(one);
        QCOMPARE(noted[2][0].toString(), second);
    }

    void nothingIsSaidOnceAllAreForgotten()
    {
        ReadingNote note(patienceMs);
        QSignalSpy noted(&note, &ReadingNote::noted);
        const int one = note.begin(QStringLiteral("first.png"));
        note.clear();
        note.begin(QStringLiteral("second.png"));
        QTRY_COMPARE(noted.size(), 1);
        QCOMPARE(noted[0][0].toString(), second);
        note.end(one);
        QCOMPARE(noted.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestReadingNote)
#include "tst_reading_note.moc"
