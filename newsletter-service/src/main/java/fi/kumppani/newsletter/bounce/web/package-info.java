/** What came back of letters, as providers tell it and coordinators see it. */
@NullMarked
package fi.kumppani.newsletter.bounce.web;

import org.jspecify.annotations.NullMarked;
