/** Lists, subscriptions, issues and their archive, and every e-mail the system sends. */
@NullMarked
package fi.kumppani.newsletter;

import org.jspecify.annotations.NullMarked;
