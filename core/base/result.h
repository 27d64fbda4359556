// Result<T>: what may fail because of the world returns one.
//
// Thread contract: values, no shared state.
//
// Members are named as std::expected's, which GCC 12 does not have yet; when it does, this file
// becomes an alias. Errors carry a kind for programs and one message for people: the message names
// the file or key, what was wrong and what to do.
#pragma once

#include <cassert>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>

namespace biomedica {

enum class ErrorKind {
    NotFound,    ///< a file, key or name that does not exist
    Corrupt,     ///< bytes that break their format
    Io,          ///< the operating system refused: permission, full disk, vanished device
    Invalid,     ///< a request that makes no sense; the user can correct it
    Unsupported, ///< well formed, but not something this version reads or does
    Busy,        ///< somebody else holds it; trying again may help
    Cancelled,   ///< the user asked to stop
};

class [[nodiscard]] Error {
public:
    Error(ErrorKind kind, std::string message) : m_kind(kind), m_message(std::move(message)) {}

    ErrorKind kind() const { return m_kind; }
    const std::string& message() const { return m_message; }

    /// The same error with what the caller knows put in front: "context: message".
    Error withContext(std::string_view context) const { return Error(m_kind, std::string(context) + ": " + m_message); }

private:
    ErrorKind m_kind;
    std::string m_message;
};

template <typename T>
class [[nodiscard]] Result {
public:
    using value_type = T;

    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}

    bool has_value() const { return m_state.index() == 0; }
    explicit operator bool() const { return has_value(); }

    T& value() &
    {
        assert(has_value());
        return *std::get_if<0>(&m_state);
    }
    const T& value() const&
    {
        assert(has_value());
        return *std::get_if<0>(&m_state);
    }
    T&& value() && { return std::move(value()); }

    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    T&& operator*() && { return std::move(value()); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }

    const Error& error() const
    {
        assert(!has_value());
        return *std::get_if<1>(&m_state);
    }

    T value_or(T fallback) && { return has_value() ? std::move(value()) : std::move(fallback); }

private:
    std::variant<T, Error> m_state;
};

template <>
class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Error error) : m_error(std::move(error)) {}

    bool has_value() const { return !m_error.has_value(); }
    explicit operator bool() const { return has_value(); }
    void value() const { assert(has_value()); }
    const Error& error() const
    {
        assert(!has_value());
        return *m_error;
    }

private:
    std::optional<Error> m_error;
};

} // namespace biomedica

#define BIOMEDICA_JOIN_(a, b) a##b
#define BIOMEDICA_JOIN(a, b) BIOMEDICA_JOIN_(a, b)

/// TRY(auto x, f()): x takes the value, or the surrounding function returns the error.
#define TRY(declaration, expression)                                                                                   \
    auto BIOMEDICA_JOIN(tried_, __LINE__) = (expression);                                                              \
    if (!BIOMEDICA_JOIN(tried_, __LINE__))                                                                             \
        return BIOMEDICA_JOIN(tried_, __LINE__).error();                                                               \
    declaration = std::move(BIOMEDICA_JOIN(tried_, __LINE__)).value()

/// TRY_VOID(f()): the surrounding function returns the error, if there is one.
#define TRY_VOID(expression)                                                                                           \
    if (auto tried_ = (expression); !tried_)                                                                           \
    return tried_.error()
