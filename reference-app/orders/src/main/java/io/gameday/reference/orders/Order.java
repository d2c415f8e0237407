package io.gameday.reference.orders;

/// An order as the database holds it.
///
/// @param acceptedBy the instance that wrote it first; a retry elsewhere does not change that
record Order(String id, String customer, String item, int quantity, String acceptedBy) {
}
