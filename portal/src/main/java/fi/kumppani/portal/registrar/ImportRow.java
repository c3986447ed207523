package fi.kumppani.portal.registrar;

import java.util.List;
import java.util.Map;

/**
 * A row of a file that is to be imported.
 *
 * @param line where it ends in the file, from 1
 * @param key by which the registry knows the row again
 * @param name what the association is called, for people
 * @param association its facts, as the registry reads them
 * @param contact where its mail goes; empty when it is not told
 * @param faults keys of texts that say why it cannot even be asked about
 */
record ImportRow(
        long line,
        String key,
        String name,
        Map<String, Object> association,
        Map<String, String> contact,
        List<String> faults) {

    ImportRow {
        association = Map.copyOf(association);
        contact = Map.copyOf(contact);
        faults = List.copyOf(faults);
    }
}
