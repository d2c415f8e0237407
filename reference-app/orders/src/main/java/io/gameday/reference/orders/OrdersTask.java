package io.gameday.reference.orders;

import com.zaxxer.hikari.HikariDataSource;
import io.gameday.reference.orders.process.ChildProcess;
import io.gameday.reference.orders.process.InvalidEnvironment;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.apache.coyote.AbstractProtocol;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/// The process: reads its environment, starts, tells its ports, serves until it is told to end or its parent is gone.
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({OrderController.class, OrderService.class})
class OrdersTask {
    public static void main(String[] arguments) throws Exception {
        CompletableFuture<String> told = ChildProcess.begin();
        Map<String, String> environment = EcsTask.environment(System.getenv());
        serve(settingsOrExit(StandBy.wanted(environment) ? standBy(told) : environment));
    }

    /// Starts for nobody, and sends itself a few requests, so that the start that counts finds everything loaded.
    private static Map<String, String> standBy(CompletableFuture<String> told) throws Exception {
        TaskSettings settings = settingsOrExit(Map.of("GAMEDAY_TRAINING", "1"));
        for (int round = 1; round <= StandBy.ROUNDS; round++) {
            try (ConfigurableApplicationContext context = startOrExit(settings)) {
                if (round == 1) {
                    rehearse(rehearsal(settings, context));
                }
            }
        }
        return StandBy.await(told);
    }

    private static void serve(TaskSettings settings) throws Exception {
        ConfigurableApplicationContext context = startOrExit(settings);
        GracefulEnd.install(context);
        // Makes the table where it is missing. A database that is away shows in health, where this is tried again.
        context.getBean(DatabaseHealth.class).health();
        context.getBean(Stock.class).readAll();
        ChildProcess.ready("{\"service\":" + port(context, "local.server.port") + ",\"management\":"
                + port(context, "local.management.port") + "}");
        Crash.install(settings.defect());
        if (settings.training()) {
            rehearse(rehearsal(settings, context));
            System.exit(0);
        }
    }

    private static String port(ConfigurableApplicationContext context, String property) {
        return context.getEnvironment().getRequiredProperty(property);
    }

    private static Rehearsal rehearsal(TaskSettings settings, ConfigurableApplicationContext context) {
        return new Rehearsal(settings, port(context, "local.server.port"), port(context, "local.management.port"));
    }

    private static TaskSettings settingsOrExit(Map<String, String> environment) {
        try {
            return TaskSettings.from(environment);
        } catch (InvalidEnvironment e) {
            System.err.println(e.getMessage());
            System.exit(ChildProcess.INVALID_ENVIRONMENT);
            throw new AssertionError("unreachable", e);
        }
    }

    private static ConfigurableApplicationContext startOrExit(TaskSettings settings) {
        SpringApplication application = new SpringApplication(OrdersTask.class);
        application.setRegisterShutdownHook(false);
        application.setDefaultProperties(properties(settings));
        application.addInitializers(context -> context.getBeanFactory().registerSingleton("settings", settings));
        try {
            return application.run();
        } catch (RuntimeException e) {
            // Spring has logged why; its threads must not keep half a task alive.
            System.err.println(settings.instance() + " could not start: " + e.getMessage());
            System.exit(ChildProcess.ABANDONED);
            throw e;
        }
    }

    private static void rehearse(Rehearsal rehearsal) throws InterruptedException {
        try {
            rehearsal.run();
        } catch (IOException e) {
            System.err.println("the training run got no answer from its own ports: " + e.getMessage());
            System.exit(ChildProcess.ABANDONED);
        }
    }

    private static Map<String, Object> properties(TaskSettings settings) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("server.address", settings.address());
        properties.put("server.port", settings.ports().service());
        properties.put("management.server.address", settings.managementAddress());
        properties.put("management.server.port", settings.ports().management());
        properties.put("management.metrics.tags.cell", settings.cell());
        properties.put("management.metrics.tags.zone", settings.zone());
        properties.put("management.metrics.tags.instance", settings.instance());
        return properties;
    }

    /// Starts without a connection: a task whose database is away is unhealthy, not dead. Two connections more than
    /// slots, so that health and reads find one while every slot writes.
    @Bean
    HikariDataSource dataSource(TaskSettings settings) {
        TaskSettings.Database database = settings.database();
        HikariDataSource source = new HikariDataSource();
        source.setPoolName("orders");
        // Port 1 refuses at once, which is all that a training run without a database needs.
        source.setJdbcUrl(database == null ? "jdbc:postgresql://127.0.0.1:1/none" : database.url());
        source.setUsername(database == null ? "none" : database.user());
        source.setPassword(database == null ? "" : database.password());
        source.setMaximumPoolSize(settings.slots() + 2);
        source.setConnectionTimeout(database == null ? 250 : 1000);
        source.setValidationTimeout(500);
        source.setInitializationFailTimeout(-1);
        source.addDataSourceProperty("connectTimeout", "1");
        // Until a statement sets its own, which is the one that can be pushed: no silent database keeps a slot for ever.
        source.addDataSourceProperty("socketTimeout", "3");
        source.addDataSourceProperty("ApplicationName", settings.instance());
        return source;
    }

    @Bean
    SettingsEndpoint settingsEndpoint(TaskSettings settings) {
        return new SettingsEndpoint(settings.first());
    }

    @Bean
    OrderDatabase orderDatabase(HikariDataSource source, SettingsEndpoint settings) {
        return new OrderDatabase(source, settings);
    }

    @Bean
    DatabaseHealth databaseHealth(OrderDatabase database) {
        return new DatabaseHealth(database);
    }

    @Bean
    RevisionHealth revisionHealth(TaskSettings settings) {
        return new RevisionHealth(settings.defect());
    }

    @Bean
    Admission admission(TaskSettings settings) {
        return new Admission(settings.slots(), settings.hold(), settings.overload());
    }

    @Bean
    MinimumHold.Pause pause() {
        return Thread::sleep;
    }

    @Bean
    MinimumHold minimumHold(TaskSettings settings, MinimumHold.Pause pause) {
        return MinimumHold.of(settings.hold(), pause);
    }

    @Bean
    Stock stock(TaskSettings settings, JsonMapper json, MinimumHold.Pause pause) {
        return new Stock(settings.inventory(), settings.stock(), json, pause, new SplittableRandom());
    }

    @Bean
    RequestLog requestLog(TaskSettings settings, JsonMapper json) {
        return new RequestLog(System.out, json, settings, Instant::now);
    }

    @Bean
    IdentityFilter identityFilter(TaskSettings settings) {
        return new IdentityFilter(settings);
    }

    /// Whoever reads counters learns by the time of the start that they began at zero again.
    @Bean
    UptimeMetrics uptimeMetrics() {
        return new UptimeMetrics();
    }

    /// Virtual threads for the service port alone. The management port keeps a few platform threads of its own, so
    /// that health answers while every carrier of virtual threads is stuck in a full pipe.
    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> serviceThreads() {
        return factory -> factory.addProtocolHandlerCustomizers(handler -> {
            if (handler instanceof AbstractProtocol<?> protocol) {
                protocol.setExecutor(
                        Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("service-", 0).factory()));
            }
        });
    }
}
