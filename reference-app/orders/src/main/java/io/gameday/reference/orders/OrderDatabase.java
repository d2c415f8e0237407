package io.gameday.reference.orders;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// The cell's orders in PostgreSQL, where the settings of the moment say. Every method throws Spring's
/// `DataAccessException` when the database does not answer in time or the table is not there; [#check(Duration)] throws
/// SQLException. Thread-safe.
class OrderDatabase {
    /// Any number, as long as all tasks use the same one: it names the lock under which the table is made.
    private static final long SCHEMA_LOCK = 4_091_335L;

    private static final String COLUMNS = """
            (
               id text PRIMARY KEY,
               customer text NOT NULL,
               item text NOT NULL,
               quantity integer NOT NULL,
               accepted_by text NOT NULL,
               accepted_at timestamptz NOT NULL DEFAULT now())""";

    private final DataSource source;
    private final Supplier<DatabaseSettings> settings;
    private final JdbcClient jdbc;

    /// @param settings asked before every statement; they must be free of [DatabaseSettings#problems()]
    OrderDatabase(DataSource source, Supplier<DatabaseSettings> settings) {
        this.source = source;
        this.settings = settings;
        this.jdbc = JdbcClient.create(new DelegatingDataSource(source) {
            @Override
            public Connection getConnection() throws SQLException {
                return limited(super.getConnection(), settings.get().timeout());
            }
        });
    }

    /// Writes the order unless its id is known. True when it is new.
    boolean write(OrderRequest order, String instance) {
        return jdbc.sql("INSERT INTO " + table() + """
                 (id, customer, item, quantity, accepted_by) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (id) DO NOTHING""")
                .params(order.id(), order.customer(), order.item(), order.quantity(), instance).update() == 1;
    }

    Optional<Order> read(String id) {
        return jdbc.sql("SELECT id, customer, item, quantity, accepted_by FROM " + table() + " WHERE id = ?").param(id)
                .query((row, number) -> new Order(row.getString(1), row.getString(2), row.getString(3), row.getInt(4),
                        row.getString(5)))
                .optional();
    }

    /// One round trip, which fails where an order would.
    void probe() {
        jdbc.sql("SELECT EXISTS (SELECT 1 FROM " + table() + ")").query(Boolean.class).single();
    }

    /// Whether the database answers within `patience`; makes the table where it is missing, at the first start of a
    /// cell as well as after its database was restored from nothing.
    ///
    /// @throws SQLException also when the schema is not there: it is never made
    void check(Duration patience) throws SQLException {
        Duration timeout = settings.get().timeout();
        try (Connection connection = limited(source.getConnection(),
                timeout.compareTo(patience) < 0 ? timeout : patience)) {
            if (!tableExists(connection)) {
                makeTable(connection);
            }
        }
    }

    private String table() {
        return settings.get().table();
    }

    /// The pool sets its own time-out again when the connection comes back to it.
    private static Connection limited(Connection connection, Duration timeout) throws SQLException {
        try {
            connection.setNetworkTimeout(Runnable::run, Math.toIntExact(timeout.toMillis()));
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private boolean tableExists(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                var found = statement.executeQuery("SELECT to_regclass('" + table() + "') IS NOT NULL")) {
            found.next();
            return found.getBoolean(1);
        }
    }

    /// `IF NOT EXISTS` alone fails when three tasks of a cell start at once: hence the lock, held to the commit.
    private void makeTable(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_xact_lock(" + SCHEMA_LOCK + ")");
            statement.execute("CREATE TABLE IF NOT EXISTS " + table() + COLUMNS);
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }
}
