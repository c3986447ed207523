/** Events as residents see them: what is coming, and registering for it. */
@NullMarked
package fi.kumppani.portal.event;

import org.jspecify.annotations.NullMarked;
