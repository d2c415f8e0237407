package io.gameday.reference.host;

import io.gameday.reference.policy.RestorePoint;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// A real PostgreSQL, as each cell has one.
@Timeout(180)
class CellBackupTest {

    private static final Path CACHE = Path.of("target", "test-cache").toAbsolutePath();

    @TempDir
    private static Path folder;
    private static CellDatabase database;
    private final Path file = folder.resolve("backups").resolve("cell-1.copy");

    @BeforeAll
    static void start() throws Exception {
        Path logs = Files.createDirectories(folder.resolve("logs"));
        database = CellDatabase.start(PostgresProgram.in(CacheFolder.of(Map.of("GAMEDAY_CACHE", CACHE.toString()))),
                "cell-1", folder.resolve("data"), new BoundedLog(logs.resolve("database.log"), BoundedLog.LARGEST),
                logs.resolve("database.err"), why -> {
                });
    }

    @AfterAll
    static void end() {
        database.close();
    }

    @BeforeEach
    void emptyTable() throws SQLException {
        sql("DROP TABLE IF EXISTS public.orders");
        sql("CREATE TABLE public.orders (id text PRIMARY KEY, customer text NOT NULL, item text NOT NULL)");
    }

    @Test
    void theOrdersOfTheBackupAreBackAndThoseSinceAreLostByCustomer() throws Exception {
        order("o-1", "c-01", "a book\twith tab, \\ and 'quotes'");
        order("o-2", "c-02", "本");
        CellBackup backup = CellBackup.take(database.jdbcUrl(), database.password(), file);
        order("o-3", "c-02", "x");
        order("o-4", "prober", "x");
        sql("DELETE FROM public.orders WHERE id = 'o-1'");

        RestorePoint.Loss loss = backup.restore(database.jdbcUrl(), database.password());

        assertThat(loss.orders()).isEqualTo(new TreeMap<>(Map.of("c-02", 1)));
        assertThat(loss.ours()).isEqualTo(1);
        assertThat(loss.from()).isEqualTo(backup.point().at()).isBefore(loss.to());
        assertThat(orders()).isEqualTo(Set.of("o-1 c-01 a book\twith tab, \\ and 'quotes'", "o-2 c-02 本"));
    }

    @Test
    void aRestoreWaitsForAnOrderThatIsBeingWrittenWhichIsLostThen() throws Exception {
        order("o-1", "c-01", "x");
        CellBackup backup = CellBackup.take(database.jdbcUrl(), database.password(), file);
        try (Connection writing = connect(); Statement statement = writing.createStatement()) {
            writing.setAutoCommit(false);
            statement.execute("INSERT INTO public.orders VALUES ('o-2', 'c-02', 'x')");
            Thread restore = Thread.ofVirtual().start(() -> {
                try {
                    backup.restore(database.jdbcUrl(), database.password());
                } catch (Exception e) {
                    throw new AssertionError(e);
                }
            });
            awaitWaiter(statement);
            writing.commit();
            restore.join();
        }
        assertThat(orders()).isEqualTo(Set.of("o-1 c-01 x"));
    }

    @Test
    void theNewestBackupTakesThePlaceOfTheOneBefore() throws Exception {
        CellBackup.take(database.jdbcUrl(), database.password(), file);
        order("o-1", "c-01", "x");
        CellBackup newest = CellBackup.take(database.jdbcUrl(), database.password(), file);

        assertThat(newest.restore(database.jdbcUrl(), database.password()).total()).isZero();
        assertThat(orders()).isEqualTo(Set.of("o-1 c-01 x"));
        assertThat(file.getParent()).isDirectoryContaining("glob:**.copy").isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void aDatabaseWithoutOrdersIsNotBackedUpAndItSaysWhy() throws Exception {
        sql("DROP TABLE public.orders");
        assertThatThrownBy(() -> CellBackup.take(database.jdbcUrl(), database.password(), file))
                .isInstanceOf(SQLException.class).hasMessageContaining("public.orders");
    }

    /// Until somebody waits for the table.
    private static void awaitWaiter(Statement any) throws SQLException {
        for (boolean waits = false; !waits;) {
            try (ResultSet found = any.executeQuery("SELECT EXISTS (SELECT 1 FROM pg_locks WHERE NOT granted)")) {
                found.next();
                waits = found.getBoolean(1);
            }
        }
    }

    private static void order(String id, String customer, String item) throws SQLException {
        sql("INSERT INTO public.orders VALUES ('" + id + "', '" + customer + "', '" + item.replace("'", "''") + "')");
    }

    private static Set<String> orders() throws SQLException {
        Set<String> orders = new TreeSet<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement
                        .executeQuery("SELECT id || ' ' || customer || ' ' || item FROM public.orders")) {
            while (rows.next()) {
                orders.add(rows.getString(1));
            }
        }
        return orders;
    }

    private static void sql(String text) throws SQLException {
        try (Connection connection = connect(); Statement statement = connection.createStatement()) {
            statement.execute(text);
        }
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), PostgresProgram.USER, database.password());
    }
}
