package fi.kumppani.grants.alongside;

import fi.kumppani.grants.eligibility.Earlier;
import fi.kumppani.grants.grantapplication.GrantApplication;
import fi.kumppani.grants.power.DecisionPower;
import fi.kumppani.kit.money.Euros;
import fi.kumppani.kit.text.LocalizedText;

import java.util.List;

/**
 * What stands beside an application.
 *
 * @param others in the order they were handed in, those left out that the reader must keep out of
 * @param together what is asked for or granted in all, with the application itself
 * @param passed the powers to decide whose limit the application keeps, and all of them together do
 *     not
 */
public record Alongside(List<Other> others, Euros together, List<DecisionPower> passed) {

    /** Copies the lists. */
    public Alongside {
        others = List.copyOf(others);
        passed = List.copyOf(passed);
    }

    /**
     * Another application.
     *
     * @param entry as it counts
     * @param callTitle what is applied from
     */
    public record Other(GrantApplication application, Earlier entry, LocalizedText callTitle) {}
}
