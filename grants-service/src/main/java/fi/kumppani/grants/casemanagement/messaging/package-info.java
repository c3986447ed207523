/** What others are told of cases. */
@NullMarked
package fi.kumppani.grants.casemanagement.messaging;

import org.jspecify.annotations.NullMarked;
