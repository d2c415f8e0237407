package io.gameday.reference.host;

import io.gameday.reference.AppFolder;
import io.gameday.target.Operations.Done;
import io.gameday.target.Reply;
import java.io.IOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/// Backs up and restores one cell's database while the others serve; the newest backup alone is kept. Belongs to the loop,
/// where it also answers.
final class Backups {

    private final AppFolder folder;
    private final Map<String, CompletableFuture<CellDatabase>> databases;
    private final Executor waiting;
    private final Executor loop;
    private final Map<String, CellBackup> newest = new HashMap<>();
    private final Set<String> busy = new HashSet<>();

    /// @param databases by cell; may be filled later
    /// @param waiting   where what blocks is done
    Backups(AppFolder folder, Map<String, CompletableFuture<CellDatabase>> databases, Executor waiting, Executor loop) {
        this.folder = folder;
        this.databases = databases;
        this.waiting = waiting;
        this.loop = loop;
    }

    /// What is done with a database, in words for the operator.
    private interface Work {
        String done(CellDatabase database) throws SQLException, IOException;
    }

    void backup(String cell, Reply<Done> reply) {
        work(cell, "be backed up", reply, database -> {
            CellBackup taken = CellBackup.take(database.jdbcUrl(), database.password(), folder.backup(cell));
            loop.execute(() -> newest.put(cell, taken));
            return "(database " + cell + ") " + taken.point().orders().size() + " orders are in the backup.";
        });
    }

    /// The answer names the orders lost.
    void restore(String cell, Reply<Done> reply) {
        CellBackup backup = newest.get(cell);
        if (backup == null) {
            reply.failed("there is no backup of " + cell + "; take one before with: do: backup, cell: " + cell);
            return;
        }
        work(cell, "be restored", reply, database -> "(database " + cell + ") restored; "
                + backup.restore(database.jdbcUrl(), database.password()).words() + ".");
    }

    private void work(String cell, String what, Reply<Done> reply, Work work) {
        CompletableFuture<CellDatabase> database = databases.get(cell);
        if (database == null) {
            reply.failed("cell is '" + cell + "'; allowed: " + String.join(", ", databases.keySet()));
        } else if (!busy.add(cell)) {
            reply.failed("the database of " + cell + " is being backed up or restored already");
        } else {
            database.thenApplyAsync(there -> {
                try {
                    return work.done(there);
                } catch (SQLException | IOException failed) {
                    throw new IllegalStateException(
                            "the database of " + cell + " cannot " + what + ": " + failed.getMessage(), failed);
                }
            }, waiting).whenCompleteAsync((words, failure) -> {
                busy.remove(cell);
                if (failure == null) {
                    reply.ok(new Done(words));
                } else {
                    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
                    reply.failed(String.valueOf(cause.getMessage()));
                }
            }, loop);
        }
    }
}
