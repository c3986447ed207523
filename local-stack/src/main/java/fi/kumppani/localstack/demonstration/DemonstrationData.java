package fi.kumppani.localstack.demonstration;

import fi.kumppani.localstack.system.RunningSystem;
import fi.kumppani.localstack.system.Step;
import fi.kumppani.localstack.system.Steps;

import java.time.Clock;
import java.util.List;

/**
 * What a newcomer finds in the system: what has happened, with its true dates, and next editions of
 * the same, dated from today. Loaded at every start; what is there already stays as it is.
 */
public final class DemonstrationData implements Steps {

    @Override
    public String title() {
        return "Demonstration data";
    }

    @Override
    public List<Step> of(RunningSystem system) {
        var load = new DemonstrationLoad(system, DemonstrationFiles.places(), Clock.systemUTC());
        return List.of(
                new Step("Inhabitants as the sources tell", load::populations),
                new Step("Invented associations", load::associations),
                new Step("Series of events", load::series),
                new Step("Past events", load::pastEvents),
                new Step("Newsletters and their past issues", load::newsletters),
                new Step("Grants of 2023", load::grants),
                new Step("Mandates to act for associations", load::mandates),
                new Step("Networks, their members and meetings", load::networks),
                new Step("Next events", load::nextEvents),
                new Step("Open calls", load::nextCalls),
                new Step("The report agrees", load::report));
    }
}
