// The engine against a naive program on random figures: results, counts and facets are equal.

#include "tests/support/expect.h"
#include "tests/support/shard_builder.h"

#include <QTemporaryDir>
#include <algorithm>
#include <map>
#include <random>
#include <set>

using namespace biomedica;
using query::Field;

namespace {

struct Plain {
    std::string key, license, journal, primary;
    std::vector<std::string> words; ///< of caption and title
    int year = 0;
    bool isLabelled = false;
};

const std::vector<std::string> vocabulary = {"cell", "blot", "western", "map", "tumour", "mouse", "cells", "brain"};
const std::vector<std::string> licenses = {"CC BY 4.0", "CC0", "CC BY-NC 4.0", "None"};

std::string withoutVersion(const std::string& license)
{
    return license == "None" ? "" : license.substr(0, license.find(" 4.0"));
}

} // namespace

class TestEngine : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::vector<Plain> m_figures;
    std::unique_ptr<workspace::Workspace> m_workspace;

    std::set<std::string> found(const std::string& text)
    {
        const auto query = query::parse(text);
        if (!query)
            qFatal("%s", query.error().message().c_str());
        std::set<std::string> keys;
        const auto result = m_workspace->search(*query, {}).value();
        for (const RowId row : result->figures.rows())
            keys.insert(m_workspace->summary(row).value().key);
        return keys;
    }

    template <typename Wanted>
    std::set<std::string> naive(Wanted isWanted) const
    {
        std::set<std::string> keys;
        for (const Plain& figure : m_figures)
            if (isWanted(figure))
                keys.insert(figure.key);
        return keys;
    }

    static bool hasCell(const Plain& figure) { return has(figure, "cell") || has(figure, "cells"); }
    static bool has(const Plain& figure, const std::string& word)
    {
        return std::find(figure.words.begin(), figure.words.end(), word) != figure.words.end();
    }

private slots:
    void initTestCase()
    {
        std::mt19937 random(11);
        test::ShardBuilder builder;
        for (int i = 0; i < 400; ++i) {
            Plain figure;
            const std::string accession = "PMC" + std::to_string(1000 + i / 3);
            figure.key = test::keyOf(accession, i % 3, "fig" + std::to_string(i % 3));
            std::mt19937 ofArticle(static_cast<unsigned>(i / 3));
            figure.license = licenses[ofArticle() % 4];
            figure.year = 2000 + static_cast<int>(ofArticle() % 20);
            const std::string title = vocabulary[ofArticle() % vocabulary.size()];
            std::string caption;
            for (int word = 0; word < 5; ++word) {
                const std::string& next = vocabulary[random() % vocabulary.size()];
                caption += next + " ";
                figure.words.push_back(next);
            }
            figure.words.push_back(title);
            json::Value metadata = test::metadata(accession, "fig" + std::to_string(i % 3));
            metadata["article_license"] = figure.license;
            metadata["article_date"] = std::to_string(figure.year) + " 3 1";
            metadata["article_title"] = title;
            figure.primary = i % 4 == 0 ? "Maps" : "Microscopy";
            metadata["image_primary_label"] = {figure.primary};
            builder.figure(figure.key, i, metadata, caption);
            m_figures.push_back(figure);
        }
        builder.write(m_folder.filePath("set/000000.tar").toStdString());
        EXPECT_VALUE(m_workspace, test::makeCollection(m_folder.filePath("c").toStdString(),
                                                       {m_folder.filePath("set").toStdString()}));
        for (Plain& figure : m_figures) {
            if (random() % 5)
                continue;
            figure.isLabelled = true;
            figure.primary = "Tables";
            workspace::LabelRequest request{"anna", {m_workspace->resolveKey(figure.key).value()}, {}, {}};
            request.decision[Question::Primary] = journal::Vote{false, {"Tables"}};
            EXPECT_OK(m_workspace->decide(request));
        }
    }

    void resultsEqualTheNaiveOnes()
    {
        QCOMPARE(found(""), naive([](const Plain&) { return true; }));
        QCOMPARE(found("cell"), naive(hasCell)); // the plural, too
        QCOMPARE(found("cells"), naive(hasCell));
        QCOMPARE(found("\"cell\""), naive([](const Plain& f) { return has(f, "cell"); }));
        QCOMPARE(found("caption:\"cells\" title:cell"), naive([](const Plain& f) {
                     const auto caption = f.words.begin();
                     return std::find(caption, caption + 5, "cells") != caption + 5
                            && (f.words.back() == "cell" || f.words.back() == "cells");
                 }));
        QCOMPARE(found("cell*"), naive(hasCell));
        QCOMPARE(found("western blot"), naive([](const Plain& f) { return has(f, "western") && has(f, "blot"); }));
        QCOMPARE(found("mouse OR brain map"),
                 naive([](const Plain& f) { return has(f, "mouse") || (has(f, "brain") && has(f, "map")); }));
        QCOMPARE(found("-tumour"), naive([](const Plain& f) { return !has(f, "tumour"); }));
        QCOMPARE(found("license:\"cc by\""), naive([](const Plain& f) { return f.license == "CC BY 4.0"; }));
        QCOMPARE(found("license:\"CC BY 3.0\""), naive([](const Plain& f) { return f.license == "CC BY 4.0"; }));
        QCOMPARE(found("-has:license"), naive([](const Plain& f) { return f.license == "None"; }));
        QCOMPARE(found("year:2005..2009 -cell"),
                 naive([](const Plain& f) { return f.year >= 2005 && f.year <= 2009 && !hasCell(f); }));
        QCOMPARE(found("is:labelled"), naive([](const Plain& f) { return f.isLabelled; }));
        QCOMPARE(found("is:unlabelled map"), naive([](const Plain& f) { return !f.isLabelled && has(f, "map"); }));
        QCOMPARE(found("primary:tables"), naive([](const Plain& f) { return f.primary == "Tables"; }));
        QCOMPARE(found("primary:Maps"), naive([](const Plain& f) { return f.primary == "Maps"; }));
        QCOMPARE(found("annotator:anna source:hand"), naive([](const Plain& f) { return f.isLabelled; }));
        QCOMPARE(found("source:imported"), naive([](const Plain& f) { return !f.isLabelled; }));
    }

    void phrasesNeedTheWordsInARow()
    {
        const auto inARow = [](const Plain& figure) { // the title stands apart from the caption
            for (std::size_t i = 0; i + 2 < figure.words.size(); ++i)
                if (figure.words[i] == "western" && figure.words[i + 1] == "blot")
                    return true;
            return false;
        };
        QCOMPARE(found("\"western blot\""), naive(inARow));
    }

    void facetsCountTheMatches()
    {
        const auto facets =
            m_workspace->facets(query::parse("cell").value(), {Field::License, Field::Year, Field::Primary}, false, {})
                .value();
        std::map<std::string, std::size_t> byLicense, byYear, byPrimary;
        for (const Plain& figure : m_figures) {
            if (!hasCell(figure))
                continue;
            if (!withoutVersion(figure.license).empty())
                ++byLicense[withoutVersion(figure.license)];
            ++byYear[std::to_string(figure.year)];
            ++byPrimary[figure.primary];
        }
        const std::map<std::string, std::size_t>* const expected[] = {&byLicense, &byYear, &byPrimary};
        for (std::size_t i = 0; i < 3; ++i) {
            std::map<std::string, std::size_t> counted;
            for (const query::FacetValue& value : facets[i].values)
                counted[value.value] = value.count;
            QVERIFY(counted == *expected[i]);
        }
    }

    void facetOfAFilteredFieldOffersTheOtherValues()
    {
        const auto query = query::parse("license:CC0").value();
        QCOMPARE(m_workspace->facets(query, {Field::License}, false, {}).value()[0].values.size(), 1u);
        QCOMPARE(m_workspace->facets(query, {Field::License}, true, {}).value()[0].values.size(), 3u);
    }

    void orderIsByScoreOrBySortAndCountsAgree()
    {
        auto query = query::parse("cell western").value();
        const auto best = m_workspace->search(query, {}).value();
        for (std::size_t position = 1; position < best->size(); ++position)
            QVERIFY(best->figures.scoreAt(position - 1) >= best->figures.scoreAt(position));
        QCOMPARE(m_workspace->count(query, {}).value(), best->size());
        query.sort = query::parseSort("-year").value();
        const auto newest = m_workspace->search(query, {}).value();
        QCOMPARE(newest->size(), best->size());
        int last = 9999;
        for (const RowId row : newest->figures.rows()) {
            const int year = m_workspace->summary(row).value().year;
            QVERIFY(year <= last);
            last = year;
        }
        query.sort = query::parseSort("key").value();
        std::string previous;
        const auto byKey = m_workspace->search(query, {}).value();
        for (const RowId row : byKey->figures.rows()) {
            const std::string key = m_workspace->summary(row).value().key;
            QVERIFY(previous <= key);
            previous = key;
        }
        QVERIFY(!query::parseSort("caption"));
    }

    void stoppedSearchSaysSo()
    {
        std::stop_source stop;
        stop.request_stop();
        EXPECT_ERROR(m_workspace->search(query::parse("cell").value(), {stop.get_token(), {}}), ErrorKind::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestEngine)
#include "tst_engine.moc"
