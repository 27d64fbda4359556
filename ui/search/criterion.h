// The lines of the query builder: what is looked at, how, and the words, values or numbers that are wanted. Whatever a
// line cannot say stands in one line as text of the query language, so that every query can be taken in and comes out
// asking for the same.
//
// Thread contract: values and pure functions.
#pragma once

#include "core/query/parser.h"

#include <QString>
#include <optional>
#include <variant>
#include <vector>

namespace biomedica::ui {

enum class CriterionTest {
    AllWords, ///< of `text`; a word may end with a star
    Phrase,
    AnyWord,
    NoWord,
    OneOf, ///< of the values in `text`, separated by semicolons
    NoneOf,
    Between, ///< `low` and `high`, both included; empty = open
    Filled,
    Empty,
    Is, ///< the trait named by `text`
    IsNot,
    Language, ///< `text` as it stands
};

struct Criterion {
    enum class Subject { Anywhere, Field, State, Language };

    Subject subject = Subject::Anywhere;
    query::Field field = query::Field::Caption; ///< where the subject is one
    CriterionTest test = CriterionTest::AllWords;
    QString text;
    QString low, high;

    bool operator==(const Criterion&) const = default;
};

/// What can be asked of the subject, the usual first.
std::vector<CriterionTest> testsOf(Criterion::Subject subject, query::Field field);

/// Nothing is entered yet: it asks for nothing.
bool isUnfinished(const Criterion& criterion);

/// In the query language.
QString textOf(const Criterion& criterion);

struct Criteria {
    bool isAny = false; ///< one is enough
    std::vector<Criterion> lines;

    bool operator==(const Criteria&) const = default;
};

/// Every query has such a form.
Criteria criteriaOf(const query::Query& query);

/// What a line does not say properly.
struct CriterionMistake {
    std::size_t line = 0;
    QString message;
};

/// Unfinished lines are left out. The same sort as in `before`.
std::variant<query::Query, CriterionMistake> queryOf(const Criteria& criteria, const query::Query& before);

} // namespace biomedica::ui
