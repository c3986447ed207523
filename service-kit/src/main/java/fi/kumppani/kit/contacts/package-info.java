/** Asks the service that owns them for the contact details a mail needs, when it is sent. */
@NullMarked
package fi.kumppani.kit.contacts;

import org.jspecify.annotations.NullMarked;
