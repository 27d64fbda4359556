// Test macros for Result<T>: on failure they print the error's message.
#pragma once

#include "core/base/result.h"

#include <QTest>

/// Fails the test unless the expression is a good Result.
#define EXPECT_OK(expression)                                                                                          \
    do {                                                                                                               \
        const auto& outcome_ = (expression);                                                                           \
        QVERIFY2(outcome_.has_value(), outcome_.has_value() ? "" : outcome_.error().message().c_str());                \
    } while (false)

/// EXPECT_VALUE(auto x, f()): x takes the value, or the test fails with the error.
#define EXPECT_VALUE(declaration, expression)                                                                          \
    auto BIOMEDICA_JOIN(expected_, __LINE__) = (expression);                                                           \
    EXPECT_OK(BIOMEDICA_JOIN(expected_, __LINE__));                                                                    \
    declaration = std::move(BIOMEDICA_JOIN(expected_, __LINE__)).value()

/// Fails the test unless the expression is an error of this kind.
#define EXPECT_ERROR(expression, expectedKind)                                                                         \
    do {                                                                                                               \
        const auto& outcome_ = (expression);                                                                           \
        QVERIFY(!outcome_.has_value());                                                                                \
        QCOMPARE(static_cast<int>(outcome_.error().kind()), static_cast<int>(expectedKind));                           \
    } while (false)
