/** RFC 9457 problem details: every refusal says what was wrong, with the field named. */
@NullMarked
package fi.kumppani.kit.problem;

import org.jspecify.annotations.NullMarked;
