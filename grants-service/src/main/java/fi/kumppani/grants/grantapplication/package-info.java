/** Grant applications: from a draft to a decision that keeps within the budget. */
@NullMarked
package fi.kumppani.grants.grantapplication;

import org.jspecify.annotations.NullMarked;
