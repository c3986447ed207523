/** Pages that act for whoever is logged in: services are asked in that person's name. */
@NullMarked
package fi.kumppani.portal.person;

import org.jspecify.annotations.NullMarked;
