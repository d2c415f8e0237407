package io.gameday.journal;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What somebody who was invited to a run did, or what came of it. Who it was is the role in [Event.PersonActed].
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
@JsonSubTypes({@Type(PersonAct.Invited.class), @Type(PersonAct.Joined.class), @Type(PersonAct.Left.class),
        @Type(PersonAct.Answered.class), @Type(PersonAct.Noticed.class), @Type(PersonAct.Sealed.class),
        @Type(PersonAct.Opened.class)})
public sealed interface PersonAct {

    /// They got a link; the run begins when all who got one say go.
    ///
    /// @param limit how long at most
    record Invited(Duration limit) implements PersonAct {
    }

    /// Their page is open, for the first time or again.
    ///
    /// @param ahead how far the clock of their device is ahead of this machine's, less than zero where it is behind; null
    ///              where it was not told
    record Joined(@Nullable Duration ahead) implements PersonAct {
    }

    /// Nothing is heard of their page any more. @param since the last time that something was
    record Left(Instant since) implements PersonAct {
    }

    /// Whether the run may begin.
    ///
    /// @param by  who said it: the role itself, or owner or facilitator for somebody who is not there
    /// @param why may be empty where they say go themselves
    record Answered(boolean go, String by, String why) implements PersonAct {
    }

    /// They noticed something by themselves, and no alarm told them.
    ///
    /// @param typed by the run's clock, where it came in later than they said it; otherwise null
    record Noticed(String text, @Nullable Instant typed) implements PersonAct {
    }

    /// They wrote down what they expect, before the first fault.
    ///
    /// @param id   `q1`, `q2`, …
    /// @param hash SHA-256 of salt and text, hexadecimal
    record Sealed(String id, String hash) implements PersonAct {
    }

    /// What they wrote, told to all at the end. Whoever likes can compute the hash.
    ///
    /// @param id   as sealed
    /// @param seen what the outcome is from
    record Opened(String id, String text, String salt, Outcome outcome, String seen) implements PersonAct {
        public enum Outcome {
            HIT, MISS,
            /// It named no signal and time that the journal could be compared with.
            NOT_OBSERVED;

            public String words() {
                return name().toLowerCase(Locale.ROOT).replace('_', ' ');
            }
        }
    }
}
