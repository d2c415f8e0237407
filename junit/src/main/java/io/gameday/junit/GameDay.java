package io.gameday.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A test that plays a game day before its body, and hands the body what came of it: parameters of the types
/// [GameDayRun], [Scorecard] and [Journal]. It fails where the run does not come to what is expected.
///
/// ```java
/// @GameDay("az-power-loss.yaml")
/// void aZoneIsLostAndNobodyNotices(Scorecard card) {
///     assertEquals(0, card.customersHurt());
/// }
/// ```
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Test
@ExtendWith(GameDayExtension.class)
public @interface GameDay {

    /// A file, seen from the folder in which the tests run; one on the class path; or a name from `gameday list`.
    String value();

    /// Where it is played.
    On on() default On.SIMULATED;

    /// Of everything random, so that a simulation is the same each time; negative for another one each time.
    long seed() default 1;

    /// What it has to come to. Other than held it pins something that is known and not yet mended.
    Verdict expect() default Verdict.HELD;

    /// How long it may take, in seconds; faults are taken away then as on Ctrl-C, and the test fails.
    int limitSeconds() default 900;

    /// Where an experiment is played.
    enum On {
        /// Modelled, in virtual time.
        SIMULATED,
        /// Real processes of this machine.
        LOCAL
    }
}
