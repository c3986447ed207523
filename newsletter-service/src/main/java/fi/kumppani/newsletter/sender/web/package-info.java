/** Where coordinators describe whom letters come from. */
@NullMarked
package fi.kumppani.newsletter.sender.web;

import org.jspecify.annotations.NullMarked;
