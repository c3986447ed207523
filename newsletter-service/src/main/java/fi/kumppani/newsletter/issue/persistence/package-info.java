/** Keeps issues, their ledgers and the archive as documents. */
@NullMarked
package fi.kumppani.newsletter.issue.persistence;

import org.jspecify.annotations.NullMarked;
