/// The FIS API, spoken by us: what the AWS CLI and SDKs send for FIS is answered here, and experiments are played on what a
/// [io.gameday.aws.fis.endpoint.Stage] gives. Source of routes, shapes and error statuses: botocore's service model
/// `fis/2020-12-01`.
/// Start with [io.gameday.aws.fis.endpoint.FisApi].
@NullMarked
package io.gameday.aws.fis.endpoint;

import org.jspecify.annotations.NullMarked;
