/** Where links of letters lead, and where coordinators say whether that is counted. */
@NullMarked
package fi.kumppani.newsletter.link.web;

import org.jspecify.annotations.NullMarked;
