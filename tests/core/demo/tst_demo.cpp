// Shards of synthetic figures: their members and metadata, labels, articles, and how they are written.

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
