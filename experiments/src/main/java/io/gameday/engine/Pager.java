package io.gameday.engine;

import io.gameday.observability.Scope;
import io.gameday.target.Reply;
import java.time.Instant;
import java.util.List;

/// Tells people of incidents. Answers on the engine's loop, once for each channel that it tried; on one channel, messages
/// arrive in the order in which they were sent.
@FunctionalInterface
public interface Pager {

    /// @param sent told the channel's name when the message is out, or why it is not
    void send(Message message, Reply<String> sent);

    /// What was sent and is not answered yet, each with its channel.
    default List<String> underWay() {
        return List.of();
    }

    /// Open from the first alarm until every alarm has left ALARM.
    ///
    /// @param number   in its run, from 1
    /// @param evidence what the first alarm saw
    record Incident(String run, int number, Instant began, String alarm, Scope scope, String evidence) {

        private static final int LONGEST_RUN = 200;

        /// The same for every message of this incident, and of no other; at most 220 characters.
        public String key() {
            return (run.length() > LONGEST_RUN ? run.substring(0, LONGEST_RUN) : run) + "/" + number;
        }

        public String subject() {
            return alarm + " " + scope + " is in ALARM";
        }
    }

    /// What people are told.
    sealed interface Message {

        Incident incident();

        /// In one line.
        String text();

        /// Somebody is asked to look.
        ///
        /// @param to role
        record Page(Incident incident, String to, Standing standing) implements Message {

            /// Whether others were paged of this incident before.
            public enum Standing {
                FIRST, ESCALATED
            }

            @Override
            public String text() {
                return to + ": " + incident.subject() + " (" + incident.evidence() + ")";
            }
        }

        /// Somebody looks; nobody else is asked to. @param by role
        record Acknowledged(Incident incident, String by) implements Message {
            @Override
            public String text() {
                return incident.alarm() + " " + incident.scope() + ": acknowledged by " + by;
            }
        }

        /// The incident is over.
        record Resolved(Incident incident, String why) implements Message {
            @Override
            public String text() {
                return incident.alarm() + " " + incident.scope() + ": resolved, " + why;
            }
        }
    }
}
