// Every word that a person sees goes through the translation system: in a pseudo-locale, whose words are marked
// and half as long again, no other word shows and none is cut; German leaves nothing out.

#include "core/workspace/libraries.h"
#include "tests/ui/screens.h"
#include "ui/common/language.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>

using namespace biomedica;
using namespace biomedica::ui;

namespace {

/// "Undo" becomes "⟦Undo~~⟧"; what was asked for is kept.
class PseudoLocale : public QTranslator {
public:
    bool isEmpty() const override { return false; }
    QString translate(const char* context, const char* source, const char*, int n) const override
    {
        const QString text = QString::fromUtf8(source);
        const QString name = QString::fromUtf8(context);
        if (!name.startsWith(QLatin1Char('Q')))
            m_asked.insert({name, text});
        QString shown = text;
        if (n >= 0)
            shown.replace(QStringLiteral("%n"), QString::number(n));
        return QStringLiteral("⟦%1%2⟧").arg(shown, QString(text.size() / 2, QLatin1Char('~')));
    }

    const QSet<std::pair<QString, QString>>& asked() const { return m_asked; }

private:
    mutable QSet<std::pair<QString, QString>> m_asked;
};

/// What stands on the screen and is data, not words of the program.
QString withoutData(QString text)
{
    static const QList<QRegularExpression> data = {
        QRegularExpression(QStringLiteral("https?://[^\\s<>\"]+")),
        QRegularExpression(QStringLiteral("<[^>]*>")),                      // rich text
        QRegularExpression(QStringLiteral("&\\w+;")),                       // its entities
        QRegularExpression(QStringLiteral("batch-[\\w.-]+")),               // keys
        QRegularExpression(QStringLiteral("PMC\\d+")),                      //
        QRegularExpression(QStringLiteral("/[\\w./-]+")),                   // paths
        QRegularExpression(QStringLiteral("[\\w-]+\\.(tar|json|txt|jpg)")), // files
    };
    for (const QRegularExpression& one : data)
        text.replace(one, QStringLiteral(" "));
    return text;
}

const QRegularExpression word(QStringLiteral("[A-Za-z]{3,}"));

void addWords(QSet<QString>& words, const QString& text)
{
    for (auto found = word.globalMatch(text); found.hasNext();)
        words.insert(found.next().captured());
}

/// Words of the figures, of the taxonomy, of keyboards and of names.
QSet<QString> wordsOfData(workspace::Workspace& workspace)
{
    QSet<QString> words;
    addWords(words,
             QStringLiteral("ada Biomedica Curator BIOMEDICA collection shards demo data Qt LGPL Cairo MPL English "
                            "Deutsch Ctrl Shift Alt Esc Return Enter Space Home End PgUp PgDown Tab Left Right Up "
                            "Down PMCID MeSH Del Backspace Prodigy CVAT labelme digiKam"));
    for (const Library& library : workspace::libraries())
        addWords(words, QString::fromStdString(library.name + ' ' + library.version + ' ' + library.licence));
    for (const Question question : allQuestions)
        for (const std::string& value : workspace.taxonomy().value()->options(question))
            addWords(words, QString::fromStdString(value));
    const auto snapshot = workspace.snapshot();
    for (std::uint32_t row = 0; snapshot && row < (*snapshot)->columns->rows(); ++row) {
        if (!(*snapshot)->columns->shown.test(row))
            continue;
        if (const auto text = workspace.metadataText(RowId{row}))
            addWords(words, QString::fromStdString(*text));
        if (const auto summary = workspace.summary(RowId{row}))
            addWords(words, QString::fromStdString(summary->caption + " " + summary->shard));
    }
    return words;
}

/// Words outside the marks that are no data.
QStringList strangeWords(const QString& text, const QSet<QString>& known)
{
    QString rest = withoutData(text);
    // Marks may stand in marks, where an argument was translated, too.
    static const QRegularExpression marked(QStringLiteral("⟦[^⟦⟧]*⟧"));
    while (rest.contains(marked))
        rest.remove(marked);
    QStringList strange;
    for (auto words = word.globalMatch(rest); words.hasNext();) {
        const QString one = words.next().captured();
        if (!known.contains(one))
            strange += one;
    }
    return strange;
}

QStringList textsOf(const QWidget* widget)
{
    QStringList texts{widget->toolTip(), widget->accessibleName(), widget->windowTitle()};
    if (const auto* label = qobject_cast<const QLabel*>(widget))
        texts += label->text();
    if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
        texts += button->text();
    if (const auto* edit = qobject_cast<const QLineEdit*>(widget))
        texts += edit->placeholderText();
    if (const auto* box = qobject_cast<const QComboBox*>(widget))
        for (int i = 0; i < box->count(); ++i)
            texts += box->itemText(i);
    for (const QAction* action : widget->actions())
        texts += action->text();
    return texts;
}

/// A file of translations.
struct Texts {
    QSet<std::pair<QString, QString>> known; ///< context, source
    QStringList unfinished;
    QStringList placesLost; ///< translations in which a %1 or %n of the source is missing
};

bool keepsPlaces(const QString& source, const QString& translation)
{
    static const QRegularExpression place(QStringLiteral("%(L?\\d|n)"));
    QSet<QString> places;
    for (auto found = place.globalMatch(source); found.hasNext();)
        places.insert(found.next().captured());
    places.remove(QStringLiteral("%n")); // "one figure" needs none
    for (const QString& one : places)
        if (!translation.contains(one))
            return false;
    return true;
}

Texts textsIn(const QString& language)
{
    Texts texts;
    QFile file(QStringLiteral(BIOMEDICA_SOURCE_DIR "/translations/biomedica_%1.ts").arg(language));
    if (!file.open(QIODevice::ReadOnly))
        return texts;
    QXmlStreamReader xml(&file);
    QString context, source;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("name")) {
            context = xml.readElementText();
        } else if (xml.name() == QLatin1String("source")) {
            source = xml.readElementText();
            texts.known.insert({context, source});
        } else if (xml.name() == QLatin1String("translation")) {
            const bool isUnfinished = xml.attributes().value(QLatin1String("type")) == QLatin1String("unfinished");
            const QString translation = xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
            if (isUnfinished || translation.isEmpty())
                texts.unfinished += context + QStringLiteral(": ") + source;
            else if (!keepsPlaces(source, translation))
                texts.placesLost += context + QStringLiteral(": ") + source;
        }
    }
    return texts;
}

} // namespace

class TestLanguage : public QObject {
    Q_OBJECT
private slots:
    void pseudoLocaleFindsNoHardCodedOrCutText();
    void germanIsComplete();
    void everyTextAskedForIsInTheTranslations();

private:
    QSet<std::pair<QString, QString>> m_asked;
};

void TestLanguage::pseudoLocaleFindsNoHardCodedOrCutText()
{
    PseudoLocale pseudo;
    QVERIFY(QCoreApplication::installTranslator(&pseudo));
    QStringList hardCoded, cut;
    {
        test::WindowFixture fixture(12);
        QSet<QString> known;
        test::visitScreens(fixture, [&](const QString& screen, const QList<QWidget*>& tops) {
            if (known.isEmpty() && fixture.window().session().workspace())
                known = wordsOfData(*fixture.window().session().workspace());
            cut += test::cutTexts(screen, tops);
            for (const QWidget* widget : test::visibleWidgets(tops))
                for (const QString& text : textsOf(widget))
                    if (const QStringList strange = strangeWords(text, known); !strange.isEmpty())
                        hardCoded +=
                            QStringLiteral("%1: '%2' in '%3', %4")
                                .arg(screen, strange.join(QLatin1Char(' ')), text.left(80), test::placeOf(widget));
        });
        QTest::qWait(0);
    }
    QCoreApplication::removeTranslator(&pseudo);
    m_asked = pseudo.asked();
    hardCoded.removeDuplicates();
    QVERIFY2(hardCoded.isEmpty(), qPrintable(hardCoded.join(QLatin1Char('\n'))));
    cut.removeDuplicates();
    QVERIFY2(cut.isEmpty(), qPrintable(QStringLiteral("cut:\n") + cut.join(QLatin1Char('\n'))));
    QVERIFY(m_asked.size() > 200);
}

void TestLanguage::everyTextAskedForIsInTheTranslations()
{
    QVERIFY(!m_asked.isEmpty());
    const QSet<std::pair<QString, QString>> known = textsIn(QStringLiteral("de")).known;
    QStringList missing;
    for (const auto& one : m_asked)
        if (!known.contains(one))
            missing += one.first + QStringLiteral(": ") + one.second;
    QVERIFY2(missing.isEmpty(),
             qPrintable(QStringLiteral("./dev translate does not find:\n") + missing.join(QLatin1Char('\n'))));
}

void TestLanguage::germanIsComplete()
{
    const Texts german = textsIn(QStringLiteral("de"));
    QVERIFY(german.known.size() > 300);
    QVERIFY2(german.unfinished.isEmpty(), qPrintable(german.unfinished.join(QLatin1Char('\n'))));
    QVERIFY2(german.placesLost.isEmpty(), qPrintable(german.placesLost.join(QLatin1Char('\n'))));
    const Texts english = textsIn(QStringLiteral("en"));
    QVERIFY2(english.unfinished.isEmpty(), qPrintable(english.unfinished.join(QLatin1Char('\n'))));
}

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    TestLanguage test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_language.moc"
