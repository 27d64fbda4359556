#include "ui/statistics/agreementexport.h"

#include "core/base/file.h"
#include "ui/charts/chart.h"
#include "ui/statistics/agreementtables.h"

namespace biomedica::ui {

QList<NamedFile> csvFilesOf(const workspace::ConsensusReport& report)
{
    const AgreementTables tables(AgreementTables::For::Csv);
    QList<NamedFile> files{{"agreement.csv", QByteArray::fromStdString(toCsv(tables.overall(report)))}};
    for (const workspace::QuestionReport& one : report.questions) {
        const auto add = [&](const char* what, const StatisticsTable& table) {
            if (!table.rows.isEmpty())
                files.append(
                    {std::string(nameOf(one.question)) + "-" + what + ".csv", QByteArray::fromStdString(toCsv(table))});
        };
        add("classes", tables.byClass(one));
        add("pairs", tables.pairs(one));
        add("confusion", tables.confusion(one));
        add("drift", tables.drift(one));
        add("repeats", tables.repeats(one));
    }
    return files;
}

QList<NamedFile> pictureFilesOf(const Chart& chart, const std::string& name)
{
    return {{name + ".png", chart.toPng()}, {name + ".svg", chart.toSvg()}};
}

Result<void> writeFiles(const std::filesystem::path& folder, const QList<NamedFile>& files)
{
    std::error_code failure;
    std::filesystem::create_directories(folder, failure);
    if (failure)
        return Error(ErrorKind::Io, "cannot make the folder '" + folder.string() + "': " + failure.message());
    for (const NamedFile& file : files)
        TRY_VOID(writeFileDurably(folder / file.name,
                                  {file.bytes.constData(), static_cast<std::size_t>(file.bytes.size())}));
    return {};
}

} // namespace biomedica::ui
