package io.gameday.reference.host;

import io.gameday.reference.policy.RestorePoint;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.postgresql.PGConnection;

/// The orders of one cell in a file, as they were at one moment, and the way back to them. The database serves on while the
/// file is written. A restore takes the table for itself, so that the cell's orders wait for its end; other cells have
/// databases of their own. Blocks; not for the loop.
///
/// @param point what is in the file
record CellBackup(RestorePoint point, Path file) {

    private static final String TABLE = "public.orders";
    private static final String WAIT_SECONDS = "5";

    /// Takes the place of an earlier file.
    ///
    /// @throws SQLException when the database does not answer within 5 s, or has no orders yet
    static CellBackup take(String jdbcUrl, String password, Path file) throws SQLException, IOException {
        Files.createDirectories(file.getParent());
        Path whole = file.resolveSibling(file.getFileName() + ".new");
        try (Connection connection = connect(jdbcUrl, password); Statement statement = connection.createStatement()) {
            // One snapshot for what is written and for what is said to be written.
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            Set<String> orders = new HashSet<>(customers(statement).keySet());
            Instant at = Instant.now();
            try (OutputStream out = Files.newOutputStream(whole)) {
                connection.unwrap(PGConnection.class).getCopyAPI().copyOut("COPY " + TABLE + " TO STDOUT", out);
            }
            connection.rollback();
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return new CellBackup(new RestorePoint(at, orders), file);
        }
    }

    /// The table holds what the file holds, and nothing else.
    ///
    /// @return what was lost
    /// @throws SQLException when the database does not answer, or does not give the table away, within 5 s; nothing is
    ///                      changed then
    RestorePoint.Loss restore(String jdbcUrl, String password) throws SQLException, IOException {
        try (Connection connection = connect(jdbcUrl, password); Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL lock_timeout = '" + WAIT_SECONDS + "s'");
            statement.execute("LOCK TABLE " + TABLE + " IN ACCESS EXCLUSIVE MODE");
            Map<String, String> stored = customers(statement);
            statement.execute("TRUNCATE " + TABLE);
            try (InputStream in = Files.newInputStream(file)) {
                connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY " + TABLE + " FROM STDIN", in);
            }
            RestorePoint.Loss loss = point.loss(stored, Instant.now());
            connection.commit();
            return loss;
        }
    }

    private static Connection connect(String jdbcUrl, String password) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", PostgresProgram.USER);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", WAIT_SECONDS);
        properties.setProperty("socketTimeout", "20");
        Connection connection = DriverManager.getConnection(jdbcUrl, properties);
        connection.setAutoCommit(false);
        return connection;
    }

    private static Map<String, String> customers(Statement statement) throws SQLException {
        Map<String, String> customers = new HashMap<>();
        try (ResultSet rows = statement.executeQuery("SELECT id, customer FROM " + TABLE)) {
            while (rows.next()) {
                customers.put(rows.getString(1), rows.getString(2));
            }
        }
        return customers;
    }
}
