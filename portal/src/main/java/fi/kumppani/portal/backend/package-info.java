/** The services behind the portal: where they are, how long they may take, what they answered. */
@NullMarked
package fi.kumppani.portal.backend;

import org.jspecify.annotations.NullMarked;
