/** Who may apply: a local view of associations and mandates, fed by the registry's messages. */
@NullMarked
package fi.kumppani.grants.applicant;

import org.jspecify.annotations.NullMarked;
