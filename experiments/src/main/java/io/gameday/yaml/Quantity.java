package io.gameday.yaml;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// For the schema: text of this shape, what it means, and what must not be left out. Read by [RecordSchema].
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Quantity {

    String DURATION = "^\\d{1,9}(\\.\\d{1,6})?\\s*(ms|s|m|h)$";
    String PERCENT = "^\\d{1,9}(\\.\\d{1,6})?\\s*%$";
    String RATE = "^\\d{1,9}(\\.\\d{1,6})?\\s*/s$";
    String ROLE = "^[a-z][a-z0-9-]{0,39}$";
    String ROLE_ALLOWED = "a role of up to 40 lower-case letters, digits and hyphens, a letter first, such as on-call or "
            + "incident-manager";

    /// Regular expression; empty is any text.
    String pattern() default "";

    /// The words allowed; empty is any.
    String[] words() default {};

    String says() default "";

    /// The field's name, where it cannot be the component's because it is a word of Java; empty is the component's.
    String name() default "";

    boolean required() default false;
}
