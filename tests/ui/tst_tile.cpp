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
    void cutCaptionKeepsItsMarks();
    void keptTextsLookLikeFreshOnes();
    void keptChipsLookLikeFreshOnes();
    void examplesCarryASign();

private:
    template <typename Draw>
    static QImage drawn(Draw draw)
    {
        QImage image(300, 60, QImage::Format_RGB32);
        image.fill(coloursOf(Scheme::Dark).panel);
        QPainter painter(&image);
        draw(painter);
        return image;
    }
    /// But for what is rounded where a smooth edge is drawn in two steps.
    static bool areAlike(const QImage& one, const QImage& other)
    {
        for (int y = 0; y < one.height(); ++y)
            for (int x = 0; x < one.width(); ++x) {
                const QColor a = one.pixelColor(x, y), b = other.pixelColor(x, y);
                if (std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) + std::abs(a.blue() - b.blue()) > 6)
                    return false;
            }
        return true;
    }
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

void TestTile::cutCaptionKeepsItsMarks()
{
    applyTheme(*qApp, Scheme::Dark);
    const QFont font = textFont(measure::smallTextSize);
    const QColor match = coloursOf(Scheme::Dark).match;
    const auto marksIn = [&](const MarkedText& text) {
        const QImage image = drawn([&](QPainter& painter) {
            drawMarkedText(painter, QRectF(0, 0, 80, 60), text, font, Qt::white, QApplication::palette(), 1);
        });
        int count = 0;
        for (int x = 0; x < 80; ++x)
            count += image.pixelColor(x, 1) == match;
        return count;
    };
    const QString text = QStringLiteral("cells and many other words");
    QVERIFY(marksIn({text, {{0, 5}}}) > 10);
    QVERIFY(marksIn({text, {{0, 26}}}) > marksIn({text, {{0, 5}}}));
    QCOMPARE(marksIn({text, {{21, 5}}}), 0); // of what is cut off
}

void TestTile::keptTextsLookLikeFreshOnes()
{
    applyTheme(*qApp, Scheme::Dark);
    const QPalette palette = QApplication::palette();
    const TextPainter kept(textFont(measure::smallTextSize));
    const QString words = QStringLiteral("stained cells of a mouse, shown at three times after the treatment began");
    for (const int width : {90, 140, 290})
        for (const int mark : {0, 8, 8}) { // other marks on a text that is kept
            const MarkedText text{words, {{mark, 5}}};
            const QRectF place(2, 2, width, 56);
            QCOMPARE(drawn([&](QPainter& painter) { kept.draw(painter, place, text, Qt::white, palette, 3); }),
                     drawn([&](QPainter& painter) {
                         drawMarkedText(painter, place, text, kept.font(), Qt::white, palette, 3);
                     }));
        }
}

void TestTile::keptChipsLookLikeFreshOnes()
{
    applyTheme(*qApp, Scheme::Dark);
    const QPalette palette = QApplication::palette();
    const ChipPainter kept(textFont(measure::headingSize));
    int uses = 0;
    for (const ChipOrigin origin : {ChipOrigin::Hand, ChipOrigin::Imported, ChipOrigin::Hand})
        for (const char* word : {"bar plot", "Plots and Charts"})
            for (const int room : {20, 60, 290}) {
                const Chip chip{QString::fromLatin1(word), Qt::cyan, origin};
                const QRect place(5, 4, room, 40);
                int width = 0, fresh = 0;
                const QImage image =
                    drawn([&](QPainter& painter) { width = kept.draw(painter, place, chip, palette); });
                const QImage freshImage =
                    drawn([&](QPainter& painter) { fresh = drawChip(painter, place, chip, kept.font(), palette); });
                QVERIFY(areAlike(image, freshImage));
                QCOMPARE(width, fresh);
                uses += width > 0;
            }
    QCOMPARE(uses, 12);
}

/// Told apart by their shape: only a plus has an upright stroke.
void TestTile::examplesCarryASign()
{
    const TilePainter tiles(annotation::Taxonomy::builtIn());
    const QRect tile(0, 0, 120, 160);
    for (const Scheme scheme : {Scheme::Dark, Scheme::Light}) {
        applyTheme(*qApp, scheme);
        const auto signOf = [&](FigureTile::Example example) {
            FigureTile figure;
            figure.example = example;
            QImage image(tile.size(), QImage::Format_RGB32);
            QPainter painter(&image);
            tiles.paint(painter, tile, 100, {.figure = &figure}, QApplication::palette());
            painter.end();
            return image;
        };
        const QImage none = signOf(FigureTile::Example::None), plus = signOf(FigureTile::Example::Wanted),
                     minus = signOf(FigureTile::Example::Unwanted);
        const QPoint middle(13, 86), above(13, 83);
        const QColor ground = coloursOf(scheme).panel;
        QCOMPARE(plus.pixelColor(middle), coloursOf(scheme).accent);
        QCOMPARE(plus.pixelColor(above), coloursOf(scheme).accent);
        QCOMPARE(minus.pixelColor(middle), coloursOf(scheme).muted);
        QCOMPARE(minus.pixelColor(above), ground);
        QVERIFY(none.pixelColor(middle) != plus.pixelColor(middle));
        QVERIFY(none.pixelColor(middle) != minus.pixelColor(middle));
    }
}

QTEST_MAIN(TestTile)
#include "tst_tile.moc"
