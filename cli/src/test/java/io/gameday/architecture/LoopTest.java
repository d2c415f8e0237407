package io.gameday.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

/// Time and chance are arguments: what decides runs on the loop and asks nobody but its arguments.
class LoopTest {

    private static final Set<String> CLOCK_CALLS = Set.of("now", "nanoTime", "currentTimeMillis", "systemUTC",
            "systemDefaultZone", "system", "tickMillis", "tickSeconds", "randomUUID");

    private static final DescribedPredicate<JavaClass> THREADS_AND_SOCKETS = DescribedPredicate
            .describe("are threads, futures, sockets, processes or databases", type -> {
                String name = type.getPackageName();
                return switch (type.getName()) {
                    case "java.util.concurrent.TimeUnit", "java.util.concurrent.ConcurrentHashMap", "java.net.URI" ->
                        false;
                    case "java.lang.Thread", "java.lang.ProcessBuilder", "java.lang.Process", "java.util.Timer" -> true;
                    default -> name.equals("java.util.concurrent") || name.equals("java.util.concurrent.locks")
                            || name.startsWith("java.net") || name.startsWith("java.nio.channels")
                            || name.startsWith("java.sql") || name.startsWith("javax.sql")
                            || name.startsWith("io.netty");
                };
            });

    private static final DescribedPredicate<CodeUnitCallTarget> CLOCKS_AND_DICE = DescribedPredicate
            .describe("read the machine's clock or throw its dice", call -> {
                String owner = call.getOwner().getName();
                boolean nothingGiven = call.getRawParameterTypes().isEmpty();
                return (owner.startsWith("java.time.") || owner.equals("java.lang.System")
                        || owner.equals("java.util.UUID")) && CLOCK_CALLS.contains(call.getName()) && nothingGiven
                        || owner.equals("java.lang.Math") && call.getName().equals("random")
                        || owner.equals("java.util.Random") && call.getName().equals("<init>") && nothingGiven
                        || owner.equals("java.lang.Object") && call.getName().equals("wait");
            });

    private static final ArchRule NO_THREADS = noClasses().should().dependOnClassesThat(THREADS_AND_SOCKETS)
            .because("what decides runs on one loop and must not block; what waits lives elsewhere and posts to it");

    private static final ArchRule NO_CLOCKS = noClasses().should().callCodeUnitWhere(target(CLOCKS_AND_DICE))
            .because("time and chance are arguments (Clock, RandomGenerator), or a game day could not be replayed");

    @ParameterizedTest
    @ValueSource(strings = {"io.gameday.engine", "io.gameday.observability", "io.gameday.reference.policy",
            "io.gameday.reference.fleet", "io.gameday.reference.simulated"})
    void whatDecidesRunsOnTheLoop(String root) {
        if (Ours.exists(root)) {
            JavaClasses deciding = Ours.CLASSES.that(JavaClass.Predicates.resideInAPackage(root + ".."));
            assertThat(deciding).isNotEmpty();
            NO_THREADS.check(deciding);
            NO_CLOCKS.check(deciding);
        }
    }

    @Test
    void theRulesBite() {
        assertThat(NO_THREADS.evaluate(offender(Waits.class)).hasViolation()).isTrue();
        assertThat(NO_CLOCKS.evaluate(offender(ReadsTheClock.class)).getFailureReport().getDetails()).hasSize(4);
    }

    private static JavaClasses offender(Class<?> type) {
        return new ClassFileImporter().importClasses(type);
    }

    private static final class Waits {
        Object wrong() {
            return new CompletableFuture<String>().join();
        }
    }

    private static final class ReadsTheClock {
        String wrong() {
            return Instant.now() + " " + System.nanoTime() + " " + UUID.randomUUID() + " " + new Random();
        }
    }
}
