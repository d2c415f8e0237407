/// The other way round: what the steps of an experiment of ours would be on AWS, as actions of FIS. Nothing here asks an
/// account.
/// Start with [io.gameday.aws.fis.outward.AwsStep].
@NullMarked
package io.gameday.aws.fis.outward;

import org.jspecify.annotations.NullMarked;
