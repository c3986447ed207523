package fi.kumppani.grants.overview;

import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.kit.text.LocalizedText;

import java.util.List;

/**
 * An application as its association sees it among others.
 *
 * @param application the application, whose decision is not under way unless it waits for others
 * @param callTitle what is applied from
 * @param due what it waits for from the association
 */
public record OwnApplication(GrantApplication application, LocalizedText callTitle, List<Due> due) {

    /** Copies the list. */
    public OwnApplication {
        due = List.copyOf(due);
    }
}
