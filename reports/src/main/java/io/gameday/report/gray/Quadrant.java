package io.gameday.report.gray;

/// Where a second lies in the square of customers and observers.
public enum Quadrant {
    /// Customers are well, and nothing is known to say otherwise.
    HEALTHY,
    /// Customers are hurt, and no alarm and no health check says so.
    GRAY,
    /// Customers are hurt, nothing is known to say so, and the tool whose alarms are graded was not read: either gray or
    /// detected, nobody knows which.
    UNREAD,
    /// Customers are hurt, most of them because a server refused them for want of capacity. Not gray, whoever says so.
    OVERLOAD,
    /// Customers are well, and something says otherwise: something keeps the failure from them, or it is a false alarm.
    MASKED,
    /// Customers are hurt, and something says so.
    DETECTED,
    /// No customer asked, so there is no customers' view to compare with.
    UNASKED
}
