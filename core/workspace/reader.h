// One pooled database connection of a Workspace; only its own source files include this.
//
// Thread contract: a Lease belongs to one thread, which gives the connection back by ending it.
#pragma once

#include "core/workspace/workspace.h"

namespace biomedica::workspace {

struct Workspace::Reader {
    catalog::Catalog catalog;
};

class Workspace::Lease {
public:
    Lease(Workspace& owner, std::unique_ptr<Reader> reader) : m_owner(&owner), m_reader(std::move(reader)) {}
    Lease(Lease&&) noexcept = default;
    Lease& operator=(Lease&&) = delete;
    ~Lease()
    {
        if (!m_reader)
            return;
        const std::lock_guard lock(m_owner->m_readersMutex);
        m_owner->m_idleReaders.push_back(std::move(m_reader));
    }

    catalog::Catalog& catalog() { return m_reader->catalog; }

private:
    Workspace* m_owner;
    std::unique_ptr<Reader> m_reader;
};

} // namespace biomedica::workspace
