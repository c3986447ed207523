/**
 * What the portal answers when a request cannot be served: a page for people, JSON for programs.
 */
@NullMarked
package fi.kumppani.portal.problem;

import org.jspecify.annotations.NullMarked;
