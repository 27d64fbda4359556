// A picture in a view: zoom, pan, turn, and what is kept from figure to figure.

#include "ui/common/theme.h"
#include "ui/detail/imageview.h"

#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QWheelEvent>

using namespace biomedica::ui;

class TestImageView : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() { applyTheme(*qApp, Scheme::Dark); }
    void init();
    void fitShowsTheWholeAndFollowsTheSize();
    void smallPicturesAreNotBlownUp();
    void wheelKeepsThePointUnderTheCursor();
    void panStopsAtTheEdges();
    void fullSizeIsOneToOne();
    void turningKeepsWhatIsInTheMiddle();
    void turnedPictureIsDrawnTurned();
    void zoomIsKeptOnlyWhenAskedFor();
    void placeIsTheSameForAnotherSize();
    void detailIsAskedForOnlyWhenLookedForClosely();
    void scaleAndReasonAreSaid();
    void veryLongPicturesAreSeenFromEndToEnd_data();
    void veryLongPicturesAreSeenFromEndToEnd();
    void damagedPictureSaysSo();
    void nothingLiesOverThePictureWithoutTheMouse();

private:
    void show(QSize size, QSize decoded = {})
    {
        QImage image(decoded.isEmpty() ? size : decoded, QImage::Format_RGB32);
        image.fill(Qt::white);
        m_view->setPicture(makePicture(image, size));
    }
    void wheel(QPointF point, int notches)
    {
        QWheelEvent event(point, m_view->mapToGlobal(point), {}, QPoint(0, 120 * notches), Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(m_view.get(), &event);
    }
    static bool isNear(QPointF a, QPointF b, double tolerance)
    {
        return std::abs(a.x() - b.x()) <= tolerance && std::abs(a.y() - b.y()) <= tolerance;
    }

    std::unique_ptr<ImageView> m_view;
};

void TestImageView::init()
{
    m_view = std::make_unique<ImageView>();
    m_view->resize(400, 300);
}

void TestImageView::nothingLiesOverThePictureWithoutTheMouse()
{
    show({600, 300});
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
    const QWidget* buttons = m_view->findChild<QToolButton*>()->parentWidget();
    QEvent leave(QEvent::Leave);
    QApplication::sendEvent(m_view.get(), &leave); // wherever the platform has its mouse
    QVERIFY(!buttons->isVisible());
    const QImage bare = m_view->grab().toImage();
    QEnterEvent enter({1, 1}, {1, 1}, {1, 1});
    QApplication::sendEvent(m_view.get(), &enter);
    QVERIFY(buttons->isVisible());
    QVERIFY(m_view->grab().toImage() != bare);
    QApplication::sendEvent(m_view.get(), &leave);
    QCOMPARE(m_view->grab().toImage(), bare);
    m_view->showFullSize(); // by a key
    QVERIFY(buttons->isVisible());
    QTRY_VERIFY(!buttons->isVisible());
}

void TestImageView::fitShowsTheWholeAndFollowsTheSize()
{
    show({1600, 600});
    QCOMPARE(m_view->scale(), 0.25);
    m_view->resize(800, 300);
    QCOMPARE(m_view->scale(), 0.5);
    QCOMPARE(m_view->toView({0, 0}), QPointF(0, 0));
    QCOMPARE(m_view->toView({1, 1}), QPointF(800, 300));
}

void TestImageView::smallPicturesAreNotBlownUp()
{
    show({16, 12});
    QCOMPARE(m_view->scale(), 2.0);
    QCOMPARE(m_view->toView({0.5, 0.5}), QPointF(200, 150));
}

void TestImageView::wheelKeepsThePointUnderTheCursor()
{
    show({1600, 1200});
    const QPointF cursor(310, 80);
    const QPointF seen = m_view->toPicture(cursor);
    QSignalSpy changed(m_view.get(), &ImageView::placeChanged);
    for (int i = 0; i < 6; ++i) {
        wheel(cursor, 1);
        QVERIFY(isNear(m_view->toView(seen), cursor, 0.01));
    }
    QCOMPARE(changed.size(), 6);
    QVERIFY(m_view->scale() > 0.9);
    wheel(cursor, 40);
    QVERIFY(m_view->scale() <= 32.0);
    QVERIFY(isNear(m_view->toView(seen), cursor, 0.01));
}

void TestImageView::panStopsAtTheEdges()
{
    show({1600, 1200});
    m_view->showFullSize();
    m_view->panBy({-100'000, -100'000});
    QCOMPARE(m_view->toView({0, 0}), QPointF(0, 0));
    QTest::keyClick(m_view.get(), Qt::Key_Right, Qt::ShiftModifier);
    QCOMPARE(m_view->toView({0, 0}), QPointF(-50, 0));
    m_view->panBy({100'000, 100'000});
    QCOMPARE(m_view->toView({1, 1}), QPointF(400, 300));
    QTest::mousePress(m_view.get(), Qt::LeftButton, {}, {100, 100});
    QMouseEvent move(QEvent::MouseMove, QPointF(130, 120), m_view->mapToGlobal(QPointF(130, 120)), Qt::NoButton,
                     Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_view.get(), &move);
    QCOMPARE(m_view->toView({1, 1}), QPointF(430, 320));
}

void TestImageView::fullSizeIsOneToOne()
{
    show({1600, 1200});
    m_view->showFullSize();
    QCOMPARE(m_view->scale() * m_view->devicePixelRatioF(), 1.0);
    QCOMPARE(m_view->scaleText(), QStringLiteral("100 %"));
    m_view->fit();
    QCOMPARE(m_view->scale(), 0.25);
}

void TestImageView::turningKeepsWhatIsInTheMiddle()
{
    show({1600, 1200});
    m_view->zoomAt({100, 100}, 1);
    const QPointF before = m_view->toPicture({200, 150});
    m_view->turn(1);
    const QPointF after = m_view->toPicture({200, 150});
    QVERIFY(isNear(after, {1 - before.y(), before.x()}, 0.002));
    m_view->turn(-1);
    QCOMPARE(m_view->turns(), 0);
    m_view->turn(-1);
    QCOMPARE(m_view->turns(), 3);
}

void TestImageView::turnedPictureIsDrawnTurned()
{
    QImage image(400, 300, QImage::Format_RGB32);
    image.fill(Qt::black);
    for (int y = 0; y < 150; ++y)
        for (int x = 0; x < 200; ++x)
            image.setPixelColor(x, y, Qt::red); // the upper left quarter
    m_view->setButtonsShown(false);
    m_view->setPicture(makePicture(image, image.size()));
    m_view->turn(1);
    const QImage drawn = m_view->grab().toImage();
    const auto at = [&](QPointF fraction) { return drawn.pixelColor(m_view->toView(fraction).toPoint()); };
    QCOMPARE(at({0.75, 0.25}), QColor(Qt::red)); // to the right: the upper right quarter
    QCOMPARE(at({0.25, 0.25}), QColor(Qt::black));
    QCOMPARE(at({0.75, 0.75}), QColor(Qt::black));
}

void TestImageView::zoomIsKeptOnlyWhenAskedFor()
{
    show({1600, 1200});
    m_view->zoomAt({100, 100}, 1);
    m_view->turn(1);
    m_view->beginFigure();
    show({1600, 1200});
    QCOMPARE(m_view->place(), ImagePlace());
    QCOMPARE(m_view->turns(), 0);
    m_view->setKeepsZoom(true);
    m_view->zoomAt({100, 100}, 1);
    const ImagePlace kept = m_view->place();
    m_view->beginFigure();
    show({800, 600});
    QCOMPARE(m_view->place(), kept);
    QCOMPARE(m_view->scale(), 2.0); // four times as large as it fits, like the one before
}

void TestImageView::placeIsTheSameForAnotherSize()
{
    ImageView other;
    other.resize(400, 300);
    QImage image(800, 600, QImage::Format_RGB32);
    image.fill(Qt::white);
    other.setPicture(makePicture(image, image.size()));
    show({1600, 1200});
    QSignalSpy changed(&other, &ImageView::placeChanged);
    m_view->zoomAt({300, 200}, 2);
    other.setPlace(m_view->place());
    QVERIFY(isNear(other.toPicture({0, 0}), m_view->toPicture({0, 0}), 0.001));
    QVERIFY(isNear(other.toPicture({400, 300}), m_view->toPicture({400, 300}), 0.001));
    QVERIFY(changed.isEmpty()); // or two linked views would answer each other for ever
}

void TestImageView::detailIsAskedForOnlyWhenLookedForClosely()
{
    QSignalSpy wanted(m_view.get(), &ImageView::detailWanted);
    show({8000, 6000}, {2000, 1500});
    QVERIFY(wanted.isEmpty());
    m_view->showFullSize();
    QVERIFY(!wanted.isEmpty());
    QVERIFY(m_view->scaleText().contains(QStringLiteral("reduced")));
    show({8000, 6000}, {8000, 6000});
    QCOMPARE(m_view->scaleText(), QStringLiteral("100 %"));
}

void TestImageView::scaleAndReasonAreSaid()
{
    show({1600, 1200});
    QCOMPARE(m_view->accessibleDescription(), QStringLiteral("25 %"));
    m_view->setMessage(QStringLiteral("the file ends early"));
    QCOMPARE(m_view->accessibleDescription(), QStringLiteral("the file ends early"));
    QVERIFY(m_view->picture().isNull());
    QVERIFY(!m_view->grab().isNull());
    m_view->zoomBy(2); // nothing to zoom
    QCOMPARE(m_view->place(), ImagePlace());
}

void TestImageView::veryLongPicturesAreSeenFromEndToEnd_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("wide") << QSize(100'000, 3);
    QTest::newRow("tall") << QSize(3, 100'000);
}

void TestImageView::veryLongPicturesAreSeenFromEndToEnd()
{
    QFETCH(QSize, size);
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::red);
    const bool isWide = size.width() > size.height();
    constexpr int blueEnd = 50;
    for (int i = 0; i < blueEnd; ++i)
        for (int across = 0; across < 3; ++across)
            image.setPixelColor(isWide ? QPoint(99'999 - i, across) : QPoint(across, 99'999 - i), Qt::blue);
    m_view->setButtonsShown(false);
    m_view->setPicture(makePicture(image, size));
    QCOMPARE(m_view->grab().toImage().pixelColor(200, 150), QColor(Qt::red)); // thinner than a pixel, and seen
    m_view->showFullSize();
    m_view->panBy(isWide ? QPointF(100'000, 0) : QPointF(0, 100'000));
    const QImage seen = m_view->grab().toImage();
    QCOMPARE(seen.pixelColor(isWide ? QPoint(380, 150) : QPoint(200, 280)), QColor(Qt::blue));
    QCOMPARE(seen.pixelColor(isWide ? QPoint(320, 150) : QPoint(200, 220)), QColor(Qt::red));
}

void TestImageView::damagedPictureSaysSo()
{
    QImage image(100, 100, QImage::Format_RGB32);
    image.fill(Qt::white);
    Picture picture = makePicture(image, image.size());
    picture.damage = QStringLiteral("the file ends too early");
    m_view->setPicture(picture);
    QVERIFY(m_view->scaleText().endsWith(QStringLiteral("the file ends too early")));
    QVERIFY(m_view->accessibleDescription().contains(QStringLiteral("the file ends too early")));
}

QTEST_MAIN(TestImageView)
#include "tst_image_view.moc"
