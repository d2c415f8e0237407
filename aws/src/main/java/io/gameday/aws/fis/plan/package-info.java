/// What an experiment template of FIS would do: which resources its targets choose, and when each action is in force.
/// Nothing here touches anything; chance is an argument.
/// Start with [io.gameday.aws.fis.plan.Schedule] and [io.gameday.aws.fis.plan.Selection].
@NullMarked
package io.gameday.aws.fis.plan;

import org.jspecify.annotations.NullMarked;
