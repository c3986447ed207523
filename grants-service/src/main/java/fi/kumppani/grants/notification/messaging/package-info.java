/** What others are told of notifications, and what is heard of mails. */
@NullMarked
package fi.kumppani.grants.notification.messaging;

import org.jspecify.annotations.NullMarked;
