package io.gameday.reference.orders;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The cell's orders in PostgreSQL. Every method throws Spring's `DataAccessException` when the database does not
/// answer; [#check(Duration)] throws SQLException. Thread-safe.
class OrderDatabase {
    /// Any number, as long as all tasks use the same one: it names the lock under which the table is made.
    private static final long SCHEMA_LOCK = 4_091_335L;

    private static final String TABLE = """
            CREATE TABLE IF NOT EXISTS orders (
                id text PRIMARY KEY,
                customer text NOT NULL,
                item text NOT NULL,
                quantity integer NOT NULL,
                accepted_by text NOT NULL,
                accepted_at timestamptz NOT NULL DEFAULT now())""";

    private final DataSource source;
    private final JdbcClient jdbc;

    OrderDatabase(DataSource source) {
        this.source = source;
        this.jdbc = JdbcClient.create(source);
    }

    /// Writes the order unless its id is known. True when it is new.
    boolean write(OrderRequest order, String instance) {
        return jdbc.sql("""
                INSERT INTO orders (id, customer, item, quantity, accepted_by) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (id) DO NOTHING""")
                .params(order.id(), order.customer(), order.item(), order.quantity(), instance).update() == 1;
    }

    Optional<Order> read(String id) {
        return jdbc.sql("SELECT id, customer, item, quantity, accepted_by FROM orders WHERE id = ?").param(id)
                .query((row, number) -> new Order(row.getString(1), row.getString(2), row.getString(3), row.getInt(4),
                        row.getString(5)))
                .optional();
    }

    /// One round trip.
    void probe() {
        jdbc.sql("SELECT 1").query(Integer.class).single();
    }

    /// Whether the database answers within `patience`; makes the table where it is missing, at the first start of a
    /// cell as well as after its database was restored from nothing.
    void check(Duration patience) throws SQLException {
        try (Connection connection = source.getConnection()) {
            int before = connection.getNetworkTimeout();
            connection.setNetworkTimeout(Runnable::run, Math.toIntExact(patience.toMillis()));
            if (!tableExists(connection)) {
                makeTable(connection);
            }
            connection.setNetworkTimeout(Runnable::run, before);
        }
    }

    private static boolean tableExists(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                var found = statement.executeQuery("SELECT to_regclass('orders') IS NOT NULL")) {
            found.next();
            return found.getBoolean(1);
        }
    }

    /// `IF NOT EXISTS` alone fails when three tasks of a cell start at once: hence the lock, held to the commit.
    private static void makeTable(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_xact_lock(" + SCHEMA_LOCK + ")");
            statement.execute(TABLE);
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }
}
