/// Experiment templates of AWS Fault Injection Service, as teams keep them in their files: read with every problem told
/// in one pass, and held within the limits of the service.
/// Start with [io.gameday.aws.fis.template.FisTemplateReader]; nothing here knows what an action does, or needs an account.
@NullMarked
package io.gameday.aws.fis.template;

import org.jspecify.annotations.NullMarked;
