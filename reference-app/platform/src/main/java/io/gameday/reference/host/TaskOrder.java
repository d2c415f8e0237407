package io.gameday.reference.host;

/// What a task is to be.
///
/// @param address  loopback address of its own within the zone's range
/// @param slots    requests it works on at once; 1 or more
/// @param revision what is deployed
public record TaskOrder(String id, String cell, String zone, String address, int slots, String revision) {
}
