package io.gameday.cli;

import io.gameday.people.Participant;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

/// Who takes part in a run by a page of their own.
///
/// @param at   where their page is served
/// @param limit for all to say go
record Invite(List<Participant> people, InetSocketAddress at, Duration limit) {
}
