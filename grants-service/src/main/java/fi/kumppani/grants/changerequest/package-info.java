/**
 * What grantees ask to change after the decision (muutoshakemus): another use or plan, or other
 * days; never more money.
 */
@NullMarked
package fi.kumppani.grants.changerequest;

import org.jspecify.annotations.NullMarked;
