package io.gameday.engine;

/// What customers suffered since the first fault.
///
/// @param customers    customers with at least one request without a useful answer
/// @param failed       requests without a useful answer, of `requests`
record Hurt(int customers, int allCustomers, long failed, long requests) {
}
