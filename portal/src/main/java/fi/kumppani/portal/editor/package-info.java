/** Where coordinators write the letters of a municipality, have them approved and send them. */
@NullMarked
package fi.kumppani.portal.editor;

import org.jspecify.annotations.NullMarked;
