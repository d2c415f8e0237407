package io.gameday.reference.orders;

import io.gameday.reference.orders.process.ChildProcess;
import io.gameday.reference.orders.process.Environment;
import io.gameday.reference.orders.process.InvalidEnvironment;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a task is told by its environment.
///
/// @param address   to listen on; loopback, where the zone is its range, unless the task is on its own
/// @param instance  name of this task, unique in the system
/// @param revision  what was deployed, for the log
/// @param slots     orders worked on at the same time; 1 to 256
/// @param hold      least time an order keeps its slot; 1 ms to 60 s
/// @param overload  what becomes of orders beyond what can be served in time
/// @param database  the cell's PostgreSQL, null only in training
/// @param inventory base address of the inventory service, null when there is none to ask
/// @param first     what can be pushed later, as it is at the start
/// @param defect    what is wrong with the revision, null when nothing is
/// @param training  whether this run only teaches the AOT cache and then ends
/// @param ports     to listen on
/// @param stock     how inventory is asked
record TaskSettings(String address, String instance, String cell, String zone, String revision, int slots,
        Duration hold, Admission.Overload overload, @Nullable Database database, @Nullable URI inventory,
        DatabaseSettings first, @Nullable Defect defect, boolean training, Ports ports, StockRules stock) {

    private static final Pattern JDBC = Pattern.compile("jdbc:postgresql://[^/\\s]+/[^\\s]+");
    private static final Pattern DEFECTS = Pattern.compile(Defect.words().replace(", ", "|"));
    private static final Pattern OVERLOAD = Pattern.compile("shed|queue");
    private static final Pattern HTTP = Pattern.compile("http://[A-Za-z0-9.-]+:[0-9]{1,5}/?");

    /// @param service    for orders; 0 for any that is free
    /// @param management for health and actuator; likewise
    record Ports(int service, int management) {
        static final Ports ANY = new Ports(0, 0);
    }

    /// @param password empty when the database asks for none
    record Database(String url, String user, String password) {
        @Override
        public String toString() {
            return "Database[" + url + ", " + user + "]";
        }
    }

    /// @throws InvalidEnvironment naming every variable that is missing or not allowed
    static TaskSettings from(Map<String, String> variables) throws InvalidEnvironment {
        Environment environment = new Environment(variables);
        boolean training = environment.flag("GAMEDAY_TRAINING");
        TaskSettings settings = training ? training(environment) : serving(environment);
        environment.check();
        return settings;
    }

    private static TaskSettings serving(Environment environment) {
        return new TaskSettings(address(environment), environment.label("GAMEDAY_INSTANCE"),
                environment.label("GAMEDAY_CELL"), environment.label("GAMEDAY_ZONE"),
                environment.label("GAMEDAY_REVISION"), environment.number("GAMEDAY_SLOTS", 1, 256, null),
                Duration.ofMillis(environment.number("GAMEDAY_HOLD_MS", 1, 60_000, 90)), overload(environment),
                database(environment), inventory(environment), first(environment), defect(environment), false,
                ports(environment), StockRules.from(environment));
    }

    /// Where a parent holds the task, everybody who may speak to it is on this machine.
    private static String address(Environment environment) {
        return environment.flag(ChildProcess.ON_ITS_OWN)
                ? environment.anyAddress("GAMEDAY_ADDRESS")
                : environment.loopbackAddress("GAMEDAY_ADDRESS");
    }

    /// Chaos Monkey asks nobody for a token, so the management port never leaves loopback, wherever orders come from.
    String managementAddress() {
        return Environment.isLoopback(address) ? address : "127.0.0.1";
    }

    /// Nothing has to be set for a training run, and nothing is waited for longer than needed.
    private static TaskSettings training(Environment environment) {
        return new TaskSettings(environment.loopbackAddress("GAMEDAY_ADDRESS", "127.0.0.1"),
                environment.label("GAMEDAY_INSTANCE", "training"), environment.label("GAMEDAY_CELL", "training"),
                environment.label("GAMEDAY_ZONE", "training"), environment.label("GAMEDAY_REVISION", "training"), 2,
                Duration.ofMillis(1), Admission.Overload.SHED,
                environment.isSet("GAMEDAY_DATABASE") ? database(environment) : null, inventory(environment),
                first(environment), null, true, Ports.ANY, StockRules.USUAL);
    }

    /// A task that is started again in place listens where it did before.
    private static Ports ports(Environment environment) {
        return new Ports(environment.number("GAMEDAY_SERVICE_PORT", 0, 65_535, 0),
                environment.number("GAMEDAY_MANAGEMENT_PORT", 0, 65_535, 0));
    }

    private static Admission.Overload overload(Environment environment) {
        return "queue".equals(environment.optionalText("GAMEDAY_OVERLOAD", OVERLOAD, "shed, queue"))
                ? Admission.Overload.QUEUE
                : Admission.Overload.SHED;
    }

    private static Database database(Environment environment) {
        return new Database(environment.text("GAMEDAY_DATABASE", JDBC, "jdbc:postgresql://HOST:PORT/NAME"),
                environment.label("GAMEDAY_DATABASE_USER"), environment.secret("GAMEDAY_DATABASE_PASSWORD"));
    }

    private static DatabaseSettings first(Environment environment) {
        String schema = environment.optionalText("GAMEDAY_SCHEMA", DatabaseSettings.SCHEMA,
                DatabaseSettings.SCHEMA_ALLOWED);
        return new DatabaseSettings(schema == null ? DatabaseSettings.DEFAULT_SCHEMA : schema,
                environment.number("GAMEDAY_DATABASE_TIMEOUT_MS", DatabaseSettings.LEAST_MILLIS,
                        DatabaseSettings.MOST_MILLIS, DatabaseSettings.DEFAULT_MILLIS));
    }

    private static @Nullable Defect defect(Environment environment) {
        String word = environment.optionalText("GAMEDAY_DEFECT", DEFECTS, Defect.words());
        return word == null ? null : Defect.of(word).orElse(null);
    }

    private static @Nullable URI inventory(Environment environment) {
        String base = environment.optionalText("GAMEDAY_INVENTORY", HTTP, "http://HOST:PORT");
        return base == null || base.isEmpty() ? null : URI.create(base.endsWith("/") ? base : base + "/");
    }
}
