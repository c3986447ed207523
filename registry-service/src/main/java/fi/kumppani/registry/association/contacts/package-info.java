/** Whom mails to associations go to. */
@NullMarked
package fi.kumppani.registry.association.contacts;

import org.jspecify.annotations.NullMarked;
