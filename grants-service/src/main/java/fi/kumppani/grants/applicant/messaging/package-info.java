/** Hears what the registry tells of associations and mandates. */
@NullMarked
package fi.kumppani.grants.applicant.messaging;

import org.jspecify.annotations.NullMarked;
