#include "core/shards/metadata.h"
#include "core/shards/shard.h"
#include "tests/support/expect.h"
#include "tests/support/shard_builder.h"

#include <QTemporaryDir>

using namespace biomedica;
namespace fs = std::filesystem;

namespace {

/// 24 fields in BIOMEDICA's order, without the last, "article_text", and without the closing brace.
std::string allButTheText()
{
    std::string text = "{";
    for (const char* field : shards::metadataFields) {
        const std::string name = field;
        if (name == "article_text")
            continue;
        text += "\"" + name + "\": " + (name == "image_size" ? "[4, 3]" : "\"of " + name + "\"") + ", ";
    }
    return text;
}

std::string longText()
{
    std::string text;
    while (text.size() < 60'000)
        text += "a word \\\"in quotes\\\", a backslash \\\\ ";
    return text;
}

QString nameOf(const Result<shards::FigureMetadata>& figure)
{
    return figure ? QString::fromStdString(figure->article.title) : QString::fromStdString(figure.error().message());
}

} // namespace

class TestMetadataText : public QObject {
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void shortReadingSaysTheSameAsTheWholeText_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<bool>("isShortened");
        const auto row = [](const char* name, const std::string& json, bool isShortened) {
            QTest::newRow(name) << QByteArray::fromStdString(json) << isShortened;
        };
        const std::string fields = allButTheText();
        const std::string usual = fields + "\"article_text\": \"" + longText() + "\"}";
        row("as BIOMEDICA writes it", usual, true);
        row("blanks around", fields + "\"article_text\" :\n\t\"" + longText() + "\" \n } \r\n", true);
        row("backslash before the last quote", fields + "\"article_text\": \"" + longText() + "\\\\\"}", true);
        row("other fields behind", fields + "\"article_text\": \"" + longText() + "\", \"other\": 1}", false);
        row("a string behind", fields + "\"article_text\": \"" + longText() + "\", \"other\": \"x\"}", true);
        row("text that is short", fields + "\"article_text\": \"short\"}", false);
        row("text that is null", fields + "\"other\": \"" + longText() + "\", \"article_text\": null}", false);
        row("text in a list", fields + "\"article_text\": [\"" + longText() + "\"]}", false);
        row("text inside of another field", fields + "\"other\": {\"article_text\": \"" + longText() + "\"}}", false);
        row("text that ends early", fields + "\"article_text\": \"short\", \"other\": \"" + longText() + "\"}", false);
        row("nothing closes it", fields + "\"article_text\": \"" + longText(), false);
        row("an escaped quote closes it", fields + "\"article_text\": \"" + longText() + "\\\"}", false);
        row("two braces", usual + "}", false);
        row("text behind", usual + " x", false);
        row("an error in front", "{\"a\": tru, " + usual.substr(1), true);
        row("nothing but backslashes at the end",
            fields + "\"article_text\": \"" + longText() + std::string(100, '\\') + "\"}", false);
        row("fields long before", "{\"long\": \"" + longText() + "\", " + usual.substr(1), false);
        std::string without = usual;
        without.replace(without.find("article_title"), 13, "article_other");
        row("a field is missing", without, true);
        row("a field stands behind the text, in what is not read",
            without.substr(0, without.size() - 1) + ", \"article_title\": \"late\", \"other\": \"" + longText() + "\"}",
            true);
    }
    void shortReadingSaysTheSameAsTheWholeText()
    {
        QFETCH(QByteArray, json);
        QFETCH(bool, isShortened);
        const auto [shard, member] = onlyMember(json.toStdString());
        shards::MetadataText text;
        EXPECT_OK(text.read(*shard, member, {}));
        QCOMPARE(text.isShortened(), isShortened);
        if (!isShortened)
            QCOMPARE(text.text(), json.toStdString());
        const auto expected = shards::MetadataReader().read(json.toStdString());
        const auto read = shards::MetadataReader().read(*shard, member, {});
        QCOMPARE(nameOf(read), nameOf(expected));
        QCOMPARE(read.has_value(), expected.has_value());
        if (read)
            QVERIFY(*read == *expected);
    }

    void whereTheTextBeginsIsLearned()
    {
        const std::string context = "{\"image_context\": {\"x\": [\"" + longText() + "\"]}, ";
        const std::string json =
            context + allButTheText().substr(1) + "\"article_text\": \"" + longText() + longText() + longText() + "\"}";
        const auto [shard, member] = onlyMember(json);
        shards::MetadataText text;
        int tries = 0;
        for (; tries < 8 && !text.isShortened(); ++tries)
            EXPECT_OK(text.read(*shard, member, {}));
        QVERIFY(text.isShortened());
        QVERIFY2(tries > 1, "the first try should have read too little");
        QVERIFY(text.text().size() < json.size() / 2);
    }

    void cutShardIsNamed()
    {
        const auto [shard, member] = onlyMember(allButTheText() + "\"article_text\": \"" + longText() + "\"}");
        fs::resize_file(shard->path(), member.dataOffset + member.size / 2);
        const auto read = shards::MetadataReader().read(*shard, member, {});
        QVERIFY(!read);
        QVERIFY2(read.error().message().find(shard->path().string()) != std::string::npos,
                 read.error().message().c_str());
    }

private:
    std::pair<shards::ShardPointer, shards::SampleMember> onlyMember(const std::string& json)
    {
        const fs::path path = fs::path(m_folder->path().toStdString()) / "one.tar";
        test::ShardBuilder().member("a.jpg", test::picture(1)).member("a.json", json).write(path);
        auto shard = shards::OpenShards().open(path);
        auto scan = shards::scanShard(*shard, {});
        return {*shard, *scan->samples.front().metadata()};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestMetadataText)
#include "tst_metadata_text.moc"
