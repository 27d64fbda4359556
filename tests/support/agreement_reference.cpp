#include "tests/support/agreement_reference.h"

#include <QProcess>
#include <QStandardPaths>

namespace biomedica::test {

bool hasPython()
{
    return !QStandardPaths::findExecutable(QStringLiteral("python3")).isEmpty();
}

json::Value agreementInPython(const json::Value& question)
{
    QProcess python;
    python.start(QStringLiteral("python3"), {QStringLiteral("-B"), QStringLiteral(AGREEMENT_REFERENCE)});
    python.write(QByteArray::fromStdString(json::toLine(question)));
    python.closeWriteChannel();
    python.waitForFinished(60'000);
    return json::parse(python.readAllStandardOutput().toStdString())
        .value_or(json::Value(python.readAllStandardError().toStdString()));
}

} // namespace biomedica::test
