/// Alarms, metrics and notifications read from Amazon CloudWatch by its API.
/// Start with [io.gameday.aws.cloudwatch.CloudWatch]; nothing here changes anything in an account.
@NullMarked
package io.gameday.aws.cloudwatch;

import org.jspecify.annotations.NullMarked;
