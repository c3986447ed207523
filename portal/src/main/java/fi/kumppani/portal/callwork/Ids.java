package fi.kumppani.portal.callwork;

import fi.kumppani.portal.page.FilledForm;

import java.util.HashSet;
import java.util.Set;

/** Gives ids to rows that have none yet; those that have one keep it. */
final class Ids {

    private final Set<String> taken = new HashSet<>();

    private Ids() {}

    /** With the ids that the rows of a form have. */
    static Ids of(FilledForm form, Rows rows) {
        Ids ids = new Ids();
        for (int row = 0; row < rows.count(form); row++) {
            ids.taken.add(form.value(rows.field(row, "id")));
        }
        return ids;
    }

    /** The id of a row. */
    String of(String own) {
        if (!own.isEmpty()) {
            return own;
        }
        int number = 1;
        while (!taken.add("no-" + number)) {
            number++;
        }
        return "no-" + number;
    }
}
