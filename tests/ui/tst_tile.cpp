// What a tile says: which labels, which part of the caption.

#include "ui/common/markedtext.h"
#include "ui/gallery/tilepainter.h"

#include <QPainter>
#include <QTest>

using namespace biomedica;
using namespace biomedica::ui;

class TestTile : public QObject {
    Q_OBJECT
private slots:
    void finestLabelComesFirst();
    void labelsByHandComeBeforeImportedOnes();
    void unlabelledFigureHasNone();
    void marksCountCharactersNotBytes();
    void snippetBeginsNearTheFirstMatch();
    void captionEndsAtAWholeLine();

private:
    static QStringList labels(const workspace::FigureSummary& summary)
    {
        QStringList words;
        for (const Chip& chip : TilePainter::labelsOf(summary, annotation::Taxonomy::builtIn(), Scheme::Dark))
            words += (chip.origin == ChipOrigin::Hand ? QStringLiteral("■ ") : QStringLiteral("□ ")) + chip.text;
        return words;
    }
    static workspace::FigureSummary imported()
    {
        workspace::FigureSummary summary;
        summary.effective[Question::PanelType] = Answer{"single"};
        summary.effective[Question::Primary] = Answer{"Plots and Charts"};
        summary.effective[Question::Secondary] = Answer{"bar plot", "line plot"};
        return summary;
    }
    static std::vector<textsearch::Pattern> pattern(const char* word) { return {textsearch::Pattern{{word}, false}}; }
};

void TestTile::finestLabelComesFirst()
{
    QCOMPARE(labels(imported()), (QStringList{QStringLiteral("□ bar plot"), QStringLiteral("□ line plot")}));
    workspace::FigureSummary coarse = imported();
    coarse.effective[Question::Secondary].reset();
    QCOMPARE(labels(coarse), QStringList{QStringLiteral("□ Plots and Charts")});
}

void TestTile::labelsByHandComeBeforeImportedOnes()
{
    workspace::FigureSummary summary = imported();
    summary.isFromVotes[static_cast<std::size_t>(Question::PanelType)] = true;
    QCOMPARE(labels(summary).first(), QStringLiteral("■ single"));
    QVERIFY(labels(summary).contains(QStringLiteral("□ bar plot")));
    summary.effective[Question::Primary] = Answer{"Microscopy"};
    summary.isFromVotes[static_cast<std::size_t>(Question::Primary)] = true;
    QCOMPARE(labels(summary).first(), QStringLiteral("■ Microscopy"));
}

void TestTile::unlabelledFigureHasNone()
{
    QVERIFY(labels({}).isEmpty());
}

void TestTile::marksCountCharactersNotBytes()
{
    const MarkedText text = markedText("Zürich cells \xF0\x9F\x94\xAC cells", pattern("cells"));
    QCOMPARE(text.marks.size(), std::size_t(2));
    for (const MarkedText::Mark& mark : text.marks)
        QCOMPARE(text.text.mid(mark.start, mark.length), QStringLiteral("cells"));
}

void TestTile::snippetBeginsNearTheFirstMatch()
{
    const std::string early =
        "cells in a row, and then a very long text that goes on for many words more than are seen";
    QVERIFY(snippet(early, pattern("cells"), 200).text.startsWith(QStringLiteral("cells in")));
    const std::string late = std::string(30 * 5, 'x').append(" some words before the cells are told of");
    const MarkedText cut = snippet(late, pattern("cells"), 200);
    QVERIFY(cut.text.startsWith(QStringLiteral("… ")));
    QCOMPARE(cut.marks.size(), std::size_t(1));
    QCOMPARE(cut.text.mid(cut.marks[0].start, cut.marks[0].length), QStringLiteral("cells"));
    QCOMPARE(snippet("two\nlines", {}, 200).text, QStringLiteral("two lines"));
}

void TestTile::captionEndsAtAWholeLine()
{
    applyTheme(*qApp, Scheme::Dark);
    const QFont font = textFont(measure::smallTextSize);
    const int line = qRound(QFontMetricsF(font).lineSpacing());
    QImage image(120, 4 * line, QImage::Format_RGB32);
    image.fill(Qt::black);
    QPainter painter(&image);
    const MarkedText text{QStringLiteral("many words that need a good deal more than the room there is for them here"),
                          {}};
    drawMarkedText(painter, QRectF(0, 0, 120, 2.6 * line), text, font, Qt::white, QApplication::palette(), 3);
    painter.end();
    for (int y = 2 * line + 1; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            QCOMPARE(image.pixelColor(x, y), QColor(Qt::black)); // no third line, not even a part
}

QTEST_MAIN(TestTile)
#include "tst_tile.moc"
