/** What municipalities tell of their decisions and calls. */
@NullMarked
package fi.kumppani.grants.elsewhere.messaging;

import org.jspecify.annotations.NullMarked;
