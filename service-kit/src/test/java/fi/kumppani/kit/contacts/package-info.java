/** Tests of the door for contact details. */
@NullMarked
package fi.kumppani.kit.contacts;

import org.jspecify.annotations.NullMarked;
