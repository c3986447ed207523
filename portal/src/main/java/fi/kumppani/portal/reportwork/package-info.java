/** What officials do after a decision: reports on grants that were used, and other terms. */
@NullMarked
package fi.kumppani.portal.reportwork;

import org.jspecify.annotations.NullMarked;
