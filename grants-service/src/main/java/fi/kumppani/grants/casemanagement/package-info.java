/**
 * The handshake with the municipality's case-management system (asianhallinta): it opens a case for
 * an application, fetches what is proposed, and sends back what was decided.
 */
@NullMarked
package fi.kumppani.grants.casemanagement;

import org.jspecify.annotations.NullMarked;
