/** What newsletter-service tells the others: subscriptions, issues and the fate of each mail. */
@NullMarked
package fi.kumppani.contracts.newsletter;

import org.jspecify.annotations.NullMarked;
