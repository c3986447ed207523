/** The reconciliation report over HTTP, for officers and decision makers. */
@NullMarked
package fi.kumppani.grants.reconciliation.web;

import org.jspecify.annotations.NullMarked;
