// The golden queries of the language on the command line: what they find in a tiny collection, and how those that make
// no sense are refused.

#include "core/base/file.h"
#include "tests/integration/cli_runner.h"
#include "tests/support/expect.h"
#include "tests/support/shard_builder.h"

#include <QTemporaryDir>
#include <set>

using namespace biomedica;
using test::runCli;

class TestQueries : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_collection = m_folder.filePath("c");
    json::Value m_cases;

    static json::Value read(const char* name)
    {
        return json::parse(readFile(std::filesystem::path(GOLDEN_FOLDER) / name).value()).value();
    }

    static std::string keyOf(const json::Value& figure)
    {
        return test::keyOf(figure["article"].get<std::string>(), 0, figure["name"].get<std::string>());
    }

    void writeShards(const json::Value& collection) const
    {
        for (const auto& [name, figures] : collection["shards"].items()) {
            test::ShardBuilder builder;
            for (const json::Value& figure : figures) {
                json::Value metadata = test::metadata(figure["article"], figure["name"]);
                metadata.update(collection["articles"][figure["article"].get<std::string>()]);
                metadata.update(figure["fields"]);
                builder.figure(keyOf(figure), figure["name"].get<std::string>()[0], metadata, figure["caption"]);
            }
            builder.write(m_folder.filePath(QString::fromStdString("s/" + name)).toStdString());
        }
    }

    /// The names of the figures that a query finds, in alphabetical order.
    std::string found(const QString& query) const
    {
        const auto outcome = runCli({"search", m_collection, "--json", "--", query});
        if (outcome.status != 0)
            return outcome.errors.toStdString();
        std::set<char> names;
        for (const json::Value& line : outcome.lines())
            if (line.contains("key"))
                names.insert(line["key"].get<std::string>().back());
        return {names.begin(), names.end()};
    }

private slots:
    void initTestCase()
    {
        m_cases = read("queries.json");
        const json::Value collection = read("collection.json");
        writeShards(collection);
        QCOMPARE(runCli({"index", m_collection, m_folder.filePath("s")}).status, 0);
        std::map<std::string, std::string> keys;
        for (const auto& [shard, figures] : collection["shards"].items())
            for (const json::Value& figure : figures)
                keys[figure["name"]] = keyOf(figure);
        for (const json::Value& label : collection["labels"]) {
            QStringList arguments{"label", m_collection};
            for (const json::Value& argument : label) {
                const auto text = argument.get<std::string>();
                arguments << QString::fromStdString(arguments.back() == "--key" ? keys[text] : text);
            }
            const auto outcome = runCli(arguments);
            QVERIFY2(outcome.status == 0, outcome.errors);
        }
    }

    void everyQueryFindsWhatItShould()
    {
        int queries = 0;
        for (const json::Value& golden : m_cases) {
            if (!golden.contains("hits"))
                continue;
            ++queries;
            const auto text = golden["text"].get<std::string>();
            const std::string names = found(QString::fromStdString(text));
            QVERIFY2(names == golden["hits"], ("'" + text + "' finds " + names).c_str());
        }
        QVERIFY(queries > 100);
    }

    void aQueryThatMakesNoSenseSaysWhereAndWhy()
    {
        for (const json::Value& golden : m_cases) {
            if (!golden.contains("error"))
                continue;
            const auto text = golden["text"].get<std::string>();
            const auto outcome = runCli({"count", m_collection, "--", QString::fromStdString(text)});
            QVERIFY2(outcome.status == 2, text.c_str()); // wrong usage
            QVERIFY2(outcome.output.isEmpty(), text.c_str());
            const std::string said = outcome.errors.toStdString();
            QVERIFY2(said.find(golden["error"].get<std::string>()) != std::string::npos, said.c_str());
            if (golden.contains("at")) {
                const std::string place = "at character " + std::to_string(golden["at"][0].get<int>() + 1) + ":";
                QVERIFY2(said.find(place) != std::string::npos, said.c_str());
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestQueries)
#include "tst_queries.moc"
