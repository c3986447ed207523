/** Answers whom to write to about what is claimed back. */
@NullMarked
package fi.kumppani.grants.recovery.contacts;

import org.jspecify.annotations.NullMarked;
