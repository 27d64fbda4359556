#include "core/annotation/taxonomy.h"
#include "core/archive/tarreader.h"
#include "core/base/file.h"
#include "core/base/hash.h"
#include "core/base/text.h"
#include "core/demo/article.h"
#include "core/demo/demo.h"
#include "core/demo/labels.h"
#include "core/json/value.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

using namespace biomedica;
using namespace biomedica::demo;

namespace {

using Files = std::map<std::string, std::string>; // path below the folder → content

constexpr const char* fieldNames[] = {"image_file_name",
                                      "image_cluster_id",
                                      "image_hash",
                                      "image_label_id",
                                      "image_panel_type",
                                      "image_panel_subtype",
                                      "image_primary_label",
                                      "image_secondary_label",
                                      "image_size",
                                      "image_set",
                                      "image_context",
                                      "article_accession_id",
                                      "article_title",
                                      "article_journal",
                                      "article_date",
                                      "article_abstract",
                                      "article_mesh_terms",
                                      "article_keywords",
                                      "article_reference_ids",
                                      "article_reference_count",
                                      "article_reference_list",
                                      "article_subject",
                                      "article_citation",
                                      "article_license",
                                      "article_text"};

DemoOptions smallDemo(const QTemporaryDir& dir)
{
    DemoOptions options;
    options.folder = dir.path().toStdString();
    options.figures = 40;
    options.figuresPerShard = 12;
    return options;
}

Files filesIn(const std::filesystem::path& folder)
{
    Files files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
        if (entry.is_regular_file())
            files[std::filesystem::relative(entry.path(), folder).generic_string()] = readFile(entry.path()).value();
    return files;
}

/// Members of all shards in order; their paths lead to the data.
std::vector<std::pair<std::string, std::string>> membersIn(const std::filesystem::path& folder)
{
    std::vector<std::pair<std::string, std::string>> members;
    for (const auto& [path, content] : filesIn(folder)) {
        auto reader = archive::TarReader::open(folder / path);
        for (;;) {
            const auto entry = reader->next();
            if (!entry->has_value())
                break;
            members.emplace_back((*entry)->name, content.substr((*entry)->dataOffset, (*entry)->size));
        }
    }
    return members;
}

Files writtenWith(std::uint64_t seed)
{
    const QTemporaryDir dir;
    DemoOptions options = smallDemo(dir);
    options.seed = seed;
    return writeDemo(options, {}) ? filesIn(options.folder) : Files();
}

QByteArray missingIn(const Drawing& drawing)
{
    const std::string caption = foldCase(drawing.caption);
    for (const std::string& term : drawing.shown)
        if (caption.find(foldCase(term)) == std::string::npos)
            return QByteArray::fromStdString("'" + term + "' is not in: " + drawing.caption);
    return {};
}

/// A row of test data for each kind of figure.
void addKinds()
{
    QTest::addColumn<int>("kind");
    for (const KindInfo& info : allKinds())
        QTest::newRow(std::string(info.name).c_str()) << static_cast<int>(info.kind);
}

/// How many colours there are, counted up to 32, and the share of pixels that are white.
std::pair<std::size_t, double> contentOf(const image::Pixels& pixels)
{
    std::set<std::uint32_t> colors;
    std::size_t whites = 0;
    for (std::size_t i = 0; i + 3 < pixels.rgba.size(); i += 4) {
        const auto color =
            static_cast<std::uint32_t>(pixels.rgba[i] << 16 | pixels.rgba[i + 1] << 8 | pixels.rgba[i + 2]);
        whites += color == 0xffffff ? 1 : 0;
        if (colors.size() < 32)
            colors.insert(color);
    }
    return {colors.size(), static_cast<double>(whites) * 4 / static_cast<double>(pixels.rgba.size())};
}

/// The pixels outside of `area` that are not the ground's.
int strayPixels(const image::Pixels& pixels, const Rect& area)
{
    int strays = 0;
    for (int y = 0; y < pixels.height; ++y)
        for (int x = 0; x < pixels.width; ++x) {
            const std::uint8_t* pixel = pixels.row(y) + 4 * static_cast<std::ptrdiff_t>(x);
            const bool isInside = x >= area.x && x < area.right() && y >= area.y && y < area.bottom();
            // What antialiasing leaves of a line on the edge is no stray.
            strays += !isInside && (pixel[0] < 128 || pixel[1] < 128 || pixel[2] < 128) ? 1 : 0;
        }
    return strays;
}

/// Whether 20 dark pixels or more stand side by side, as only in a bar.
bool hasDarkBar(const image::Pixels& pixels)
{
    for (int y = 0; y < pixels.height; ++y) {
        int run = 0;
        for (int x = 0; x < pixels.width && run < 20; ++x) {
            const std::uint8_t* pixel = pixels.row(y) + 4 * static_cast<std::ptrdiff_t>(x);
            run = pixel[0] < 40 && pixel[1] < 40 && pixel[2] < 40 ? run + 1 : 0;
        }
        if (run >= 20)
            return true;
    }
    return false;
}

/// Captions of the first so many figures of a kind, in lower case.
std::vector<std::string> captionsOf(Kind kind, std::uint64_t count)
{
    std::vector<std::string> captions;
    for (std::uint64_t seed = 0; seed < count; ++seed)
        captions.push_back(foldCase(drawFigure(kind, seed).caption));
    return captions;
}

int countWith(const std::vector<std::string>& captions, std::string_view words)
{
    return static_cast<int>(std::count_if(captions.begin(), captions.end(), [&](const std::string& caption) {
        return caption.find(words) != std::string::npos;
    }));
}

} // namespace

class TestDemo : public QObject {
    Q_OBJECT

private slots:
    void sameSeedSameBytes()
    {
        const Files files = writtenWith(7);
        QVERIFY(!files.empty());
        QVERIFY(files == writtenWith(7));
    }

    void differentSeedDiffers() { QVERIFY(writtenWith(7) != writtenWith(8)); }

    void summaryCountsWhatWasWritten()
    {
        const QTemporaryDir dir;
        const DemoOptions options = smallDemo(dir);
        const auto summary = writeDemo(options, {});
        QVERIFY(summary);
        DemoSummary found{static_cast<int>(membersIn(options.folder).size()) / 3, 0, 0};
        for (const auto& [path, content] : filesIn(options.folder)) {
            ++found.shards;
            found.bytes += content.size();
        }
        QCOMPARE(found.figures, 40);
        QVERIFY(*summary == found);
    }

    void everyFigureIsPictureMetadataCaption()
    {
        const QTemporaryDir dir;
        const DemoOptions options = smallDemo(dir);
        QVERIFY(writeDemo(options, {}));
        const auto members = membersIn(options.folder);
        QCOMPARE(members.size() % 3, std::size_t(0));
        for (std::size_t i = 0; i < members.size(); i += 3) {
            const std::string key = members[i].first.substr(0, members[i].first.size() - 4);
            QCOMPARE(members[i].first, key + ".jpg");
            QCOMPARE(members[i + 1].first, key + ".json");
            QCOMPARE(members[i + 2].first, key + ".txt");
            QVERIFY(members[i].second.starts_with("\xff\xd8"));
            QVERIFY(!members[i + 2].second.empty());
        }
    }

    void everyFigureHasAllTwentyFiveFields()
    {
        const QTemporaryDir dir;
        const DemoOptions options = smallDemo(dir);
        QVERIFY(writeDemo(options, {}));
        const auto members = membersIn(options.folder);
        const std::vector<std::string> wanted(std::begin(fieldNames), std::end(fieldNames));
        for (std::size_t i = 1; i < members.size(); i += 3) {
            const auto metadata = json::parse(members[i].second);
            QVERIFY(metadata);
            std::vector<std::string> names;
            for (const auto& [name, value] : metadata->items())
                names.push_back(name);
            QVERIFY(names == wanted);
        }
    }

    void metadataDescribesThePicture()
    {
        const QTemporaryDir dir;
        const DemoOptions options = smallDemo(dir);
        QVERIFY(writeDemo(options, {}));
        const auto members = membersIn(options.folder);
        for (std::size_t i = 0; i < members.size(); i += 3) {
            const auto metadata = json::parse(members[i + 1].second);
            Sha256 hash;
            hash.add(members[i].second);
            QCOMPARE((*metadata)["image_hash"].get<std::string>(), hash.finish());
            const std::string imageId = (*metadata)["image_cluster_id"];
            QCOMPARE((*metadata)["image_file_name"].get<std::string>(), imageId + ".jpg");
            QVERIFY(members[i].first.ends_with("-" + imageId + ".jpg"));
            const auto cluster = parseInteger((*metadata)["image_label_id"].get<std::string>());
            QVERIFY(cluster && *cluster >= 0 && *cluster < 2000);
        }
    }

    void keysAreUnique()
    {
        const QTemporaryDir dir;
        DemoOptions options = smallDemo(dir);
        options.figures = 120;
        QVERIFY(writeDemo(options, {}));
        const auto members = membersIn(options.folder);
        std::set<std::string> names;
        for (const auto& [name, content] : members)
            names.insert(name);
        QCOMPARE(names.size(), members.size());
    }

    void aShorterDemoIsTheBeginningOfALongerOne()
    {
        const QTemporaryDir shortDir;
        const QTemporaryDir longDir;
        DemoOptions options = smallDemo(longDir);
        QVERIFY(writeDemo(options, {}));
        options.folder = shortDir.path().toStdString();
        options.figures = 15;
        QVERIFY(writeDemo(options, {}));
        const auto all = membersIn(longDir.path().toStdString());
        for (const auto& member : membersIn(options.folder))
            QVERIFY(std::find(all.begin(), all.end(), member) != all.end());
    }

    void captionNamesWhatIsDrawn_data() { addKinds(); }

    void captionNamesWhatIsDrawn()
    {
        QFETCH(int, kind);
        for (std::uint64_t seed = 0; seed < 16; ++seed) {
            const Drawing drawing = drawFigure(static_cast<Kind>(kind), seed);
            QVERIFY(!drawing.shown.empty());
            QCOMPARE(missingIn(drawing), QByteArray());
        }
    }

    void compositionsCaptionNamesEveryPanel()
    {
        for (std::uint64_t seed = 0; seed < 16; ++seed) {
            const Drawing drawing = drawComposition(seed);
            QVERIFY(drawing.kinds.size() >= 2 && drawing.kinds.size() <= 6);
            QCOMPARE(drawing.panelType, std::string("multiple"));
            QCOMPARE(missingIn(drawing), QByteArray());
        }
    }

    void thereAreTwentyKindsOrMore() { QVERIFY(allKinds().size() >= 20); }

    void classesAreInTheTaxonomy_data() { addKinds(); }

    void classesAreInTheTaxonomy()
    {
        QFETCH(int, kind);
        const KindInfo& info = infoOf(static_cast<Kind>(kind));
        const auto& taxonomy = annotation::Taxonomy::builtIn();
        QCOMPARE(taxonomy.parentOf(std::string(info.secondary)), std::string(info.primary));
    }

    void sameKindAndSeedSamePixelsAndWords_data() { addKinds(); }

    void sameKindAndSeedSamePixelsAndWords()
    {
        QFETCH(int, kind);
        const Drawing first = drawFigure(static_cast<Kind>(kind), 3);
        const Drawing second = drawFigure(static_cast<Kind>(kind), 3);
        QVERIFY(first.pixels.rgba == second.pixels.rgba);
        QCOMPARE(first.caption, second.caption);
        QVERIFY(first.pixels.rgba != drawFigure(static_cast<Kind>(kind), 4).pixels.rgba);
    }

    void noFigureIsBlankOrOfOddSize_data() { addKinds(); }

    void noFigureIsBlankOrOfOddSize()
    {
        QFETCH(int, kind);
        for (std::uint64_t seed = 0; seed < 10; ++seed) {
            const image::Pixels pixels = drawFigure(static_cast<Kind>(kind), seed).pixels;
            const int longer = std::max(pixels.width, pixels.height);
            QVERIFY2(longer >= 320 && longer <= 1300, QByteArray::number(longer));
            const auto [colors, whites] = contentOf(pixels);
            QVERIFY2(colors >= 16, QByteArray::number(static_cast<qulonglong>(seed)));
            QVERIFY2(whites < 0.993, QByteArray::number(static_cast<qulonglong>(seed)));
        }
    }

    void everythingDrawnStaysInItsArea_data() { addKinds(); }

    void everythingDrawnStaysInItsArea()
    {
        QFETCH(int, kind);
        const KindInfo& info = infoOf(static_cast<Kind>(kind));
        for (std::uint64_t seed = 0; seed < 16; ++seed) {
            Random random(seed);
            const Subject subject = makeSubject(random);
            // From the least size that is asked for to twice as much.
            const double scale = random.real(1, 2);
            const Rect area{60, 60, std::round(info.leastWidth * scale), std::round(info.leastHeight * scale)};
            const Style style = makeStyle(random, area.width / 640);
            Canvas canvas(static_cast<int>(area.width) + 120, static_cast<int>(area.height) + 120, white);
            const bool isBare = info.bareShare > 0 && seed % 2 == 1;
            Brush brush{canvas, area, style, subject, random, isBare};
            info.draw(brush);
            const int strays = strayPixels(canvas.pixels(), area);
            QVERIFY2(strays == 0, QByteArray::number(strays) + " pixels outside, seed "
                                      + QByteArray::number(static_cast<qulonglong>(seed)));
        }
    }

    void histologyNamesItsScaleBarWhereItHasOne()
    {
        for (std::uint64_t seed = 0; seed < 60; ++seed) {
            const Drawing drawing = drawFigure(Kind::Histology, seed);
            const bool isNamed = foldCase(drawing.caption).find("scale bar") != std::string::npos;
            QVERIFY2(hasDarkBar(drawing.pixels) == isNamed, QByteArray::number(static_cast<qulonglong>(seed)));
        }
    }

    void manyMicrographsHaveNoScaleBar_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("histology") << static_cast<int>(Kind::Histology);
        QTest::newRow("electron micrograph") << static_cast<int>(Kind::ElectronMicrograph);
    }

    void manyMicrographsHaveNoScaleBar()
    {
        QFETCH(int, kind);
        const int named = countWith(captionsOf(static_cast<Kind>(kind), 50), "scale bar");
        QVERIFY2(named >= 15 && named <= 42, QByteArray::number(named));
    }

    void photographsShowManySubjects()
    {
        std::set<std::string> subjects;
        for (std::uint64_t seed = 0; seed < 40; ++seed)
            subjects.insert(listed(drawFigure(Kind::Photograph, seed).shown));
        QVERIFY2(subjects.size() >= 15, QByteArray::number(static_cast<qulonglong>(subjects.size())));
    }

    void electronMicroscopesScanAndTransmit()
    {
        const auto captions = captionsOf(Kind::ElectronMicrograph, 50);
        const int scanned = countWith(captions, "scanning electron");
        const int transmitted = countWith(captions, "transmission electron");
        QCOMPARE(scanned + transmitted, 50);
        QVERIFY2(scanned >= 10 && transmitted >= 10, QByteArray::number(scanned));
    }

    void endoscopyIsOfHollowOrgansAndTheAbdomen()
    {
        const auto captions = captionsOf(Kind::Endoscopy, 24);
        const int abdomens = countWith(captions, "laparoscopic");
        QCOMPARE(abdomens + countWith(captions, "oscopic image"), 24);
        QVERIFY2(abdomens >= 2 && abdomens <= 14, QByteArray::number(abdomens));
    }

    void everyKindOccurs()
    {
        std::set<Kind> seen;
        // Any seeds will do; among these the rarest kind comes early.
        for (std::uint64_t seed = 1000; seed < 1700 && static_cast<int>(seen.size()) < kindCount; ++seed) {
            Random random(seed);
            const Drawing drawing = drawFigureAbout(makeSubject(random), seed);
            seen.insert(drawing.kinds.begin(), drawing.kinds.end());
        }
        QCOMPARE(static_cast<int>(seen.size()), kindCount);
    }

    void figuresOfAClusterShareTheirLabels()
    {
        std::map<int, ImportedLabels> labelsOf;
        int figures = 0;
        for (std::uint64_t seed = 0; seed < 400; ++seed) {
            Drawing drawing;
            drawing.kinds = {static_cast<Kind>(seed % 7)};
            if (seed % 2 == 0)
                drawing.kinds.push_back(static_cast<Kind>(seed % 5));
            const ImportedLabels labels = importedLabels(drawing, 1, seed);
            QVERIFY(labels.cluster >= 0 && labels.cluster < 2000);
            const auto [known, isNew] = labelsOf.emplace(labels.cluster, labels);
            QVERIFY(known->second.primary == labels.primary && known->second.secondary == labels.secondary);
            QVERIFY(known->second.panelType == labels.panelType && known->second.panelSubtype == labels.panelSubtype);
            ++figures;
        }
        QVERIFY(static_cast<int>(labelsOf.size()) < figures);
    }

    void mentionsSayWhatTheFigureShows()
    {
        const Article article = [] {
            Article made = makeArticle(5, 3);
            std::vector<std::vector<std::string>> topics;
            for (std::size_t i = 0; i < made.imageIds.size(); ++i)
                topics.push_back({"view of thing " + std::to_string(i)});
            writeText(made, topics, 1, 1000);
            return made;
        }();
        QCOMPARE(article.mentions.size(), article.imageIds.size());
        int paragraphs = 0;
        for (std::size_t i = 0; i < article.mentions.size(); ++i)
            for (const std::string& paragraph : article.mentions[i]) {
                QVERIFY(paragraph.find("view of thing " + std::to_string(i)) != std::string::npos);
                QVERIFY(article.text.find(paragraph) != std::string::npos);
                ++paragraphs;
            }
        QVERIFY(paragraphs > 0);
    }

    void progressEndsAtTheTotal()
    {
        const QTemporaryDir dir;
        Progress last;
        const Job job{{}, [&](const Progress& progress) { last = progress; }};
        QVERIFY(writeDemo(smallDemo(dir), job));
        QCOMPARE(last.done, std::uint64_t(40));
        QCOMPARE(last.total, std::uint64_t(40));
    }

    void cancelledDemoLeavesNoPartialShard()
    {
        const QTemporaryDir dir;
        const DemoOptions options = smallDemo(dir);
        std::stop_source stop;
        const Job job{stop.get_token(), [&](const Progress& progress) {
                          if (progress.done == 7)
                              stop.request_stop();
                      }};
        const auto summary = writeDemo(options, job);
        QVERIFY(!summary);
        QVERIFY(summary.error().kind() == ErrorKind::Cancelled);
        QVERIFY(filesIn(options.folder).empty());
    }

    void shardsOfTheSameNameAreReplaced()
    {
        const QTemporaryDir dir;
        DemoOptions options = smallDemo(dir);
        QVERIFY(writeDemo(options, {}));
        const Files first = filesIn(options.folder);
        options.seed = 2;
        QVERIFY(writeDemo(options, {}));
        const Files second = filesIn(options.folder);
        QVERIFY(second.at("commercial/000000.tar") != first.at("commercial/000000.tar"));
    }

    void refusesCountsBelowOne()
    {
        const QTemporaryDir dir;
        for (int DemoOptions::*count : {&DemoOptions::figures, &DemoOptions::figuresPerShard}) {
            DemoOptions options = smallDemo(dir);
            options.*count = 0;
            const auto summary = writeDemo(options, {});
            QVERIFY(!summary);
            QVERIFY(summary.error().kind() == ErrorKind::Invalid);
        }
        QVERIFY(filesIn(dir.path().toStdString()).empty());
    }
};

QTEST_GUILESS_MAIN(TestDemo)
#include "tst_demo.moc"
