/** The letters of a list: drafted, frozen with their recipients, sent once to each, archived. */
@NullMarked
package fi.kumppani.newsletter.issue;

import org.jspecify.annotations.NullMarked;
