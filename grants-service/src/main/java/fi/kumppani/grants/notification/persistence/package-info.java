/** Notifications as documents. */
@NullMarked
package fi.kumppani.grants.notification.persistence;

import org.jspecify.annotations.NullMarked;
