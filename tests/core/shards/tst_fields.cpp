// A figure's fields as they are stored.

#include "core/shards/fields.h"
#include "core/shards/metadata.h"
#include "tests/support/expect.h"

#include <QTest>
#include <algorithm>

using namespace biomedica;
using shards::StoredField;

class TestFields : public QObject {
    Q_OBJECT
private slots:
    void everyFieldHasAPlaceAndNothingIsLeftOut();
    void valuesAreReadable();
    void longValuesComeOnDemand();
    void lastOfTwoCounts();
    void noJsonHasNoFieldsAndDamagedIsRefused();

private:
    static std::optional<StoredField> named(const std::vector<StoredField>& fields, const std::string& name)
    {
        const auto found =
            std::find_if(fields.begin(), fields.end(), [&](const StoredField& field) { return field.name == name; });
        return found == fields.end() ? std::nullopt : std::optional(*found);
    }
};

void TestFields::everyFieldHasAPlaceAndNothingIsLeftOut()
{
    EXPECT_VALUE(const auto fields, shards::storedFields(R"({"our_own": 1, "article_text": "a"})", 100));
    QCOMPARE(fields.size(), shards::metadataFields.size() + 1);
    for (std::size_t i = 0; i < shards::metadataFields.size(); ++i)
        QCOMPARE(fields[i].name, std::string(shards::metadataFields[i]));
    QCOMPARE(fields.back().name, std::string("our_own"));
    QVERIFY(!named(fields, "image_hash")->isThere);
    QVERIFY(named(fields, "article_text")->isThere);
}

void TestFields::valuesAreReadable()
{
    const std::string text = R"({"image_hash": null, "article_title": "A\u00e9\n\"B\"", "image_size": [16, 12],
        "article_reference_count": 1e400, "article_date": "12"})";
    EXPECT_VALUE(const auto fields, shards::storedFields(text, 100));
    QCOMPARE(named(fields, "image_hash")->text, std::string("null"));
    QCOMPARE(named(fields, "article_title")->text, std::string("Aé\n\"B\""));
    QCOMPARE(named(fields, "image_size")->text, std::string("[16, 12]"));
    EXPECT_VALUE(const std::string indented, shards::storedFieldText(text, "image_size"));
    QCOMPARE(indented, std::string("[\n  16,\n  12\n]"));
    QCOMPARE(named(fields, "article_reference_count")->text, std::string("1e400"));
    QCOMPARE(named(fields, "article_date")->bytes, std::size_t(4)); // with its quotes
}

void TestFields::longValuesComeOnDemand()
{
    const std::string text = R"({"article_text": ")" + std::string(500, 'x') + R"("})";
    EXPECT_VALUE(const auto fields, shards::storedFields(text, 100));
    const auto field = named(fields, "article_text");
    QVERIFY(field->isLong);
    QCOMPARE(field->bytes, std::size_t(502));
    QCOMPARE(field->text, std::string());
    EXPECT_VALUE(const std::string whole, shards::storedFieldText(text, "article_text"));
    QCOMPARE(whole, std::string(500, 'x'));
    EXPECT_ERROR(shards::storedFieldText(text, "image_hash"), ErrorKind::NotFound);
}

void TestFields::lastOfTwoCounts()
{
    EXPECT_VALUE(const std::string text, shards::storedFieldText(R"({"a": 1, "a": 2})", "a"));
    QCOMPARE(text, std::string("2"));
}

void TestFields::noJsonHasNoFieldsAndDamagedIsRefused()
{
    EXPECT_VALUE(const auto fields, shards::storedFields("", 100));
    QVERIFY(std::none_of(fields.begin(), fields.end(), [](const StoredField& field) { return field.isThere; }));
    EXPECT_ERROR(shards::storedFields("{\"a\": ", 100), ErrorKind::Corrupt);
    EXPECT_ERROR(shards::storedFields("[]", 100), ErrorKind::Corrupt);
}

QTEST_GUILESS_MAIN(TestFields)
#include "tst_fields.moc"
