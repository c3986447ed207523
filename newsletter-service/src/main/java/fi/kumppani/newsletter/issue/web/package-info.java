/** Writing and sending issues, and the archive for everybody. */
@NullMarked
package fi.kumppani.newsletter.issue.web;

import org.jspecify.annotations.NullMarked;
