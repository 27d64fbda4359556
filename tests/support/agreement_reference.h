// The measures of agreement computed a second time, by tests/core/agreement/reference.py.
#pragma once

#include "core/json/value.h"

namespace biomedica::test {

bool hasPython();

/// `question` and the answer as the script describes them; a text that says what went wrong instead.
json::Value agreementInPython(const json::Value& question);

} // namespace biomedica::test

#define SKIP_WITHOUT_PYTHON()                                                                                          \
    if (!biomedica::test::hasPython())                                                                                 \
    QSKIP("python3 is not installed: nothing is compared with an independent computation")
