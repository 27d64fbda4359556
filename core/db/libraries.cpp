#include "core/db/libraries.h"

#include <sqlite3.h>

namespace biomedica::db {

Libraries libraries()
{
    return {{"SQLite", sqlite3_libversion(), "blessing"}};
}

} // namespace biomedica::db
