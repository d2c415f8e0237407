/// What becomes of an FIS template on the reference app: its parts as AWS resources, each action as steps of ours, the whole as
/// an experiment.
/// Start with [io.gameday.aws.fis.local.FisCompiler].
@NullMarked
package io.gameday.aws.fis.local;

import org.jspecify.annotations.NullMarked;
