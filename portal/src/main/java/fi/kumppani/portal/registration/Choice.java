package fi.kumppani.portal.registration;

import fi.kumppani.portal.reader.Told;

/**
 * Something one can choose in a form.
 *
 * @param id what is sent
 * @param label what is read
 */
record Choice(String id, Told label) {}
