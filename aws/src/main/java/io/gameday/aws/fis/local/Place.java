package io.gameday.aws.fis.local;

/// A cell's part in a zone.
public record Place(String cell, String zone) {
}
